"""HTML: structure, what is left out, tables, terms, metadata in the head."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Block
from corpus.reading.outline import Unreadable, lay_out
from corpus.reading.read_html import DEEPEST, read_html
from corpus.reading.tidy import tidy


def outline(html: str) -> tuple[str, list[Block]]:
    whole, blocks = lay_out(tidy(read_html(html).pieces))
    return whole, list(blocks)


def lines(html: str) -> list[tuple[str, int, tuple[str, ...], str]]:
    whole, blocks = outline(html)
    return [(b.kind, b.depth, b.path, whole[b.span.start : b.span.end]) for b in blocks]


def texts(html: str) -> list[str]:
    return [line[3] for line in lines(html)]


def cells(html: str) -> list[list[str]]:
    whole, blocks = outline(html)
    return [[whole[c.start : c.end] for c in b.cells] for b in blocks if b.kind == "row"]


def test_headings_and_nested_lists_make_paths() -> None:
    html = """<main><h1>교류</h1><h2>가람시</h2><ul>
      <li>결연일 : 1998년</li>
      <li><strong>일반현황</strong><ul><li>면적 : 1㎢</li></ul></li>
      <li>끝</li></ul><h2>나래시</h2><p>글</p></main>"""
    first = ("교류", "가람시")
    assert lines(html) == [
        ("heading", 1, (), "교류"),
        ("heading", 2, ("교류",), "가람시"),
        ("item", 1, first, "결연일 : 1998년"),
        ("item", 1, first, "일반현황"),
        ("item", 2, (*first, "일반현황"), "면적 : 1㎢"),
        ("item", 1, first, "끝"),
        ("heading", 2, ("교류",), "나래시"),
        ("paragraph", 0, ("교류", "나래시"), "글"),
    ]


def test_inline_elements_add_no_spaces() -> None:
    html = "<p>그림<b>굵</b>게&nbsp;<i>이탤</i>릭\n  다음 <a href=x>링크</a>.</p>"
    assert texts(html) == ["그림굵게 이탤릭 다음 링크."]


def test_breaks_part_lines_of_text_and_items_but_not_headings_and_captions() -> None:
    assert texts("<div>앞<br>뒤<p>안</p>밖</div>") == ["앞", "뒤", "안", "밖"]
    assert texts("<h2>앞<br>뒤</h2><p>글</p>") == ["앞 뒤", "글"]
    assert texts("<figure><figcaption>2020年04月 访问<br>2020.04 Visit</figcaption></figure>") == [
        "2020年04月 访问 2020.04 Visit"
    ]
    assert lines("<ul><li>방문 (2015년)<br>※ 체결 (2015.06.04)</li></ul>") == [
        ("item", 1, (), "방문 (2015년)"),
        ("item", 1, (), "체결 (2015.06.04)"),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "<!-- 숨김 -->",
        "<script>'숨김'</script>",
        "<style>숨김</style>",
        "<noscript>숨김</noscript>",
        "<template><p>숨김</p></template>",
        "<div hidden>숨김</div>",
        "<p aria-hidden='true'>숨김</p>",
        "<p style='color: red; DISPLAY : none'>숨김</p>",
        "<p style='visibility:hidden'>숨김</p>",
        "<ul><li style='display:none'>숨김</li></ul>",
        "<table><tr><td>a</td><td>b</td></tr><tr hidden><td>숨김</td><td>c</td></tr></table>",
        "<table><tr><td>a</td><td>b</td><td style='display:none'>숨김</td></tr></table>",
        "<style>.old, #x { display: none }</style><p class='big old'>숨김</p>",
        "<style>/* .a{} */ #x{visibility:hidden}</style><p id=x>숨김</p>",
        "<dialog>숨김</dialog>",
        "<svg><title>숨김</title></svg>",
        "<p class='sr-only'>숨김</p>",
        "<select><option>숨김</option></select>",
        "<textarea>숨김</textarea>",
        "<label><input type=radio>숨김</label>",
        "<button>숨김</button>",
        "<nav><ul><li>숨김</li></ul></nav>",
        "<div role=navigation>숨김</div>",
        "<ol class='breadcrumb'><li>숨김</li></ol>",
        "<div id='gnb'>숨김</div>",
        "<div class='sub-menu'>숨김</div>",
        "<header><p>숨김</p></header>",
        "<footer><p>숨김</p></footer>",
        "<div class='footer'>숨김</div>",
        "<div role=contentinfo>숨김</div>",
        "<div role=banner><p>숨김</p></div>",
        "<aside><ul><li>숨김</li></ul></aside>",
        "<p>옛말은 <del>숨김</del></p>",
        "<fieldset><legend>숨김</legend></fieldset>",
    ],
)
def test_what_is_not_on_the_page(hidden: str) -> None:
    whole = outline(f"<body>{hidden}<h1>제목</h1><p>보이는 본문 문장입니다.</p></body>")[0]
    assert "숨김" not in whole
    assert "보이는 본문 문장입니다." in whole


@pytest.mark.parametrize(
    "shown",
    [
        "<main><footer><p>보임</p></footer></main>",
        "<article><header><h1>제목</h1><p>보임</p></header><p>글</p></article>",
        "<style>@media print { .x { display: none } }</style><p class=x>보임</p>",
        "<style>.t{display:none} .t.on{display:block}</style><p class='t on'>보임</p>",
        "<h3><button>보임</button></h3><p>글</p>",
        "<div class='menu'><main>보임</main></div>",
        "<body class='has-menu'><p>보임</p></body>",
        "<div class='main-menu'><p>이 틀이 본문의 거의 모두를 담고 있다. 보임</p></div>",
        "<form><table><tr><td>가</td><td>보임</td></tr></table></form>",
        "<details><summary>더</summary>보임</details>",
    ],
)
def test_what_is_on_the_page(shown: str) -> None:
    assert "보임" in outline(shown)[0]


def test_main_is_preferred() -> None:
    html = "<div>밖의 글</div><div role=main><p>안의 글</p></div><p>뒤의 글</p>"
    assert texts(html) == ["안의 글"]
    assert texts("<main hidden>숨김</main><main> </main><p>글</p>") == ["글"]


def test_a_small_article_is_not_the_content() -> None:
    html = f"<article><p>짧은 소개</p></article><div><p>{'본문입니다. ' * 20}</p></div>"
    assert "본문입니다." in outline(html)[0]


def test_repeated_headings_become_one() -> None:
    html = """<h2>한국</h2><h3>한국 가시</h3><h4>한국 가시</h4><p>글 하나.</p>
      <h3>한국 나시</h3><p class=name>한국 나시</p><p>글 둘.</p>
      <h3>한국 다시</h3><h4>한국 다시 시청</h4><p>글 셋.</p>"""
    assert lines(html) == [
        ("heading", 2, (), "한국"),
        ("heading", 3, ("한국",), "한국 가시"),
        ("paragraph", 0, ("한국", "한국 가시"), "글 하나."),
        ("heading", 3, ("한국",), "한국 나시"),
        ("paragraph", 0, ("한국", "한국 나시"), "글 둘."),
        ("heading", 3, ("한국",), "한국 다시"),
        ("paragraph", 0, ("한국", "한국 다시"), "한국 다시 시청"),
        ("paragraph", 0, ("한국", "한국 다시"), "글 셋."),
    ]


def test_a_real_level_below_a_similar_title_stays() -> None:
    html = "<h1>가람시</h1><h2>가람시 소개</h2><p>글.</p><h2>연혁</h2><p>글.</p>"
    assert [line[:2] for line in lines(html) if line[0] == "heading"] == [
        ("heading", 1),
        ("heading", 2),
        ("heading", 2),
    ]


def test_bold_lines_are_headings_until_a_real_one() -> None:
    html = "<h1>교류</h1><p><b>결연 현황</b></p><p>글.</p><h4>자료</h4><p>뒤.</p><p><b>끝</b></p>"
    assert lines(html) == [
        ("heading", 1, (), "교류"),
        ("heading", 2, ("교류",), "결연 현황"),
        ("paragraph", 0, ("교류", "결연 현황"), "글."),
        ("heading", 4, ("교류",), "자료"),
        ("paragraph", 0, ("교류", "자료"), "뒤."),
        ("paragraph", 0, ("교류", "자료"), "끝"),
    ]


def test_role_heading() -> None:
    assert lines("<div role=heading aria-level=3>제목</div><p>글.</p>")[0][:2] == ("heading", 3)


def test_bullets_in_paragraphs_are_items() -> None:
    html = "<p>○ 가시<br>&nbsp;- 면적 : 1㎢<br>○ 나시</p><p>- 면적 : 2㎢</p><p>글.</p>"
    assert [line[1:] for line in lines(html)] == [
        (1, (), "가시"),
        (2, ("가시",), "면적 : 1㎢"),
        (1, (), "나시"),
        (2, ("나시",), "면적 : 2㎢"),
        (0, (), "글."),
    ]


def test_lists_inside_lists_without_an_item() -> None:
    assert lines("<ul><li>가</li><ul><li>나</li></ul></ul>")[1][1:3] == (2, ("가",))
    assert lines("<ul><li>가</li><li><ul><li>나</li></ul></li></ul>")[1][1:3] == (2, ())


def test_terms_and_definitions() -> None:
    html = """<dl><dt>결연일 :</dt><dd>1998년 8월 3일</dd>
      <dt>주소</dt><dd>어딘가<br>12번지</dd>
      <dt>홈페이지</dt><dd><a href="http://x.example.cn/">바로가기</a></dd>
      <dt>교류내용</dt><dd>방문 (1997년)</dd><dd>답방 (1998년)</dd>
      <dt>일반현황</dt><dd><ul><li>면적 : 1㎢</li></ul></dd>
      <dt>행사</dt><dd>- 하나<br>- 둘</dd><dt>빈 것</dt></dl>"""
    assert [line[1:] for line in lines(html)] == [
        (1, (), "결연일 : 1998년 8월 3일"),
        (1, (), "주소 : 어딘가 12번지"),
        (1, (), "홈페이지 : 바로가기 (http://x.example.cn/)"),
        (1, (), "교류내용"),
        (2, ("교류내용",), "방문 (1997년)"),
        (2, ("교류내용",), "답방 (1998년)"),
        (1, (), "일반현황"),
        (2, ("일반현황",), "면적 : 1㎢"),
        (1, (), "행사"),
        (2, ("행사",), "하나"),
        (2, ("행사",), "둘"),
        (1, (), "빈 것"),
    ]


def test_table_spans_and_headers() -> None:
    html = """<table><caption>현황</caption>
      <thead><tr><th rowspan=2>국가</th><th colspan=2>결연</th></tr>
      <tr><th>도시</th><th>일자</th></tr></thead>
      <tr><td rowspan=2>한국</td><td>가시</td><td>2001.1.1</td></tr>
      <tr><td>나시</td><td></td></tr><tr><td colspan=2>합계</td><td>2</td></tr></table>"""
    whole, blocks = outline(html)
    assert blocks[0].kind == "caption"
    assert cells(html) == [
        ["국가", "결연", "결연"],
        ["국가", "도시", "일자"],
        ["한국", "가시", "2001.1.1"],
        ["한국", "나시", ""],
        ["합계", "합계", "2"],
    ]
    assert blocks[1].headers == ()
    assert {b.headers for b in blocks[3:]} == {("국가", "결연 도시", "결연 일자")}
    assert blocks[5].cells[0] == blocks[5].cells[1]
    assert whole.endswith("한국 | 나시\n합계 | 2")


def test_rows_of_labels_and_values() -> None:
    html = """<table><tr><th>면적</th><td>1㎢</td><th>인구</th><td>2만명</td></tr>
      <tr><th>교류내용</th><td colspan=3><ul><li>방문 (1997년)</li><li>답방</li></ul></td></tr>
      <tr><th>홈페이지</th><td colspan=3><a href=https://x.kr/> 바로가기 </a></td></tr></table>"""
    assert [line[2:] for line in lines(html)] == [
        ((), "면적 : 1㎢ | 인구 : 2만명"),
        ((), "교류내용"),
        (("교류내용",), "방문 (1997년)"),
        (("교류내용",), "답방"),
        ((), "홈페이지 : 바로가기 (https://x.kr/)"),
    ]


