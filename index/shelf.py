"""Records that stay on disk: a file of JSON lines, of which single ones are read when wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Generic, TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from index import records
from index.lines import map_file

Record = TypeVar("Record")

# Records of one shelf that are remembered, about 1 kB each: those that answers quote come again.
REMEMBERED = 4096


class Shelf(Sequence[Record], Generic[Record]):
    """The records of ``NAME.jsonl`` in a folder, read one by one; safe to share by threads.

    Lines begin where ``NAME.starts.npy`` says, so that opening takes no longer for more of them.
    """

    def __init__(self, folder: Path, name: str, kind: type[Record]) -> None:
        """Raises OSError or ValueError where the two files do not fit each other or ``kind``."""
        self._name, self._kind = name, kind
        self._starts = np.load(folder / f"{name}.starts.npy", mmap_mode="r", allow_pickle=False)
        self._data = map_file(folder / f"{name}.jsonl")
        if self._starts.ndim != 1 or self._starts[-1] != len(self._data):
            raise ValueError(f"{name}.jsonl is not as long as its lines are")
        self._length = len(self._starts) - 1  # asked for at each look-up: an array takes a while
        self._read = lru_cache(maxsize=REMEMBERED)(self._decoded)
        if len(self):
            self._decoded(0)  # records of another version are told when the index is opened

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, row: int) -> Record: ...

    @overload
    def __getitem__(self, row: slice) -> tuple[Record, ...]: ...

    def __getitem__(self, row: int | slice) -> Record | tuple[Record, ...]:
        """The record in a row; raises IndexError where there is none."""
        if isinstance(row, slice):
            return tuple(map(self._decoded, range(*row.indices(len(self)))))
        length = self._length
        if not -length <= row < length:
            raise IndexError(row)
        return self._read(int(row) % length)

    def __iter__(self) -> Iterator[Record]:
        return map(self._decoded, range(len(self)))

    def _decoded(self, row: int) -> Record:
        start, end = self._starts[row : row + 2].tolist()
        try:
            return records.load(self._data[start : end - 1], self._kind)
        except records.Undecodable as error:
            raise records.Undecodable(f"{self._name}.jsonl, line {row + 1}: {error}") from error


class Named(Mapping[str, Record], Generic[Record]):
    """The records of a shelf by name; ``rows`` says where each of them is."""

    def __init__(self, shelf: Sequence[Record], rows: Mapping[str, int]) -> None:
        self._shelf, self._rows = shelf, rows

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __contains__(self, name: object) -> bool:
        return name in self._rows

    def __getitem__(self, name: str) -> Record:
        return self._shelf[self._rows[name]]


def write_shelf(folder: Path, name: str, items: Iterable[object]) -> None:
    """Write ``items`` for a ``Shelf``."""
    starts = [0]
    with (folder / f"{name}.jsonl").open("wb") as file:
        for item in items:
            starts.append(starts[-1] + file.write(records.dump(item) + b"\n"))
    save_starts(folder, name, np.array(starts, dtype=np.int64))


def save_starts(folder: Path, name: str, starts: NDArray[np.int64]) -> None:
    """Write where the lines of ``NAME.jsonl`` start, and where the last one ends."""
    np.save(folder / f"{name}.starts.npy", starts, allow_pickle=False)
