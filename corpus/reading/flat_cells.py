"""The cells before and behind the dates and numbers of a row, as far as they can be parted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.labels.words import property_of
from corpus.reading.flat_headers import Column
from corpus.reading.flat_sequence import in_sequence
from corpus.reading.flat_words import (
    continent_end,
    continent_start,
    country_end,
    country_start,
    kind_end,
    kind_start,
)
from corpus.reading.own_column import has_own_column, own_word
from corpus.wordlists import load_toml

# A cell that holds nothing, or nothing that can be told for certain.
NOTHING = "-"
_NUMBER = re.compile(r"\d{1,3}(?=[.)]?\s)[.)]?\s*")
_COUNT = re.compile(r"(?P<count>\d[\d,.]*)(?:\s+|$)")
# A country and what lies in it, in one cell.
_SLASH = re.compile(r"\s?[/／]\s?[^/／\d]{2,60}$")
_OPENINGS = {"country": country_end, "kind": kind_end, "region": continent_end}
_CLOSINGS = {"country": country_start, "kind": kind_start, "region": continent_start}
_EDGES = " ,，·-–"


def leading_cells(columns: Sequence[Column], lines: Sequence[str], by_word: bool) -> list[str]:
    """A cell for each of ``columns`` from the lines before a row's date.

    ``by_word``: every row has as many words there as there are columns.
    """
    text = " ".join(lines)
    cells = dict.fromkeys(range(len(columns)), NOTHING)
    first, last = 0, len(columns)
    if columns and columns[0].kind == "number":
        number = _NUMBER.match(text)
        cells[0] = number.group().strip(" .)") if number else NOTHING
        text, first = text[number.end() :] if number else text, 1
    if has_own_column([c.label for c in columns], [c.kind for c in columns]):
        own = own_word(columns[0].label, text)
        cells[0], text, first = own or NOTHING, text.removeprefix(own).strip(), 1
    while first < last - 1 and (end := _opening(columns[first], text)):
        cells[first], text, first = text[:end].strip(_EDGES), text[end:].strip(_EDGES), first + 1
    while first < last - 1 and (start := _closing(columns[last - 1], text)) < len(text):
        cells[last - 1], text, last = (
            text[start:].strip(_EDGES),
            text[:start].strip(_EDGES),
            last - 1,
        )
    left = range(first, last)
    if by_word and len(left) == len(text.split()):
        cells.update(zip(left, text.split(), strict=True))
    else:
        cells[_named(columns, left)] = text.strip(_EDGES) or NOTHING
    return [cells[index] for index in range(len(columns))]


def trailing_cells(columns: Sequence[Column], lines: Sequence[str], noted: bool) -> list[str]:
    """A cell for each of ``columns`` from the lines behind a row's numbers.

    Several that nothing parts are told as none. ``noted``: a last cell without a header.
    """
    cells: list[str] = []
    texts = list(lines)
    while len(cells) < len(columns) and columns[len(cells)].kind == "open" and texts:
        count = _COUNT.match(texts[0])
        if count is None:
            break
        cells.append(count["count"])
        texts[:1] = [texts[0][count.end() :]] if count.end() < len(texts[0]) else []
    left = len(columns) - len(cells)
    if left > 1 and texts and property_of(columns[-1].label) == "homepage":
        texts[-1:], link = _linked(texts[-1])
        return [*cells, *trailing_cells(columns[len(cells) : -1], texts, False), link]
    if left == 1:
        return [*cells, " ".join(texts) or NOTHING]
    if left == len(texts) > 0:
        return [*cells, *texts]
    found = in_sequence(columns[len(cells) :], " ".join(texts)) if left and not noted else None
    if found is not None:
        return [*cells, *found]
    note = [" ".join(texts) or NOTHING] if noted else []
    return [*cells, *[NOTHING] * left, *note]


def _linked(text: str) -> tuple[list[str], str]:
    """``text`` without the link at its end, if anything is left, and that link."""
    link = _link().search(text)
    rest = text[: link.start()].strip() if link else text
    return [rest] if rest else [], link.group().strip() if link else NOTHING


@lru_cache(maxsize=1)
def _link() -> re.Pattern[str]:
    """An address or the words for a link at the end of a text."""
    table = load_toml("statements.toml")["links"]
    words = "|".join((*table["words"], *table["glued"], *table["homepages"]))
    return re.compile(rf"(?:^|\s)(?:(?:https?://|www\.)\S+|(?:{words}))\s*$", re.IGNORECASE)


def _opening(column: Column, text: str) -> int:
    """Where the cell of ``column`` ends that opens ``text``; 0 where nothing tells."""
    find = _OPENINGS.get(column.kind)
    end = find(text) if find else 0
    return end if end < len(text) else 0


def _closing(column: Column, text: str) -> int:
    """Where the cell of ``column`` starts that ends ``text``; its length where nothing tells."""
    find = _CLOSINGS.get(column.kind)
    if column.kind == "country" and (slash := _SLASH.search(text)):
        # "Name Country / Province" under a label of both.
        return (
            start if (start := country_start(text[: slash.start()])) < slash.start() else len(text)
        )
    start = find(text) if find else len(text)
    return start if start else len(text)


def _named(columns: Sequence[Column], left: range) -> int:
    """The column that takes a name which cannot be parted: that of places, else the last."""
    return next((i for i in left if columns[i].kind == "place"), left[-1])
