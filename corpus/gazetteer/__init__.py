"""Places by name, in any script: the data files, the table of names, and finding them in text."""

from corpus.gazetteer.gazetteer import Gazetteer, GazetteerError, Mention, load_gazetteer

__all__ = ["Gazetteer", "GazetteerError", "Mention", "load_gazetteer"]
