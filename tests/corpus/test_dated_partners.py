"""Entries of lists of partners that name one, date its tie and say nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract
from corpus.model import Page
from corpus.pages import read_page


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "International Sister Cities\n\nOtsu, Japan (May 15, 1989)\nWeimar, Germany (2001)\n",
            {"otsu": ("sister", "1989-05-15"), "weimar": ("sister", "2001")},
        ),
        (
            "Friendship Cities\n\nOtsu, Japan : May 15, 1989\nWeimar, Germany : October 3, 2001\n",
            {"otsu": ("friendship", "1989-05-15"), "weimar": ("friendship", "2001-10-03")},
        ),
        # The line above a list says of which kind it is, before any heading.
        (
            "자매·우호도시\n\n자매도시 : 2개국 2개 도시\n\n • 일본 시가현 오쓰시(1998.4.21)\n"
            " • 중국 헤이룽장성 치치하얼시(2003. 7. 30.)\n\n우호도시 : 1개국 1개 도시\n\n"
            " • 중국 길림성 연길시(2007.10.31)\n",
            {
                "otsu": ("sister", "1998-04-21"),
                "qiqihar": ("sister", "2003-07-30"),
                "yanji": ("friendship", "2007-10-31"),
            },
        ),
        (
            "友好城市\n\n1. 日本大津市 1994年5月2日\n2. 德国魏玛市 2001年\n",
            {"otsu": ("friendship", "1994-05-02")},
        ),
        # Provinces stand in such lists as well.
        (
            "Sisterhood relationships\n\n • Fukui Prefecture (3 May, 1993) of Japan\n"
            " • Hubei of China (9 July, 1997)\n",
            {"fukui-japan": ("sister", "1993-05-03"), "hubei": ("sister", "1997-07-09")},
        ),
        # What says more than a name is no entry, nor is what no line announces.
        ("Sister Cities\n\nFestival in Otsu (May 15, 1989)\nOtsu choir (2001)\n", {}),
        ("Weather\n\nOtsu, Japan (May 15, 1989)\nWeimar, Germany (October 3, 2001)\n", {}),
        ("Sister Cities\n\nExchanges\n\n • Otsu, Japan (May 15, 1989)\n", {}),
    ],
)
def test_entries(
    text: str, expected: dict[str, tuple[str, str]], tmp_path: Path, gazetteer: Gazetteer
) -> None:
    path = tmp_path / "list.txt"
    path.write_text(text, encoding="utf-8")
    path.with_name("list.txt.toml").write_text('publisher = "Gimhae City"\n')
    page = read_page(path)
    assert isinstance(page, Page), page
    ties = extract(page, gazetteer).ties
    told = {tie.places[1]: (tie.stages[0].kind, tie.stages[0].date) for tie in ties}
    assert {place: told.get(place) for place in expected} == expected
    assert expected or not told


@pytest.mark.parametrize(
    ("label", "place"),
    [
        ("Date of becoming sister cities: April 18, 2005", None),
        ("Formation of sisterhood ties : April 18, 2005 (at Gimhae City Hall)", "Gimhae City Hall"),
    ],
)
def test_labels_of_the_day(
    label: str, place: str | None, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    path = tmp_path / "card.txt"
    path.write_text(f"Otsu, Japan\n\n • Area : 464㎢\n • {label}\n", encoding="utf-8")
    path.with_name("card.txt.toml").write_text('publisher = "Gimhae City"\n')
    page = read_page(path)
    assert isinstance(page, Page), page
    stage = extract(page, gazetteer).ties[0].stages[0]
    assert (stage.kind, stage.date, stage.place) == ("sister", "2005-04-18", place)
