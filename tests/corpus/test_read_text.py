"""Plain text: bullets, headings that are inferred, captions, navigation, page information."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Block
from corpus.reading.outline import lay_out
from corpus.reading.read_text import read_text
from corpus.reading.tidy import tidy

PARTNERS = """\
한국

한국 가람시 나래구

한국 가람시 나래구
  • 결 연 일 : 1998년 8월 3일
  • 일반현황
    • 면 적 : 395.79㎢
    • 인 구 : 약 46만명(2019년말 기준)
  • 주요교류내용
    • 대표단 방문 (1997년)
      ※ 양해각서 체결(2015.06.04/나래구)
    • 답방 (1998년)
  • 홈페이지 : http://www.example.kr/a/index.html

한국 다솜시 라온구

한국 다솜시 라온구 구청
  • 결 연 일 : 1999년

한국 마루도 바다시

한국 바다시
  • 결 연 일 : 2016년 10월 13일

이 페이지에서 제공하는 정보에 대하여 만족하십니까?

  • 자료관리부서 총무과
  • 담당전화 02-123-4567
  • 위치 본관 5층
  • 최종수정일 2024-08-08
"""

ARTICLE = """\
About Ourtown
> About Ourtown > Sister Cities
Friendly Contacts-Farway District,Elsewhere

Farway District, Elsewhere


Farway lies in the southeast, with an area of 41.4 square kilometres (the second of 25).

It is a hub.

Relationship Establishment

On July 15, 2007, a team was sent. It came back.

