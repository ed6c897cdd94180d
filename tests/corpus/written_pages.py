"""What a page tells that a test writes itself."""

from __future__ import annotations

from pathlib import Path

from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract
from corpus.model import Knowledge, Page
from corpus.pages import read_page


def written(tmp_path: Path, content: str, name: str = "page.txt") -> Page:
    """The page that a file ``name`` of ``content`` is read as."""
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    page = read_page(path)
    assert isinstance(page, Page), page
    return page


def known(tmp_path: Path, gazetteer: Gazetteer, content: str) -> Knowledge:
    """All that a page of ``content`` tells: HTML where it opens with a tag, else plain text."""
    name = "page.html" if content.startswith("<") else "page.txt"
    return extract(written(tmp_path, content, name), gazetteer)
