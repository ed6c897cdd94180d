"""How tables, cards and lists of cells lay things out: notes, groups of rows, columns of ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.facts.table_notes import _note
from corpus.gazetteer import Gazetteer
from corpus.labels.words import note_of, property_of
from corpus.model import Exchange, Fact, Knowledge
from tests.corpus.written_pages import known


def facts(told: Knowledge, name: str) -> list[Fact]:
    return [fact for fact in told.facts if fact.property == name]


def event(told: Knowledge, date: str) -> Exchange:
    return next(exchange for exchange in told.exchanges if exchange.date == date)


NOTES = [
    ("※ 인구는 2020년 기준임", ("population", "2020년", "")),
    ("* 인구 통계 : 2021년 12월 말 현재", ("population", "2021년 12월", "")),
    ("注：人口为2021年底数据。", ("population", "2021年", "")),
    ("（人口為2019年底統計）", ("population", "2019年", "")),
    ("Note: population figures as of December 2021", ("population", "December 2021", "")),
    ("(단위 : 천명)", ("population", "", "천명")),
    ("面积单位：平方公里", ("area", "", "平方公里")),
]


@pytest.mark.parametrize(("text", "said"), NOTES)
def test_a_line_of_such_words_alone_says_when_or_in_what_a_table_counts(
    text: str, said: tuple[str, str, str]
) -> None:
    assert _note(text) == (said,)


@pytest.mark.parametrize(
    "text",
    ["2020년 방문", "2023년", "人口35万，2021年来访", "Population: 35,000", "최종수정일 2021년"],
)
def test_what_tells_something_else_is_no_note(text: str) -> None:
    assert _note(text) == ()


@pytest.mark.parametrize(
    ("label", "note"),
    [
        ("인구(천명) '22년말", "천명; '22년말"),
        ("인구 2022년말", "2022년말"),
        ("人口（万人）2021年末", "万人; 2021年末"),
        ("Population, 2020", "2020"),
        ("Population in thousands", "in thousands"),
        ("人口/万", "万"),
    ],
)
def test_date_and_unit_may_stand_beside_a_label_without_brackets(label: str, note: str) -> None:
    assert property_of(label) == "population" and note_of(label) == note


NOTED = """<html><title>안양시청</title><body><h1>안양시 국외 자매도시</h1>{0}<table>
<tr><th>도시명</th><th>국가</th><th>결연일자</th><th>인구</th></tr>
<tr><td>도코로자와시</td><td>일본</td><td>1998. 4. 17.</td><td>344,000</td></tr>
<tr><td>웨이팡시</td><td>중국</td><td>1995. 4. 20.</td><td>9,386,000(2019)</td></tr>
</table>{1}</body></html>"""


@pytest.mark.parametrize(
    ("above", "below"),
    [("", "<p>※ 인구 2020년 기준</p>"), ("<p>(인구 : 2020년 기준)</p>", "")],
)
def test_a_note_dates_the_numbers_that_say_no_date_themselves(
    tmp_path: Path, gazetteer: Gazetteer, above: str, below: str
) -> None:
    told = known(tmp_path, gazetteer, NOTED.format(above, below))
    assert [fact.as_of for fact in facts(told, "population")] == ["2020", "2019"]


GROUP = """<html><title>안양시청</title><body><h1>안양시 국외 자매도시</h1><table>
<tr><th colspan="4">일본 도코로자와시</th></tr>
<tr><th>면적</th><td>72㎢</td><th>결연내용</th><td>1998. 4. 17. 자매결연 협정서 체결
 (장소 : 안양시청)</td></tr>
