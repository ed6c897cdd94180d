"""Months without a year: those that a question asks after, and all that a text tells."""

from __future__ import annotations

import pytest

from corpus.text import fold_text
from service.months import months_asked, months_told


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("2013년 5월 ~ 7월 연수단", {5, 6, 7}),
        ("2013년 11월 ~ 2014년 2월 연수단", {11, 12, 1, 2}),
        ("2013년 5월 ~ 2016년 7월 파견", {5, 7}),  # of so long a time its ends alone
        ("2016~2018년 방문", set()),
        ("2015年来访", set()),
        ("5월부터 7월까지", {5, 6, 7}),
        ("11~1월", {11, 12, 1}),
        ("from May to July", {5, 6, 7}),
        ("On August 29, a delegation came", {8}),
        ("A delegation came on June 3", {6}),
        ("June 3: a visit", {6}),
        ("the 3rd of March", {3}),
        ("当年6月来访", {6}),
        ("十二月来访", {12}),
        ("They may come to marketing seminars", set()),
        ("3개월 동안", set()),
        ("월요일 3시", set()),
    ],
)
def test_the_months_of_a_text(text: str, months: set[int]) -> None:
    assert months_told(text) == months


@pytest.mark.parametrize(
    ("question", "months"),
    [
        ("Who came in June?", {6}),
        ("Who came in Sept?", {9}),
        ("6월에 누가 왔나요?", {6}),
        ("6月谁来了?", {6}),
        ("Who is in marketing?", set()),
        ("May I ask who came?", set()),
    ],
)
def test_the_months_of_a_question(question: str, months: set[int]) -> None:
    assert months_asked(fold_text(question)) == months
