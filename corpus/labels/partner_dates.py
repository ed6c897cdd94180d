"""Columns of plain dates in tables of partners: when the tie was made."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.dates import find_dates
from corpus.labels.words import is_corner, property_of, structure_of
from corpus.model import Block, Page
from corpus.text import fold_text
from corpus.wordlists import load_toml

_PLACES = frozenset({"place", "country"})
# Columns of tables in which a date is that of something else: an event, or a tie's own label.
_OTHERS = frozenset({"event", "people", "direction", "place_of_event"})
_YEAR = re.compile(r"(?:19|20)\d\d")
# How many headings above a table may say that it is one of partners.
_NEAR = 3


def dates_tie(page: Page, block: Block, header: str, text: str) -> bool:
    """Whether a cell below ``header`` is the day of a tie, which a table of partners dates.

    A heading near above it, or the title, says what partners they are, or the table tells what
    the places are like.
    """
    if structure_of(header) != "date" or not _is_partners(block.headers):
        return False
    if not (_YEAR.fullmatch(text.strip()) or len(find_dates(text)) == 1):
        return False
    return any(map(_names_tie, (*block.path[-_NEAR:], page.title)))


@lru_cache(maxsize=256)
def _is_partners(headers: Sequence[str]) -> bool:
    """Whether columns are of places and what is known of them, and none of events."""
    found = [structure_of(header) for header in headers]
    if _OTHERS & set(found) or not _PLACES & set(found):
        return False
    if any(property_of(header) in ("signed", "began", "proposed") for header in headers):
        return False
    known = [h for h, s in zip(headers, found, strict=True) if s or property_of(h) or is_corner(h)]
    return 2 * len(known) > len(headers)


@lru_cache(maxsize=4096)
def _names_tie(heading: str) -> bool:
    """Whether a heading speaks of partners: sister cities, friendship towns."""
    return _ties().search(fold_text(heading)) is not None


@lru_cache(maxsize=1)
def _ties() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, load_toml("tables.toml")["ties"]["words"])))
