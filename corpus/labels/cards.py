"""The day of a tie on the card of a partner, where its label says no more than "Date".

``Name of the city : …``, ``Date : 1998. 5. 2``, ``Location : Culture Hall``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.dates import find_dates
from corpus.model import Page, Span
from corpus.text import fold_text
from corpus.wordlists import load_toml

if TYPE_CHECKING:
    from corpus.labels.labelled import Labelled

    Items = Mapping[Span, Sequence[Labelled]]

# How many lines above the date of a card the name of its partner stands at most.
_NEAR = 2
# What tells that a date is that of an event, and not of the tie.
_OF_EVENT = frozenset({"=event", "=people", "=direction"})
_SIGNS = " \t.,;()（）"


def is_day(text: str) -> bool:
    """Whether ``text`` is one date and nothing else."""
    dates = find_dates(text)
    if len(dates) != 1 or "/" in dates[0].edtf:
        return False
    return not (text[: dates[0].span.start] + text[dates[0].span.end :]).strip(_SIGNS)


def dated_cards(page: Page, items: Items) -> dict[Span, list[Labelled]]:
    """What the blocks of cards tell as the signing of a tie: their date, and the place beside it.

    ``items`` are the labelled values of each block, those of the structure with ``=`` before them.
    The name of the partner stands above the date, and nothing around is of an event.
    """
    told = [items.get(block.span, ()) for block in page.blocks]
    found: dict[Span, list[Labelled]] = {}
    for index, block in enumerate(page.blocks):
        if [item.property for item in told[index]] != ["=date"]:
            continue
        above = [item.property for line in told[max(0, index - _NEAR) : index] for item in line]
        beside = told[max(0, index - _NEAR) : index + _NEAR + 1]
        eventful = any(item.property in _OF_EVENT for line in beside for item in line)
        if "=place" not in above or eventful or not is_day(page.quote(told[index][0].value)):
            continue
        found[block.span] = [replace(told[index][0], property="signed")]
        below = told[index + 1] if index + 1 < len(told) else ()
        if len(below) == 1 and _is_venue(page, below[0]):
            found[page.blocks[index + 1].span] = [replace(below[0], property="signing_place")]
    return found


def _is_venue(page: Page, item: Labelled) -> bool:
    """Whether what stands right below a date is where that was: a room, hall or office."""
    if item.property not in ("location", "=place_of_event"):
        return False
    return _venues().search(fold_text(page.quote(item.value))) is not None


@lru_cache(maxsize=1)
def _venues() -> re.Pattern[str]:
    words = load_toml("signing.toml")["venues"]["words"]
    latin = "|".join(word for word in words if word.isascii())
    others = "|".join(word for word in words if not word.isascii())
    return re.compile(rf"\b(?:{latin})\b|{others}")
