"""Personal data goes; dates, populations, amounts and what pages publish stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text import clean
from service.privacy import PLACEHOLDER, Redactor

REMOVED = [
    ("제 주민번호는 900101-1234567 입니다", "제 주민번호는 ⟦identity⟧ 입니다"),
    ("9001011234567", "⟦identity⟧"),
    ("900101-1******", "⟦identity⟧"),
    ("외국인등록번호 850505-5123456", "외국인등록번호 ⟦identity⟧"),
    ("身份证11010519491231002X，谢谢", "身份证⟦identity⟧,谢谢"),
    ("440524 18800101 0014", "⟦identity⟧"),
    ("010-1234-5678로 연락 주세요", "⟦phone⟧로 연락 주세요"),
    ("０１０ー1234", "010ー1234"),
    ("０１０－１２３４－５６７８", "⟦phone⟧"),
    ("01012345678", "⟦phone⟧"),
    ("+82 10 1234 5678", "⟦phone⟧"),
    ("call 02-345-6789 please", "call ⟦phone⟧ please"),
    ("(031) 234-5678", "⟦phone⟧"),
    ("手机13812345678", "手机⟦phone⟧"),
    ("电话 021-62345678", "电话 ⟦phone⟧"),
    ("+86 138 1234 5678", "⟦phone⟧"),
    ("+44 20 7946 0958", "⟦phone⟧"),
    ("write to kim.min@example.co.kr.", "write to ⟦mail⟧."),
    ("kim＠example．com", "⟦mail⟧"),
    ("카드 4111 1111 1111 1111", "카드 ⟦card⟧"),
    ("5500-0000-0000-0004", "⟦card⟧"),
    ("378282246310005", "⟦card⟧"),
    ("0\u200b10-1234-5678", "⟦phone⟧"),
    ("900101 1234567", "⟦identity⟧"),
    ("900101–1234567", "⟦identity⟧"),
    ("1101 0519 4912 3100 2X", "⟦identity⟧"),
    ("010–1234–5678", "⟦phone⟧"),
    ("010/1234/5678", "⟦phone⟧"),
    ("010·1234·5678", "⟦phone⟧"),
    ("0082 10 1234 5678", "⟦phone⟧"),
    ("0086 138 1234 5678", "⟦phone⟧"),
    ("4111.1111.1111.1111", "⟦card⟧"),
]
KEPT = [
    "2016년 10월 13일에 서명했나요?",
    "2016.04.20. ~ 22.",
    "2016-04-20 2016-04-22",
    "2010 2011 2012 2013",
    "2010 2011 2012 2013 2014",
    "3월 2010 1120 1220 1320 20",
    "1990-2016, 1991-2017",
    "population 1,630,000 in 2018",
    "인구 1400000000명",
    "15000000000원",
    "재정 13812345678원",
    "900101-9",
    "991399-1234567",
    "4111 1111 1111 1112",
    "면적 2,182.25㎢",
    "남부순환로 2584",
    "20161013",
]


@pytest.mark.parametrize(("text", "left"), REMOVED)
def test_personal_data_goes(text: str, left: str) -> None:
    assert Redactor().redact(text) == left


@pytest.mark.parametrize("text", KEPT)
def test_dates_and_figures_stay(text: str) -> None:
    assert Redactor().redact(text) == clean(text)


def test_what_pages_publish_stays() -> None:
    redactor = Redactor(["문의: 행정지원과 02-2155-6114, office@example.go.kr"])
    asked = "02) 2155-6114 and +82-2-2155-6114 and Office@example.go.kr?"
    assert redactor.redact(asked) == asked
    assert redactor.redact("02-2155-6115 me@example.go.kr") == "⟦phone⟧ ⟦mail⟧"


def test_an_identity_number_on_a_page_is_still_one() -> None:
    assert Redactor(["900101-1234567"]).redact("900101-1234567") == "⟦identity⟧"


@given(st.dates().map(str) | st.dates().map(lambda day: f"{day:%Y.%m.%d}"))
def test_no_date_is_taken_for_anything(day: str) -> None:
    assert Redactor().redact(f"on {day}, or 2016?") == f"on {day}, or 2016?"


@given(st.integers(0, 2_000_000_000), st.sampled_from(["{}", "{:,}", "{}명", "{}人"]))
def test_no_population_is_taken_for_anything(number: int, form: str) -> None:
    assert not PLACEHOLDER.search(Redactor().redact(form.format(number)))


@given(st.text(max_size=60))
def test_nothing_is_left_to_remove(text: str) -> None:
    once = Redactor().redact(text)
    assert Redactor().redact(once) == once


@given(
    st.integers(0, 9999),
    st.integers(0, 9999),
    st.sampled_from(["-", " ", ".", ""]),
    st.text(alphabet="가나다 ?!,명은", max_size=5),
)
def test_every_mobile_number_goes(one: int, two: int, gap: str, around: str) -> None:
    number = f"010{gap}{one:04}{gap}{two:04}"
    assert number not in Redactor().redact(f"{around} {number} {around}")