<tr><th rowspan="3">교류현황</th><th>일자</th><th>내용</th><th>인원</th></tr>
<tr><td>2005. 10. 1.</td><td>도코로자와시 대표단 안양시 방문</td><td>9</td></tr>
<tr><td>2007. 5. 2.</td><td>안양시 축구단 도코로자와시 방문</td><td>21</td></tr>
<tr><th>인구</th><td colspan="3">34만명</td></tr></table></body></html>"""


def test_the_first_row_of_a_group_heads_its_columns_and_no_others(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    told = known(tmp_path, gazetteer, GROUP)
    assert [exchange.people for exchange in told.exchanges] == [(9,), (21,)]
    assert [f.value.number for f in facts(told, "population")] == [340000.0]
    assert [f.value.edtf for f in facts(told, "signed")] == ["1998-04-17"]


def test_a_cell_over_several_columns_tells_each_event_once(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    page = (
        "<html><title>안양시청</title><body><h1>안양시와 도코로자와시</h1><table>"
        "<tr><th>면적</th><td>72㎢</td><th>인구</th><td>34만명</td></tr><tr><th>교류내용</th>"
        '<td colspan="3"><p>2005. 10. 1. 도코로자와시 대표단 9명 안양시 방문</p>'
        "<p>2007. 5. 2. 안양시 축구단 21명 도코로자와시 방문</p></td></tr></table></body></html>"
    )
    told = known(tmp_path, gazetteer, page)
    assert sorted(exchange.date for exchange in told.exchanges) == ["2005-10-01", "2007-05-02"]


WAYS = [
    ("From – To | Event", "안양시 – 도코로자와시 | 축구 친선경기", True),
    ("Route | Event", "도코로자와시 → 안양시 | 축구 친선경기", False),
    ("From | To | Event", "도코로자와시 | 안양시 | 축구 친선경기", False),
    ("방문단 | 내용", "도코로자와시 소년축구부 | 축구 친선경기", False),
    ("파견 | 초청", "축구 친선경기 (10. 1. / 9명) | -", True),
    ("방문 | 내방", "- | 축구 친선경기 (10. 1. / 9명)", False),
]


@pytest.mark.parametrize(("header", "row", "out"), WAYS)
def test_columns_tell_who_went(
    tmp_path: Path, gazetteer: Gazetteer, header: str, row: str, out: bool
) -> None:
    date = "2005" if "/ 9명" in row else "2005. 10. 1."
    page = (
        "안양시청\n\n안양시 자매도시 도코로자와시 교류실적\n\n"
        f"일자 | {header}\n{date} | {row}\n{date} | {row.replace('축구', '야구')}\n"
    )
    told = known(tmp_path, gazetteer, page)
    home = told.home
    ways = {exchange.direction and exchange.direction[0] == home for exchange in told.exchanges}
    assert ways == {out}


@pytest.mark.parametrize(
    ("cell", "name", "office"),
    [
        ("부시장 마쓰하시 료이치", "마쓰하시 료이치", "부시장"),
        ("선제 부구장", "선제", "부구장"),
        ("관광국장 뤼젠쥔 등 8명", "뤼젠쥔", "관광국장"),
    ],
)
def test_the_cell_of_who_led_is_the_whole_person(
    tmp_path: Path, gazetteer: Gazetteer, cell: str, name: str, office: str
) -> None:
    page = (
        "안양시청\n\n안양시 자매도시 도코로자와시 교류실적\n\n일자 | 내용 | 단장 | 인원\n"
        f"2005. 10. 1. | 도코로자와시 대표단 안양시 방문 | {cell} | 9\n"
        "2006. 10. 1. | 도코로자와시 축구단 안양시 방문 | - | 11\n"
    )
    led = event(known(tmp_path, gazetteer, page), "2005-10-01").leaders
    assert [(person.name, person.office) for person in led] == [(name, office)]


def test_an_office_that_only_one_side_has_tells_who_went(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    page = (
        "울진군청\n\n울진군 국제교류 도코로자와시 교류실적\n\n일자 | 내용 | 단장\n"
        "2005. 10. 1. | 국제박람회 참가 | 군수 김용수\n2006. 10. 1. | 국제박람회 참가 | "
        "시장 사이토 히로시\n"
    )
    told = known(tmp_path, gazetteer, page)
    senders = [exchange.direction and exchange.direction[0] for exchange in told.exchanges]
    assert senders == [told.home, next(iter(set(told.exchanges[0].places) - {told.home}))]


def test_a_card_opens_with_a_badge_for_the_kind_of_its_tie(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    cards = "".join(
        f"<div><div><span>{kind}</span><strong>{name}</strong><em>{latin}</em></div>"
        f"<div><span>결연일</span><span>{day}</span></div>"
        f"<div><span>면적</span><span>{area}㎢</span></div></div>"
        for kind, name, latin, day, area in (
            ("자매", "일본 도코로자와시", "Tokorozawa, Japan", "1998. 4. 17.", 72),
            ("우호", "중국 웨이팡시", "Weifang, China", "1995. 4. 20.", 16143),
        )
    )
    page = f"<html><title>안양시청</title><body><h2>안양시 국제도시</h2>{cards}</body></html>"
    told = known(tmp_path, gazetteer, page)
    assert {f.stage: f.value.edtf for f in facts(told, "signed")} == {
        "sister": "1998-04-17",
        "friendship": "1995-04-20",
    }
    assert [f.value.number for f in facts(told, "area")] == [72.0, 16143.0]


STACKED = ["번호", "국가", "도시명", "결연일자", "면적(㎢)"]
ROWS = [
    ["1", "일본", "도코로자와시", "1998. 4. 17.", "72"],
    ["2", "중국", "웨이팡시", "1995. 4. 20.", "-"],
    ["3", "미국", "가든그로브시", "-", "46"],
]


@pytest.mark.parametrize("between", ["", "\n"])
def test_a_list_of_partners_may_have_each_cell_on_a_line(
    tmp_path: Path, gazetteer: Gazetteer, between: str
) -> None:
    lines = f"\n{between}".join("\n".join(row) for row in (STACKED, *ROWS))
    told = known(tmp_path, gazetteer, f"안양시청\n\n안양시 자매도시\n\n{lines}\n")
    assert {f.value.edtf for f in facts(told, "signed")} == {"1998-04-17", "1995-04-20"}
    assert [f.value.number for f in facts(told, "area")] == [72.0, 46.0]


def test_wide_gaps_part_cells_where_every_row_has_as_many(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    page = (
        "안양시청\n\n안양시 교류실적\n\nDate  Partner  Details  Number\n"
        "2005.10.1  도코로자와시  도코로자와시 대표단 안양시 방문  9\n"
        "2006.5.2  웨이팡시  안양시 축구단 웨이팡시 방문  21\n"
    )
    told = known(tmp_path, gazetteer, page)
    assert [exchange.people for exchange in told.exchanges] == [(9,), (21,)]


def test_an_empty_last_cell_is_one(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = (
        "안양시청\n\n안양시 자매도시\n\n구분 | 도시명 | 결연일자 | 면적(㎢) | 비고\n"
        "자매 | 도코로자와시 | 1998. 4. 17. | 72 | 공업도시\n"
        "자매 | 웨이팡시 | 1995. 4. 20. | 16143 |\n"
    )
    told = known(tmp_path, gazetteer, page)
    assert [f.value.number for f in facts(told, "area")] == [72.0, 16143.0]


TRANSPOSED = (
    "<html><title>Fukuyama City</title><body><h1>Sister cities of Fukuyama City</h1><table>"
    "<tr><th></th><th>Pohang (Korea)</th><th>Weifang (China)</th></tr>"
    "<tr><th>{0}</th><td>April 17, 1998</td><td>April 20, 1995</td></tr>"
    "<tr><th>Type</th><td>Sister city</td><td>Friendship city</td></tr>"
    "<tr><th>Area</th><td>72 km²</td><td>16,143 km²</td></tr></table></body></html>"
)


@pytest.mark.parametrize("label", ["Established", "Since", "Date"])
def test_a_bare_date_beside_the_kind_of_tie_is_that_of_signing(
    tmp_path: Path, gazetteer: Gazetteer, label: str
) -> None:
    told = known(tmp_path, gazetteer, TRANSPOSED.format(label))
    assert {f.stage: f.value.edtf for f in facts(told, "signed")} == {
        "sister": "1998-04-17",
        "friendship": "1995-04-20",
    }


def test_a_column_of_an_unknown_place_is_nobody_elses(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = TRANSPOSED.format("Established").replace("Weifang (China)", "Details")
    told = known(tmp_path, gazetteer, page)
    assert [f.value.number for f in facts(told, "area")] == [72.0]


@pytest.mark.parametrize(("label", "stage"), [("갱신일자", "renewal"), ("최종수정일", None)])
def test_a_date_of_renewal_beside_that_of_signing_is_the_ties(
    tmp_path: Path, gazetteer: Gazetteer, label: str, stage: str | None
) -> None:
    page = (
        "<html><title>안양시청</title><body><h1>안양시 자매도시</h1><h2>일본 도코로자와시</h2><dl>"
        f"<dt>결연일자</dt><dd>1998. 4. 17.</dd><dt>{label}</dt><dd>2018. 9. 27.</dd>"
        "<dt>면적</dt><dd>72㎢</dd></dl></body></html>"
    )
    told = known(tmp_path, gazetteer, page)
    stages = {f.value.edtf: f.stage for f in facts(told, "signed")}
    assert stages.get("2018-09-27") == stage and "1998-04-17" in stages


def test_what_a_page_sets_apart_by_its_country_is_meant_wherever_it_is_named(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    page = (
        "扬州市人民政府\n\n扬州市友城\n\n友城 | 国家 | 结好日期\n唐津市 | 日本 | 1982.2.22\n"
        "厚木市 | 日本 | 1984.10.23\n\n与唐津市交往\n\n1994年8月 扬州少年代表团一行10人访问唐津市\n"
    )
    told = known(tmp_path, gazetteer, page)
    assert {place for e in told.exchanges for place in e.places} == {told.home, "karatsu"}


def test_a_row_of_a_list_of_partners_is_no_event(tmp_path: Path, gazetteer: Gazetteer) -> None:
    rows = (
        "Nation | City | Date | Note\n"
        "Japan | Kitami | May 16, 1985 | -\n"
        "USA | Eugene | June 3, 1990 | -"
    )
    told = known(tmp_path, gazetteer, f"Gimhae City Hall\n\nSister Cities\n\n{rows}\n")
    assert not told.exchanges


def test_a_heading_for_plain_data_names_no_place(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = "丽水市政府\n\n韩国丽水市\n\n基本數據資料\n\n面積：504平方公里\n"
    told = known(tmp_path, gazetteer, text)
    assert not [f for f in told.facts if "數據" in f.subject or "数据" in f.subject]
