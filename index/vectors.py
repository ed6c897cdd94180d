"""Stored vectors: rows of unit vectors that are searched by inner product."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol, TypeAlias

import faiss
import numpy as np
from numpy.typing import NDArray

from index.model import Vectors

Rows: TypeAlias = NDArray[np.int64]


class VectorIndex(Protocol):
    """Finds the rows nearest to a vector, exactly or nearly; safe to share by threads."""

    def __len__(self) -> int: ...

    def nearest(self, vector: Vectors, limit: int) -> Rows:
        """The rows nearest to ``vector`` (shape (dimension,)), best first, ``limit`` at most."""
        ...

    def scores(self, vector: Vectors, rows: Rows) -> Vectors:
        """The exact cosine of ``vector`` to each of ``rows``, shape (len(rows),)."""
        ...


class FlatVectors:
    """Every row compared, by FAISS: exact, 0.7 ms at 10,000 rows. Past 20,000 take HNSW or IVF."""

    def __init__(self, matrix: Vectors) -> None:
        """Index the rows of ``matrix``, shape (n, dimension), unit vectors in float32."""
        self._matrix = matrix
        self._index = faiss.IndexFlatIP(matrix.shape[1])
        self._index.add(np.ascontiguousarray(matrix))

    def __len__(self) -> int:
        return len(self._matrix)

    def nearest(self, vector: Vectors, limit: int) -> Rows:
        """See ``VectorIndex.nearest``."""
        # One question is not worth a second thread: on two busy cores waiting for it made 24 ms of
        # 0.6 ms at 10,000 rows. OpenMP keeps this number for each calling thread apart.
        faiss.omp_set_num_threads(1)
        _, rows = self._index.search(vector[np.newaxis], min(limit, len(self)))
        return np.asarray(rows[0], dtype=np.int64)

    def scores(self, vector: Vectors, rows: Rows) -> Vectors:
        """See ``VectorIndex.scores``."""
        return cosines(self._matrix, vector, rows)


def cosines(matrix: Vectors, vector: Vectors, rows: Rows) -> Vectors:
    """Cosine of the unit ``vector`` to those ``rows`` of unit vectors, shape (len(rows),).

    By ``vecdot``, which is as quick as ``@`` and stays in its thread (see ``nearest``).
    """
    return np.asarray(np.vecdot(matrix[rows], vector), dtype=np.float32)


def save_vectors(path: Path, vectors: Vectors) -> None:
    """Write ``vectors``, shape (n, dimension), as a plain array file."""
    np.save(path, np.ascontiguousarray(vectors, dtype=np.float32), allow_pickle=False)


def load_vectors(path: Path) -> Vectors:
    """Map what ``save_vectors`` wrote into memory, read-only; ValueError where it is not that."""
    vectors = np.load(path, mmap_mode="r", allow_pickle=False)
    if vectors.ndim != 2 or vectors.dtype != np.float32:
        raise ValueError(f"{path.name}: not rows of float32 vectors")
    return np.asarray(vectors)  # still mapped; numpy.memmap itself makes every slice slow
