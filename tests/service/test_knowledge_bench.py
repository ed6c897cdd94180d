"""What knowledge costs is measured; the numbers depend on the machine and are not judged here."""

from __future__ import annotations

from pathlib import Path

import pytest

import corpus
from corpus.model import Page
from corpus.pages import load_pages
from service.knowledge_bench import measure_knowledge, page_of_size

PAGES = Path(corpus.__file__).parent / "pages"


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    return [page for page in load_pages(PAGES) if isinstance(page, Page)]


@pytest.mark.parametrize("size", [1_000, 30_000, 100_000])
def test_a_page_of_a_size(pages: list[Page], size: int) -> None:
    page = page_of_size(pages, size)
    assert 0.8 * size < len(page.text.encode()) <= size
    assert all(page.quote(block.span).strip() for block in page.blocks)
    cells = [(block, cell) for block in page.blocks for cell in block.cells]
    assert all(cell.within(block.span) for block, cell in cells)


def test_blocks_that_come_again_have_other_numbers(pages: list[Page]) -> None:
    page = page_of_size(pages[:1], 30_000)
    blocks = [page.quote(block.span) for block in page.blocks]
    dated = [text for text in blocks if any(year in text for year in ("201", "202"))]
    assert len(set(dated)) > 2 * len({text for text in dated if text in pages[0].text})


def test_measure(pages: list[Page]) -> None:
    asked: list[str] = []
    found = measure_knowledge(pages, ["one", "two"], asked.append)
    assert sorted(asked) == ["one", "two"]
    assert found.extract_ms > 1
    assert found.first_ms > 1
    assert found.first_bytes > 1_000
    assert found.gazetteer_ms > 1
    assert found.gazetteer_mb is None or found.gazetteer_mb < 500
