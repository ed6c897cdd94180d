"""Stored vectors: rows of unit vectors that are searched by inner product."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol, TypeAlias

import numpy as np
from numpy.lib.format import write_array_header_1_0
from numpy.typing import NDArray

from index.model import Vectors
from index.origin import NEW, Origin, runs

Rows: TypeAlias = NDArray[np.int64]

# Passages of which each is compared with a question: more are sorted into lists (index.near).
EXACT_UP_TO = 20_000


class VectorIndex(Protocol):
    """Finds the rows nearest to a vector, exactly or nearly; safe to share by threads."""

    def __len__(self) -> int: ...

    def nearest(self, vector: Vectors, limit: int) -> Rows:
        """The rows nearest to ``vector`` (shape (dimension,)), best first, ``limit`` at most."""
        ...

    def scores(self, vector: Vectors, rows: Rows) -> Vectors:
        """The exact cosine of ``vector`` to each of ``rows``, shape (len(rows),)."""
        ...


class ExactVectors:
    """Every row compared: 0.1 ms at 1,000 rows, 1.4 at 10,000, 3.3 at 20,000.

    FAISS takes as long (0.3, 1.9 and 3.2 ms) and wants a copy of the rows.
    """

    def __init__(self, matrix: Vectors) -> None:
        """Over the rows of ``matrix``, shape (n, dimension), unit vectors in float32."""
        self._matrix = matrix

    def __len__(self) -> int:
        return len(self._matrix)

    def nearest(self, vector: Vectors, limit: int) -> Rows:
        """See ``VectorIndex.nearest``."""
        return highest(np.vecdot(self._matrix, vector), limit)

    def scores(self, vector: Vectors, rows: Rows) -> Vectors:
        """See ``VectorIndex.scores``."""
        return cosines(self._matrix, vector, rows)


def highest(scores: Vectors, limit: int) -> Rows:
    """Positions of the ``limit`` highest ``scores``, best first."""
    found = np.argpartition(-scores, limit - 1)[:limit] if limit < len(scores) else None
    rows = np.arange(len(scores)) if found is None else found
    return np.asarray(rows[np.argsort(-scores[rows], kind="stable")], dtype=np.int64)


def cosines(matrix: Vectors, vector: Vectors, rows: Rows) -> Vectors:
    """Cosine of the unit ``vector`` to those ``rows`` of unit vectors, shape (len(rows),).

    All rows are read where they lie: copying a thousand takes twice as long as comparing. By
    ``vecdot``, which stays in its thread: on two busy cores waiting for a second one made 8 ms of
    1.1 ms at 10,000 rows.
    """
    wanted = matrix if _is_every(rows, len(matrix)) else matrix[rows]
    return np.asarray(np.vecdot(wanted, vector), dtype=np.float32)


def _is_every(rows: Rows, size: int) -> bool:
    """Whether ``rows`` are 0 to ``size`` - 1, one after the other."""
    return 0 < len(rows) == size and bool((rows == np.arange(size)).all())


def save_vectors(path: Path, vectors: Vectors) -> None:
    """Write ``vectors``, shape (n, dimension), as a plain array file."""
    np.save(path, np.ascontiguousarray(vectors, dtype=np.float32), allow_pickle=False)


def splice_vectors(path: Path, origin: Origin, old: Vectors, new: Vectors) -> None:
    """Write, as ``save_vectors`` would, rows of ``old`` with those of ``new`` between them.

    Old rows are copied in runs: they need not fit into memory.
    """
    header = {"descr": "<f4", "fortran_order": False, "shape": (len(origin), new.shape[1])}
    at = 0
    with path.open("wb") as file:
        write_array_header_1_0(file, header)
        for run in runs(origin):
            fresh = run.old == NEW
            part = new[at : at + run.size] if fresh else old[run.old : run.end]
            file.write(np.ascontiguousarray(part, dtype=np.float32).data)
            at += run.size if fresh else 0


def load_vectors(path: Path) -> Vectors:
    """Map what ``save_vectors`` wrote into memory, read-only; ValueError where it is not that."""
    vectors = np.load(path, mmap_mode="r", allow_pickle=False)
    if vectors.ndim != 2 or vectors.dtype != np.float32:
        raise ValueError(f"{path.name}: not rows of float32 vectors")
    return np.asarray(vectors)  # still mapped; numpy.memmap itself makes every slice slow
