"""Records that stay on disk."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corpus.model import Skipped
from index.records import Undecodable
from index.shelf import Named, Shelf, write_shelf

ITEMS = [Skipped(f"page {number}\n", "값 ✓" * number) for number in range(50)]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf[Skipped]:
    write_shelf(tmp_path, "items", ITEMS)
    return Shelf(tmp_path, "items", Skipped)


def test_it_is_the_sequence_that_was_written(shelf: Shelf[Skipped]) -> None:
    assert len(shelf) == len(ITEMS)
    assert list(shelf) == ITEMS
    assert [shelf[row] for row in range(len(ITEMS))] == ITEMS
    assert shelf[-1] == ITEMS[-1]
    assert shelf[3:9:2] == tuple(ITEMS[3:9:2])
    assert ITEMS[7] in shelf


@pytest.mark.parametrize("row", [50, -51])
def test_a_row_that_is_not_there(shelf: Shelf[Skipped], row: int) -> None:
    with pytest.raises(IndexError):
        shelf[row]


def test_many_threads_read_the_same(shelf: Shelf[Skipped]) -> None:
    rows = [row * 7 % len(ITEMS) for row in range(2000)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(shelf.__getitem__, rows)) == [ITEMS[row] for row in rows]


def test_an_empty_shelf(tmp_path: Path) -> None:
    write_shelf(tmp_path, "items", [])
    assert list(Shelf(tmp_path, "items", Skipped)) == []


def test_files_that_do_not_fit_each_other(tmp_path: Path) -> None:
    write_shelf(tmp_path, "items", ITEMS)
    (tmp_path / "items.jsonl").write_bytes(b"{}\n")
    with pytest.raises(ValueError, match="not as long as its lines"):
        Shelf(tmp_path, "items", Skipped)


def test_records_of_another_kind_are_told_at_once(tmp_path: Path) -> None:
    write_shelf(tmp_path, "items", [{"source": "x"}])
    with pytest.raises(Undecodable, match=r"items\.jsonl, line 1: .*reason"):
        Shelf(tmp_path, "items", Skipped)


def test_records_by_name(shelf: Shelf[Skipped]) -> None:
    named = Named(shelf, {"one": 1, "last": 49})
    assert named["last"] == ITEMS[49]
    assert list(named) == ["one", "last"]
    assert "two" not in named
    assert named.get("two") is None
