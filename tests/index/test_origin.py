"""Where rows come from, and tables put together of old and new rows."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from index import records
from index.lines import NOTHING, Lines, write_lines
from index.origin import NEW, Origin, rows_from, runs, spliced, starts_of
from index.vectors import load_vectors, save_vectors, splice_vectors

OLD = 12


@st.composite
def origins(draw: st.DrawFn) -> Origin:
    """Some of OLD rows in order, with new ones between them."""
    taken = sorted(draw(st.sets(st.integers(0, OLD - 1))))
    for _ in range(draw(st.integers(0, 6))):
        taken.insert(draw(st.integers(0, len(taken))), NEW)
    return np.array(taken, dtype=np.int64)


@given(origins())
def test_runs_are_the_rows_again_and_no_two_could_be_one(origin: Origin) -> None:
    found = list(runs(origin))
    rows = [run.old + n if run.old != NEW else NEW for run in found for n in range(run.size)]
    assert rows == origin.tolist()
    assert [run.at for run in found] == starts_of(np.array([r.size for r in found]))[:-1].tolist()
    for one, other in pairwise(found):
        assert (one.old == NEW) != (other.old == NEW) or one.end != other.old


@given(origins())
def test_arrays_and_files_are_spliced_alike(
    tmp_path_factory: pytest.TempPathFactory, origin: Origin
) -> None:
    folder = tmp_path_factory.mktemp("spliced")
    old = np.arange(OLD * 3, dtype=np.float32).reshape(OLD, 3)
    new = -np.arange(3 * (origin == NEW).sum(), dtype=np.float32).reshape(-1, 3) - 1
    fresh = iter(new.tolist())
    wanted = [next(fresh) if row == NEW else old[row].tolist() for row in origin.tolist()]
    assert spliced(origin, old, new).tolist() == wanted
    save_vectors(folder / "whole.npy", np.array(wanted, dtype=np.float32).reshape(-1, 3))
    splice_vectors(folder / "spliced.npy", origin, old, new)
    assert load_vectors(folder / "spliced.npy").tolist() == wanted
    assert (folder / "spliced.npy").read_bytes() == (folder / "whole.npy").read_bytes()
    records.write_lines(folder / "old.jsonl", old.tolist())
    lines = Lines.load(folder / "old.jsonl")
    starts = write_lines(folder / "new.jsonl", origin, lines, new.tolist())
    written = (folder / "new.jsonl").read_bytes()
    assert written == b"".join(records.dump(row) + b"\n" for row in wanted)
    assert [written[low:high] for low, high in pairwise(starts.tolist())] == (
        written.splitlines(keepends=True)
    )


@given(origins(), st.lists(st.integers(0, 3), min_size=OLD, max_size=OLD), st.data())
def test_rows_of_pages_come_from_where_their_pages_come_from(
    pages: Origin, sizes: list[int], data: st.DataObject
) -> None:
    before = starts_of(np.array(sizes, dtype=np.int64))
    counts = [data.draw(st.integers(0, 3)) if page == NEW else sizes[page] for page in pages]
    wanted = [
        row
        for page, count in zip(pages.tolist(), counts, strict=True)
        for row in ([NEW] * count if page == NEW else range(*before[page : page + 2].tolist()))
    ]
    assert rows_from(pages, before, np.array(counts, dtype=np.int64)).tolist() == wanted


def test_lines_of_nothing(tmp_path: Path) -> None:
    nowhere: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
    assert write_lines(tmp_path / "empty.jsonl", nowhere, NOTHING, []).tolist() == [0]
    assert len(Lines.load(tmp_path / "empty.jsonl")) == 0


def test_a_single_line(tmp_path: Path) -> None:
    records.write_lines(tmp_path / "some.jsonl", ["one", "two", "three"])
    lines = Lines.load(tmp_path / "some.jsonl")
    assert [lines[row] for row in range(len(lines))] == [b'"one"', b'"two"', b'"three"']