def test_a_row_that_is_one_cell_heads_the_rows_below_it() -> None:
    html = """<table><tr><th>도시</th><th>연도</th></tr><tr><td colspan=2>한국</td></tr>
      <tr><td>가시</td><td>2001</td></tr><tr><td colspan=2>일본</td></tr>
      <tr><td>나시</td><td>2002</td></tr></table>"""
    assert [line[2] for line in lines(html)] == [(), (), ("한국",), ("한국",), ("일본",)]


def test_tables_that_lay_out_a_page_are_no_data() -> None:
    html = "<table><tr><td><h2>가시</h2><p>글.</p></td><td><table><tr><td>a<td>b</table></table>"
    assert [line[0] for line in lines(html)] == ["heading", "paragraph", "row"]


def test_page_information_has_no_path() -> None:
    html = """<main><h2>가시</h2><ul><li>인구 : 1만명</li></ul><div class=info>
      <p>이 페이지에서 제공하는 정보에 대하여 만족하십니까?</p>
      <dl><dt>담당부서</dt><dd>총무과</dd><dt>전화</dt><dd>02-123-4567</dd></dl></div></main>"""
    assert [line[2:] for line in lines(html)] == [
        ((), "가시"),
        (("가시",), "인구 : 1만명"),
        ((), "담당부서 : 총무과"),
        ((), "전화 : 02-123-4567"),
    ]


