"""Dates: every form of the three languages, at the precision of the text and never filled in."""

from __future__ import annotations

import re
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.dates import bounds, find_dates

FORMS = [
    ("1998년 8월 3일", ["1998-08-03"]),
    ("(2000년7월, 2000년12월, 2002년10월)", ["2000-07", "2000-12", "2002-10"]),
    ("(2000년1월 ~ 2001년1월 )", ["2000-01/2001-01"]),
    ("(2000년 7월 10일 ~ 7월 15일)", ["2000-07-10/2000-07-15"]),
    ("(2014년 3월, 9월)", ["2014-03", "2014-09"]),
    ("(2005년, 2008년)", ["2005", "2008"]),
    ("2016.04.20. ~ 22.", ["2016-04-20/2016-04-22"]),
    ("2016.10.13./한국 서초구", ["2016-10-13"]),
    ("2010년 8월 29일 … 10월 29일 … 12월 12일", ["2010-08-29", "2010-10-29", "2010-12-12"]),
    ("2020年04月 收到口罩 2020.04 masks", ["2020-04", "2020-04"]),
    ("2017年12月温岭", ["2017-12"]),
    ("２０１６年１０月１３日", ["2016-10-13"]),
    ("2016年10月13號", ["2016-10-13"]),
    ("On August 27 to 29, 2013, it visited. On August 27, it signed.",
     ["2013-08-27/2013-08-29", "2013-08-27"]),
    ("15 August 2008", ["2008-08-15"]),
    ("the 3rd of May", []),
    ("in December 2006", ["2006-12"]),
    ("began in 2005", ["2005"]),
    ("from 2010 to 2013", ["2010/2013"]),
    ("Sept. 5, 2011", ["2011-09-05"]),
    ("2019년말 상주인구 기준", ["2019"]),
    ("2018. 9. 12.~9.15.", ["2018-09-12/2018-09-15"]),
    ("2018. 9. 12.(수) ~ 9. 15.(토)", ["2018-09-12/2018-09-15"]),
    ("2018.9.12.(수)~15.(토)", ["2018-09-12/2018-09-15"]),
    ("2018년 9월 12일(수)부터 15일(토)까지", ["2018-09-12/2018-09-15"]),
    ("2018年9月12日（周三）至9月15日（周六）", ["2018-09-12/2018-09-15"]),
    ("September 12 (Wed) to 15 (Sat), 2018", ["2018-09-12/2018-09-15"]),
    ("September 12 (Wednesday), 2018", ["2018-09-12"]),
    ("2016년 10월 13~15일", ["2016-10-13/2016-10-15"]),
    ("2016年10月13-15日", ["2016-10-13/2016-10-15"]),
    ("2016년 3월, 10월 13~15일", ["2016-03", "2016-10-13/2016-10-15"]),
    ("2019년 5~6월", ["2019-05/2019-06"]),
    ("May 5 and 7, 2010", ["2010-05-05", "2010-05-07"]),
    ("May 5 and June 7, 2010", ["2010-05-05", "2010-06-07"]),
    ("5 and 7 May 2010", ["2010-05-05", "2010-05-07"]),
    ("May 5 through 7, 2010", ["2010-05-05/2010-05-07"]),
    ("in 2010, on May 5 and 30 people came", ["2010", "2010-05-05"]),
    ("’17. 9. 대표단 방문", ["2017-09"]),
    ("'17. 9. 12. 방문, ‘98년 3월", ["2017-09-12", "1998-03"]),
    ("2005: a delegation came\n2006 : another", ["2005", "2006"]),
    ("二〇一六年十月十三日", ["2016-10-13"]),
    ("二零一六年十二月", ["2016-12"]),
    ("二〇一六年十月三十日至十一月二日", ["2016-10-30/2016-11-02"]),
]  # fmt: skip

SPANS = [
    ("on May 5 and 7, 2010.", ["May 5", "7, 2010"]),
    ("5 and 7 May 2010", ["5", "7 May 2010"]),
    ("(’17. 9.)", ["17. 9."]),
    ("교류 2018. 9. 12.(수) ~ 9. 15.(토)", ["2018. 9. 12.(수) ~ 9. 15."]),
]

NO_DATES = [
    "7300년전 신석기",
    "600여년의 불교",
    "02-2155-6168",
    "제24주년",
    "395.79㎢",
    "an area of 41.4 square meters",
    "2021Wenling",
    "No.5 Line",
    "2월 30일",
    "in 2,005 houses",
    "17. 9. people",
    "class of '98 12 people",
    "2005:30",
    "十月十三日",
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_reads_every_form(text: str, expected: list[str]) -> None:
    assert [mention.edtf for mention in find_dates(text)] == expected


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_spans_are_tight(text: str, expected: list[str]) -> None:
    assert [text[m.span.start : m.span.end] for m in find_dates(text)] == expected


@pytest.mark.parametrize("text", NO_DATES)
def test_sees_no_date_where_there_is_none(text: str) -> None:
    assert find_dates(text) == []


def test_a_first_partial_date_inherits_the_year_it_is_given() -> None:
    assert [m.edtf for m in find_dates("On October 29, they came", year=2010)] == ["2010-10-29"]
    assert find_dates("On October 29, they came") == []


def test_an_interval_that_runs_backwards_keeps_only_its_start() -> None:
    assert [m.edtf for m in find_dates("2016.10.13. ~ 2015.10.14.")] == ["2016-10-13"]


def test_bounds_cover_the_precision() -> None:
    assert bounds("2016") == ("2016-01-01", "2016-12-31")
    assert bounds("2016-02") == ("2016-02-01", "2016-02-29")
    assert bounds("2000-01/2001-01") == ("2000-01-01", "2001-01-31")


@settings(max_examples=25, deadline=None)
@given(
    st.dates(min_value=date(1800, 1, 1), max_value=date(2199, 12, 31)), st.sampled_from([4, 7, 10])
)
def test_bounds_agree_with_the_library(day: date, precision: int) -> None:
    edtf = day.isoformat()[:precision]
    parsed = parse_edtf(edtf)
    ends = [parsed.lower_strict(), parsed.upper_strict()]
    assert list(bounds(edtf)) == [date(*end[:3]).isoformat() for end in ends]


@given(st.text(alphabet="0123456789년월일年月日.~-/, ()AugustMay여전’:二〇十수", max_size=60))
def test_every_mention_is_valid_edtf_with_its_digits_in_the_text(text: str) -> None:
    for mention in find_dates(text):
        parse_edtf(mention.edtf)
        quoted = text[mention.span.start : mention.span.end]
        assert quoted == quoted.strip() != ""
        assert all(int(digits) > 0 for digits in re.findall(r"\d+", mention.edtf))
        first, last = bounds(mention.edtf)
        assert first <= last


@given(st.integers(1800, 2199), st.integers(1, 12), st.integers(1, 28))
def test_the_same_day_is_read_alike_in_every_language(year: int, month: int, day: int) -> None:
    edtf = f"{year:04d}-{month:02d}-{day:02d}"
    for text in (
        f"{year}년 {month}월 {day}일",
        f"{year}年{month}月{day}日",
        f"{year}.{month:02d}.{day:02d}.",
    ):
        assert [m.edtf for m in find_dates(text)] == [edtf]
