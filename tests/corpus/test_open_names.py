"""Names of several places in lists of partners: no tie is told of a guess."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.model import SPECIFIC
from corpus.ties.innermost import certain, innermost

from .written_pages import known


def _partners(publisher: str | None, page: str, tmp_path: Path, gazetteer: Gazetteer) -> set[str]:
    if publisher:
        (tmp_path / "page.txt.toml").write_text(f'publisher = "{publisher}"\n')
    ties = known(tmp_path, gazetteer, page).ties
    return {place for tie in ties for place in tie.places}


def test_an_open_name_is_one_that_several_places_have(gazetteer: Gazetteer) -> None:
    named = gazetteer.find("Izumi, Japan; Otsu, Japan")
    inner = innermost((mention.place for mention in named), gazetteer)
    assert len(inner) == 2 and "otsu" in inner
    assert all(gazetteer.places[place].kind in SPECIFIC for place in inner)
    assert certain(named) == {"otsu", "japan"}


@pytest.mark.parametrize(
    ("publisher", "page", "others"),
    [
        # Names alone in lines, and several in one line under a label.
        (
            "순천시",
            "Sister Cities\n\n- Izumi, Japan\n- Otsu, Japan\n- Ningbo, China\n",
            {"suncheon", "otsu", "ningbo"},
        ),
        (
            "순천시",
            "International relations\n\nSister Cities: Otsu, Japan; Izumi, Japan; Ningbo, China\n",
            {"suncheon", "otsu", "ningbo"},
        ),
        # A sentence with several partners, without dates and with a date of each.
        (
            "City of Leeds",
            "Leeds is twinned with Dortmund in Germany, Izumi in Japan and Brno in the Czech "
            "Republic.\n",
            {"leeds", "dortmund", "brno"},
        ),
        (
            "City of Leeds",
            "Leeds is twinned with Dortmund in Germany since 1969, Izumi in Japan since 1970 and "
            "Brno in the Czech Republic since 1984.\n",
            set(),
        ),
        # Pairs of others.
        (
            None,
            "Sister city relationships of Victorian councils\n\nBallarat – Izumi (Japan)\n"
            "Ballarat – Yangzhou (China)\nGeelong – Lianyungang (China) 1994\n"
            "Melbourne – Osaka, Japan 24 April 1978\n",
            {"yangzhou", "lianyungang"},
        ),
    ],
)
def test_no_tie_with_the_likeliest_of_several_places(
    publisher: str | None, page: str, others: set[str], tmp_path: Path, gazetteer: Gazetteer
) -> None:
    found = _partners(publisher, page, tmp_path, gazetteer)
    assert not [place for place in found if place.startswith("izumi-shi")]
    assert others <= found


def test_what_the_page_says_settles_the_name(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = "Sister Cities\n\n- Izumi, Kagoshima, Japan\n- Otsu, Japan\n"
    assert "izumi-shi-kagoshima-japan" in _partners("순천시", page, tmp_path, gazetteer)
