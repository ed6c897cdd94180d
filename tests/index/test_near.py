"""Nearly nearest rows, against exact search."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index import near
from index.model import Vectors
from index.near import NAME, NearVectors, code_rows, write_near
from index.origin import NEW
from index.vectors import ExactVectors, VectorIndex


def rows(count: int, dimension: int = 64, seed: int = 3) -> Vectors:
    """Unit vectors around a few directions, as those of texts are."""
    chance = np.random.default_rng(seed)
    around = chance.normal(size=(20, dimension))
    found = around[chance.integers(0, 20, count)] + chance.normal(size=(count, dimension))
    return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), dtype=np.float32)


def test_nearly_all_of_the_nearest_are_found(tmp_path: Path) -> None:
    matrix = rows(6000)
    write_near(tmp_path / NAME, code_rows(matrix))
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
    write_near(tmp_path / NAME, code_rows(rows(3000)))
    with pytest.raises(ValueError, match="is of other vectors"):
        NearVectors.load(tmp_path / NAME, rows(3001))
    (tmp_path / NAME).write_bytes(b"no index")
    with pytest.raises(ValueError, match="cannot be read"):
        NearVectors.load(tmp_path / NAME, rows(3000))


@pytest.mark.parametrize("far", [True, False])
def test_a_row_in_another_place_gives_the_lists_that_all_rows_give(
    tmp_path: Path, far: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row that nothing is learned from is coded alone; another one has all coded anew."""
    monkeypatch.setattr(near, "_LEARNED", 20)  # of so few rows all would be learned from
    before = rows(6000)
    sampled = {row.tobytes() for row in near._sample(before)}
    place = next(n for n, row in enumerate(before) if (row.tobytes() in sampled) != far)
    after = np.delete(before, place, axis=0)
    after = np.concatenate([after, _outside(before) if far else rows(1, seed=9)])
    code_rows(before).save(tmp_path)
    origin = np.concatenate([np.delete(np.arange(6000), place), [NEW]])
    fresh = code_rows(after)
    if far:
        monkeypatch.setattr(near, "_learned", None)
    again = code_rows(after, origin, tmp_path)
    write_near(tmp_path / "fresh", fresh)
    write_near(tmp_path / "again", again)
    assert (tmp_path / "fresh").read_bytes() == (tmp_path / "again").read_bytes()
    assert again.sample == fresh.sample


def _outside(matrix: Vectors) -> Vectors:
    """A row that would not be learned from, beside ``matrix``."""
    for seed in range(100):
        row = rows(1, seed=seed)
        sample = near._sample(np.concatenate([matrix, row]))
        if not (sample == row).all(axis=1).any():
            return row
    raise AssertionError("every row is learned from")
