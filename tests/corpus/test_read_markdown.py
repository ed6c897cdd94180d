"""Markdown: structure, links that are values, raw HTML, front matter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading.outline import Unreadable, lay_out
from corpus.reading.read_markdown import read_markdown
from corpus.reading.tidy import tidy


def lines(text: str) -> list[tuple[str, int, tuple[str, ...], str]]:
    whole, blocks = lay_out(tidy(read_markdown(text).pieces))
    return [(b.kind, b.depth, b.path, whole[b.span.start : b.span.end]) for b in blocks]


def test_structure() -> None:
    text = """\
# 교류 *현황*

첫 **문장**입니다.

## 가람시

- 결연일 : 1998년
- 일반현황
    - 면적 : `1㎢`
1. 하나

```
코드 한 줄
둘째 줄
```
"""
    top = ("교류 현황", "가람시")
    assert lines(text) == [
        ("heading", 1, (), "교류 현황"),
        ("paragraph", 0, ("교류 현황",), "첫 문장입니다."),
        ("heading", 2, ("교류 현황",), "가람시"),
        ("item", 1, top, "결연일 : 1998년"),
        ("item", 1, top, "일반현황"),
        ("item", 2, (*top, "일반현황"), "면적 : 1㎢"),
        ("item", 1, top, "하나"),
        ("paragraph", 0, top, "코드 한 줄"),
        ("paragraph", 0, top, "둘째 줄"),
    ]


def test_tables_have_headers() -> None:
    whole, blocks = lay_out(
        tidy(read_markdown("| 도시 | 면적 |\n|---|---|\n| 가시 | 1㎢ |\n").pieces)
    )
    assert blocks[1].headers == ("도시", "면적")
    assert [whole[c.start : c.end] for c in blocks[1].cells] == ["가시", "1㎢"]


def test_a_link_that_is_the_value_keeps_its_address() -> None:
    text = "- 홈페이지 : [바로가기](http://a.example.kr/)\n- 글 [안내](http://b.example.kr/) 참조\n"
    assert [line[3] for line in lines(text)] == [
        "홈페이지 : 바로가기 (http://a.example.kr/)",
        "글 안내 참조",
    ]


def test_comments_tags_and_hidden_html_are_dropped() -> None:
    text = (
        "앞 <!-- 주석 --> <b>굵은</b> 뒤\n\n<!-- 긴\n주석 -->\n\n"
        "<div hidden>\n\n숨은 글\n\n</div>\n\n"
        "<script>\nvar x = 1;\n</script>\n\n~~지운~~ 끝\n"
    )
    assert [line[3] for line in lines(text)] == ["앞 굵은 뒤", "끝"]


def test_lines_of_chinese_are_joined_without_a_space() -> None:
    assert lines("温岭市代表团\n访问西区。\n")[0][3] == "温岭市代表团访问西区。"


def test_front_matter() -> None:
    text = """\
---
# where it is from
url: https://a.example.kr/x
title: "제목: 하나"
languages:
  - ko
  - en
updated: 2024.08.08
tags:
  deep: yes
layout: page
---
본문입니다.
"""
    reading = read_markdown(text)
    assert reading.front.url == "https://a.example.kr/x"
    assert reading.front.title == "제목: 하나"
    assert reading.front.languages == ("ko", "en")
    assert reading.front.updated == "2024-08-08"
    assert [piece.text for piece in reading.pieces] == ["본문입니다."]


@pytest.mark.parametrize("value", ["[ko, en]", "ko, en", "ko en", '["ko", "en-US"]'])
def test_languages_in_front_matter(value: str) -> None:
    assert read_markdown(f"---\nlanguages: {value}\n---\nx").front.languages == ("ko", "en")


@pytest.mark.parametrize(
    ("front", "reason"),
    [
        ("url: https://a.kr\nnot a pair", "front matter line 3: not `key: value`: 'not a pair'"),
        ("title: x\nupdated: soon", "front matter line 3: updated is no date: 'soon'"),
        ("languages: fr", "front matter line 2: 'fr' is none of ko, zh, en"),
        ("url: a.kr", "front matter line 2: url must start with http:// or https://: 'a.kr'"),
    ],
)
def test_wrong_front_matter_names_the_line(front: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=r"^front matter line \d: ") as error:
        read_markdown(f"---\n{front}\n---\ntext\n")
    assert str(error.value) == reason


@pytest.mark.parametrize(
    "text", ["---\n\n글\n\n---\n뒤\n", "---\ntitle: 끝이 없음\n\n글\n", "--- \n"]
)
def test_rules_are_no_front_matter(text: str) -> None:
    reading = read_markdown(text)
    assert reading.front.title is None
    assert "".join(piece.text for piece in reading.pieces) or text == "--- \n"


MARKS = st.sampled_from(["#", "-", "*", "|", "---", "`", "[", "](", ")", "<b>", "<!--", "\n", "> "])


@given(st.lists(MARKS | st.text(max_size=8), max_size=30).map(" ".join))
def test_any_markdown_can_be_read(text: str) -> None:
    for _, _, _, line in lines(text):
        assert line and line == line.strip()


def test_a_date_at_the_start_of_an_item_numbers_no_list() -> None:
    reading = read_markdown("- 2015. 5. 3. 방문\n- 5. 12. ~ 15. 답방\n\n1. 첫째\n2. 둘째\n")
    texts = [piece.text for piece in reading.pieces]
    assert texts == ["2015. 5. 3. 방문", "5. 12. ~ 15. 답방", "첫째", "둘째"]


def test_rows_without_a_rule_are_a_table() -> None:
    text = (
        "# 友城\n\n城市 | 人口(万) |\n面积 |\n奈良市 | 35.45 | 276.84 |\n京都市 | 146.3 | 827.9 |\n"
    )
    _, blocks = lay_out(tidy(read_markdown(text).pieces))
    rows = [block for block in blocks if block.kind == "row"]
    assert [row.headers for row in rows][1:] == [("城市", "人口(万)", "面积")] * 2
