"""The pages as a crawler leaves them, plain text with no mark-up, tell what they told before."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract
from corpus.model import Block, Knowledge, Page
from corpus.pages import load_pages
from tests.corpus.written_pages import written

PAGES = Path(__file__).parents[2] / "corpus" / "pages"
LOADED = [page for page in load_pages(PAGES) if isinstance(page, Page)]


@pytest.mark.parametrize("page", LOADED, ids=lambda page: page.id)
def test_plain_text_of_a_page_tells_the_same(
    page: Page, gazetteer: Gazetteer, tmp_path: Path
) -> None:
    plain = written(tmp_path, crawled(page), "crawled.txt")
    one, other = extract(page, gazetteer), extract(plain, gazetteer)
    assert other.home == one.home
    assert {tie.id for tie in other.ties} == {tie.id for tie in one.ties}
    assert events(other) == events(one)


def events(knowledge: Knowledge) -> set[tuple[str, str]]:
    return {(exchange.tie, exchange.date) for exchange in knowledge.exchanges}


def crawled(page: Page) -> str:
    """The text of ``page`` without what its mark-up and its frame said, but for its bullets."""
    return "\n".join(line(page, block) for block in page.blocks)


def line(page: Page, block: Block) -> str:
    text = page.quote(block.span)
    if block.kind == "item":
        return f"{'  ' * block.depth}• {text}"
    return f"\n{text}\n"


def test_the_own_place_is_joined_with_a_partner_below_its_country(
    gazetteer: Gazetteer, tmp_path: Path
) -> None:
    page = written(
        tmp_path,
        "도봉구 국제교류\n\n중국\n\n중국 위해시 환취구\n  • 주요교류내용\n"
        "    • 도봉구와 환취구간 우호도시 관계 수립 의향서 체결 (2016년9월)\n",
        "crawled.txt",
    )
    (tie,) = extract(page, gazetteer).ties
    assert [(stage.kind, stage.date) for stage in tie.stages] == [("intent", "2016-09")]
