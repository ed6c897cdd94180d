"""Operations over facts: comparing, ranking, counting, correcting; and what a follow-up keeps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.api import Context
from service.catalogue import Catalogue
from service.ordinals import find_ordinal
from service.period import find_period
from service.understand import understand
from tests.conftest import TODAY
from tests.service.conftest import Ask


@pytest.mark.parametrize(
    ("question", "start", "parts"),
    [
        ("Did Seocho sign with Dongcheng before Hongkou?", "No.", ["1999", "2011"]),
        ("Was the agreement with Hebi signed later than the one with Langfang?", "Yes.", ["2016"]),
        ("서초구는 홍구구보다 동성구와 먼저 결연했어요?", "아닙니다.", ["1999년", "2011년"]),
        ("瑞草区是先跟东城区、后跟虹口区签约的吗？", "不是。", ["1999年", "2011年"]),
        ("Is Baishan larger than Langfang by area?", "Yes.", ["17,485", "6,429"]),
        ("랑팡시가 백산시보다 넓나요?", "아닙니다.", ["17,485", "6,429"]),
        ("虹口区的人口是46万吗？", "不是。", ["71万"]),
        ("Is the area of Laoshan 395.79 km²?", "Yes.", ["395.79"]),
        ("서초구의 중국 결연도시는 5곳인가요?", "아닙니다.", ["8곳"]),
    ],
)
def test_yes_or_no_is_worked_out(ask: Ask, question: str, start: str, parts: list[str]) -> None:
    reply = ask(question)
    assert reply.status == "answered"
    assert reply.answer.startswith(start)
    assert all(part in reply.answer for part in parts)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("서초구가 두 번째로 결연한 도시는 어디인가요?", "홍구구"),
        ("Which was the third partner Seocho signed with?", "Jianhua"),
        ("瑞草区的友好城市中面积第二大的是哪个？", "廊坊"),
    ],
)
def test_one_of_many_by_rank(ask: Ask, question: str, name: str) -> None:
    assert name in ask(question).answer


def test_a_rank_beyond_the_last_is_no_partner(ask: Ask) -> None:
    reply = ask("서초구가 열두 번째로 결연한 도시는 어디인가요?")
    assert reply.status == "not_stated"
    assert "8곳" in reply.answer


def test_a_figure_of_another_year_is_not_passed_off(ask: Ask) -> None:
    reply = ask("What was the population of Laoshan in 2005?")
    assert reply.status == "not_stated"
    assert "2019" in reply.answer
    assert not reply.facts


def test_places_of_different_ties_have_no_exchanges(ask: Ask) -> None:
    reply = ask("창닝구와 대전 서구는 어떤 교류를 했나요?")
    assert reply.status == "no_such_tie"
    assert not reply.exchanges


def test_who_visited_whom_is_told_in_the_asker_s_language(ask: Ask) -> None:
    assert (
        "Hebi visited Seocho" in ask("In November 2018, who visited whom, Seocho or Hebi?").answer
    )
    assert "鹤壁市访问瑞草区" in ask("2018年11月，瑞草区和鹤壁市是谁访问了谁？").answer


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        ("2018년에 학벽시는 서초구를 방문했나요?", "2023년은요?", "2023년 7월"),
        ("서초구가 가장 먼저 결연한 도시는?", "거기 인구는요?", "46만"),
        ("Which city did Seocho sign with first?", "And the most recent one?", "2016"),
        ("虹口区有多少人口？", "什么时候结好的？", "1999年10月21日"),
        ("Did a delegation from Zhengzhou come to Seocho in November 2014?", "How many?", "10"),
    ],
)
def test_a_follow_up_goes_on(ask: Ask, first: str, then: str, expected: str) -> None:
    assert expected in ask(then, ask(first).context).answer


def test_a_bare_place_keeps_period_and_stage(catalogue: Catalogue) -> None:
    context = Context(places=["seocho", "hebi"], property="signed", period="2016", stage="intent")
    question = understand("그럼 랑팡시는?", context, catalogue, TODAY)
    assert question.property == "signed"
    assert question.stage == "intent"
    assert question.period is not None
    assert question.period.first == "2016-01-01"
    assert question.places == ("seocho", "langfang")


@given(
    period=st.text(max_size=30) | st.sampled_from(["2016-13-45", "9999/0001", "2016/", "0000"]),
    stage=st.text(max_size=10),
    name=st.text(max_size=20),
)
def test_any_context_is_taken(catalogue: Catalogue, period: str, stage: str, name: str) -> None:
    context = Context(places=["seocho"], property=name or "signed", period=period, stage=stage)
    assert understand("그럼 랑팡시는?", context, catalogue, TODAY).places


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2014년 하반기에 어떤 교류가", "2014-07-01", "2014-12-31"),
        ("between 2010 and 2013", "2010-01-01", "2013-12-31"),
        ("the 2010s", "2010-01-01", "2019-12-31"),
        ("in the last three years", "2023-11-22", "2026-11-22"),
        ("작년에는", "2025-01-01", "2025-12-31"),
        ("before covid", "0001-01-01", "2019-12-31"),
        ("疫情之前", "0001-01-01", "2019-12-31"),
        ("since 2011", "2011-01-01", "9999-12-31"),
        ("what about 2023?", "2023-01-01", "2023-12-31"),
        ("in november 2014", "2014-11-01", "2014-11-30"),
    ],
)
def test_periods(text: str, first: str, last: str) -> None:
    period = find_period(text, text, TODAY)
    assert period is not None
    assert (period.first, period.last) == (first, last)


@pytest.mark.parametrize(
    "text", ["a delegation from ▢ came", "코로나19 위로 서신", "약 2014명이", "before ▢"]
)
def test_what_is_no_period(text: str) -> None:
    assert find_period(text, text, TODAY) is None


@pytest.mark.parametrize(
    ("bare", "rank"),
    [
        ("두 번째 도시", 2), ("열두 번째", 12), ("the third partner", 3), ("第二个城市", 2),
        ("4번째로", 4), ("제6회 박람회", None), ("第六届", None), ("second half of 2014", None),
    ],
)  # fmt: skip
def test_ordinals(bare: str, rank: int | None) -> None:
    assert find_ordinal(bare) == rank
