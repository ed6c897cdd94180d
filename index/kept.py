"""What the generation before knows of pages that did not change: it is taken over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from corpus.model import Knowledge, Page, Passage
from index.assembly import Parts
from index.contents import LAYOUT, PASSAGES, SENTENCES
from index.inputs import Inputs
from index.layout import Layout
from index.manifest import Manifest
from index.model import Sentence
from index.shelf import Shelf, write_shelf
from index.terms import PageTerms

# Terms of the passages of each page, and the file that they depend on besides.
_TERMS, _PLACES = "page_terms", "places.jsonl"


class Kept:
    """Pages of the generation in ``folder``, which was checked, and which the same code made."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self._manifest = manifest
        # Not Contents.load: that reads every fact, for nothing.
        self._pages = Shelf(folder, "pages", Page)
        self._passages = Shelf(folder, PASSAGES, Passage)
        self._sentences = Shelf(folder, SENTENCES, Sentence)
        self._knowledge = Shelf(folder, "knowledge", Knowledge)
        self._layout = Layout.load(folder / LAYOUT)
        self._terms = Shelf(folder, _TERMS, PageTerms)
        self._sources = {page.source: row for row, page in enumerate(self._pages)}

    def page(self, source: str, digest: str) -> Page | None:
        """The page that was read from ``source``, if that had the SHA-256 ``digest`` then."""
        row = self._sources.get(source)
        found = None if row is None else self._pages[row]
        return found if found is not None and found.digest == digest else None

    def parts(self, page: Page, inputs: Inputs) -> Parts | None:
        """What was made of ``page``, if the same would be made of it by ``inputs``."""
        if not self.has(page.id, inputs):
            return None
        layout = self._layout
        return Parts(
            page=page,
            passages=tuple(self._passages[i] for i in layout.passages_of(page.id)),
            sentences=tuple(self._sentences[i] for i in layout.sentences_of(page.id)),
            knowledge=self._knowledge[layout.pages[page.id]],
        )

    def has(self, page: str, inputs: Inputs) -> bool:
        """Whether ``page`` and all else that decides what is made of it are as they were."""
        before = self._manifest.inputs
        alike = replace(before, pages=inputs.pages) == inputs
        return alike and page in self._layout.pages and before.pages[page] == inputs.pages[page]

    def terms(self, page: str, inputs: Inputs, places: str) -> PageTerms | None:
        """The terms of each passage of ``page``; ``places`` is the digest of all places now."""
        alike = self._manifest.files[_PLACES].sha256 == places
        return self._terms[self._layout.pages[page]] if alike and self.has(page, inputs) else None


def save_terms(folder: Path, terms: Sequence[PageTerms]) -> None:
    """Write the terms of the passages of each page, in their order, for ``Kept.terms``."""
    write_shelf(folder, _TERMS, terms)
