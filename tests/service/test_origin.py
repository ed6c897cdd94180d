"""Where on its file a piece of a page stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.model import Page, Span
from corpus.pages import read_page
from service.origin import Origin

HTML = """<html><head><title>면적 : 7㎢</title></head>
<body><!-- 면적 : 9㎢ -->
<h1>자매도시</h1>
<h2>노산구</h2><ul><li>면적&nbsp;: 5㎢</li></ul>
<h2>홍구구</h2><ul>
  <li><b>면적</b> : 5㎢</li></ul>
</body></html>
"""


def read(tmp_path: Path, name: str, source: str) -> tuple[Page, Origin]:
    path = tmp_path / name
    path.write_text(source, encoding="utf-8")
    page = read_page(path)
    assert isinstance(page, Page)
    return page, Origin(page, source, path.suffix == ".html")


def found(page: Page, words: str, after: int = 0) -> Span:
    start = page.text.index(words, after)
    return Span(start, start + len(words))


def test_the_second_of_two_alike_and_nothing_from_comments(tmp_path: Path) -> None:
    page, origin = read(tmp_path, "page.html", HTML)
    first = found(page, "면적")
    assert origin.position(first) == (4, 21)
    assert origin.position(found(page, "면적", first.end)) == (6, 10)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_lines_of_text(tmp_path: Path, ends: str) -> None:
    lines = ["# 자매도시", "", "## 노산구", "- **면적** : 5㎢", "- 人口：46万"]
    page, origin = read(tmp_path, "page.md", ends.join(lines))
    assert origin.position(found(page, "면적")) == (4, 5)
    assert origin.position(found(page, "人口")) == (5, 3)


def test_words_that_the_file_lacks(tmp_path: Path) -> None:
    page, _ = read(tmp_path, "page.md", "# 자매도시\n\n노산구")
    assert Origin(page, "something else", False).position(found(page, "노산구")) is None
