"""Dates: every form of the three languages, at the precision of the text and never filled in."""

from __future__ import annotations

import re

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import find_dates
from corpus.dates.bounds import bounds

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
    ("2015-05-03 방문", ["2015-05-03"]),
    ("2015/5/3–6", ["2015-05-03/2015-05-06"]),
    ("2015.5.3-6 방문", ["2015-05-03/2015-05-06"]),
    ("2018. 9. 12. ~ 15. 허비시 방문", ["2018-09-12/2018-09-15"]),
    ("2018.10.02 - 5 teachers came", ["2018-10-02"]),
    ("May 3-6, 2015", ["2015-05-03/2015-05-06"]),
    ("May 3–6, 2015", ["2015-05-03/2015-05-06"]),
    ("3–6 May 2015", ["2015-05-03/2015-05-06"]),
    ("from 3rd to 6th May, 2015", ["2015-05-03/2015-05-06"]),
    ("3 May to 6 June 2015", ["2015-05-03/2015-06-06"]),
    ("May 30 - June 2, 2015", ["2015-05-30/2015-06-02"]),
    ("December 30, 2015 – January 2, 2016", ["2015-12-30/2016-01-02"]),
    ("May–June 2015", ["2015-05/2015-06"]),
    ("in May and October 2015", ["2015-05", "2015-10"]),
    ("in MAY 2015", ["2015-05"]),
    ("in early May 2015", ["2015-05"]),
    ("in the spring of 2015", ["2015"]),
    ("2015년 상반기, 2016년 봄", ["2015", "2016"]),
    ("2015年上半年", ["2015"]),
    ("2015年5月下旬", ["2015-05"]),
    ("2015년 5월 초순", ["2015-05"]),
    ("5월 3일(2015년)", ["2015"]),
    ("2015年5月3日至6日", ["2015-05-03/2015-05-06"]),
    ("2015年5月3日起至6月6日", ["2015-05-03/2015-06-06"]),
    ("2015年5月3至6日", ["2015-05-03/2015-05-06"]),
    ("2015年12月30日至2016年1月2日", ["2015-12-30/2016-01-02"]),
    ("二〇一五年五月三日", ["2015-05-03"]),
    ("2005~2008년", ["2005/2008"]),
    ("2005-2008年间", ["2005/2008"]),
    ("2005년부터 2008년까지", ["2005/2008"]),
    ("2015년도 방문", ["2015"]),
    ("2015년 5. 3. 방문", ["2015-05-03"]),
    ("2015년 여름 방문", ["2015"]),
    ("2015년 전국체전", ["2015"]),
    ("2015年来访，2016年前往", ["2015", "2016"]),
    ("2015년 5월 방문. 같은 해 10월 답방", ["2015-05", "2015-10"]),
    ("2015년 5월 방문하고 이듬해 3월 체결", ["2015-05", "2016-03"]),
    ("2015年5月来访，同年10月回访，次年3月签约", ["2015-05", "2015-10", "2016-03"]),
    ("In May 2015 they came, in October of the same year they signed", ["2015-05", "2015-10"]),
    ("In May 2015 they came; in October, they went", ["2015-05", "2015-10"]),
    ("In 2015 they came; in March of the following year they signed", ["2015", "2016-03"]),
    ("'15. 5. 3.", ["2015-05-03"]),
    ("('15.5.3.~5.6.)", ["2015-05-03/2015-05-06"]),
    ("'15.5월", ["2015-05"]),
    ("15.05.03. 서초구 방문", ["2015-05-03"]),
    ("방문 (15.05.03)", ["2015-05-03"]),
    ("(2014. 3. 5., 5. 10.) 방문", ["2014-03-05", "2014-05-10"]),
    ("13.05.2015", ["2015-05-13"]),
    ("2015년5월3일(일)~6일(수)", ["2015-05-03/2015-05-06"]),
    ("2015.5.3(일)~5.6(수)", ["2015-05-03/2015-05-06"]),
    ("2015.05 ~ 2015.07", ["2015-05/2015-07"]),
    ("2010-05", ["2010-05"]),
    ("2010年度", ["2010"]),
]  # fmt: skip

