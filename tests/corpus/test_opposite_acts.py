"""Two acts under one date, signings told in passing, and items that are running text."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer

from .written_pages import known


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "군산시 국제교류\n\n옌타이시와 교류\n"
            "- 2018. 5. 옌타이시 대표단 12명 초청 및 군산시 공무원 10명 파견\n"
            "- 2019. 4. 군산시 청소년 15명이 옌타이시를 방문하고 현지 학생 20명과 교류\n",
            [
                ("2018-05", "yantai", (12,)),
                ("2018-05", "gunsan", (10,)),
                ("2019-04", "gunsan", (15, 20)),
            ],
        ),
        (
            "烟台市友好往来\n\n2015年8月，群山市派12名学生来烟台，烟台市派10名学生赴群山市。\n\n"
            "2016年8月，烟台市副市长李明率6人访问群山市，与群山市20名企业家座谈。\n",
            [
                ("2015-08", "gunsan", (12,)),
                ("2015-08", "yantai", (10,)),
                ("2016-08", "yantai", (6, 20)),
            ],
        ),
        (
            "City of Tacoma\n\nSister cities\n\n"
            "In 2010, Tacoma hosted 12 Taichung students and sent 10 students to Taichung.\n",
            [("2010", "taichung", (12,)), ("2010", "tacoma", (10,))],
        ),
    ],
)
def test_acts_that_went_opposite_ways(
    page: str,
    expected: list[tuple[str, str, tuple[int, ...]]],
    tmp_path: Path,
    gazetteer: Gazetteer,
) -> None:
    found = known(tmp_path, gazetteer, page).exchanges
    told = [(e.date, e.direction[0] if e.direction else None, e.people) for e in found]
    assert told == expected


@pytest.mark.parametrize(
    "page",
    [
        "군산시 소식\n등록일 2021-05-12\n\n협약식은 지난 1994년 자매결연을 맺은 두 도시가 "
        "옌타이시와 방문 교류를 강화하려고 마련됐다. 군산시장 등 20명이 옌타이시를 방문해 왔다.",
        "烟台市外事\n\n烟台市与群山市于1994年结好，青少年互访已成为两市交往的品牌。",
    ],
)
def test_a_signing_told_in_passing_is_no_more_than_that(
    page: str, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    for exchange in known(tmp_path, gazetteer, page).exchanges:
        assert (exchange.kinds, exchange.people) == (("signing",), ())


def test_an_item_of_several_sentences(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = (
        "City of Tacoma\n\nSister cities of Tacoma\n\n"
        "• Taichung, Taiwan. In 1999, Tacoma signed a Friendship Agreement with Taichung. During a "
        "tour in 2001, Tacoma Council delegates visited Taichung to discuss trade. A Sister City "
        "Agreement was signed with Taichung in September 2002.\n• Kiryu, Japan\n"
    )
    found = known(tmp_path, gazetteer, page).exchanges
    assert [(e.date, "signing" in e.kinds) for e in found] == [
        ("1999", True),
        ("2001", False),
        ("2002-09", True),
    ]


def test_a_headline_dates_nothing_under_it(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = (
        "군산시-옌타이시 우호협약\n\n1994년 자매결연…상호방문·교류 구축\n\n"
        "김길수 기자 2021-08-11 18:52:28\n\n"
        "전북 군산시가 11일 시청에서 중국 옌타이시와 우호도시 협약을 체결했다고 밝혔다.\n"
    )
    found = known(tmp_path, gazetteer, page).exchanges
    assert [e.date for e in found] == ["2021-08-11"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "Tacoma City Mayor Anna Woodman visited Taichung in May 2003.",
            [("Anna Woodman", "Mayor")],
        ),
        (
            "In May 2003, Commissioners Dan Bell and Mike Lind visited Taichung.",
            [("Dan Bell", "Commissioner"), ("Mike Lind", "Commissioner")],
        ),
    ],
)
def test_leaders_by_offices(
    told: str, expected: list[tuple[str, str]], tmp_path: Path, gazetteer: Gazetteer
) -> None:
    (visit,) = known(tmp_path, gazetteer, f"City of Tacoma\n\nSister cities\n\n{told}\n").exchanges
    assert [(person.name, person.office) for person in visit.leaders] == expected


def test_both_sides_before_the_guests_of_one(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = (
        "군산시 국제교류\n\n군산시와 옌타이시는 1992년 옌타이시 대표단 내도를 시작으로 1994년 "
        "우호협정을 체결했다.\n"
    )
    found = known(tmp_path, gazetteer, page).exchanges
    ways = [(e.date, e.direction[0] if e.direction else None) for e in found]
    assert ways == [("1992", "yantai"), ("1994", None)]


@pytest.mark.parametrize(
    "planned",
    [
        "군산시 공무원 2명이 옌타이시를 방문하기로 하였다",
        "군산시 공무원 2명이 옌타이시를 방문할 예정이다",
    ],
)
def test_an_act_that_is_only_planned_is_no_second_event(
    planned: str, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    done = "군산시 국제교류\n\n2008년 4월 2일 옌타이시 대표단 12명이 군산시를 방문하고 "
    told = known(tmp_path, gazetteer, f"{done}{planned}.\n").exchanges
    assert not [e for e in told if 2 in e.people and 12 not in e.people]
    assert not [e for e in told if e.direction == ("gunsan", "yantai")]
    both = f"{done}군산시 공무원 2명이 옌타이시를 방문하였다.\n"
    assert len(told) <= 1
    assert len(known(tmp_path, gazetteer, both).exchanges) == len(("there", "back"))


@pytest.mark.parametrize(
    "sentence",
    [
        "2015年8月，群山市派12名学生来烟台，烟台市将派10名学生赴群山市。",
        "In August 2015, Gunsan sent 12 students to Yantai and will host 10 students from Yantai.",
    ],
)
def test_what_will_be_is_no_second_event(
    sentence: str, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    told = known(tmp_path, gazetteer, f"烟台市友好往来\n\n{sentence}\n").exchanges
    assert not [exchange for exchange in told if exchange.people == (10,)]
