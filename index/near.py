"""Nearly nearest rows among very many: FAISS's inverted lists over compressed vectors.

Rows are sorted into lists around means; a question looks into the lists nearest to it, and compares
with rows of 4 bits for every 2 numbers (product quantisation). What comes out is compared again,
exactly, with the vectors on disk.
"""

from __future__ import annotations

import math
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.model import Vectors
from index.origin import NEW, Origin, spliced
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
# An odd number that scatters what it multiplies (2^64 over the golden ratio).
_SCATTER = np.uint64(0x9E3779B97F4A7C15)
# Names of what the next build takes over.
_EMPTY, _IN, _CODES, _SAMPLE = "near.empty", "near.lists.npy", "near.codes.npy", "near.sample"
# Learning among 70,000 rows takes 2.3 s of one thread, and coding them 0.8 s. Two threads on cores
# that others keep busy wait for each other in a loop: 40 s of processor time, 140 s on the clock.
_THREADS = 1
# Rows that are coded at once.
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


class Coded(NamedTuple):
    """Rows as the lists have them, in order: their list and their code, 4 bits for _GROUP numbers.

    ``empty`` is the lists without rows, which knows how to code any row, and ``sample`` a digest of
    the rows that it was learned from.
    """

    sample: str
    empty: Any
    lists: NDArray[np.int32]
    codes: NDArray[np.uint8]

    @classmethod
    def load(cls, folder: Path) -> Coded:
        """What ``save`` wrote; raises OSError or ValueError where it is not that."""
        import faiss

        try:
            empty = faiss.read_index(str(folder / _EMPTY))
        except RuntimeError as error:
            raise ValueError(f"{_EMPTY} cannot be read") from error
        lists, codes = (np.load(folder / name, allow_pickle=False) for name in (_IN, _CODES))
        return cls((folder / _SAMPLE).read_text(encoding="ascii"), empty, lists, codes)

    def save(self, folder: Path) -> None:
        """Write it into ``folder`` for the next build."""
        import faiss

        faiss.write_index(self.empty, str(folder / _EMPTY))
        np.save(folder / _IN, self.lists, allow_pickle=False)
        np.save(folder / _CODES, self.codes, allow_pickle=False)
        (folder / _SAMPLE).write_text(self.sample, encoding="ascii")


def code_rows(matrix: Vectors, origin: Origin | None = None, before: Path | None = None) -> Coded:
    """Sort the rows of ``matrix`` (unit vectors) into lists, and code them.

    In the folder ``before`` lie the codes of the generation before, of which ``origin`` names rows.
    They are taken over where the rows to learn from are the same as then: these are chosen by what
    they are, so that mostly they are.
    """
    sample = _sample(matrix)
    digest = sha256(sample.tobytes()).hexdigest()
    known = _known(before)
    if known is None or known.sample != digest or origin is None:
        empty = _learned(sample, len(matrix))
        return Coded(digest, empty, *_code(empty, matrix, np.arange(len(matrix))))
    lists, codes = _code(known.empty, matrix, np.flatnonzero(origin == NEW))
    taken = spliced(origin, known.lists, lists), spliced(origin, known.codes, codes)
    return Coded(digest, known.empty, *taken)


def _known(before: Path | None) -> Coded | None:
    """The codes of the generation before; None where there are none that can be read."""
    try:
        return Coded.load(before) if before is not None and (before / _SAMPLE).exists() else None
    except (OSError, ValueError, RuntimeError):
        return None


def write_near(path: Path, coded: Coded) -> None:
    """Write the lists with all their rows to ``path``."""
    import faiss

    made: Any = coded.empty
    plain: Any = faiss.IndexIVFPQ(
        made.quantizer, made.d, made.nlist, made.pq.M, made.pq.nbits, made.metric_type
    )
    plain.by_residual, plain.pq, plain.is_trained = made.by_residual, made.pq, True
    order = np.argsort(coded.lists, kind="stable")
    bounds = np.searchsorted(coded.lists[order], np.arange(made.nlist + 1))
    for number, (start, end) in enumerate(pairwise(bounds.tolist())):
        rows = order[start:end]
        codes = np.ascontiguousarray(coded.codes[rows])
        if len(rows):
            ids = faiss.swig_ptr(rows), faiss.swig_ptr(codes)
            plain.invlists.add_entries(number, len(rows), *ids)
    plain.ntotal = len(order)
    faiss.write_index(faiss.IndexIVFPQFastScan(plain), str(path))


def _sample(matrix: Vectors) -> Vectors:
    """The rows to learn from, by their first numbers: another row more or less changes few."""
    count = len(matrix)
    heads = np.ascontiguousarray(matrix[:, :2]).view(np.uint64).ravel() * _SCATTER
    chosen = np.argsort(heads, kind="stable")[: _lists(count) * _LEARNED]
    return np.ascontiguousarray(matrix[np.sort(chosen)])


def _lists(count: int) -> int:
    return round(_LISTS * math.sqrt(count))


def _learned(sample: Vectors, count: int) -> Any:
    """Lists without rows for ``count`` of them, learned from ``sample``."""
    import faiss

    dimension = sample.shape[1]
    made: Any = faiss.index_factory(
        dimension,
        f"IVF{_lists(count)},PQ{dimension // _GROUP}x4fs",
        faiss.METRIC_INNER_PRODUCT,
    )
    made.cp.seed, made.cp.niter = _SEED, _TURNS
    faiss.omp_set_num_threads(_THREADS)
    made.train(sample)
    return made


def _code(empty: Any, matrix: Vectors, rows: Rows) -> tuple[NDArray[np.int32], NDArray[np.uint8]]:
    """The list and the code of each of ``rows``."""
    import faiss

    faiss.omp_set_num_threads(_THREADS)
    lists = [np.zeros(0, dtype=np.int32)]
    codes = [np.zeros((0, empty.pq.code_size), dtype=np.uint8)]
    for start in range(0, len(rows), _ROWS):
        some = np.ascontiguousarray(matrix[rows[start : start + _ROWS]])
        lists.append(empty.quantizer.search(some, 1)[1][:, 0].astype(np.int32))
        codes.append(empty.pq.compute_codes(some))
    return np.concatenate(lists), np.concatenate(codes)
