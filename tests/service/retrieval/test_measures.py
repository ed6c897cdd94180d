"""Measures of a ranking against values worked out by hand, and what holds for all."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.retrieval.measures import ndcg, recall, reciprocal_rank

rankings = st.lists(st.sampled_from("abcdefghij"), unique=True)
grades = st.dictionaries(st.sampled_from("abcdefghij"), st.integers(1, 3).map(float), min_size=1)


def test_values_worked_out_by_hand() -> None:
    relevant = {"a": 2.0, "b": 1.0}
    found = ndcg(["b", "x", "a"], relevant, 10)
    assert found == pytest.approx((1 + 2 / math.log2(4)) / (2 + 1 / math.log2(3)))
    assert ndcg(["x", "b"], relevant, 1) == 0
    assert recall(["b", "x", "a"], relevant, 1) == 0.5
    assert recall(["b", "x", "a"], relevant, 3) == 1
    assert reciprocal_rank(["x", "a"], relevant) == 0.5
    assert reciprocal_rank(["x"], relevant) == 0
    assert ndcg([], {}, 10) == recall([], {}, 5) == 0


@given(rankings, grades, st.integers(1, 12))
def test_measures_lie_between_none_and_all(
    ranking: list[str], relevant: dict[str, float], depth: int
) -> None:
    for value in (
        ndcg(ranking, relevant, depth),
        recall(ranking, relevant, depth),
        reciprocal_rank(ranking, relevant),
    ):
        assert 0 <= value <= 1 + 1e-9
    best = sorted(relevant, key=lambda id: -relevant[id])
    assert ndcg(best, relevant, depth) == pytest.approx(1)


@given(rankings, grades)
def test_a_document_moved_up_never_costs(ranking: list[str], relevant: dict[str, float]) -> None:
    for at in range(1, len(ranking)):
        if relevant.get(ranking[at], 0) > relevant.get(ranking[at - 1], 0):
            better = list(ranking)
            better[at - 1], better[at] = better[at], better[at - 1]
            assert ndcg(better, relevant, 10) >= ndcg(ranking, relevant, 10)
            assert reciprocal_rank(better, relevant) >= reciprocal_rank(ranking, relevant)
