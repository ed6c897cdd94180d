"""Nearly nearest rows among very many: FAISS's inverted lists over compressed vectors.

Rows are sorted into lists around means; a question looks into the lists nearest to it, and compares
with rows of 4 bits for every 2 numbers (product quantisation). What comes out is compared again,
exactly, with the vectors on disk.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np

from index.model import Vectors
from index.vectors import Rows, cosines, highest

NAME = "passages.near"
# Numbers of a vector that share a code of 4 bits.
_GROUP = 2
# Lists for n rows: so many times the root of n; rows of each list that its mean is learned from.
_LISTS, _LEARNED = 2, 40
# Turns of learning the means.
_TURNS = 10
# Lists that a question looks into, and how many times the rows wanted are taken from them and
# compared exactly. Of the 10 nearest among a million (gyoryu bench scale) for 1,000 rows wanted:
#    lists    once           twice          four times
#       64    97.8 % 1.4 ms  99.7 % 2.2 ms  99.8 % 3.6 ms
#      128    98.0 % 1.7 ms  99.8 % 2.5 ms  100  % 4.0 ms
#      256    98.0 % 2.7 ms  99.8 % 3.5 ms  100  % 5.4 ms
PROBES, _SPARE = 64, 2
_SEED = 20131104
# Rows that are added at once.
_ROWS = 100_000


class NearVectors:
    """A VectorIndex (see index.vectors) that finds nearly all of the nearest rows."""

    def __init__(self, matrix: Vectors, lists: Any) -> None:
        """``lists`` is what ``read_near`` gave for the rows of ``matrix``."""
        self._matrix, self._lists = matrix, lists

    @classmethod
    def load(cls, path: Path, matrix: Vectors) -> NearVectors:
        """What ``write_near`` wrote for ``matrix``; raises ValueError where it is not that."""
        import faiss

        try:
            lists = faiss.read_index(str(path))
        except RuntimeError as error:
            raise ValueError(f"{path.name} cannot be read") from error
        if (lists.ntotal, lists.d) != matrix.shape:
            raise ValueError(f"{path.name} is of other vectors")
        return cls(matrix, lists)

    def __len__(self) -> int:
        return len(self._matrix)

    def nearest(self, vector: Vectors, limit: int) -> Rows:
        """See ``VectorIndex.nearest``."""
        import faiss

        # One question is not worth a second thread; OpenMP keeps this number for each thread apart.
        faiss.omp_set_num_threads(1)
        wanted = faiss.SearchParametersIVF(nprobe=PROBES)  # type: ignore[call-arg]
        count = min(_SPARE * limit, len(self))
        _, rows = self._lists.search(vector[np.newaxis], count, params=wanted)
        found = np.sort(np.asarray(rows[0], dtype=np.int64))
        found = found[found >= 0]
        return found[highest(self.scores(vector, found), limit)]

    def scores(self, vector: Vectors, rows: Rows) -> Vectors:
        """See ``VectorIndex.scores``."""
        return cosines(self._matrix, vector, rows)


def write_near(path: Path, matrix: Vectors) -> None:
    """Sort the rows of ``matrix`` (unit vectors) into lists and write them to ``path``."""
    import faiss

    count, dimension = matrix.shape
    lists = round(_LISTS * math.sqrt(count))
    made: Any = faiss.index_factory(
        dimension, f"IVF{lists},PQ{dimension // _GROUP}x4fs", faiss.METRIC_INNER_PRODUCT
    )
    made.cp.seed, made.cp.niter = _SEED, _TURNS
    chosen = np.random.default_rng(_SEED).permutation(count)[: lists * _LEARNED]
    made.train(np.ascontiguousarray(matrix[np.sort(chosen)]))
    for start in range(0, count, _ROWS):
        made.add(np.ascontiguousarray(matrix[start : start + _ROWS]))
    faiss.write_index(made, str(path))
