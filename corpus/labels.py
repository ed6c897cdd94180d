"""Labelled values of a page: ``결 연 일 : …``, ``Area: …``, ``面积：…``, and rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.model import Block, Page, Span
from corpus.text import fold_text
from corpus.wordlists import load_toml

_LABELLED = re.compile(r"^(?P<label>[^:：\n]{1,40}?)\s*[:：]\s*(?P<value>\S.*)$", re.DOTALL)
_BRACKETED = re.compile(
    r"\s*[(（]\s*(?P<label>[^:：()（）]{1,20}?)\s*[:：]\s*(?P<value>[^()（）]*?)\s*[)）]"
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value with the property its label names; ``quote`` spans label and value together."""

    property: str
    value: Span
    quote: Span


def property_of(label: str) -> str | None:
    """The property that ``label`` names, if it is a known label."""
    return _table("labels").get(_key(label))


def list_of(label: str) -> str | None:
    """What the items under ``label`` are (``exchanges``, ``general``), if it is known."""
    return _table("lists").get(_key(label))


def labelled_values(page: Page, block: Block) -> list[Labelled]:
    """The labelled values of ``block``: its own, and one in brackets behind it."""
    if block.kind == "row":
        return list(_row_values(page, block))
    text = page.quote(block.span)
    match = _LABELLED.match(text)
    name = property_of(match["label"]) if match else None
    if match is None or name is None:
        return list(_under_label(block))
    start = block.span.start
    value = Span(start + match.start("value"), start + match.end("value"))
    inner = list(_bracketed(page, value))
    if inner:
        value = Span(value.start, inner[0].quote.start)
    return [Labelled(name, value, Span(start, value.end)), *inner]


def _under_label(block: Block) -> Iterator[Labelled]:
    """An item of a list that a label introduces (``지역특성`` and its items)."""
    name = property_of(block.path[-1].rstrip(" :：")) if block.path else None
    if name and block.kind == "item":
        yield Labelled(name, block.span, block.span)


def _bracketed(page: Page, value: Span) -> Iterator[Labelled]:
    for match in _BRACKETED.finditer(page.quote(value)):
        name = property_of(match["label"])
        if name and match["value"]:
            base = value.start
            inner = Span(base + match.start("value"), base + match.end("value"))
            yield Labelled(name, inner, Span(base + match.start(), base + match.end()))


def _row_values(page: Page, block: Block) -> Iterator[Labelled]:
    """Cells under a known column header, or behind a cell that is a known label itself."""
    for position, cell in enumerate(block.cells):
        header = block.headers[position] if position < len(block.headers) else ""
        name = property_of(header)
        if name is None and position:
            name = property_of(page.quote(block.cells[position - 1]))
        if name and page.quote(cell).strip() and property_of(page.quote(cell)) is None:
            yield Labelled(name, cell, cell)


def _key(label: str) -> str:
    return "".join(fold_text(label).split()).strip("-·•※*[]<>()")


@lru_cache(maxsize=2)
def _table(name: str) -> dict[str, str]:
    table = load_toml("labels.toml")[name]
    return {_key(label): key for key, labels in table.items() for label in labels}
