"""What rows of Korean tables say in a note: the kind of a tie, the month and day of an event."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.dates import find_dates
from corpus.gazetteer import Gazetteer
from corpus.model import Knowledge
from tests.corpus.written_pages import known


def signed(told: Knowledge) -> dict[str, str | None]:
    return {f.value.edtf or "": f.stage for f in told.facts if f.property == "signed"}


TABLES = [
    "도시명{0}국가{0}구분{0}체결일\n아오모리시{0}일본{0}우호교류{0}1995.8.28\n"
    "르자오시{0}중국{0}자매결연{0}2000.6.27\n땀끼시{0}베트남{0}우호교류{0}2013.8.14",
    "연번{0}국가{0}도시명{0}결연일자{0}비고\n1{0}일본{0}아오모리시{0}1995.8.28{0}우호\n"
    "2{0}중국{0}르자오시{0}2000.6.27{0}자매\n3{0}베트남{0}땀끼시{0}2013.8.14{0}우호교류",
]


@pytest.mark.parametrize("gap", ["\t", " ", "   "])
@pytest.mark.parametrize("table", TABLES)
def test_every_word_of_a_flattened_row_is_a_cell_where_the_header_has_as_many(
    tmp_path: Path, gazetteer: Gazetteer, table: str, gap: str
) -> None:
    told = known(tmp_path, gazetteer, f"평택시청\n\n평택시 자매도시\n\n{table.format(gap)}\n")
    stages = {"1995-08-28": "friendship", "2000-06-27": "sister", "2013-08-14": "friendship"}
    assert signed(told) == stages and not told.exchanges


ROWS = """<html><title>안양시청</title><body><h1>안양시 국외 자매도시</h1><table>
<tr><th>도시명</th><th>국가</th><th>결연일자</th></tr>
<tr><td>{0}</td><td>일본</td><td>1986. 4. 17.</td></tr></table></body></html>"""


@pytest.mark.parametrize(
    ("cell", "stage"),
    [
        ("고마키시(우호)", "friendship"),
        ("고마키시<br>[우호도시]", "friendship"),
        ("고마키시 (우호교류)", "friendship"),
        ("고마키시(자매)", "sister"),
        ("고마키시(아이치현)", "sister"),
        ("고마키시(우호의 종)", "sister"),
    ],
)
def test_a_note_behind_the_name_tells_the_kind_that_the_heading_generalises(
    tmp_path: Path, gazetteer: Gazetteer, cell: str, stage: str
) -> None:
    assert signed(known(tmp_path, gazetteer, ROWS.format(cell))) == {"1986-04-17": stage}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("체험(8. 6~8. 9)", "2019-08-06/2019-08-09"),
        ("시찰(11. 3)", "2019-11-03"),
        ("참석 (5/23)", "2019-05-23"),
        ("캠프(7~8월)", "2019-07/2019-08"),
        ("참석(10.1~5일)", "2019-10-01/2019-10-05"),
        ("참석(10.28(월)~11.2(토))", "2019-10-28/2019-11-02"),
        ("파견(12. 28~1. 3)", "2019-12-28/2020-01-03"),
        ("방문(6. 3, 시청)", "2019-06-03"),
        ("연수[7. ~ 8.]", "2019-07/2019-08"),
        ("参加（5.3-5.6）", "2019-05-03/2019-05-06"),
        ("축제 참가(3)", None),
        ("경기(3.5㎞)", None),
        ("배율(13.5)", None),
    ],
)
def test_a_bracket_under_a_year_holds_no_more_than_a_month_or_day(
    text: str, date: str | None
) -> None:
    assert [found.edtf for found in find_dates(text, 2019)] == ([date] if date else [])


LISTED = """양구군청

해외교류도시

태국 나콘나욕주 반나군
○ 우호협약일 : 2016. 3. 4.
○ {0}
   2016. 3. 2 ~ 6  군수 등 10명 반나군 방문,
     우호협약 체결
   2017. 2  반나군 유소년 축구단 양구 대회 참가 23명
   2018년  반나군 대표단 5명 내방
   2019. 5 ~ 6월 반나군 공무원 2명 양구군청 연수
   2020. 8 / 2021. 8  양구군 중학생 반나군 방문
○ 특산물
   쌀, 과일
{1}"""
DATES = ["2016-03-02/2016-03-06", "2017-02", "2018", "2019-05/2019-06", "2020-08", "2021-08"]


@pytest.mark.parametrize("label", ["교류내역", "주요 교류실적 :", "교류현황", "그동안의 교류"])
def test_dated_lines_indented_below_an_item_are_entries_of_its_list(
    tmp_path: Path, gazetteer: Gazetteer, label: str
) -> None:
    told = known(tmp_path, gazetteer, LISTED.format(label, ""))
    assert [exchange.date for exchange in told.exchanges] == DATES
    assert signed(told) == {"2016-03-04": "friendship"}
    assert [f.value.text for f in told.facts if f.property == "specialties"] == ["쌀, 과일"]


@pytest.mark.parametrize("staff", ["담당자 : 서무팀", "작성자 : 홍길동", "콘텐츠 담당자: 김"])
def test_who_looks_after_a_page_stands_in_its_contact_line(
    tmp_path: Path, gazetteer: Gazetteer, staff: str
) -> None:
    foot = f"\n담당자\n담당부서 : 자치행정과\n{staff}\n연락처 : 041-830-2115\n"
    told = known(tmp_path, gazetteer, LISTED.format("교류내역", foot))
    assert told.home
    facts = {(f.subject, f.value.text) for f in told.facts if f.property == "department"}
    assert facts == {(told.home, "자치행정과")}


LABELLED = """달서구청

달서구 국외교류

중국 양저우시 한장구
- 결연내용 : {0}
- 체결일 : 2006년 11월 9일
- 인구 : 약 68만명
"""


@pytest.mark.parametrize(
    ("written", "stage", "named"),
    [
        ("자매결연", "sister", False),
        ("우호교류", "friendship", False),
        ("우호도시 결연", "friendship", False),
        ("우호교류 협정", "friendship", True),
        ("우호교류 의향서", "intent", True),
    ],
)
def test_a_kind_where_a_document_should_stand_is_no_document(
    tmp_path: Path, gazetteer: Gazetteer, written: str, stage: str, named: bool
) -> None:
    told = known(tmp_path, gazetteer, LABELLED.format(written))
    assert signed(told) == {"2006-11-09": stage}
    assert any(fact.property == "agreement" for fact in told.facts) == named


def test_the_first_of_many_ties_is_no_exchange(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = "전주시청\n\n전주시 자매도시\n\n전주시는 1983년 미국 샌디에이고시를 시작으로 {0}."
    for many in ("세계 여러 도시와 손을 맞잡아 왔습니다", "12개 도시와 자매결연을 맺고 있습니다"):
        assert not known(tmp_path, gazetteer, page.format(many)).exchanges
