"""Which texts have which words, and how often: what word scores are worked out from.

Words of texts that did not change are taken over; BM25's weights depend on all texts, and are
worked out for all of them, as arrays.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from index.model import Vectors
from index.origin import NEW, Origin

# BM25 in Lucene's form (Kamphuis and others 2020), without its constant factor.
K1, B = 1.5, 0.75

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """Words in order, "" among them, and for word w the rows of the texts that have it.

    These are ``rows[starts[w]:starts[w + 1]]``, rising; ``counts`` says how often. There are
    ``size`` texts.
    """

    words: Sequence[str]
    rows: NDArray[np.int32]
    counts: NDArray[np.int32]
    starts: Numbers
    size: int

    @classmethod
    def of(cls, texts: Sequence[Sequence[str]]) -> Postings:
        """Those of texts that come as their words."""
        words = sorted({"", *chain(*texts)})
        numbers = {word: number for number, word in enumerate(words)}
        found = np.fromiter((numbers[word] for row in texts for word in row), dtype=np.int64)
        lengths = np.array([len(row) for row in texts], dtype=np.int64)
        rows = np.repeat(np.arange(len(texts)), lengths)
        keys, counts = np.unique(found * len(texts) + rows, return_counts=True)
        return cls._of_keys(words, keys, counts, len(texts))

    @classmethod
    def _of_keys(cls, words: Sequence[str], keys: Numbers, counts: Numbers, size: int) -> Postings:
        """``keys`` are word times ``size`` plus row, rising."""
        found, rows = np.divmod(keys, max(1, size))
        held = np.bincount(found, minlength=len(words))
        starts = np.concatenate([[0], np.cumsum(held)]).astype(np.int64)
        return cls(words, rows.astype(np.int32), counts.astype(np.int32), starts, size)

    def spliced(self, origin: Origin, made: Sequence[Sequence[str]]) -> Postings:
        """Those of the texts that ``origin`` names, with the texts ``made`` between them."""
        size = len(origin)
        fresh = Postings.of(made)
        kept, counts, found = self._moved(origin)
        used = np.bincount(found, minlength=len(self.words)) > 0
        words = sorted({"", *fresh.words, *_chosen(self.words, used)})
        numbers = {word: number for number, word in enumerate(words)}
        old_keys = _renumbered(self.words, numbers)[found] * size + kept
        places = np.flatnonzero(origin == NEW)[fresh.rows]
        new_keys = _renumbered(fresh.words, numbers)[fresh.columns()] * size + places
        at = np.searchsorted(old_keys, new_keys)
        keys = np.insert(old_keys, at, new_keys)
        return Postings._of_keys(words, keys, np.insert(counts, at, fresh.counts), size)

    def _moved(self, origin: Origin) -> tuple[Numbers, NDArray[np.int32], Numbers]:
        """Of the postings that stay: their rows now, counts, and numbers of their old words."""
        now = np.full(self.size, NEW, dtype=np.int64)
        taken = np.flatnonzero(origin != NEW)
        now[origin[taken]] = taken
        rows = now[self.rows]
        stays = rows != NEW
        return rows[stays], self.counts[stays], self.columns()[stays]

    def columns(self) -> Numbers:
        """The number of the word of each posting, shape (m,)."""
        return np.repeat(np.arange(len(self.words)), np.diff(self.starts))

    def rows_of(self, words: Collection[str]) -> NDArray[np.int32]:
        """The rows that have one of ``words``, some of them twice."""
        numbers = [number for number, word in enumerate(self.words) if word in words]
        parts = [self.rows[self.starts[number] : self.starts[number + 1]] for number in numbers]
        return np.concatenate([self.rows[:0], *parts])

    def weights(self) -> Vectors:
        """What each posting adds to the score of its text, shape (m,)."""
        lengths = np.bincount(self.rows, self.counts, self.size)
        held = np.diff(self.starts)
        rarity = np.log(1 + (self.size - held + 0.5) / (held + 0.5)).astype(np.float32)
        with np.errstate(invalid="ignore"):  # the mean length is 0 where no text has a word
            slowing = K1 * ((1 - B) + B * lengths / lengths.mean())
        often = self.counts / (slowing[self.rows] + self.counts)
        return np.asarray(np.repeat(rarity, held) * often, dtype=np.float32)


NO_POSTINGS = Postings.of([])


def _chosen(words: Sequence[str], used: NDArray[np.bool_]) -> Sequence[str]:
    return words if used.all() else [words[number] for number in np.flatnonzero(used).tolist()]


def _renumbered(words: Sequence[str], numbers: dict[str, int]) -> Numbers:
    """The new number of each of ``words``; NEW for those that are gone."""
    return np.fromiter((numbers.get(word, NEW) for word in words), np.int64, len(words))
