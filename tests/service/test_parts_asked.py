"""Partners asked for by what they lie in, and names that are typed or read for others."""

from __future__ import annotations

import pytest

from tests.service.conftest import Ask


@pytest.mark.parametrize(
    ("question", "partner"),
    [
        ("Which district in Shanghai is Gangseo paired with?", "Changning"),
        ("서초구는 칭다오 어느 구랑 자매예요?", "노산구"),
        ("瑞草区和北京的哪个区是友好城区？", "东城区"),
    ],
)
def test_the_partner_in_a_city_is_told(ask: Ask, question: str, partner: str) -> None:
    reply = ask(question)
    assert reply.status == "answered"
    assert partner in reply.answer


@pytest.mark.parametrize(
    "question",
    [
        "Which city is larger, Hebi or Shanghai?",
        "哪个城市人口更多，鹤壁市还是上海市？",
        "어느 도시가 더 큰가요, 허비시와 상하이시?",
    ],
)
def test_a_comparison_is_no_question_after_a_part(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_stated"


def test_no_partner_lies_in_a_city_that_has_none(ask: Ask) -> None:
    assert ask("서초구는 도쿄 어느 구랑 자매예요?").status in ("no_such_tie", "not_found")


def test_a_name_typed_by_its_sound_is_read_and_said(ask: Ask) -> None:
    reply = ask("劳山区面积是多少？")
    assert [fact.value for fact in reply.facts] == [395.79]
    assert [read.written for read in reply.read_as] == ["劳山区"]


@pytest.mark.parametrize(
    ("question", "date"),
    [
        ("卢显松第一次率团到长宁是哪年？", "2010-08-29"),
        ("首尔江西区第一次到长宁是哪年？", "2007-07-15"),
        ("韩方首次访问鹤壁市是什么时候？", "2015-06"),
    ],
)
def test_who_came_first_is_a_person_only_where_a_name_stands(
    ask: Ask, question: str, date: str
) -> None:
    assert ask(question).exchanges[0].date.startswith(date)
