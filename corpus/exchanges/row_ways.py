"""The way that the columns of a table tell: from and to, a route, who came, a column for each way.

A column for each way has what went out in one and what came in the other.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.exchanges.event_columns import is_column
from corpus.exchanges.marking import HOME, PARTNER, Way, mark_sides
from corpus.gazetteer import Gazetteer
from corpus.model import Block, Page, Span
from corpus.text import fold_text
from corpus.wordlists import load_toml

# A cell of so many signs only says that nothing is told in it.
_STROKE = 3
# A name goes on with letters up to here: "공주시청", "Burnaby, BC".
_MORE = rf"[^\W\d_{HOME}{PARTNER}]{{0,3}}"
# The two ends of a way in one cell, one behind the other.
_ROUTE = re.compile(
    rf"\W*(?P<one>[{HOME}{PARTNER}]){_MORE}\s?"
    rf"(?:[-–—―~～→➡⇒⟶>＞]{{1,3}}|\bto\b|에서|至|到|赴|往)\s?(?:the )?"
    rf"(?P<other>[{HOME}{PARTNER}]){_MORE}\W*"
)
# Whose a delegation is stands first in the cell that names it.
_SENDER = re.compile(
    rf"\W*(?:the )?(?P<one>[{HOME}{PARTNER}])(?!\s?(?:[-–—~·,、]|및|와|과|and)\s?\S)"
)


def way_of_columns(
    page: Page, block: Block, event: Span, parties: Way, gazetteer: Gazetteer
) -> Way | None:
    """(from, to) by the columns of a row; ``event`` is what of the page tells of it."""
    heads = list(zip(block.cells, block.headers, strict=False))
    by_cell = _way_above(block, event)
    if by_cell:
        return parties if by_cell == "out" else (parties[1], parties[0])
    for name in ("from", "to", "route", "sender"):
        for cell, header in heads:
            if not _heads(name, header):
                continue
            told = _told(name, _marked(page.quote(cell), parties, gazetteer))
            if told:
                return parties if told == HOME else (parties[1], parties[0])
    return None


def _told(name: str, marked: str) -> str | None:
    """The sign of the side that set out, by a cell of a column of the given name."""
    if name == "route":
        route = _ROUTE.fullmatch(marked)
        return route["one"] if route and route["one"] != route["other"] else None
    sender = _SENDER.match(marked)
    if sender is None:
        return None
    return sender["one"] if name != "to" else {HOME: PARTNER, PARTNER: HOME}[sender["one"]]


def _way_above(block: Block, event: Span) -> str | None:
    """The way by the header of the one cell that tells the event, beside a column of the other."""
    ways = {_way_of_header(header) for header in block.headers} - {None}
    if ways != {"in", "out"}:
        return None
    inside = {
        _way_of_header(header)
        for cell, header in zip(block.cells, block.headers, strict=False)
        if event.within(cell) or event.end - event.start > cell.end - cell.start > _STROKE
    } - {None}
    return inside.pop() if len(inside) == 1 else None


def _marked(text: str, parties: Way, gazetteer: Gazetteer) -> str:
    return mark_sides(text, parties, gazetteer, gazetteer.find(text, parties))


@lru_cache(maxsize=1024)
def _way_of_header(header: str) -> str | None:
    key = _key(header)
    ways = load_toml("direction.toml")["columns"]
    if key in ways["in"]:
        return "in"
    return "out" if key in ways["out"] or key in ways["either"] else None


@lru_cache(maxsize=1024)
def _heads(name: str, header: str) -> bool:
    words = load_toml("direction.toml")["row_columns"]
    if name == "route":
        return _key(header) in words["route"] or is_column("way", header)
    return _key(header) in words[name]


@lru_cache(maxsize=1024)
def _key(header: str) -> str:
    folded = re.sub(r"[(（\[].*?[)）\]]", "", fold_text(header))
    return re.sub(r"[\s·ㆍ:：*]+", "", folded)
