"""What people say before they ask, and their thanks, is no part of the question."""

from __future__ import annotations

import pytest

from service.api import Context
from service.catalogue import Catalogue
from service.introduction import divided, without_introduction


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Hi there, when did they sign?", "when did they sign?"),
        ("I'm writing a school report. Who signed it?", "Who signed it?"),
        ("When did they sign? Many thanks!", "When did they sign?"),
        ("발표 준비 중인데요, 언제 맺었나요?", "언제 맺었나요?"),
        ("언제 맺었나요? 감사합니다.", "언제 맺었나요?"),
        ("我是学生，写作业要用：什么时候签的？", "什么时候签的？"),
        ("您好，请问什么时候签的？谢谢您！", "什么时候签的？"),
    ],
)
def test_only_the_question_is_asked(text: str, question: str) -> None:
    assert divided(text)[1] == question


@pytest.mark.parametrize(
    "text",
    [
        "Thanks!",
        "Hello!",
        "你好",
        "감사합니다",
        "When did they sign, and who signed?",
        "They signed in 2015. Is that so?",
        "2015년에 협정을 맺었다. 맞나요?",
        "서초구는 어디에 있고, 언제 맺었나요?",
        "2015년에 협정을 맺었다고 기사를 써야 하는데 서초구와 학벽시가 맺은 게 맞나요?",
        "다롄시와 교류를 하려고 하는데 서초구 자매도시인가요?",
        "허비시 대표단이 서초구에 왔는데 누가 이끌었나요?",
        "학벽시 인구가 많다고 쓰려고 하는데 맞나요?",
        "我要查2016年的，瑞草区和哪些城市签约了？",
        "我要问的是廊坊市，不是鹤壁市，什么时候签约的？",
        "我们是哪一年跟鹤壁市结好的，谁签的？",
        "I'm reading that Hebi signed in 2015, is that right?",
        "We are sister cities with Hebi, right?",
        "Our team visited Hebi which has 1.6 million people, who led it?",
        "Which cities is Seocho partnered with? List only those after 2010.",
        "瑞草区有哪些友好城市？请说2016年签的",
        "서초구 자매도시는? 꼭 부탁드립니다 2016년 것만",
        "What is the population of Hebi? And its website",
        "",
    ],
)
def test_what_asks_or_tells_something_is_left_as_it_is(text: str) -> None:
    assert divided(text) == ("", text)


@pytest.mark.parametrize("text", ["Hi. " * 2000, "我是，" * 2000, "사는데 " * 2000])
def test_only_so_many_introductions_are_read(text: str) -> None:
    said, question = divided(text)
    assert len(said) + len(question) <= len(text)
    assert question


def test_a_place_of_the_introduction_is_where_the_question_points(catalogue: Catalogue) -> None:
    text = "We are hosting guests from Hebi. When did a group from there visit us?"
    question, context = without_introduction(text, Context(places=["seocho"]), catalogue)
    assert question == "When did a group from there visit us?"
    assert context is not None
    assert context.places == ["hebi"]


def test_a_question_that_names_its_places_needs_none_of_the_introduction(
    catalogue: Catalogue,
) -> None:
    before = Context(places=["seocho"])
    text = "I live in Hebi. When did Seocho sign with Laoshan?"
    assert without_introduction(text, before, catalogue)[1] == before
