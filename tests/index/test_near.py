"""Nearly nearest rows, against exact search."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.model import Vectors
from index.near import NAME, NearVectors, write_near
from index.vectors import ExactVectors, VectorIndex


def rows(count: int, dimension: int = 64, seed: int = 3) -> Vectors:
    """Unit vectors around a few directions, as those of texts are."""
    chance = np.random.default_rng(seed)
    around = chance.normal(size=(20, dimension))
    found = around[chance.integers(0, 20, count)] + chance.normal(size=(count, dimension))
    return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), dtype=np.float32)


def test_nearly_all_of_the_nearest_are_found(tmp_path: Path) -> None:
    matrix = rows(6000)
    write_near(tmp_path / NAME, matrix)
    near: VectorIndex = NearVectors.load(tmp_path / NAME, matrix)
    exact = ExactVectors(matrix)
    found = 0
    for vector in rows(40, seed=4):
        candidates = near.nearest(vector, 300)
        best = candidates[np.argsort(-near.scores(vector, candidates))[:10]]
        found += len(set(best.tolist()) & set(exact.nearest(vector, 10).tolist()))
    assert found >= 0.98 * 400
    assert len(near) == 6000


def test_lists_of_other_vectors_are_refused(tmp_path: Path) -> None:
    write_near(tmp_path / NAME, rows(3000))
    with pytest.raises(ValueError, match="is of other vectors"):
        NearVectors.load(tmp_path / NAME, rows(3001))
    (tmp_path / NAME).write_bytes(b"no index")
    with pytest.raises(ValueError, match="cannot be read"):
        NearVectors.load(tmp_path / NAME, rows(3000))
