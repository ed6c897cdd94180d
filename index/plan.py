"""What a generation is put together from: pages of the one before, and new ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.kept import Kept
from index.lines import NOTHING, Lines
from index.origin import NEW, Origin, rows_from, starts_of
from index.parts import Card, Parts


@dataclass(frozen=True, slots=True)
class Plan:
    """The pages of a generation in the order of their ids.

    ``cards`` are of all of them, ``origin`` says which page of the generation ``before`` each of
    them is, and ``made`` are those that are new, in order.
    """

    cards: tuple[Card, ...]
    made: tuple[Parts, ...]
    origin: Origin
    before: Kept | None

    def starts(self, kind: str) -> NDArray[np.int64]:
        """Where the rows of each page begin in the table of a ``kind`` that cards count."""
        return starts_of(self._counts(kind))

    def origin_of(self, kind: str) -> Origin:
        """Where each row of that table comes from."""
        if self.before is None:
            return np.full(int(self._counts(kind).sum()), NEW, dtype=np.int64)
        return rows_from(self.origin, self.before.starts(kind), self._counts(kind))

    def lines(self, name: str) -> Lines:
        """The lines of a table of the generation before."""
        return self.before.lines(name) if self.before else NOTHING

    def _counts(self, kind: str) -> NDArray[np.int64]:
        return np.array([getattr(card, kind) for card in self.cards], dtype=np.int64)