NewsCommercial ServiceLiving in OurtownCulture&TourismAbout OurtownSitemap"""

EXHIBITION = """\
\xa0\xa0\xa0\xa0 The town has an area of 95㎢ and a population of 477,880.
2021East•West Photographic Exhibition
两地友好交往 Friendly Exchanges
The two cities began in 2005 and signed an agreement in 2006.
2020年04月 西城收到口罩 2020.04 West received masks
2017年12月企业代表团访问西城 2017.12 A delegation visited West
西城十景 Scenic Spots
西城拥有山水,是一个绿色城市。
大山 Big Mountain
钟塔 Carillon"""


def outline(text: str) -> tuple[str, list[Block]]:
    whole, blocks = lay_out(tidy(read_text(text).pieces))
    return whole, list(blocks)


def lines(text: str) -> list[tuple[str, int, tuple[str, ...], str]]:
    whole, blocks = outline(text)
    return [(b.kind, b.depth, b.path, whole[b.span.start : b.span.end]) for b in blocks]


def path_of(text: str, quote: str) -> tuple[str, ...]:
    return next(path for _, _, path, line in lines(text) if line == quote)


def test_partner_page() -> None:
    first = ("한국", "한국 가람시 나래구")
    assert lines(PARTNERS)[:11] == [
        ("heading", 1, (), "한국"),
        ("heading", 2, ("한국",), "한국 가람시 나래구"),
        ("item", 1, first, "결 연 일 : 1998년 8월 3일"),
        ("item", 1, first, "일반현황"),
        ("item", 2, (*first, "일반현황"), "면 적 : 395.79㎢"),
        ("item", 2, (*first, "일반현황"), "인 구 : 약 46만명(2019년말 기준)"),
        ("item", 1, first, "주요교류내용"),
        ("item", 2, (*first, "주요교류내용"), "대표단 방문 (1997년)"),
        ("item", 2, (*first, "주요교류내용"), "양해각서 체결(2015.06.04/나래구)"),
        ("item", 2, (*first, "주요교류내용"), "답방 (1998년)"),
        ("item", 1, first, "홈페이지 : http://www.example.kr/a/index.html"),
    ]


def test_second_line_of_a_heading_is_no_heading() -> None:
    found = lines(PARTNERS)
    longer = ("한국", "한국 다솜시 라온구")
    assert ("paragraph", 0, longer, "한국 다솜시 라온구 구청") in found
    assert ("item", 1, longer, "결 연 일 : 1999년") in found
    shorter = ("한국", "한국 마루도 바다시")
    assert ("paragraph", 0, shorter, "한국 바다시") in found
    assert ("item", 1, shorter, "결 연 일 : 2016년 10월 13일") in found


def test_page_information_is_in_no_section() -> None:
    assert [line for line in lines(PARTNERS) if not line[2]][1:] == [
        ("item", 1, (), "자료관리부서 총무과"),
        ("item", 1, (), "담당전화 02-123-4567"),
        ("item", 1, (), "위치 본관 5층"),
        ("item", 1, (), "최종수정일 2024-08-08"),
    ]
    assert "만족하십니까" not in outline(PARTNERS)[0]


def test_labels_inside_the_last_section_stay_there() -> None:
    text = "동부시\n• 위치 : 반도의 서남단\n• 전화 : 02-123-4567\n• 인구 : 10만명\n• 위치 : 해안\n"
    assert {line[2] for line in lines(text)[1:]} == {("동부시",)}


def test_article_without_navigation() -> None:
    title = "Friendly Contacts-Farway District,Elsewhere"
    found = lines(ARTICLE)
    assert found[0] == ("heading", 1, (), title)
    assert found[1] == ("heading", 2, (title,), "Farway District, Elsewhere")
    assert ("heading", 2, (title,), "Relationship Establishment") in found
    assert path_of(ARTICLE, "It is a hub.") == (title, "Farway District, Elsewhere")
    whole = outline(ARTICLE)[0]
    assert "About Ourtown" not in whole
    assert "Sitemap" not in whole


def test_exhibition() -> None:
    title = "2021East•West Photographic Exhibition"
    exchanges = (title, "两地友好交往 Friendly Exchanges")
    scenery = (title, "西城十景 Scenic Spots")
    assert lines(EXHIBITION) == [
        (
            "paragraph",
            0,
            (),
            "The town has an area of 95㎢ and a population of 477,880.",
        ),
        ("heading", 1, (), title),
        ("heading", 2, (title,), exchanges[1]),
        (
            "paragraph",
            0,
            exchanges,
            "The two cities began in 2005 and signed an agreement in 2006.",
        ),
        ("caption", 0, exchanges, "2020年04月 西城收到口罩 2020.04 West received masks"),
        (
            "caption",
            0,
            exchanges,
            "2017年12月企业代表团访问西城 2017.12 A delegation visited West",
        ),
        ("heading", 2, (title,), scenery[1]),
        ("paragraph", 0, scenery, "西城拥有山水,是一个绿色城市。"),
        ("caption", 0, scenery, "大山 Big Mountain"),
        ("caption", 0, scenery, "钟塔 Carillon"),
    ]


def test_remarks_with_their_month_and_stages_with_their_day_are_no_headings() -> None:
    text = (
        "나래구\n자매결연 2004년 7월 1일\n나래구 방문단 12명 방문 (3월)\n공연 (5월 2일 ~ 5월 8일)\n"
    )
    kinds = [piece.kind for piece in read_text(text).pieces]
    assert kinds[1:] == ["paragraph"] * 3


def test_different_bullets_nest_without_indentation() -> None:
    text = "□ 결연\n○ 명칭\n- 세부\n○ 일자\n□ 교류\n"
    assert [line[1:] for line in lines(text)] == [
        (1, (), "결연"),
        (2, ("결연",), "명칭"),
        (3, ("결연", "명칭"), "세부"),
        (2, ("결연",), "일자"),
        (1, (), "교류"),
    ]


def test_numbers_and_letters_are_bullets_but_dates_and_amounts_are_not() -> None:
    text = "1. 방문\n  가. 대표단\n  나. 회신\n2) 회의\n① 하나\n"
    text += "10. 13. 방문\n-5도까지 내려감\n○○구 소식\n"
    assert [(kind, line) for kind, _, _, line in lines(text)] == [
        ("item", "방문"),
        ("item", "대표단"),
        ("item", "회신"),
        ("item", "회의"),
        ("item", "하나"),
        ("paragraph", "10. 13. 방문"),
        ("caption", "-5도까지 내려감"),
        ("caption", "○○구 소식"),
    ]


def test_lines_that_every_section_has_lie_below_the_sections() -> None:
    text = (
        "가람시 소개\n일반현황\n면적 : 1㎢\n교류내용\n방문 (1997년)\n"
        "나래시 소개\n일반현황\n면적 : 2㎢\n교류내용\n답방 (1998년)\n"
    )
    assert path_of(text, "면적 : 1㎢") == ("가람시 소개", "일반현황")
    assert path_of(text, "답방 (1998년)") == ("나래시 소개", "교류내용")


def test_an_outer_heading_comes_back_at_its_level() -> None:
    text = (
        "한국\n한국 가시\n한국 가시\n• 인구 : 1만명\n한국 나시\n• 인구 : 2만명\n"
        "일본\n일본 다시\n일본 다시\n• 인구 : 3만명\n"
    )
    assert path_of(text, "인구 : 2만명") == ("한국", "한국 나시")
    assert path_of(text, "인구 : 3만명") == ("일본", "일본 다시")


def test_wrapped_lines_are_joined() -> None:
    text = (
        "○ 배경 : 앞의\n   줄에 이어짐\n○ 다음\n\n"
        + "A long line of English text that some crawler once "
    )
    text += "has broken\nright here, in the middle.\n"
    assert [line[3] for line in lines(text)] == [
        "배경 : 앞의 줄에 이어짐",
        "다음",
        "A long line of English text that some crawler once has broken right here, in the middle.",
    ]


def test_tabs_make_rows_and_a_first_row_without_digits_heads_them() -> None:
    whole, blocks = outline("도시\t면적\t인구\n가시\t1㎢\t2만명\n나시\t\t3만명\n")
    assert [b.kind for b in blocks] == ["row"] * 3
    assert blocks[1].headers == ("도시", "면적", "인구")
    assert [whole[c.start : c.end] for c in blocks[2].cells] == ["나시", "", "3만명"]


def test_years_alone_are_headings_and_remarks_behind_years_are_captions() -> None:
    text = "2019년\n• 방문\n2018년\n• 답방\n2017년 대표단 방문\n2016년 답방\n"
    assert path_of(text, "답방") == ("2018년",)
    assert [line[0] for line in lines(text)[-2:]] == ["caption", "caption"]


def test_a_label_with_its_value_is_no_heading() -> None:
    assert {line[0] for line in lines("면적 : 395㎢\nPopulation: 5\n• 항목\n")} == {
        "paragraph",
        "item",
    }


def test_korean_breadcrumbs_and_survey_answers_are_left_out() -> None:
    text = "홈 > 교류 > 자매도시\n자매도시\n본문입니다.\n정보 만족도 조사\n매우만족\n만족\n"
    assert [line[3] for line in lines(text)] == ["자매도시", "본문입니다."]


def check_spans(whole: str, blocks: list[Block]) -> None:
    end = -1
    for block in blocks:
        quote = whole[block.span.start : block.span.end]
        assert quote and quote == quote.strip()
        assert "\n" not in quote
        assert block.span.start == end + 1
        end = block.span.end
        for cell in block.cells:
            assert cell.within(block.span)
            assert whole[cell.start : cell.end] == whole[cell.start : cell.end].strip()
        assert not block.headers or len(block.headers) == len(block.cells)
    assert end == (len(whole) if blocks else -1)


LINES = st.sampled_from(
    [*PARTNERS.splitlines(), *ARTICLE.splitlines(), *EXHIBITION.splitlines(), "", "\t", "a\tb", "※"]
)


@given(st.lists(LINES | st.text(max_size=30), max_size=40).map("\n".join))
def test_spans_cover_the_blocks_in_order(text: str) -> None:
    check_spans(*outline(text))


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    check_spans(*outline(text))


WRAPPED = """\
Sister Cities
Country | City | Population (1,000) |
Area (㎢) |
Sisterhood
Date |
Japan | Karatsu | 127 | 487.48 | 1982. 3. 5 |
China | Weihai | 3,000 | 5,797 | 1995. 2.27 |
"""


def test_wrapped_headers_of_a_table_are_joined() -> None:
    _, blocks = outline(WRAPPED)
    rows = [block for block in blocks if block.kind == "row"]
    headers = ("Country", "City", "Population (1,000)", "Area (㎢)", "Sisterhood Date")
    assert [row.headers for row in rows] == [(), headers, headers]


def test_rows_that_no_bar_closes_are_joined_too() -> None:
    text = "도시 | 결연일 | 인구\n(명)\n괴산군 | 2004.5.7 | 38,973\n"
    text += "고흥군\n(高興郡) | 2008.11.3 | 65,000\n"
    whole, blocks = outline(text)
    rows = [[whole[c.start : c.end] for c in block.cells] for block in blocks]
    assert rows == [
        ["도시", "결연일", "인구 (명)"],
        ["괴산군", "2004.5.7", "38,973"],
        ["고흥군 (高興郡)", "2008.11.3", "65,000"],
    ]


def test_a_row_below_a_cell_of_several_rows_lacks_its_first_column() -> None:
    text = "국가 | 도시 | 면적 |\n중국 | 위해시 | 5,797 |\n대련시 | 12,574 |\n"
    _, blocks = outline(text)
    assert [block.headers for block in blocks][1:] == [("국가", "도시", "면적"), ("도시", "면적")]


@pytest.mark.parametrize("gap", ["\u3000", "\t", "  "])
def test_a_gap_parts_labels_from_values(gap: str) -> None:
    found = lines(f"岡山市\n市花{gap}菊花{gap}市樹{gap}黑鐵黐\n")
    assert ("row", 0, ("岡山市",), "市花 : 菊花 | 市樹 : 黑鐵黐") in found


def test_several_lines_of_label_and_value_need_no_colon() -> None:
    text = (
        "중국 학벽시\n행정구역면적 2,182㎢\n총인구수 160만명\n시의 꽃 영춘화, 시의 나무 회화나무\n"
    )
    assert [line[3] for line in lines(text)][1:] == [
        "행정구역면적 : 2,182㎢",
        "총인구수 : 160만명",
        "시의 꽃 : 영춘화 | 시의 나무 : 회화나무",
    ]


def test_numbers_that_run_on_across_years_are_no_months() -> None:
    text = "2018년\n1. 가 방문\n2. 나 방문\n2019년\n3. 다 방문\n4. 라 방문\n2020년\n5. 마 방문\n"
    kept = [line for _, _, _, line in lines(text)]
    assert not [line for line in kept if line[:2] in ("3.", "4.", "5.")]


def test_months_under_years_need_not_run_on() -> None:
    text = "2018년\n3. 가 방문\n7. 나 방문\n2019년\n8. 다 방문\n"
    kept = [line for _, _, _, line in lines(text)]
    assert kept[-1] == "8. 다 방문"
