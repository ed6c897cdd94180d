"""Passages that say the same: copies of a text, and the two languages of a bilingual page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import combinations
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from corpus.model import Exchange, Passage
from corpus.text import fold_text

# The share of the exchanges of a passage that its translation must tell too.
SHARED = 0.5
# Bytes that tell a text from all others.
_MARK = 16

Marks: TypeAlias = NDArray[np.uint8]


def marks_of(passages: Iterable[Passage]) -> Marks:
    """Bytes for each passage, shape (n, 16), the same for copies: same language and folded text."""
    digests = [
        sha256(f"{item.language}\0{fold_text(item.text)}".encode()).digest()[:_MARK]
        for item in passages
    ]
    return np.frombuffer(b"".join(digests), dtype=np.uint8).reshape(-1, _MARK)


def find_twins(marks: Marks, pairs: Iterable[tuple[int, int]]) -> NDArray[np.int64]:
    """For each passage the row of the first that says the same, itself where there is none.

    Copies have the same mark (see ``marks_of``); ``pairs`` of rows are translations.
    """
    texts = np.ascontiguousarray(marks).view(f"S{_MARK}").ravel()
    _, firsts, which = np.unique(texts, return_index=True, return_inverse=True)
    first = np.asarray(firsts[which], dtype=np.int64)
    joined = _joined((int(first[one]), int(first[other])) for one, other in pairs)
    least = np.arange(len(first), dtype=np.int64)
    for row, low in joined:
        least[row] = low
    return least[first]


def _joined(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """For each row in ``pairs`` the least that it is joined with, directly or by others."""
    parents: dict[int, int] = {}

    def least(row: int) -> int:
        while (parent := parents.setdefault(row, row)) != row:
            row = parent
        return row

    for one, other in pairs:
        low, high = sorted((least(one), least(other)))
        parents[high] = low
    for row in list(parents):
        yield row, least(row)


def translations(
    passages: Sequence[Passage], exchanges: Iterable[Exchange]
) -> Iterator[tuple[int, int]]:
    """Pairs of ``passages`` of one page, by number, that say the same in two languages.

    They tell the same ``exchanges`` of that page: SHARED of those of the one that tells fewer at
    least.
    """
    told: Counter[int] = Counter()
    together: Counter[tuple[int, int]] = Counter()
    for exchange in exchanges:
        rows = _rows_of(exchange, passages)
        told.update(rows)
        together.update(combinations(rows, 2))
    for (one, other), count in together.items():
        apart = passages[one].language != passages[other].language
        if apart and count >= SHARED * min(told[one], told[other]):
            yield one, other


def _rows_of(exchange: Exchange, passages: Sequence[Passage]) -> list[int]:
    """The numbers of those ``passages`` that quote ``exchange``, in order."""
    return [
        row
        for row, passage in enumerate(passages)
        if any(
            source.page == passage.page
            and any(source.span.overlaps(span) for span in passage.spans)
            for source in exchange.sources
        )
    ]
