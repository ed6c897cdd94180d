"""Several things at once: places, questions, times side by side, what is left out, and bounds."""

from __future__ import annotations

import pytest

from corpus.text import fold_text
from service.bounds import find_condition
from service.catalogue import Catalogue
from service.clauses import find_clauses
from service.exclusion import find_exclusion
from service.model import CLAIMING, Condition
from service.numerals import in_figures, some_of
from service.period import find_period
from tests.conftest import TODAY
from tests.service.conftest import Ask


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("When did Seocho sign with Hebi and who is its mayor?", 2),
        ("枣庄什么时候结好的，人口多少，市长是谁", 3),
        ("노산구 인구와 홍구구 면적", 2),
        ("서초구와 노산구는 언제 협정을 맺었나요?", 1),
        ("April 2016, someone from Zaozhuang dropped in. Where did they go exactly", 1),
        ("Hebi wrote to Seocho when corona hit. Did Seocho ever reply?", 1),
    ],
)
def test_questions_in_one_breath_are_parted(catalogue: Catalogue, text: str, clauses: int) -> None:
    assert max(1, len(find_clauses(text, catalogue))) == clauses


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "population of Laoshan and Beijing",
            ["460,000", "do not state the population of Beijing"],
        ),
        ("노산구 인구와 홍구구 면적", ["46만", "23.4"]),
        ("瑞草友城里哪个面积最大、哪个最小", ["白山市", "虹口区"]),
        ("Who was Seocho's first partner and what is its population?", ["Laoshan", "460,000"]),
    ],
)
def test_each_part_is_answered_or_said_to_be_lacking(
    ask: Ask, question: str, parts: list[str]
) -> None:
    reply = ask(question)
    assert reply.status in CLAIMING
    assert all(part in reply.answer for part in parts)


def test_no_part_is_read_of_a_question_that_is_one(ask: Ask) -> None:
    assert ask("Is Zaozhuang twinned with Hongkou?").status not in CLAIMING


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("in 2010 and 2016", ["2010", "2016"]),
        ("2010、2012、2016年", ["2010", "2012", "2016"]),
        ("2018 or 2019?", ["2018", "2019"]),
        ("2013到2016这几年", []),
        ("2010년부터 2013년 사이", []),
    ],
)
def test_what_lies_between_times_side_by_side_is_none_of_them(text: str, times: list[str]) -> None:
    period = find_period(text, fold_text(text), TODAY)
    assert period is not None
    assert [first[:4] for first, _ in period.parts] == times
    assert period.touches("2013-05-01", "2013-05-31") is not bool(times)


@pytest.mark.parametrize(
    ("text", "periods", "apart"),
    [
        ("except 2010 and 2016, when did Hongkou come?", ["2010", "2016"], ()),
        ("홍구구에서 2010년대 말고 언제 왔지", ["2010/2019"], ()),
        ("동성구랑 2012년과 2014년 빼면 뭘 했지", ["2012", "2014"], ()),
        ("除了10年和16年，虹口来过吗", ["2010", "2016"], ()),
        ("방문 말고 랑팡이랑 한 게 있나", [], ("방문",)),
        (
            "What else besides the covid letter and the calendar?",
            [],
            ("covid letter", "the calendar"),
        ),
        ("서초구가 해외에 간 적", [], ()),
    ],
)
def test_times_and_sorts_are_left_out(
    catalogue: Catalogue, text: str, periods: list[str], apart: tuple[str, ...]
) -> None:
    excluded = find_exclusion(text, catalogue)
    assert [period.edtf for period in excluded.periods] == periods
    assert excluded.apart == apart


def test_years_between_those_left_out_stay_in(ask: Ask) -> None:
    text = ask("홍구구에서 2013년이랑 2016년 말고 언제 왔어").answer
    assert "2014년 12월" in text
    assert "2013년 9월" not in text and "2016년 7월" not in text


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("two and a half million people", "2500000"),
        ("三百多万人", "3000000多"),
        ("4백여만 명", "4000000여"),
        ("twenty-five thousand", "25000"),
    ],
)
def test_numbers_in_words(text: str, number: str) -> None:
    assert number in in_figures(text)


def test_some_tens_have_bounds() -> None:
    assert some_of("수십 명") == (20.0, 100.0)
    assert some_of("hundreds of thousands") == (200_000.0, 1_000_000.0)
    assert some_of("几个人") is None


@pytest.mark.parametrize(
    ("bare", "condition"),
    [
        ("인구 백만 넘는 곳", Condition("population", 1e6, None, strict=True)),
        ("인구 백만 이상인 곳", Condition("population", 1e6, None)),
        ("人口三百多万的友城", Condition("population", 3e6, 4e6)),
        ("between 1 and 2 million inhabitants", Condition("population", 1e6, 2e6)),
        ("2019년 기준 인구 50만 이하", Condition("population", None, 5e5)),
        ("자매도시 8곳 인구", None),
    ],
)
def test_bounds_of_a_question(bare: str, condition: Condition | None) -> None:
    assert find_condition(bare, "population", of_visits=False, of_all=True) == condition


def test_a_number_of_guests_that_is_not_read_is_fulfilled_by_none() -> None:
    found = find_condition("over umpteen people came", None, of_visits=True, of_all=False)
    assert found is not None and not found.holds(1000)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("동성구가 강남역에서 관광 홍보한 게 2014년 맞아?", "아닙니다. 2012년 10월"),
        ("노산구 인구가 50만 넘나요?", "아닙니다."),
        ("Which delegation to Seocho was the biggest?", "Of 4 whose people the pages count"),
        ("서초구랑 교류가 제일 뜸한 도시는?", "페이지에 교류가 가장 적게 나와 있는 것은 백산시"),
    ],
)
def test_what_is_supposed_or_ranked(ask: Ask, question: str, begins: str) -> None:
    assert ask(question).answer.startswith(begins)


@pytest.mark.parametrize(
    "question",
    [
        "건화구 10주년 방문이 2013년이었지?",
        "학벽시가 2015년에 마스크 보냈지?",
        "Has Seocho visited every partner?",
        "서초구 자매도시 중 서초구보다 넓은 곳",
        "팩스 번호 알려줘",
    ],
)
def test_what_the_pages_do_not_settle_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status not in CLAIMING
