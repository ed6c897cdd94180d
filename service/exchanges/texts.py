"""The words of all exchanges, folded, and which of them hold a term."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
# Terms whose rows are remembered, at one byte a row: people narrow a search step by step.
REMEMBERED = 64
_END = "\n"


class Texts:
    """Folded texts, one a row, looked through from end to end.

    Reading 9 million characters takes 8 to 25 ms a term; docs/decisions/0010 has the alternatives.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        lengths = accumulate((len(text) + 1 for text in texts), initial=0)
        self._starts = np.fromiter(lengths, dtype=np.int64, count=len(texts) + 1)
        self._whole = _END.join(text.replace(_END, " ") for text in texts)
        self.having = lru_cache(maxsize=REMEMBERED)(self._having)

    def _having(self, term: str) -> Mask:
        """For each row, whether its text has ``term``, which is folded and not empty."""
        mask = np.zeros(len(self._starts) - 1, dtype=np.bool_)
        mask[np.searchsorted(self._starts, self._hits(term), side="right") - 1] = True
        mask.flags.writeable = False
        return mask

    def _hits(self, term: str) -> list[int]:
        """Where ``term`` stands first in each text that has it."""
        find, hits = self._whole.find, list[int]()
        at = find(term) if _END not in term else -1
        while at >= 0:
            hits.append(at)
            end = find(_END, at)
            at = find(term, end) if end >= 0 else -1
        return hits
