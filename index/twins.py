"""Passages that say the same: copies of a text, and the two languages of a bilingual page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from corpus.model import Exchange, Passage
from corpus.text import fold_text

# The share of the exchanges of a passage that its translation must tell too.
SHARED = 0.5


def find_twins(passages: Sequence[Passage], exchanges: Sequence[Exchange]) -> NDArray[np.int64]:
    """For each passage the row of the first that says the same, itself where there is none.

    Copies have the same folded text and language. Translations lie on one page, in two languages,
    and tell the same exchanges: SHARED of those of the one that tells fewer at least.
    """
    first = np.arange(len(passages), dtype=np.int64)
    for one, other in (*_copies(passages), *_translations(passages, exchanges)):
        low, high = sorted((first[one], first[other]))
        first[first == high] = low
    return first


def _copies(passages: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    known: dict[tuple[str, str], int] = {}
    for row, passage in enumerate(passages):
        original = known.setdefault((passage.language, fold_text(passage.text)), row)
        if original != row:
            yield original, row


def _translations(
    passages: Sequence[Passage], exchanges: Sequence[Exchange]
) -> Iterator[tuple[int, int]]:
    """Pairs of rows in order, the lower first."""
    on_page: dict[str, list[int]] = defaultdict(list)
    for row, passage in enumerate(passages):
        on_page[passage.page].append(row)
    told: Counter[int] = Counter()
    together: Counter[tuple[int, int]] = Counter()
    for exchange in exchanges:
        rows = _rows_of(exchange, passages, on_page)
        told.update(rows)
        together.update(combinations(rows, 2))
    for (one, other), count in together.items():
        apart = passages[one].language != passages[other].language
        if apart and count >= SHARED * min(told[one], told[other]):
            yield one, other


def _rows_of(
    exchange: Exchange, passages: Sequence[Passage], on_page: dict[str, list[int]]
) -> list[int]:
    """The rows that quote ``exchange``, all of the page of its first source, in order."""
    page = exchange.sources[0].page
    return [
        row
        for row in on_page.get(page, ())
        if any(
            source.page == page and any(source.span.overlaps(span) for span in passages[row].spans)
            for source in exchange.sources
        )
    ]
