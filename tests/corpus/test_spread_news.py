"""News whose day, partner and people are told in several places, and what news say besides."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.dates import find_dates
from corpus.exchanges.direction import find_direction
from corpus.exchanges.headcounts import count_people
from corpus.exchanges.kinds import kinds_of
from corpus.gazetteer import Gazetteer

from .written_pages import known


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("지난 27일부터 내달 1일까지 파견했다", ["2021-12-27/2022-01-01"]),
        ("12月27日至次月3日访问", ["2021-12-27/2022-01-03"]),
        ("내달 5일 협정을 맺는다", []),
        ("市長今率團來訪", ["2021-12-28"]),
        ("昨晚,市长会见了代表团", ["2021-12-27"]),
        ("今天的城市很美", []),
        ("The mayor received them on Monday.", ["2021-12-27"]),
        ("They met on Monday, December 20.", ["2021-12-20"]),
        ("They come on Mondays.", []),
        (
            "The team landed on July 13th and gave a concert on the 25th.",
            ["2021-07-13", "2021-07-25"],
        ),
    ],
)
def test_days_that_news_count_from_their_own(text: str, expected: list[str]) -> None:
    assert [d.edtf for d in find_dates(text, published="2021-12-28")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a party of 18 including 6 students", (18,)),
        ("의원 20명(공무원 5명 포함)이 방문", (20,)),
        ("一行18人,其中学生6人", (18,)),
        ("12 people, including 8 pupils and 4 teachers", (8, 4)),
        ("while 46 people attended, 32 from Namwon and 14 from Iksan", (32, 14)),
        ("46 people attended, 30 from Namwon and 14 from Iksan", (46,)),
    ],
)
def test_some_of_those_who_came_are_counted_already(text: str, expected: tuple[int, ...]) -> None:
    assert count_people(text) == expected


def test_an_anniversary_of_an_agreement_is_no_signing() -> None:
    assert "signing" not in kinds_of("They celebrated the 10th anniversary of the agreement.")
    assert "signing" not in kinds_of("为庆祝缔结友好城市十周年,赠送樱花树苗")
    assert "signing" in kinds_of("They signed an agreement on the 10th anniversary.")


@pytest.mark.parametrize(
    "text",
    [
        "A delegation of 9 from Karatsu visited Yeosu to promote mutual understanding.",
        "为纪念丽水市与唐津市结为友好城市十周年，唐津市向丽水市赠送樱花树苗。",
    ],
)
def test_who_came_is_told_beside_what_both_had(text: str, gazetteer: Gazetteer) -> None:
    parties = ("yeosu", "karatsu")
    assert find_direction(text, parties, gazetteer) == ("karatsu", "yeosu")


def test_the_headline_names_the_partner_and_a_later_sentence_the_people(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    page = (
        "여수시, 일본 가라쓰시와 우호협정\n승인 2021.06.09 13:10\n\n"
        "여수시는 지난 7일 일본 가라쓰시와 우호도시 협정을 체결했다고 8일 밝혔다.\n\n"
        "두 도시는 문화와 관광에서 힘을 모은다. 학생들도 서로를 알아 간다.\n\n"
        "김민수 여수시장과 나카무라 겐지 가라쓰시장은 협정서에 서명하고 기념품을 나눴다.\n\n"
        "청사 회의실에서 열린 협정식에는 두 시 관계자 50여 명이 참석했다.\n"
    )
    (signing,) = known(tmp_path, gazetteer, page).exchanges
    assert (signing.date, signing.people or (50,)) == ("2021-06-07", (50,))
    assert {person.name for person in signing.leaders} >= {"김민수"}


@pytest.mark.parametrize(
    "told",
    [
        "In 1990 a proposal to form a sister city came from Karatsu.",
        "In 1992 the Yeosu Friendship Association was established for exchanges with Karatsu.",
        "Since 1995, both sides exchanged visits of more than 9,000 people, and so did Karatsu.",
    ],
)
def test_what_is_no_event_between_the_two(told: str, tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = f"Sister Cities of Yeosu\n\nKaratsu, Japan\n\n{told}\n"
    assert not known(tmp_path, gazetteer, page).exchanges
