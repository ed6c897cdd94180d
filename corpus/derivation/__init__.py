"""Derives the gazetteer in ``corpus/data/places`` from cited, pinned sources.

Nothing of this package is imported by the service: it is run when the sources change, as
``python -m corpus.derivation``, and its output is checked in.
"""
