"""What a folder of pages holds: pages, sources that are none, and a file of places."""

from __future__ import annotations

from pathlib import Path

from index.inputs import make_inputs
from index.reading import read_pages

ROW = "id,ko\nhebi,학벽특별구\n"


def folder(root: Path, places: str | None = None) -> Path:
    (root / "page.md").write_text("# 자매도시\n\n허비시와 교류합니다.\n", encoding="utf-8")
    if places is not None:
        (root / "places.csv").write_text(places, encoding="utf-8")
    return root


def test_a_file_of_places_beside_the_pages_is_read_and_no_page(tmp_path: Path) -> None:
    reading = read_pages(folder(tmp_path, ROW))
    assert reading.places == tmp_path / "places.csv"
    assert reading.skipped == ()
    assert [page.id for page in reading.pages] == ["page"]


def test_a_folder_without_one_has_none(tmp_path: Path) -> None:
    assert read_pages(folder(tmp_path)).places is None


def test_the_places_count_as_input(tmp_path: Path) -> None:
    reading = read_pages(folder(tmp_path, ROW))
    assert reading.places is not None
    before = make_inputs(reading.pages, "default", [reading.places])
    folder(tmp_path, ROW + "wenling,온령특별시\n")
    assert make_inputs(reading.pages, "default", [reading.places]) != before
    assert make_inputs(reading.pages, "default", []).places == ""
