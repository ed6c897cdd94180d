"""Reports of one event: days without a year, what is counted, and what a quoted sentence covers."""

from __future__ import annotations

import pytest

from service.answering import answer
from service.catalogue import Catalogue
from service.days import find_days, tells_when
from service.explanation import ExplainedAnswer
from service.model import CLAIMING
from tests.conftest import TODAY
from tests.service.samples import catalogue_of

REPORT = """삼척시, 자매도시 일본 아카비라시 대표단 맞이

삼척시와 일본 아카비라시는 1997년 7월 자매결연을 체결했다.

아카비라시 대표단은 10월 21일 삼척시청을 방문해 상호 발전 방안에 대해 의견을 나눴다.
대표단은 22일 도계유리박물관을 둘러봤다.
삼척시 시민 5만 명이 축제를 즐겼다.
"""
NEWS = """Nelson and Miyazu

Nelson signed a sister city agreement with Miyazu, Japan on 8 May 1976.
Nelson is a port with one of the largest wool sheds of its region and a mild climate.
"""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    pages = {"samcheok.txt": REPORT, "nelson.txt": NEWS}
    return catalogue_of(tmp_path_factory.mktemp("pages"), pages)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("아카비라 대표단이 삼척시청을 방문한 날이 며칠이죠?", "10월 21일"),
        ("아카비라 대표단이 10월 22일에 삼척에서 돌아본 데가 어디예요?", "도계유리박물관"),
    ],
)
def test_a_day_without_a_year_is_told(question: str, told: str, catalogue: Catalogue) -> None:
    found = answer(question, catalogue, TODAY)
    assert found.status in CLAIMING
    assert told in found.answer


@pytest.mark.parametrize(
    "question",
    [
        "아카비라 대표단이 10월 23일에 삼척에서 돌아본 데가 어디예요?",
        "How many groups from Miyazu have been to Nelson?",
        "what drink is Nelson known for, the one with Miyazu?",
    ],
)
def test_what_is_not_covered_is_not_claimed(question: str, catalogue: Catalogue) -> None:
    assert answer(question, catalogue, TODAY).status not in CLAIMING


def test_a_verb_is_no_country(catalogue: Catalogue) -> None:
    asked = "아카비라 대표단은 삼척에 언제 와서 언제 가나요?"
    got = answer(asked, catalogue, TODAY, explain=True)
    assert isinstance(got, ExplainedAnswer)
    found = got.explanation
    assert not found.question.get("within")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("8월 27일부터 31일까지 원주를 찾는다", [(8, 27), (None, 31)]),
        ("9月1日正式締結，24日離開", [(9, 1), (None, 24)]),
        ("on July 3 in the chambers, and the 4th of July", [(7, 3), (7, 4)]),
        ("3일간 머물며 2일차에 공연", []),
    ],
)
def test_days_are_found(text: str, days: list[tuple[int | None, int]]) -> None:
    assert [(day.month, day.day) for day in find_days(text)] == days


def test_a_day_does_not_tell_the_year() -> None:
    assert tells_when("대표단은 7월 17일 도착했다", "언제 왔나요")
    assert not tells_when("대표단은 17일 도착했다", "언제 왔나요")
    assert not tells_when("대표단은 7월 17일 도착했다", "몇 년에 왔나요")
