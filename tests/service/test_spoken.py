"""Questions in people's own words: several things at once, all of a time, partners by condition."""

from __future__ import annotations

import re

import pytest

from service.answering import answer
from service.catalogue import Catalogue
from service.exclusion import find_exclusion
from service.explained import show_explanation
from service.explanation import ExplainedAnswer
from service.numerals import in_figures, value_of
from service.openness import is_open
from service.period import with_years
from service.settings import Settings
from tests.service.conftest import Ask


@pytest.mark.parametrize(
    ("letters", "number"),
    [("백만", 10**6), ("백오십만", 1_500_000), ("五千", 5000), ("两百三十", 230), ("천", 1000)],
)
def test_spelled_numbers_have_values(letters: str, number: int) -> None:
    assert value_of(letters) == number


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("인구 백만 넘는 곳", "1000000"),
        ("超过五千平方公里", "5000"),
        ("half a million people", "500000"),
        ("over two million", "2000000"),
    ],
)
def test_spelled_numbers_become_figures(text: str, figures: str) -> None:
    assert figures in in_figures(text)


@pytest.mark.parametrize("text", ["만남이 있었던 곳", "千万别忘", "백산시 사람"])
def test_words_are_no_numbers(text: str) -> None:
    assert not any(letter.isdigit() for letter in in_figures(text))


@pytest.mark.parametrize(
    ("text", "year"),
    [("98년에 온", "1998년"), ("in feb 09", "2009"), ("09年2月", "2009年"), ("may '15", "2015")],
)
def test_years_of_two_figures(text: str, year: str) -> None:
    assert year in with_years(text)


@pytest.mark.parametrize(
    "text",
    [
        "90년대",
        "10년간",
        "20年前",
        "feb 09, 2015",
        "최근 10년",
        "20년 이상",
        "最近10年",
        "30년 넘게",
    ],
)
def test_other_figures_are_no_years(text: str) -> None:
    assert with_years(text) == text


@pytest.mark.parametrize(
    ("text", "rest", "year"),
    [
        ("홍구구에서 2016년 말고 또 왔나요", "홍구구에서 또 왔나요", "2016"),
        ("除了2013年，东城区来过吗", "东城区来过吗", "2013"),
        ("Apart from 2016, did Hongkou visit?", "did Hongkou visit?", "2016"),
    ],
)
def test_a_time_is_left_out(catalogue: Catalogue, text: str, rest: str, year: str) -> None:
    excluded = find_exclusion(text, catalogue)
    assert excluded.text == rest
    assert [period.edtf for period in excluded.periods] == [year]


def test_places_are_left_out(catalogue: Catalogue) -> None:
    excluded = find_exclusion("노산구랑 홍구구 빼고 서초구 자매도시는?", catalogue)
    assert excluded.places == ("laoshan", "hongkou")
    assert find_exclusion("除了政府的人还有谁来瑞草区", catalogue).places == ()


@pytest.mark.parametrize(
    "bare", ["2015년에 ▢하고 한 일 쭉", "what did ▢ and ▢ get up to in 2010", "2018年▢跟▢都搞了啥"]
)
def test_open_questions(bare: str) -> None:
    assert is_open(bare)


@pytest.mark.parametrize(
    "bare", ["2015년에 ▢ 미용실 개업한 일", "the airport that ▢ opened in 2010", "2018年▢的房价"]
)
def test_questions_after_something_are_not_open(bare: str) -> None:
    assert not is_open(bare)


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("홍구구 면적이랑 인구", ["23.4", "71만"]),
        ("廊坊市有多大，多少人口？", ["6,429", "492万"]),
        ("Dongcheng's area, population and website?", ["41", "800,000", "bjdch"]),
    ],
)
def test_everything_that_is_asked_is_told(ask: Ask, question: str, parts: list[str]) -> None:
    reply = ask(question)
    assert reply.status == "answered"
    assert all(part in reply.answer for part in parts)
    assert reply.facts


def test_what_is_lacking_is_said(ask: Ask) -> None:
    reply = ask("What are the area and the GDP of Hebi?")
    assert reply.status == "partial"
    assert "2,182" in reply.answer
    assert "do not state" in reply.answer


@pytest.mark.parametrize(
    ("question", "names", "others"),
    [
        ("인구가 이백만 넘는 서초구 자매도시", ["랑팡시", "조장시"], ["학벽시", "홍구구"]),
        ("Seocho partners smaller than 50 square km", ["Hongkou", "Dongcheng"], ["Jianhua"]),
        ("瑞草的友城里邮寄签约的是哪个", ["枣庄"], ["鹤壁"]),
        ("서초구가 상대 도시에 가서 체결한 곳은?", ["홍구구", "랑팡시", "동성구"], ["노산구"]),
    ],
)
def test_partners_by_condition(
    ask: Ask, question: str, names: list[str], others: list[str]
) -> None:
    reply = ask(question)
    assert all(name in reply.answer for name in names)
    assert not any(name in reply.answer for name in others)


@pytest.mark.parametrize(
    "question",
    [
        "학벽시청 전화번호",
        "Which hotel did Seocho and Langfang sign in?",
        "누가 서초구와 백산시 협정서에 서명했나요?",
        "目前还有崂山区的干部在瑞草工作吗",
        "Which of Seocho's partners is the richest?",
        "서초구 자매도시 중 인구 이천만 넘는 곳",
    ],
)
def test_what_is_near_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status not in ("answered", "partial")


def test_the_agreement_is_told_where_the_beginning_is_not(ask: Ask) -> None:
    reply = ask("서초구와 노산구는 언제부터 알고 지냈어요?")
    assert reply.status == "not_stated"
    assert "1998년 8월 3일" in reply.answer


def test_what_was_understood_is_explained(catalogue: Catalogue, settings: Settings) -> None:
    asked = {
        "서초구 자매도시 중 인구 백만 넘는 곳": "조건 +인구 > 100만",
        "홍구구에서 2014년 말고 언제 왔나요": "제외한 시기 +2014년",
        "노산구 말고 서초구 자매도시는?": "제외한 지역 +노산구",
        "랑팡시 인구랑 면적": "함께 물어본 것 +인구, 면적",
    }
    for question, words in asked.items():
        reply = answer(question, catalogue, settings.now(), explain=True)
        assert isinstance(reply, ExplainedAnswer)
        assert re.search(words, show_explanation(reply))