UNDER_YEAR = [
    ("5.12", ["2015-05-12"]),
    ("5. 12.~15.", ["2015-05-12/2015-05-15"]),
    ("5. 12. ~ 6. 2.", ["2015-05-12/2015-06-02"]),
    ("5/12 대표단 방문", ["2015-05-12"]),
    ("5월 12일", ["2015-05-12"]),
    ("5월", ["2015-05"]),
    ("10月12日至15日", ["2015-10-12/2015-10-15"]),
    ("May: students came", ["2015-05"]),
    ("May 5: students came", ["2015-05-05"]),
    ("(5.12.) 방문", ["2015-05-12"]),
    ("3.5 billion won", []),
    ("3.5㎞ 도로", []),
    ("2016년 5월", ["2016-05"]),
    ("대표단 방문", []),
]


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
    "2000년대에 들어",
    "버전 2015.10.3.1",
    "v2015.10",
    "전화 031-2015-5678",
    "(02) 2015-1234",
    "예산 2015.5억원",
    "¥2015.10",
    "제2015-12호",
    "3박 4일 일정",
    "면적은 2012.3㎢",
    "192.168.15.05.03",
    "학생 20명, 교사 3명",
    "he may come in march order",
    "12月亮",
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_reads_every_form(text: str, expected: list[str]) -> None:
    assert [mention.edtf for mention in find_dates(text)] == expected


@pytest.mark.parametrize(("text", "expected"), UNDER_YEAR)
def test_reads_a_month_and_day_under_a_year(text: str, expected: list[str]) -> None:
    assert [mention.edtf for mention in find_dates(text, year=2015)] == expected


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Between March and June 2010", ["2010-03/2010-06"]),
        ("民國105年、108年、112年", ["2016", "2019", "2023"]),
        ("112年12月5日", ["2023-12-05"]),
        ("1994 8 6 to 8 10 Fukuyama club", ["1994-08-06/1994-08-10"]),
        ("2005 7 2006 7 and 2008 7 Dancers", ["2005-07", "2006-07", "2008-07"]),
        ("2002 15 people", []),
        ("1998. 9. 15 ~ 9. 19 방문", ["1998-09-15/1998-09-19"]),
        ("2006. 3. ~ 9. 연수", ["2006-03/2006-09"]),
        ("2013 Oct. Exchange", ["2013-10"]),
        ("between 2010 and 2012", ["2010/2012"]),
        ("between May 3 and 7, 2010", ["2010-05-03/2010-05-07"]),
        ("民國92年（2003年）4月21日", ["2003-04-21"]),
        ("平成5年8月", ["1993-08"]),
        ("2003年（平成15年）4月1日", ["2003-04-01"]),
        ("2023.9월, 2024.9월", ["2023-09", "2024-09"]),
        ("2005 ~ 2018 youth camp", ["2005/2018"]),
        ("in 2006, 2008 and 2010", ["2006", "2008", "2010"]),
        ("2016. 5. 12 pupils from Hebi", ["2016-05"]),
        ("2016. 5. 12명 방문", ["2016-05"]),
        ("'91. 8월", ["1991-08"]),
    ],
)
def test_eras_lists_and_intervals_in_words(text: str, expected: list[str]) -> None:
    assert [mention.edtf for mention in find_dates(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("올해 3월과 지난해 10월", ["2023-03", "2022-10"]),
        ("지난 2일 시청에서", ["2023-05-02"]),
        ("지난 11월 방문", ["2022-11"]),
        ("5月20日上午", ["2023-05-20"]),
        ("12月来访", ["2022-12"]),
        ("去年9月", ["2022-09"]),
        ("1998년 8월과 10월", ["1998-08", "1998-10"]),
    ],
)
def test_news_count_from_the_day_they_were_published(text: str, expected: list[str]) -> None:
    found = find_dates(text, published="2023-05-23")
    assert [mention.edtf for mention in found] == expected


@pytest.mark.parametrize(
    "text",
    [
        "대표단 8명은 총 10일에 걸쳐 방문하였다",
        "10일에 걸쳐 방문하였다",
        "3박 4일에 걸친 방문",
        "약 10일에 나누어 방문",
        "방문하며 30일까지 신청 가능하다",
    ],
)
def test_how_long_something_took_is_no_day_of_the_news(text: str) -> None:
    assert find_dates(text, published="2019-05-20") == []


def test_a_day_of_the_news_with_its_last_one() -> None:
    found = find_dates("15일부터 18일까지 방문", published="2019-05-20")
    assert [mention.edtf for mention in found] == ["2019-05-15/2019-05-18"]


@pytest.mark.parametrize(
    ("text", "expected"), [("- 2018-19 대표단", ["2018/2019"]), ("- 2010-35 대표단", [])]
)
def test_two_digits_end_a_short_span_of_years(text: str, expected: list[str]) -> None:
    assert [mention.edtf for mention in find_dates(text)] == expected


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("91년 6월 5일", ["1991-06-05"]),
        ("05년 3월", ["2005-03"]),
        ("94년에 체결", ["1994"]),
        ("단기 91년 6월", []),
        ("창립 90년 6월", []),
        ("수교 80년에 즈음하여", []),
        ("90년에 걸쳐", []),
    ],
)
def test_two_figures_are_a_year_of_our_era_or_none(text: str, edtf: list[str]) -> None:
    assert [mention.edtf for mention in find_dates(text)] == edtf
