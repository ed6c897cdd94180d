"""Where passages and sentences of an index lie, by number."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import orjson
from numpy.typing import NDArray

from corpus.model import LANGUAGES, Language, Span
from index.vectors import Rows

CODES: Mapping[Language, int] = {language: code for code, language in enumerate(LANGUAGES)}
# Names inside a layout's folder.
_PAGES = "pages.json"
_ARRAYS = ("languages", "twins", "passage_starts", "sentence_starts", "spans")


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Where things lie, in arrays that are mapped files where they were loaded.

    ``languages`` and first ``twins`` of the passages; the number of each page, and in
    ``passage_starts`` and ``sentence_starts`` where its rows begin, one more than there are pages;
    ``spans`` of the sentences, shape (n, 2).
    """

    pages: Mapping[str, int]
    languages: NDArray[np.int8]
    twins: NDArray[np.int64]
    passage_starts: Rows
    sentence_starts: Rows
    spans: Rows

    @classmethod
    def load(cls, folder: Path) -> Layout:
        """What ``save`` wrote, mapped; raises OSError or ValueError where it is not that."""
        names = orjson.loads((folder / _PAGES).read_bytes())
        arrays = {
            name: np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False))
            for name in _ARRAYS
        }
        return cls(pages={name: number for number, name in enumerate(names)}, **arrays)

    def save(self, folder: Path) -> None:
        """Write the layout into ``folder``, which is made."""
        folder.mkdir()
        (folder / _PAGES).write_bytes(orjson.dumps(list(self.pages)))
        for name in _ARRAYS:
            np.save(folder / f"{name}.npy", getattr(self, name), allow_pickle=False)

    def passages_of(self, page: str) -> range:
        """The rows of the passages on ``page``; none for a page that is not here."""
        return self._rows(page, self.passage_starts)

    def sentences_of(self, page: str) -> range:
        """The rows of the sentences on ``page``; none for a page that is not here."""
        return self._rows(page, self.sentence_starts)

    def pages_of(self, passages: NDArray[np.int32]) -> Rows:
        """The number of the page of each of ``passages``."""
        found: Rows = np.searchsorted(self.passage_starts, passages, side="right") - 1
        return found

    def on_pages(self, pages: Collection[str]) -> NDArray[np.bool_]:
        """For each passage, whether it is on one of ``pages``."""
        mask = np.zeros(len(self.languages), dtype=np.bool_)
        for page in pages:
            rows = self.passages_of(page)
            mask[rows.start : rows.stop] = True
        return mask

    def overlapping(self, rows: range, span: Span) -> list[int]:
        """Those of ``rows`` of sentences, on one page, that share a character with ``span``."""
        starts, ends = self.spans[rows.start : rows.stop].T
        inside = np.flatnonzero((starts < span.end) & (ends > span.start))
        return (inside + rows.start).tolist()

    def _rows(self, page: str, starts: Rows) -> range:
        number = self.pages.get(page)
        return range(0) if number is None else range(*starts[number : number + 2].tolist())
