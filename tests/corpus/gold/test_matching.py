"""The scorer's own rules: what counts as right, and that pairing loses nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from corpus.gazetteer import Gazetteer
from corpus.model import Count, Exchange, Fact, Knowledge, Person, Place, Source, Span, Tie, Value

from .matching import Names, exchange_differences, fact_differences, pair

PLACES = [
    Place("seocho", "district", {"ko": ("서초구",), "en": ("Seocho-gu",)}),
    Place("hebi", "city", {"ko": ("허비시", "학벽시"), "zh": ("鹤壁市",), "en": ("Hebi",)}),
]
LOCAL = Place("local-x", "city", {"ko": ("가나다시",)})
TIE = Tie("hebi--seocho", ("seocho", "hebi"), (), ())
NAMES = Names.of(Knowledge(ties=(TIE,), places=(LOCAL,)), Gazetteer(PLACES))
SOURCE = Source("p", Span(0, 1), "약 163만 명, 서초구  방문", "ko")
AREA = Fact("", "hebi", "area", Value("number", "2,182㎢", number=2182.0, unit="km²"), SOURCE)
SIGNED = Fact("", TIE.id, "signed", Value("date", "2016", "2016"), SOURCE, stage="friendship")
UNITS = Fact("", "hebi", "divisions", Value("text", "5개 구", counts=(Count(5, "구"),)), SOURCE)
VISIT = Exchange(
    "x", TIE.id, TIE.places, "2018-11", "", "", ("visit",), (SOURCE,), ("hebi", "seocho"), (6,),
    (Person("조은희", "구청장"),),
)  # fmt: skip
GOLD_AREA = {"about": "鹤壁市", "property": "area", "value": 2182, "unit": "km²"}
GOLD_SIGNED = {"about": ["서초구", "Hebi"], "property": "signed", "value": "2016"}
GOLD_SIGNED |= {"stage": "friendship"}
GOLD_UNITS = {"about": "학벽시", "property": "divisions", "value": "5개구.", "counts": [[5, "구"]]}
GOLD_VISIT = {"with": "허비시", "date": "2018-11", "kinds": ["visit", "gift"], "from": "Hebi"}
GOLD_VISIT |= {"people": [6], "says": "서초구 방문"}


@pytest.mark.parametrize(
    ("gold", "fact"), [(GOLD_AREA, AREA), (GOLD_SIGNED, SIGNED), (GOLD_UNITS, UNITS)]
)
def test_facts_that_are_right(gold: dict[str, Any], fact: Fact) -> None:
    assert fact_differences(gold, fact, NAMES) == []


@pytest.mark.parametrize(
    ("change", "differing"),
    [
        ({"about": "서초구"}, "about"),
        ({"about": ["서초구", "허비시"]}, "about"),
        ({"value": 2183}, "value"),
        ({"unit": "ha"}, "value"),
        ({"as_of": "2018"}, "as_of"),
        ({"approximate": True}, "approximate"),
        ({"uncertain": True}, "uncertain"),
        ({"counts": [[5, "구"]]}, "counts"),
    ],
)
def test_facts_that_differ(change: dict[str, Any], differing: str) -> None:
    assert fact_differences(GOLD_AREA | change, AREA, NAMES) == [differing]


def test_a_signing_of_another_stage_is_another() -> None:
    assert fact_differences(GOLD_SIGNED | {"stage": "sister"}, SIGNED, NAMES) == ["stage"]
    plain = replace(SIGNED, stage=None)
    assert fact_differences(GOLD_SIGNED | {"stage": "agreement"}, plain, NAMES) == []


def test_exchanges() -> None:
    assert exchange_differences(GOLD_VISIT, VISIT, NAMES) == []
    leaders = [{"name": "조은희", "office": "구청장"}]
    assert exchange_differences(GOLD_VISIT | {"leaders": leaders}, VISIT, NAMES) == []
    changes = {"date": "2018", "kinds": [], "from": None, "people": [], "leaders": []}
    for name, value in changes.items():
        assert exchange_differences(GOLD_VISIT | {name: value}, VISIT, NAMES) == [name]
    assert exchange_differences(GOLD_VISIT | {"says": "노산구"}, VISIT, NAMES) == ["says"]


def test_places_that_only_the_page_names() -> None:
    fact = replace(AREA, subject=LOCAL.id)
    assert fact_differences(GOLD_AREA | {"about": "가나다시"}, fact, NAMES) == []


def test_pairing_finds_the_partner_that_others_can_spare() -> None:
    assert pair([[0, 1], [0], []]) == {0: 1, 1: 0}
