"""Columns of plain dates in tables of partners: when the tie was made."""

from __future__ import annotations

import builtins
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Protocol, TypeVar

from corpus.dates import find_dates
from corpus.labels.types import NUMERIC, OF_EVENTS
from corpus.labels.words import is_corner, property_of, structure_of
from corpus.model import Block, Page, Span
from corpus.text import fold_text
from corpus.wordlists import load_toml

_DATED = frozenset({"signed", "began", "proposed"})
_PLACES = frozenset({"place", "country"})
_YEAR = re.compile(r"(?:19|20)\d\d")
# How many headings above a table may say that it is one of partners.
_NEAR = 3
# So many short lines open a page, among them the trail of headings that led to it.
_OPENING, _LONGEST_LINE = 8, 40


class _Item(Protocol):
    @builtins.property
    def property(self) -> str: ...

    @builtins.property
    def value(self) -> Span: ...


T = TypeVar("T", bound=_Item)


def dates_tie(page: Page, block: Block, header: str, text: str) -> bool:
    """Whether a cell below ``header`` is the day of a tie, which a table of partners dates.

    A heading near above it, the title or a line that the page opens with says what partners they
    are.
    """
    if structure_of(header) != "date" or not _is_partners(block.headers):
        return False
    if not (_YEAR.fullmatch(text.strip()) or len(find_dates(text)) == 1):
        return False
    if any(map(names_tie, (*block.path[-_NEAR:], page.title))):
        return True
    opening = (page.quote(above.span) for above in page.blocks[:_OPENING])
    return any(names_tie(line) for line in opening if len(line) <= _LONGEST_LINE)


def tie_dates(
    page: Page, values: Mapping[Span, Sequence[T]], described: Mapping[Span, Sequence[T]]
) -> Iterator[tuple[Span, T]]:
    """The plain dates behind a label ("Date : …") in lists of what a partner is like.

    Area or population stand in the same list, and a heading or the title says what partners
    they are. ``values`` and ``described`` are the labelled values of properties and of the rest.
    """
    told, events = set[tuple[str, ...]](), set[tuple[str, ...]]()
    for block in page.blocks:
        if any(item.property in NUMERIC for item in values[block.span]):
            told.add(block.path)
        if any(item.property in OF_EVENTS for item in described[block.span]):
            events.add(block.path)
        if any(item.property in _DATED for item in values[block.span]):
            events.add(block.path)
    for block in page.blocks:
        if block.headers or block.path not in told - events:
            continue
        if not any(map(names_tie, (*block.path[-_NEAR:], page.title))):
            continue
        for item in described[block.span]:
            if item.property == "date" and _is_day(page.quote(item.value)):
                yield block.span, item


def is_day_of_tie(text: str, block: Block, title: str) -> bool:
    """Whether ``text`` in an entry of a list of partners has the one date of their tie."""
    return any(map(names_tie, (*block.path[-_NEAR:], title))) and len(find_dates(text)) == 1


def _is_day(text: str) -> bool:
    """Whether ``text`` is a date and nothing else."""
    dates = find_dates(text)
    return len(dates) == 1 and text.strip(" .") == text[slice(*dates[0].span)].strip(" .")


@lru_cache(maxsize=256)
def _is_partners(headers: Sequence[str]) -> bool:
    """Whether columns are of places and what is known of them, and none of events."""
    found = [structure_of(header) for header in headers]
    if OF_EVENTS & set(found) or not _PLACES & set(found):
        return False
    if any(property_of(header) in _DATED for header in headers):
        return False
    known = [h for h, s in zip(headers, found, strict=True) if s or property_of(h) or is_corner(h)]
    return 2 * len(known) > len(headers)


@lru_cache(maxsize=4096)
def names_tie(heading: str) -> bool:
    """Whether a heading speaks of partners: sister cities, friendship towns."""
    return _ties().search(fold_text(heading)) is not None


@lru_cache(maxsize=1)
def _ties() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, load_toml("tables.toml")["ties"]["words"])))