def test_head() -> None:
    html = """<html lang=ko-KR><head><title>가람시 - 교류 | 나래구청</title>
      <link rel=canonical href="https://a.kr/x"><meta property="og:url" content="https://b.kr">
      <meta property=og:site_name content=나래구청>
      <meta name=PubDate content="2021-08-19 10:20"></head><body><h2>가람시</h2><p>글.</p>"""
    stated = read_html(html).stated
    assert stated.title == "가람시"
    assert stated.url == "https://a.kr/x"
    assert stated.publisher == "나래구청"
    assert stated.updated == "2021-08-19"
    assert stated.languages == ("ko",)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("两地友好交往_温岭市人民政府", "两地友好交往"),
        ("Sister Cities | Example City", "Sister Cities"),
        ("Friendly Contacts-Farway District,Korea", "Friendly Contacts-Farway District,Korea"),
        ("  ", None),
    ],
)
def test_title_without_the_site(title: str, expected: str | None) -> None:
    assert read_html(f"<title>{title}</title><p>글.</p>").stated.title == expected


def test_h1_goes_before_the_title() -> None:
    assert read_html("<title>밖</title><h2>앞</h2><h1>안</h1>").stated.title == "안"


def test_relative_addresses_are_no_url() -> None:
    assert read_html("<link rel=canonical href=/x><p>글.</p>").stated.url is None


