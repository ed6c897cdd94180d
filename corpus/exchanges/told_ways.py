"""The way that what stands around an event tells: a cell of its row, the heading above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from corpus.exchanges.direction import way_of
from corpus.exchanges.marking import Way, mark_sides
from corpus.gazetteer import Gazetteer
from corpus.model import Block, Page
from corpus.text import fold_text
from corpus.wordlists import load_toml

# What stands behind the word of a heading that only lists ("방문 현황", "来访团组").
_LISTING = re.compile(r"(?:현황|실적|내역|기록|사항|내용|행사|교류|团组|团|情况|记录|活动|一览)+$")
_ARROW = re.compile(r"[→➡⇒⟶]|[-=]>")
_BULLETS = re.compile(r"^[\W\d_]+")


def way_of_row(page: Page, block: Block, parties: Way) -> Way | None:
    """(from, to) by the cell of a row that is a word for it ("파견", "来访")."""
    ways = (_way_of_word(_key(page.quote(cell)), parties) for cell in block.cells)
    return next((way for way in ways if way), None)


def way_of_column(page: Page, block: Block, index: int, parties: Way) -> Way | None:
    """(from, to) by a cell that says "visit": one that went out, beside words for what came."""
    for position, cell in enumerate(block.cells):
        visit = _key(page.quote(cell)) in _words("either")
        if visit and _tells_apart(page, index, position):
            return parties
    return None


def way_of_heading(block: Block, parties: Way, gazetteer: Gazetteer, arrows: bool) -> Way | None:
    """(from, to) by the innermost heading that tells: an arrow from side to side, or a word for it.

    With ``arrows`` only by those, which no words under them gainsay.
    """
    for step in reversed(block.path):
        if _ARROW.search(step):
            way = way_of(_marked(step, parties, gazetteer), parties, gazetteer)
        else:
            way = None if arrows else _way_of_word(_LISTING.sub("", _key(step)), parties)
        if way:
            return way
    return None


def _marked(step: str, parties: Way, gazetteer: Gazetteer) -> str:
    return mark_sides(step, parties, gazetteer, gazetteer.find(step, parties))


def _way_of_word(word: str, parties: Way) -> Way | None:
    if word in _words("in"):
        return parties[1], parties[0]
    return parties if word in _words("out") else None


def _tells_apart(page: Page, index: int, position: int) -> bool:
    """Whether the column of a cell has a word for what came as well."""
    return any(_key(text) in _words("in") for text in _column(page, index, position))


def _column(page: Page, index: int, position: int) -> Iterator[str]:
    """The cells of the column ``position`` in the table that block ``index`` is a row of."""
    above = takewhile(_is_row, reversed(page.blocks[:index]))
    below = takewhile(_is_row, page.blocks[index:])
    for block in (*above, *below):
        if position < len(block.cells):
            yield page.quote(block.cells[position])


def _is_row(block: Block) -> bool:
    return block.kind == "row"


@lru_cache(maxsize=2048)
def _key(text: str) -> str:
    return _BULLETS.sub("", "".join(fold_text(text).split())).rstrip(":：.)）]】")


@lru_cache(maxsize=4)
def _words(name: str) -> frozenset[str]:
    return frozenset(load_toml("direction.toml")["columns"][name])
