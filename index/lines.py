"""Lines of a file as bytes: those that did not change are copied, and never parsed."""

from __future__ import annotations

import mmap
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index import records
from index.origin import NEW, Origin, runs

_BREAK = 10


class Lines:
    """The lines of ``data``; line n lies from ``starts[n]`` to ``starts[n + 1]``, its break too."""

    def __init__(self, data: mmap.mmap | bytes, starts: NDArray[np.int64]) -> None:
        self._data, self._starts = data, starts

    @classmethod
    def load(cls, path: Path) -> Lines:
        """The lines of the file at ``path``, which may be empty; raises OSError."""
        data = map_file(path)
        ends = np.flatnonzero(np.frombuffer(data, dtype=np.uint8) == _BREAK) + 1
        return cls(data, np.concatenate([[0], ends]).astype(np.int64))

    @classmethod
    def of_shelf(cls, folder: Path, name: str) -> Lines:
        """The lines of a shelf (see index.shelf), whose starts are known."""
        starts = np.load(folder / f"{name}.starts.npy", mmap_mode="r", allow_pickle=False)
        return cls(map_file(folder / f"{name}.jsonl"), starts)

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, row: int) -> bytes:
        """One line without its break."""
        start, end = self._starts[row : row + 2].tolist()
        return bytes(self._data[start : end - 1])

    def stretch(self, first: int, end: int) -> memoryview:
        """The bytes of the lines from ``first`` up to ``end``."""
        low, high = int(self._starts[first]), int(self._starts[end])
        return memoryview(self._data)[low:high]

    def lengths(self, first: int, end: int) -> NDArray[np.int64]:
        """How many bytes each of these lines has."""
        return np.diff(self._starts[first : end + 1])


NOTHING = Lines(b"", np.zeros(1, dtype=np.int64))


def write_lines(
    path: Path, origin: Origin, before: Lines, made: Iterable[object]
) -> NDArray[np.int64]:
    """Write the lines of ``before`` that ``origin`` names, and the records ``made`` between them.

    Returns where each line starts, and where the last one ends.
    """
    fresh, lengths = iter(made), [np.zeros(1, dtype=np.int64)]
    with path.open("wb") as file:
        for run in runs(origin):
            if run.old != NEW:
                file.write(before.stretch(run.old, run.end))
                lengths.append(before.lengths(run.old, run.end))
            else:
                some = islice(fresh, run.size)
                written = [file.write(records.dump(item) + b"\n") for item in some]
                lengths.append(np.array(written, dtype=np.int64))
    return np.cumsum(np.concatenate(lengths))


def map_file(path: Path) -> mmap.mmap | bytes:
    """The bytes of a file without reading it; an empty one cannot be mapped."""
    with path.open("rb") as file:
        if path.stat().st_size == 0:
            return b""
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
