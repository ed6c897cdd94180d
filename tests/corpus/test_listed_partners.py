"""Lists of partners without mark-up: names alone, several in a line, dates below labels."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract
from corpus.model import Page, Tie
from corpus.pages import read_page


def _ties(text: str, tmp_path: Path, gazetteer: Gazetteer) -> tuple[Tie, ...]:
    path = tmp_path / "list.txt"
    path.write_text(text, encoding="utf-8")
    path.with_name("list.txt.toml").write_text('publisher = "Gimhae City"\n')
    page = read_page(path)
    assert isinstance(page, Page), page
    return extract(page, gazetteer).ties


def _told(text: str, tmp_path: Path, gazetteer: Gazetteer) -> dict[str, tuple[str, str | None]]:
    ties = _ties(text, tmp_path, gazetteer)
    return {tie.places[1]: (tie.stages[0].kind, tie.stages[0].date) for tie in ties}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Names alone, below a line that says nothing but that partners stand there.
        (
            "Our Sister Cities\n\nOtsu, Japan\nWeimar, Germany\n\nFriendship cities\n"
            "Xiamen, China\nGenoa, Italy\n",
            {
                "otsu": ("sister", None),
                "weimar": ("sister", None),
                "xiamen": ("friendship", None),
                "genoa": ("friendship", None),
            },
        ),
        # One line a kind, with or without dates; a name that nothing knows is passed over.
        (
            "국제교류\n\n자매도시: 오쓰시, 무무리시, 바이마르\n우호도시 : 샤먼시\n",
            {
                "otsu": ("sister", None),
                "weimar": ("sister", None),
                "xiamen": ("friendship", None),
            },
        ),
        # The number of partners behind their kind, curled signs of years, and a comma left out.
        (
            "국제교류\n\n"
            "- 자매결연도시(2개국 2개 도시): 일본 오쓰시(‘87.11) 독일 바이마르(’94. 4)\n"
            "- 우호도시(1): 중국 샤먼시(‘03.4), 이탈리아 제노바(’05.1)\n",
            {
                "otsu": ("sister", "1987-11"),
                "weimar": ("sister", "1994-04"),
                "xiamen": ("friendship", "2003-04"),
                "genoa": ("friendship", "2005-01"),
            },
        ),
        (
            "국제교류\n\n[자매도시] 일본 오쓰시(2009), 독일 바이마르(2011. 5.)\n"
            "[우호도시] 중국 샤먼시(2012)\n",
            {
                "otsu": ("sister", "2009"),
                "weimar": ("sister", "2011-05"),
                "xiamen": ("friendship", "2012"),
            },
        ),
        (
            "姊妹市\n\n日本 大津市(1981)、八王子市(1991)\n韓國 釜山廣域市(1966)\n",
            {
                "otsu": ("sister", "1981"),
                "hachioji": ("sister", "1991"),
                "busan": ("sister", "1966"),
            },
        ),
        # A bare year, before the name or behind it; a region that nothing knows before a country.
        (
            "Sister Cities\n\n• Otsu (Japan), 1978\n• Xiamen, China – 1985\n"
            "• Guadalajara, Xalixco, Mexico (1974)\n",
            {
                "otsu": ("sister", "1978"),
                "xiamen": ("sister", "1985"),
                "guadalajara": ("sister", "1974"),
            },
        ),
        # One name below such a line may stand there for another reason.
        ("Sister Cities\n\nOtsu, Japan\n", {}),
        # A list of something else, and names in the section of a partner.
        ("Sister City News\n\nOtsu\nWeimar\n", {}),
        ("Sister Cities\n\nPhotos\n\nOtsu, a festival\nWeimar, a concert\n", {}),
        ("Climate\n\nOtsu, Japan\nWeimar, Germany\n", {}),
        # Which of two known names a line is about stays open.
        ("Sister Cities\n\nOtsu – Weimar (1981)\n", {}),
        (
            "Sister Cities\n\nXiamen and Genoa 1990\n",
            {"xiamen": ("sister", None), "genoa": ("sister", None)},
        ),
    ],
)
def test_lists(
    text: str,
    expected: dict[str, tuple[str, str | None] | None],
    tmp_path: Path,
    gazetteer: Gazetteer,
) -> None:
    told = _told(text, tmp_path, gazetteer)
    assert {place: told.get(place) for place in expected} == expected
    assert any(expected.values()) or not told


def test_two_dates_of_one_partner(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = "Sister Cities\n\nOtsu (Japan): sister city May 2, 1979; renewed 2009\n"
    (tie,) = _ties(text, tmp_path, gazetteer)
    stages = {(stage.kind, stage.date) for stage in tie.stages}
    assert stages == {("sister", "1979-05-02"), ("renewal", "2009")}


def test_a_date_tells_more_than_a_list(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = (
        "Sister Cities\n\nOtsu, Japan\nWeimar, Germany\n\n"
        "On 3 May 1998 Gimhae signed a friendship agreement with Otsu.\n"
    )
    told = _told(text, tmp_path, gazetteer)
    assert told == {"otsu": ("friendship", "1998-05-03"), "weimar": ("sister", None)}


def test_a_line_opens_with_its_partner(tmp_path: Path, gazetteer: Gazetteer) -> None:
    path = tmp_path / "list.txt"
    path.write_text("Sister Cities\n\nOtsu, Shiga, Japan (1962)\nHubei, China (1984)\n")
    path.with_name("list.txt.toml").write_text('publisher = "Jeollabuk-do"\n')
    page = read_page(path)
    assert isinstance(page, Page), page
    told = {tie.places[1]: tie.stages[0].date for tie in extract(page, gazetteer).ties}
    assert told.get("hubei") == "1984"
    assert "shiga" not in told


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        ("Affiliated as a Sister City since:\nOctober 17th, 1989", "1989-10-17"),
        ("자매결연일:\n1989. 10. 17.", "1989-10-17"),
        ("签约日期：\n1989年10月17日", "1989-10-17"),
        ("Sister city since:\nthe autumn festival", None),
    ],
)
def test_dates_below_their_labels(
    lines: str, date: str | None, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    text = f"Sister Cities\n\nOtsu, Japan\nPopulation: 340,000\n{lines}\n\nWeimar, Germany\n"
    told = _told(text, tmp_path, gazetteer).get("otsu", ("sister", None))
    assert told == ("sister", date)


def test_labelled_lines_below_an_item_that_is_a_name(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = (
        "Sister Cities\n\n  • Otsu\n    Population: 340,000(2018)\n    Area: 58.3㎢\n"
        "  • Weimar\n    Population: 65,000(2010)\n"
    )
    path = tmp_path / "cards.txt"
    path.write_text(text, encoding="utf-8")
    path.with_name("cards.txt.toml").write_text('publisher = "Gimhae City"\n')
    page = read_page(path)
    assert isinstance(page, Page), page
    told = {(f.subject, f.property): f.value.number for f in extract(page, gazetteer).facts}
    assert told == {
        ("otsu", "population"): 340000,
        ("otsu", "area"): 58.3,
        ("weimar", "population"): 65000,
    }
