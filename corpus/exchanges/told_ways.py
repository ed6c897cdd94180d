"""The way that what stands around an event tells: a cell of its row, the heading above it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby

from corpus.exchanges.direction import way_of
from corpus.exchanges.event_columns import is_column
from corpus.exchanges.marking import Way, mark_sides
from corpus.gazetteer import Gazetteer
from corpus.model import Block, Page
from corpus.page_reading import PageReading
from corpus.text import fold_text
from corpus.wordlists import load_toml

# What stands behind the word of a heading that only lists ("방문 현황", "来访团组").
_LISTING = (
    "현황",
    "실적",
    "내역",
    "기록",
    "사항",
    "내용",
    "행사",
    "교류",
    "团组",
    "团",
    "情况",
    "记录",
    "活动",
    "一览",
)
# A heading that is one such word is no longer than this.
_LONGEST = 24
_ARROW = re.compile(r"[→➡⇒⟶]|[-=]>")
_BULLETS = re.compile(r"^[\W\d_]+")


def way_of_row(page: Page, block: Block, parties: Way) -> Way | None:
    """(from, to) by the cell of a row that is a word for it ("파견", "来访").

    It stands in a column of ways or of remarks, or in one without a header.
    """
    for position, cell in enumerate(block.cells):
        header = block.headers[position] if position < len(block.headers) else ""
        if not header or is_column("way", header) or is_column("remark", header):
            way = _way_of_word(_key(page.quote(cell)), parties)
            if way:
                return way
    return None


def way_of_column(page: PageReading, block: Block, index: int, parties: Way) -> Way | None:
    """(from, to) by a cell that says "visit": one that went out, beside words for what came."""
    apart = page.once(_telling_columns)[index]
    visits = (p for p, cell in enumerate(block.cells) if _key(page.quote(cell)) in _words("either"))
    return parties if any(position in apart for position in visits) else None


def way_of_heading(block: Block, parties: Way, gazetteer: Gazetteer, arrows: bool) -> Way | None:
    """(from, to) by the innermost heading that tells: an arrow from side to side, or a word for it.

    With ``arrows`` only by those, which no words under them gainsay.
    """
    for step in reversed(block.path):
        if _ARROW.search(step):
            way = way_of(_marked(step, parties, gazetteer), parties, gazetteer)
        else:
            way = None if arrows else _way_of_word(_without_listing(_key(step)), parties)
        if way:
            return way
    return None


def _without_listing(key: str) -> str:
    shorter = next((key.removesuffix(word) for word in _LISTING if key.endswith(word)), key)
    return key if shorter == key or len(key) > _LONGEST else _without_listing(shorter)


def _marked(step: str, parties: Way, gazetteer: Gazetteer) -> str:
    return mark_sides(step, parties, gazetteer, gazetteer.find(step, parties))


def _way_of_word(word: str, parties: Way) -> Way | None:
    if word in _words("in"):
        return parties[1], parties[0]
    return parties if word in _words("out") else None


def _telling_columns(page: PageReading) -> list[frozenset[int]]:
    """For each block, the columns of its table that have a word for what came."""
    found: list[frozenset[int]] = []
    for is_row, table in groupby(page.blocks, key=lambda block: block.kind == "row"):
        blocks = list(table)
        cells = (cell for block in blocks for cell in enumerate(block.cells) if is_row)
        apart = frozenset(p for p, cell in cells if _key(page.quote(cell)) in _words("in"))
        found += [apart] * len(blocks)
    return found


@lru_cache(maxsize=2048)
def _key(text: str) -> str:
    return _BULLETS.sub("", "".join(fold_text(text).split())).rstrip(":：.)）]】")


@lru_cache(maxsize=4)
def _words(name: str) -> frozenset[str]:
    return frozenset(load_toml("direction.toml")["columns"][name])
