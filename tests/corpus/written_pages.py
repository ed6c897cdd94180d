"""What a page tells that a test writes itself."""

from __future__ import annotations

from pathlib import Path

from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract
from corpus.model import Knowledge, Page
from corpus.pages import read_page


def known(tmp_path: Path, gazetteer: Gazetteer, content: str) -> Knowledge:
    """All that a page of ``content`` tells: HTML where it opens with a tag, else plain text."""
    path = tmp_path / ("page.html" if content.startswith("<") else "page.txt")
    path.write_text(content, encoding="utf-8")
    page = read_page(path)
    assert isinstance(page, Page), page
    return extract(page, gazetteer)
