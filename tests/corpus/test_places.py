"""Places files: rows, an operator's own laid over them, and errors that name the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import GazetteerError, load_gazetteer
from corpus.gazetteer.places import read_all, read_places


def write(folder: Path, content: str) -> Path:
    file = folder / "places.csv"
    file.write_text(content, encoding="utf-8")
    return file


def test_a_file_of_one_s_own_adds_and_corrects(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        "id,kind,parent,ko,zh,zh-Hant,en\n"
        "callao-here,city,,카야나시,卡亚俄,卡亞俄,Callao Here\n"
        "hebi,city,henan,학벽시|학벽특별구,鹤壁市,鶴壁市,Hebi\n",
    )
    own = load_gazetteer(file)
    assert own.find("카야나시")[0].place == "callao-here"
    assert own.find("학벽특별구")[0].place == "hebi"


def test_a_row_of_a_known_place_replaces_only_what_it_gives(tmp_path: Path) -> None:
    before = read_all()["hebi"]
    after = read_all([write(tmp_path, "id,ko\nhebi,허비|학벽\n")])["hebi"]
    assert after.names == {**before.names, "ko": ("허비", "학벽")}
    assert (after.kind, after.parent) == (before.kind, before.parent)


def test_files_are_laid_over_each_other_in_turn(tmp_path: Path) -> None:
    first = write(tmp_path, "id,kind,ko,zh,en\nhere,city,여기시,,\n")
    second = tmp_path / "second.csv"
    second.write_text("id,en,former,successor\nhere,Here,1,seocho\n", encoding="utf-8")
    place = read_all([first, second])["here"]
    assert place.names == {"ko": ("여기시",), "en": ("Here",)}
    assert place.former
    assert place.successor == "seocho"


@pytest.mark.parametrize(
    ("content", "hint"),
    [
        ("id,kind\nx,city\n", "lacks names"),
        ("kind,ko\ncity,이름\n", "lacks id"),
        ("ko,id\n이름,x\n", "id in front"),
        ("id,kind,parent,ko,zh,zh-Hant,en\nx,village,,이름,名,名,Name\n", "line 2: kind must be"),
        ("id,ko\nunknown-place,이름\n", "line 2: kind must be"),
        ("id,kind,parent,ko,zh,zh-Hant,en\nx,city,nowhere,이름,名,名,Name\n", "unknown parent"),
        ("id,kind,successor,ko\nx,city,nowhere,이름\n", "unknown successor"),
        ("id,kind,former,ko\nx,city,maybe,이름\n", "line 2: former must be"),
        ("id,kind,parent,ko,zh,zh-Hant,en\nx,city,,,,,\n", "at least one name"),
    ],
)
def test_a_bad_places_file_is_refused_with_a_hint(tmp_path: Path, content: str, hint: str) -> None:
    with pytest.raises(GazetteerError, match=hint) as error:
        load_gazetteer(write(tmp_path, content))
    assert "places.csv" in str(error.value)


def test_a_places_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "places.csv"
    file.write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(GazetteerError, match="UTF-8"):
        read_places(file)
