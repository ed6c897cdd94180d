from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from index.fusion import fuse, ranked, zscores
from index.model import Vectors

# Cosines and BM25 scores, kept to steps that float32 tells apart.
values = st.integers(-1000, 1000).map(lambda number: number / 1000)
scores = st.integers(1, 30).flatmap(lambda size: arrays(np.float32, size, elements=values))


def fused(dense: Vectors, words: Vectors, same: NDArray[np.bool_], shared: Vectors) -> Vectors:
    return fuse(dense, words, same, shared, 0.3)


def nothing(array: Vectors) -> Vectors:
    return np.zeros(array.shape, dtype=np.float32)


@given(scores)
def test_zscores_have_mean_zero_and_spread_one(array: Vectors) -> None:
    found = zscores(array)
    assert found.mean() == pytest.approx(0, abs=1e-4)
    if np.ptp(array) > 0:
        assert found.std() == pytest.approx(1, abs=1e-3)
    else:
        assert not found.any()


@given(scores, st.sampled_from([0.5, 2.0, 8.0]), st.integers(-5, 5))
def test_zscores_do_not_know_scale_or_offset(array: Vectors, scale: float, offset: int) -> None:
    moved = (array * scale + offset).astype(np.float32)
    np.testing.assert_allclose(zscores(moved), zscores(array), atol=2e-2)


@given(scores, st.randoms(use_true_random=False))
def test_order_of_passages_does_not_matter(array: Vectors, random: Random) -> None:
    order = list(range(len(array)))
    random.shuffle(order)
    same = np.arange(len(array)) % 2 == 0
    words = np.abs(array[::-1])
    shared = np.abs(array)
    moved = fused(array[order], words[order], same[order], shared[order])
    np.testing.assert_allclose(moved, fused(array, words, same, shared)[order], atol=1e-4)


@given(scores)
def test_across_scripts_words_count_for_nothing(array: Vectors) -> None:
    nowhere = np.zeros(len(array), dtype=np.bool_)
    found = fused(array, np.abs(array), nowhere, nothing(array))
    np.testing.assert_allclose(found, 1.5 * zscores(array), rtol=1e-6)


@given(scores, st.data())
def test_more_shared_words_never_rank_a_passage_lower(array: Vectors, data: st.DataObject) -> None:
    row = data.draw(st.integers(0, len(array) - 1))
    everywhere = np.ones(len(array), dtype=np.bool_)
    words = np.abs(array[::-1])
    more = words.copy()
    more[row] += 2
    shared = nothing(array)
    before, after = fused(array, words, everywhere, shared), fused(array, more, everywhere, shared)
    beaten = before[row] > before + 1e-4
    assert (after[row] >= after[beaten] - 1e-3).all()


def test_within_a_script_words_decide_between_equals() -> None:
    dense = np.array([0.5, 0.5, 0.1], dtype=np.float32)
    words = np.array([0.0, 3.0, 0.0], dtype=np.float32)
    assert fused(dense, words, np.ones(3, dtype=np.bool_), nothing(dense)).argmax() == 1


def test_shared_terms_decide_in_any_script() -> None:
    dense = np.array([0.5, 0.5, 0.1], dtype=np.float32)
    shared = np.array([0.0, 0.2, 0.0], dtype=np.float32)
    for same in (np.ones(3, dtype=np.bool_), np.zeros(3, dtype=np.bool_)):
        assert fused(dense, nothing(dense), same, shared).argmax() == 1


def test_weights_are_the_measured_ones() -> None:
    dense = np.array([1, -1], dtype=np.float32)
    words = np.array([0, 2], dtype=np.float32)
    shared = np.array([0, 1], dtype=np.float32)
    found = fused(dense, words, np.ones(2, dtype=np.bool_), shared)
    np.testing.assert_allclose(found, [0.7 - 0.3, -0.7 + 0.3 + 3], rtol=1e-6)


def test_nothing_to_fuse() -> None:
    empty = np.zeros(0, dtype=np.float32)
    assert fused(empty, empty, np.zeros(0, dtype=np.bool_), empty).shape == (0,)


@given(scores, st.integers(0, 40))
def test_ranking_is_descending_and_stable(array: Vectors, limit: int) -> None:
    order = ranked(array, limit).tolist()
    assert len(order) == min(limit, len(array))
    keys = [(-array[row], row) for row in order]
    assert keys == sorted(keys)
