"""Structures: every layout gives each value its label and each block its partner."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.labels import Labelled, described_values, labelled_values, unknown_labels
from corpus.model import Page, Place
from corpus.page_reading import PageReading
from corpus.setting import Setting, find_setting
from corpus.setting.local_places import find_local_places
from tests.corpus.written_pages import written


def read(tmp_path: Path, content: str) -> PageReading:
    page = written(tmp_path, content, "page.html" if content.startswith("<") else "page.txt")
    return PageReading.of(page)


def settle(page: Page, gazetteer: Gazetteer) -> tuple[Setting, Gazetteer]:
    local = find_local_places(page, gazetteer)
    gazetteer = gazetteer.with_places(local) if local else gazetteer
    return find_setting(page, gazetteer), gazetteer


def told(page: Page, gazetteer: Gazetteer) -> set[tuple[str, str, str]]:
    """(name of the place, property, value) of every labelled value of ``page``."""
    setting, gazetteer = settle(page, gazetteer)
    return {
        (gazetteer.places[owner].name("ko"), item.property, page.quote(item.value))
        for index, item in _values(page)
        for owner in setting.owners(index, item.value)
    }


def _values(page: Page) -> Iterator[tuple[int, Labelled]]:
    for index, block in enumerate(page.blocks):
        for item in labelled_values(page, block):
            yield index, item


def html(body: str, publisher: str = "서울특별시 마포구") -> str:
    head = f'<meta charset="utf-8"><meta property="og:site_name" content="{publisher}">'
    return f"<html><head>{head}</head><body><main>{body}</main></body></html>"


WEIHAI = {("웨이하이시", "area", "5,799㎢"), ("웨이하이시", "mayor", "홍길동")}
VALUES = "<ul><li>면적 : 5,799㎢</li><li>시장 : 홍길동</li></ul>"
LAYOUTS = [
    f"<h3>🇨🇳 1. 중국 산동성 웨이하이시(威海市)</h3>{VALUES}",
    f"<p><b>■ 웨이하이시(威海市)</b></p>{VALUES}",
    f"<p>■ 중국 산둥성 웨이하이시</p>{VALUES}",
    f"<ul><li>중국 웨이하이시{VALUES}</li></ul>",
    "<h3>웨이하이시</h3><p><strong>면적</strong> 5,799㎢<br><strong>시장</strong> 홍길동</p>",
    "<h3>웨이하이시</h3><p><span>면 적</span> 5,799㎢</p><p><em>시장</em>홍길동</p>",
    "<h3>웨이하이시</h3><dl><dt>면적</dt><dd>5,799㎢</dd><dt>시장</dt><dd>홍길동</dd></dl>",
    "<h3>웨이하이시</h3><h4>면적</h4><p>5,799㎢</p><h4>시장</h4><p>홍길동</p>",
    "<h3>웨이하이시</h3><p>【면적】5,799㎢ 【시장】홍길동</p>",
    "<h3>웨이하이시</h3><p>면적 - 5,799㎢ / 시장 ▶ 홍길동</p>",
    "<h3>웨이하이시</h3><table><tr><th>면적</th><td>5,799㎢</td><th>시장</th><td>홍길동</td></tr>"
    "</table>",
    "<table><caption>웨이하이시</caption><tr><th>면적</th><td>5,799㎢</td></tr>"
    "<tr><th>시장</th><td>홍길동</td></tr></table>",
    "<table><tr><th>도시명</th><td>웨이하이시</td></tr><tr><th>면적</th><td>5,799㎢</td></tr>"
    "<tr><th>시장</th><td>홍길동</td></tr></table>",
    "<table><tr><td>국가</td><td>도시</td><td>면적</td><td>시장</td></tr>"
    "<tr><td>중국</td><td>웨이하이시</td><td>5,799㎢</td><td>홍길동</td></tr></table>",
    "<table><tr><th>구분</th><th>웨이하이시</th></tr><tr><td>면적</td><td>5,799㎢</td></tr>"
    "<tr><td>시장</td><td>홍길동</td></tr></table>",
    "<table><tr><td><b>웨이하이시</b><br>면적 : 5,799㎢<br>시장 : 홍길동</td><td></td></tr>"
    "</table>",
]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts_of_one_partner(tmp_path: Path, gazetteer: Gazetteer, layout: str) -> None:
    weihai = gazetteer.places[gazetteer.named("웨이하이시")[0]].name("ko")
    found = told(read(tmp_path, html(layout)), gazetteer)
    assert found == {(weihai, name, value) for _, name, value in WEIHAI}


TRANSPOSED = """<table><tr><th>구분</th><th>중국 웨이하이시</th><th>페루 와랄시</th>
<th>몽골 바얀골구</th></tr><tr><th>면적</th><td>5,799㎢</td><td>40㎢</td><td>-</td></tr>
<tr><th>체결장소</th><td>웨이하이시</td><td colspan="2">마포구청</td></tr></table>"""


def test_a_partner_a_column(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = read(tmp_path, html(TRANSPOSED))
    setting, everything = settle(page, gazetteer)
    areas = {
        page.quote(item.value): setting.owner(index, item.value)
        for index, item in _values(page)
        if item.property == "area"
    }
    assert len(areas) == len(set(areas.values())) == 2
    both = [
        setting.owners(index, item.value)
        for index, item in _values(page)
        if page.quote(item.value) == "마포구청"
    ]
    assert [len(owners) for owners in both] == [2]
    assert setting.home == everything.named("마포구")[0]


SPANNED = """<table><tr><th>연번</th><th>국가</th><th>도시명</th><th>인구(천명)</th></tr>
<tr><td>1</td><td rowspan="2">페루</td><td>와랄시(Huaral)</td><td>160</td></tr>
<tr><td>2</td><td>Chancay</td><td>50</td></tr>
<tr><th>연번</th><th>국가</th><th>도시명</th><th>인구(천명)</th></tr>
<tr><td>3</td><td>몽골</td><td>어떤솜군</td><td>3</td></tr></table>"""


def test_unknown_partners_of_a_table_become_places_of_its_countries(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    page = read(tmp_path, html(SPANNED))
    setting, everything = settle(page, gazetteer)
    places = [everything.places[partner] for partner in setting.all_partners()]
    assert [everything.ancestors(place.id)[-1] for place in places] == ["peru", "peru", "mongolia"]
    assert [item.note for _, item in _values(page)] == ["천명"] * 3


def local(tmp_path: Path, gazetteer: Gazetteer, body: str) -> list[Place]:
    return list(find_local_places(read(tmp_path, html(body)), gazetteer))


def test_names_side_by_side_are_one_place(tmp_path: Path, gazetteer: Gazetteer) -> None:
    body = "<h2>어디메시(某處市)</h2><ul><li>결연일 : 2003. 5. 1.</li></ul>"
    (place,) = local(tmp_path, gazetteer, body)
    assert (place.names["ko"], place.names["zh"]) == (("어디메시",), ("某處市",))


@pytest.mark.parametrize(
    "heading",
    ["일반현황", "교류도시 현황", "Friendship Cities Overview", "国际友好城市一览", "마포고등학교"],
)
def test_headings_of_sections_are_no_places(
    tmp_path: Path, gazetteer: Gazetteer, heading: str
) -> None:
    assert local(tmp_path, gazetteer, f"<h2>{heading}</h2><p>결연일 : 2003. 5. 1.</p>") == []


def test_a_section_about_the_own_place_is_about_no_partner(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    body = f"<h1>자매도시</h1><h2>웨이하이시</h2>{VALUES}<h2>마포구 현황</h2><p>면적 : 23.8㎢</p>"
    found = told(read(tmp_path, html(body)), gazetteer)
    assert {place for place, _, value in found if value == "23.8㎢"} == {"마포구"}


FOOT = f"""<h2>웨이하이시</h2>{VALUES}<ul><li>전화 : 0631-522-1234</li></ul>
<p>담당부서 : 총무과</p><p>전화번호 : 02-3153-8000</p><p>최종수정일 : 2023. 1. 2.</p>"""


def test_the_contact_line_is_the_own_side_and_a_partners_telephone_the_partners(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    phones = {v: p for p, name, v in told(read(tmp_path, html(FOOT)), gazetteer) if name == "phone"}
    assert phones["02-3153-8000"] == "마포구"
    assert phones["0631-522-1234"] != "마포구"


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>자매도시 | 마포구청</title></head><body><h3>웨이하이시</h3>",
        "<html><head><title>웨이하이시</title></head><body><div id='content'><h3>웨이하이시</h3>"
        "</div><footer>Copyright © 2020 마포구청. All rights reserved.</footer></body></html>",
        "<html><head><title>友好城市-首尔市麻浦区政府</title></head><body><h3>威海市</h3>",
        "마포구 > 국제교류 > 자매도시\n\n웨이하이시\n면적 : 5,799㎢\n",
    ],
)
def test_the_publisher_by_title_notice_or_trail(
    tmp_path: Path, gazetteer: Gazetteer, page: str
) -> None:
    setting, _ = settle(read(tmp_path, page), gazetteer)
    assert setting.home == gazetteer.named("마포구")[0]


EVENTS = "일자\t내용\t인원\n2004. 3. 2.\t웨이하이시 대표단 방문\t6명\n\n구분\t내용\n면적\t40㎢\n"


def test_tables_of_plain_text_are_parted_by_blank_lines(tmp_path: Path) -> None:
    page = read(tmp_path, f"웨이하이시\n\n{EVENTS}")
    described = [i.property for block in page.blocks for i in described_values(page, block)]
    assert described == ["date", "event", "people"]
    assert [page.quote(item.value) for _, item in _values(page)] == ["40㎢"]


def test_labels_that_no_table_knows_are_told(tmp_path: Path) -> None:
    body = "<p>면적 : 40㎢</p><p>별난것 : 40</p><dl><dt>Best dish</dt><dd>noodles</dd></dl>"
    page = read(tmp_path, html(body))
    assert [page.quote(span) for span in unknown_labels(page)] == ["별난것", "Best dish"]


def test_a_value_ends_where_an_unknown_label_begins(tmp_path: Path) -> None:
    page = read(tmp_path, html("<p>면적 : 40㎢ 별난것 : 2003년 / 인구 : 5만명</p>"))
    assert [page.quote(item.value) for _, item in _values(page)] == ["40㎢", "5만명"]
