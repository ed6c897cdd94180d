"""The gate: what is extracted from the gold pages is right, and little of them is missed.

The floors of ``floors.json`` only ever rise: the least precision and recall over all pages of a
folder, for facts and for exchanges. Raise them when extraction has become better; never lower one
to let a change pass. Nothing of the held-out pages is shown, so that nobody tunes on them.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from corpus.gazetteer import load_gazetteer
from corpus.model import Knowledge, Source
from corpus.reading.encoding import declared_charset, decode

from .matching import bare
from .score import Judged, gold_files, judge_folder, page_file, totals

HERE = Path(__file__).parent
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
# What no reader of a page sees, whatever else the reading of HTML leaves out.
UNSEEN = "script, style, noscript, template, nav, [hidden], [style*='display:none' i]"
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@pytest.fixture(scope="module")
def judged() -> dict[str, list[Judged]]:
    gazetteer = load_gazetteer()
    return {name: judge_folder(HERE / name, gazetteer) for name in FLOORS}


@pytest.mark.parametrize("name", FLOORS)
def test_floors_hold(name: str, judged: dict[str, list[Judged]]) -> None:
    scores = totals(judged[name])
    below = {
        f"{name} {kind} {measure}": round(getattr(scores[kind], measure), 3)
        for kind, floors in FLOORS[name].items()
        for measure, floor in floors.items()
        if getattr(scores[kind], measure) < floor
    }
    assert not below


@pytest.mark.parametrize("name", FLOORS)
def test_the_home_of_every_page_is_known(name: str, judged: dict[str, list[Judged]]) -> None:
    assert sum(not each.home for each in judged[name]) == 0


def test_there_are_enough_pages() -> None:
    pages = {name: len(gold_files(HERE / name)) for name in ("dev", "heldout")}
    assert sum(pages.values()) >= 12
    assert pages["heldout"] >= 6


@pytest.mark.parametrize("name", FLOORS)
def test_every_span_reproduces_its_quote(name: str, judged: dict[str, list[Judged]]) -> None:
    for each in judged[name]:
        assert sum(each.page.quote(s.span) != s.quote for s in sources(each.knowledge)) == 0


@pytest.mark.parametrize("name", FLOORS)
def test_nothing_comes_from_what_nobody_sees(name: str, judged: dict[str, list[Judged]]) -> None:
    for file, each in zip(gold_files(HERE / name), judged[name], strict=True):
        seen = bare(visible(page_file(file)))
        assert file.name.startswith(each.page.source.partition(".")[0])
        for source in sources(each.knowledge):
            pieces = map(bare, re.split(r"[\n|:：]", source.quote))
            assert sum(piece not in seen for piece in pieces) == 0


def sources(knowledge: Knowledge) -> list[Source]:
    """Every source of what a page tells."""
    found = [fact.source for fact in knowledge.facts]
    found += [stage.source for tie in knowledge.ties for stage in tie.stages]
    return found + [source for exchange in knowledge.exchanges for source in exchange.sources]


def visible(path: Path) -> str:
    """The text of a page's file without what is hidden from readers, read apart from the corpus."""
    data = path.read_bytes()
    text = COMMENT.sub("", decode(data, declared_charset(data)) or "")
    if path.suffix == ".md":
        # As written and as shown: dates at the start of lines are numbers of lists for Markdown.
        text += MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    elif path.suffix not in (".html", ".htm"):
        return text
    tree = LexborHTMLParser(text)
    for node in tree.css(UNSEEN):
        node.decompose()
    return tree.text(separator=" ")