def test_notes_are_labels_outside_the_content() -> None:
    html = """<main><p>글.</p></main><div>담당부서 : 총무과</div><footer>그냥 글</footer>
      <footer hidden>담당부서 : 인사과</footer>"""
    assert read_html(html).notes == ("담당부서 : 총무과",)


def test_absurd_nesting_is_refused_and_deep_nesting_is_read() -> None:
    with pytest.raises(Unreadable, match="nested more than 2,000 deep"):
        read_html("<div>" * (DEEPEST + 1))
    assert texts("<div>" * (DEEPEST - 100) + "글") == ["글"]
    assert texts("<p>글<br>" * (DEEPEST + 1))[0] == "글"


def test_huge_spans_stay_small() -> None:
    html = "<table>" + "<tr><td rowspan=99999 colspan=99999>a<td>b</tr>" * 300 + "</table>"
    assert max(map(len, cells(html))) <= 100


TAGS = "p div span ul ol li dl dt dd table tr td th h1 h2 h6 br a b main nav pre figure header"
PARTS = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS.split()]),
    st.sampled_from([f"</{tag}>" for tag in TAGS.split()]),
    st.sampled_from(
        ["<td colspan=3 rowspan=2>", "<!--", "-->", "&nbsp;", "<a href=http://x>", "※"]
    ),
    st.sampled_from(["홈페이지 :", "- ", "담당부서 과", "2020.04 A", "바로가기", "<p hidden>"]),
    st.text(max_size=6),
)


@given(st.lists(PARTS, max_size=40).map("".join))
def test_any_html_can_be_read_and_spans_hold(html: str) -> None:
    whole, blocks = outline(html)
    end = -1
    for block in blocks:
        quote = whole[block.span.start : block.span.end]
        assert quote and quote == quote.strip()
        assert "\n" not in quote
        assert block.span.start == end + 1
        end = block.span.end
        assert all(cell.within(block.span) for cell in block.cells)
        assert not block.headers or len(block.headers) == len(block.cells)
    assert end == (len(whole) if blocks else -1)


def test_a_name_in_bold_above_small_print_is_the_title_of_a_card() -> None:
    html = (
        "<div><strong>가람시</strong><em>나래도</em><ul><li><span>면적</span>5㎢</li>"
        "<li><span>자매결연</span>2000. 7. 29.</li></ul></div>"
    )
    assert lines(html) == [
        ("heading", 1, (), "가람시"),
        ("paragraph", 0, ("가람시",), "나래도"),
        ("item", 1, ("가람시",), "면적 : 5㎢"),
        ("item", 1, ("가람시",), "자매결연 : 2000. 7. 29."),
    ]


def test_a_row_of_names_heads_the_columns_where_labels_open_all_rows() -> None:
    html = "".join(
        f"<tr><th>{label}</th><td>{one}</td><td>{other}</td></tr>"
        for label, one, other in [
            ("도시명", "가람시", "나래시"),
            ("면적", "1㎢", "2㎢"),
            ("인구", "3만명", "4만명"),
        ]
    )
    _, blocks = outline(f"<table>{html}</table>")
    assert [block.headers for block in blocks][1:] == [("도시명", "가람시", "나래시")] * 2


def test_a_survey_with_the_department_in_it_is_read() -> None:
    html = (
        "<p>글</p><div class='satisfaction'><dl><dt>담당부서</dt><dd>총무과</dd></dl></div>"
        "<div class='satisfaction'><p>만족도</p></div>"
    )
    assert texts(html) == ["글", "담당부서 : 총무과"]
