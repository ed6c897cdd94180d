"""Labelled values: several in one block, and without a colon before a date or number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.labels import labelled_values, property_of
from corpus.model import Block, BlockKind, Span
from corpus.page_reading import PageReading
from corpus.reading.outline import lay_out
from corpus.reading.read_markdown import read_markdown
from corpus.reading.tidy import tidy


def page_of(text: str, kind: BlockKind = "item") -> PageReading:
    return PageReading("p", "", text, (Block(kind, Span(0, len(text))),), "", "")


def values(text: str, kind: BlockKind = "item") -> list[tuple[str, str]]:
    page = page_of(text, kind)
    return [(v.property, page.quote(v.value)) for v in labelled_values(page, page.blocks[0])]


THREE = [("signed", "2003. 5. 1."), ("population", "45만명"), ("area", "120㎢")]


@pytest.mark.parametrize("separator", [" / ", " | ", ", ", "; ", "\n", "  "])
def test_several_labels_of_one_line(separator: str) -> None:
    text = separator.join(["결 연 일 : 2003. 5. 1.", "인 구：45만명", "면적: 120㎢"])
    assert values(text) == THREE


def test_quotes_of_several_labels_are_tight() -> None:
    page = page_of("결연일 : 2003. 5. 1. / 인구 : 45만명 / 면적 : 120㎢")
    quotes = [page.quote(item.quote) for item in labelled_values(page, page.blocks[0])]
    assert quotes == ["결연일 : 2003. 5. 1.", "인구 : 45만명", "면적 : 120㎢"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("결연일 1996. 11. 4.", [("signed", "1996. 11. 4.")]),
        ("면적 395㎢", [("area", "395㎢")]),
        ("인구 약 46만명 (2019년말 기준)", [("population", "약 46만명 (2019년말 기준)")]),
        ("面积 395平方公里", [("area", "395平方公里")]),
        ("面积395平方公里，人口约46万人", [("area", "395平方公里"), ("population", "约46万人")]),
        ("Area 395 km², Population about 1,200,000",
         [("area", "395 km²"), ("population", "about 1,200,000")]),
        ("결연일 : 2003. 5. 1. / 인구 45만명",
         [("signed", "2003. 5. 1."), ("population", "45만명")]),
        ("결연일 2003/5/1", [("signed", "2003/5/1")]),
        ("면적 8,4,3㎢", [("area", "8,4,3㎢")]),
    ],
)  # fmt: skip
def test_a_label_without_colon_before_its_date_or_number(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert values(text) == expected
    assert values(text, "paragraph") == expected


@pytest.mark.parametrize(
    "text",
    [
        "시장 홍길동",
        "위치 37도",
        "면적 3위의 도시",
        "인구 46만명의 도시로 2003년 결연하였다.",
        "Population growth reached 3 percent",
        "별도 : 2003, 인구 : 45만명",
        "주요교류내용 : 2003년 방문",
    ],
)
def test_other_text_is_no_labelled_value(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Background: the area: it grew", [("background", "the area: it grew")]),
        ("홈페이지 : http://a.kr/x, y", [("homepage", "http://a.kr/x, y")]),
        ("위치 : 동부, 서쪽 / 남쪽", [("location", "동부, 서쪽 / 남쪽")]),
        (
            "협정명 : 협정서 (체결장소 : 위해시)",
            [("agreement", "협정서"), ("signing_place", "위해시")],
        ),
    ],
)
def test_a_value_is_not_cut_where_no_known_label_starts(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Area:** 395 km²\n**Population:** about 460,000\n", ["395 km²", "about 460,000"]),
        ("결연일：2003年5月1日\n面积：395平方公里\n", ["2003年5月1日", "395平方公里"]),
        ("- **면적**: 395㎢\n  **인구**: 46만명\n", ["395㎢", "46만명"]),
    ],
)
def test_lines_of_one_markdown_paragraph(text: str, expected: list[str]) -> None:
    whole, blocks = lay_out(tidy(read_markdown(text).pieces))
    page = PageReading("p", "", whole, blocks, "", "")
    found = [item for block in blocks for item in labelled_values(page, block)]
    assert [page.quote(item.value) for item in found] == expected


PIECES = st.sampled_from(
    ["면적", "인구", " : ", "：", " / ", ", ", "46만명", "2003. 5. 1.", "(", ")"]
)


@given(st.lists(PIECES | st.text(max_size=5), max_size=14).map("".join))
def test_values_lie_in_their_quotes_and_apart(text: str) -> None:
    page = page_of(text)
    for item in labelled_values(page, page.blocks[0]):
        assert item.value.within(item.quote)
        assert item.quote.within(page.blocks[0].span)


WORDINGS = [
    (
        "signed",
        "결연을 맺은 날",
        "Establishment Date of Sisterhood",
        "缔结友好城市关系时间",
        "締盟日",
    ),
    ("area", "땅 넓이", "Size", "幅員", "Area (sq. km)"),
    ("population", "사는 사람", "Residents", "戶籍人口", "인구(천 명, 2022년)"),
    ("revenue", "살림 규모", "Size of Public Finance", "财政预算规模"),
    ("divisions", "행정 단위", "Sub-units", "下辖行政区"),
    ("mayor", "현 시장", "Head of city", "首長"),
    ("flower", "상징 꽃", "City Flower", "町花", "市花 City Flower"),
    ("economy", "주력 산업", "Main industries", "產業概況"),
    ("specialties", "특산", "Known for", "名產"),
    ("method", "체결방식", "How concluded", "簽署方式"),
    ("updated", "최근 고친 날", "Page updated", "資料更新"),
]


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording[0])
def test_labels_are_put_together_of_known_words(wording: tuple[str, ...]) -> None:
    name, *labels = wording
    assert {property_of(label) for label in labels} == {name}


@pytest.mark.parametrize(
    "label",
    ["인구밀도", "人均GDP", "Number of Schools", "Population density", "교류일자", "공무원 수"],
)
def test_what_counts_something_else_is_no_label_of_a_place(label: str) -> None:
    assert property_of(label) is None


def test_a_label_of_two_properties_parts_its_value() -> None:
    assert values("Flower / Tree: Jasmine / Pagoda tree") == [
        ("flower", "Jasmine"),
        ("tree", "Pagoda tree"),
    ]
    assert values("시화·시목 : 영춘화") == []


def test_labels_in_two_languages_have_values_in_two() -> None:
    assert values("市花 City Flower：棣棠花 Kerria") == [("flower", "棣棠花")]
    assert values("위치 位置 : 산둥성 서북부 山东省西北部") == [("location", "산둥성 서북부")]
    assert values("行政区划 Divisions：6个洞 6 dong") == [("divisions", "6个洞")]
