from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.model import Vectors
from index.vectors import ExactVectors, VectorIndex, cosines, load_vectors, save_vectors


def unit_rows(count: int, dimension: int = 16) -> Vectors:
    rows = np.random.default_rng(7).normal(size=(count, dimension)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True))


def test_flat_search_is_exact() -> None:
    rows = unit_rows(300)
    index: VectorIndex = ExactVectors(rows)
    expected = np.argsort(-(rows @ rows[5]), kind="stable")[:20]
    np.testing.assert_array_equal(index.nearest(rows[5], 20), expected)
    assert len(index) == 300


def test_nearest_gives_no_more_than_there_is() -> None:
    rows = unit_rows(3)
    assert sorted(ExactVectors(rows).nearest(rows[0], 10).tolist()) == [0, 1, 2]


def test_scores_are_cosines_in_the_order_asked_for() -> None:
    rows = unit_rows(10)
    wanted = np.array([7, 2, 2])
    found = ExactVectors(rows).scores(rows[7], wanted)
    np.testing.assert_allclose(found, rows[wanted] @ rows[7], rtol=1e-6)
    assert found[0] == pytest.approx(1.0, abs=1e-6)
    assert cosines(rows, rows[0], np.zeros(0, dtype=np.int64)).shape == (0,)


@pytest.mark.parametrize("count", [0, 1, 5])
def test_stored_vectors_come_back_read_only(tmp_path: Path, count: int) -> None:
    rows = unit_rows(count)
    save_vectors(tmp_path / "rows.npy", rows)
    loaded = load_vectors(tmp_path / "rows.npy")
    np.testing.assert_array_equal(loaded, rows)
    assert not loaded.flags.writeable


@pytest.mark.parametrize("array", [np.zeros(3, np.float32), np.zeros((2, 2), np.float64)])
def test_other_arrays_are_refused(tmp_path: Path, array: Vectors) -> None:
    np.save(tmp_path / "rows.npy", array)
    with pytest.raises(ValueError, match="not rows of float32 vectors"):
        load_vectors(tmp_path / "rows.npy")


def test_pickled_objects_are_refused(tmp_path: Path) -> None:
    np.save(tmp_path / "rows.npy", np.array([{}], dtype=object), allow_pickle=True)
    with pytest.raises(ValueError, match="Python objects"):
        load_vectors(tmp_path / "rows.npy")


def test_all_rows_and_some_of_them_have_the_same_cosines() -> None:
    matrix = unit_rows(40)
    every = cosines(matrix, matrix[3], np.arange(40))

    np.testing.assert_array_equal(cosines(matrix, matrix[3], np.arange(39)), every[:39])
    np.testing.assert_array_equal(cosines(matrix, matrix[3], np.arange(40)[::-1]), every[::-1])
    assert cosines(matrix, matrix[3], np.arange(0)).shape == (0,)
