"""Follow-ups: replies to a choice, times that point back, other nouns, partners described."""

from __future__ import annotations

import pytest

from service.answering import answer
from service.api import Answer, Context
from service.catalogue import Catalogue
from service.describing import words_of
from service.model import CLAIMING
from service.spelling import as_usual
from service.understand import understand
from tests.conftest import TODAY


def talk(catalogue: Catalogue, *questions: str) -> Answer:
    """The answer to the last of some questions, each asked with the context before it."""
    reply = answer(questions[0], catalogue, TODAY)
    for question in questions[1:]:
        reply = answer(question, catalogue, TODAY, reply.context)
    return reply


@pytest.mark.parametrize(
    ("questions", "told"),
    [
        (("인구가 몇이에요?", "산둥성 쪽이요", "둘 다요"), ("46만", "424만")),
        (("哪年签的约呀", "河南那个"), ("2016年10月13日",)),
        (("what's the area?", "the one in Shanghai", "and the Beijing one?"), ("41 km²",)),
        (("학벽시 인구는?", "아니 인구 말고 면적"), ("2,182",)),
        (("서초구와 노산구, 홍구구는 언제 맺었나요", "둘 다 면적"), ("395.79", "23.4")),
        (("When did Seocho sign with Hebi?", "what happened the year before?"), ("June 2015",)),
        (("학벽은 언제 맺었어", "서초에서 거기 간 건 언제"), ("2015년 6월",)),
        (("2015년 6월에 학벽 간 서초구 대표단은 몇 명이었나", "가서 뭘 맺고 왔는데요"), ("MOU",)),
        (("虹口代表团2000年来了几个人", "下一次是什么时候"), ("2002",)),
    ],
)
def test_what_is_gone_on_with(
    catalogue: Catalogue, questions: tuple[str, ...], told: tuple[str, ...]
) -> None:
    reply = talk(catalogue, *questions)
    assert reply.status in CLAIMING
    assert all(part in reply.answer for part in told)


@pytest.mark.parametrize(
    "questions",
    [
        ("랑팡 인구는?", "자동차는?"),
        ("랑팡 인구는?", "쿤밍은?"),
        ("홍구구가 2000년에 왔을 때 몇 명이었죠", "여학생은 몇 명?"),
        ("2014년 10월에 건화구가 서초구에 왔나요", "그 다음 해에는?"),
        ("what's the area?", "yes"),
        ("어디랑 제일 최근에 맺었어 서초구", "그 전에는"),
        ("population of Gangseo", "and Changning's?"),
    ],
)
def test_what_no_page_tells_is_not_answered_by_what_was_told(
    catalogue: Catalogue, questions: tuple[str, ...]
) -> None:
    assert talk(catalogue, *questions).status not in CLAIMING


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("the website of Seocho's oldest partner", "laoshan.gov.cn"),
        ("서초구 자매도시 가운데 면적이 제일 큰 데는 언제 맺었어요?", "2008년 5월 13일"),
        ("瑞草的友城里有朝鲜族自治县的那个多大", "17,485"),
        ("서초구 자매도시 중에 부시장이 제일 많은 데", "조장시"),
        ("랑팡에서 엽서 온 게 2022년이었죠", "아닙니다. 2020년 11월"),
    ],
)
def test_a_partner_is_found_before_it_is_asked_of(
    catalogue: Catalogue, question: str, told: str
) -> None:
    reply = answer(question, catalogue, TODAY)
    assert reply.status in CLAIMING
    assert told in reply.answer


@pytest.mark.parametrize(
    "question",
    [
        "서초구 자매도시 중에 맥주축제 하는 도시",
        "瑞草的友城里哪个有迪士尼",
        "which partner of Seocho has the tallest tower",
        "조장에서 2020년에 서초구 왔었어?",
    ],
)
def test_what_is_described_otherwise_is_refused(catalogue: Catalogue, question: str) -> None:
    assert answer(question, catalogue, TODAY).status not in CLAIMING


def test_a_description_is_what_is_left_besides_asking_and_concepts(catalogue: Catalogue) -> None:
    umbrella = understand(
        "the partner of Seocho with the umbrella festival", None, catalogue, TODAY
    )
    plain = understand("which are the partners of Seocho", None, catalogue, TODAY)
    assert words_of(umbrella) == ["umbrella"]
    assert words_of(plain) == []


def test_words_are_spelt_as_usual() -> None:
    assert as_usual("area가 얼마") == "area 가 얼마"
    assert as_usual("how many yrs") == "how many years"


def test_any_time_that_a_client_sends_is_taken(catalogue: Catalogue) -> None:
    for told in ("0001-01-01", "9999", "2016-13-45", "x" * 60):
        context = Context(places=["seocho", "hebi"], property="exchanges", told=told)
        assert answer("그 다음 해에는?", catalogue, TODAY, context).status
