"""Sentences: particles, dates, numbers and names as people write them."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from corpus.model import Fact, Language, Source, Span, Value
from service.lexicon import DATA
from service.render import render_date, render_number, render_quantity
from service.wording import Voice, choose_particle


@pytest.mark.parametrize(
    ("word", "pair", "particle"),
    [
        ("서초구", "은는", "는"), ("랑팡", "은는", "은"), ("학벽시", "과와", "와"),
        ("협정", "을를", "을"), ("양해각서(비망록)", "을를", "를"), ("Hebi", "이가", "가"),
        ("2013", "은는", "은"), ("MOU", "을를", "를"),
    ],
)  # fmt: skip
def test_particles_fit_the_last_sound(word: str, pair: str, particle: str) -> None:
    assert choose_particle(word, pair) == particle


@pytest.mark.parametrize(
    ("count", "told"),
    [(1, "has 1 partner: Paju"), (2, "has 2 partners: Paju"), (21, "21 partners")],
)
def test_english_nouns_go_with_their_number(count: int, told: str) -> None:
    said = Voice("en").say(
        "lists.partners_within", within="Korea", home="Hebi", count=count, page="", items="Paju"
    )
    assert told in said
    assert "/" not in said


@pytest.mark.parametrize(
    ("edtf", "language", "text"),
    [
        ("2016-10-13", "ko", "2016년 10월 13일"), ("2016-10-13", "zh", "2016年10月13日"),
        ("2016-10-13", "en", "13 October 2016"), ("2006-12", "en", "December 2006"),
        ("2005", "ko", "2005년"), ("2013-08-27/2013-08-29", "en", "27 to 29 August 2013"),
        ("2000-01/2001-01", "ko", "2000년 1월 ~ 2001년 1월"),
        ("2009-09-20/2009-10-02", "en", "20 September to 2 October 2009"),
    ],
)  # fmt: skip
def test_dates(edtf: str, language: Language, text: str) -> None:
    assert render_date(edtf, language) == text


@pytest.mark.parametrize(
    ("number", "language", "text"),
    [
        (460_000, "ko", "46만"), (460_000, "zh", "46万"), (460_000, "en", "460,000"),
        (4_920_000, "ko", "492만"), (477_880, "ko", "477,880"), (395.79, "en", "395.79"),
        (17_485, "zh", "17,485"), (120_000_000, "ko", "1억 2,000만"),
        (718_800_000_000, "zh", "7,188亿"),
    ],
)  # fmt: skip
def test_numbers(number: float, language: Language, text: str) -> None:
    assert render_number(number, language) == text


def test_money_is_said_with_its_currency() -> None:
    value = Value("number", "718.8 billion won", number=718_800_000_000, unit="KRW")
    fact = Fact("f", "p", "revenue", value, Source("p", Span(0, 1), "q", "en"))
    assert render_quantity(fact, "en") == "718.8 billion won"
    assert render_quantity(fact, "ko") == "7,188억 원"


def sentences(table: dict[str, Any]) -> list[dict[str, str]]:
    if any(isinstance(value, str) for value in table.values()):
        return [table]
    return [found for value in table.values() for found in sentences(value)]


def test_every_sentence_exists_in_three_languages() -> None:
    wording = tomllib.loads((DATA / "wording.toml").read_text(encoding="utf-8"))
    assert len(sentences(wording)) > 60
    for languages in sentences(wording):
        assert set(languages) == {"ko", "zh", "en"}, languages
