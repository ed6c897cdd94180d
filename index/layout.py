"""Where passages and sentences of an index lie, by number."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.model import LANGUAGES, Language, Passage, Span
from index.contents import Contents
from index.model import Sentence
from index.twins import find_twins
from index.vectors import Rows

CODES: Mapping[Language, int] = {language: code for code, language in enumerate(LANGUAGES)}


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Where things lie: language and first twin of each passage, rows of each page, bounds of each
    sentence."""

    languages: NDArray[np.int8]
    twins: NDArray[np.int64]
    passage_rows: Mapping[str, range]
    sentence_rows: Mapping[str, range]
    starts: Rows
    ends: Rows

    @classmethod
    def of(cls, contents: Contents) -> Layout:
        """The layout of ``contents``, whose passages and sentences lie together by page."""
        passages, sentences = contents.passages, contents.sentences
        return cls(
            languages=np.array([CODES[item.language] for item in passages], dtype=np.int8),
            twins=find_twins(passages, contents.exchanges),
            passage_rows=_by_page(passages),
            sentence_rows=_by_page(sentences),
            starts=np.array([item.span.start for item in sentences], dtype=np.int64),
            ends=np.array([item.span.end for item in sentences], dtype=np.int64),
        )

    def on_pages(self, pages: Collection[str]) -> NDArray[np.bool_]:
        """For each passage, whether it is on one of ``pages``."""
        mask = np.zeros(len(self.languages), dtype=np.bool_)
        for page in pages:
            rows = self.passage_rows.get(page, range(0))
            mask[rows.start : rows.stop] = True
        return mask

    def overlapping(self, rows: range, span: Span) -> list[int]:
        """Those of ``rows`` of sentences, on one page, that share a character with ``span``."""
        starts, ends = self.starts[rows.start : rows.stop], self.ends[rows.start : rows.stop]
        inside = np.flatnonzero((starts < span.end) & (ends > span.start))
        return (inside + rows.start).tolist()


def _by_page(items: Iterable[Passage | Sentence]) -> dict[str, range]:
    """The rows of each page, which lie together."""
    rows: dict[str, range] = {}
    for row, item in enumerate(items):
        rows[item.page] = range(rows.get(item.page, range(row, row)).start, row + 1)
    return rows
