"""How good a ranking is. A ranking lists document ids, best first, each once."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

Grades = Mapping[str, float]


def ndcg(ranking: Sequence[str], relevant: Grades, depth: int) -> float:
    """Normalised discounted cumulative gain with linear gains, as trec_eval's ndcg_cut."""
    best = sorted(relevant.values(), reverse=True)
    ideal = _discounted(best[:depth])
    return _discounted(relevant.get(id, 0.0) for id in ranking[:depth]) / ideal if ideal else 0.0


def recall(ranking: Sequence[str], relevant: Grades, depth: int) -> float:
    """The share of the relevant documents among the first ``depth``."""
    return sum(id in relevant for id in ranking[:depth]) / len(relevant) if relevant else 0.0


def reciprocal_rank(ranking: Sequence[str], relevant: Grades) -> float:
    """One by the rank of the first relevant document; 0 where none was found."""
    ranks = (rank for rank, id in enumerate(ranking, start=1) if id in relevant)
    return 1 / next(ranks, math.inf)


def _discounted(gains: Iterable[float]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, start=1))
