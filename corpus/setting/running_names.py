"""Names of places in running text: the letters they are made of, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.gazetteer import Mention
from corpus.language import HAN, block_language
from corpus.model import Span

# A letter of a Chinese name: none that does something or joins two.
_NO_LETTER = "与與和同及跟向赴访訪在由从從的了率出来來等建立签簽缔締结結派友每为為是有"
HAN_LETTER = f"(?![{_NO_LETTER}])[{HAN}]"
# "With Hope in their hearts" names no town.
IN_HEARTS = re.compile(r" in (?:their|our|his|her|its|my|your)\b")


def is_taken(name: re.Match[str], mentions: Iterable[Mention]) -> bool:
    """Whether the group ``name`` of a match touches a name that is known."""
    span = Span(*name.span("name"))
    return any(mention.span.overlaps(span) for mention in mentions)


def beside(place: str, country: str) -> str:
    """A place and its country in the order of the language."""
    latin = block_language(place) == "en"
    if not country:
        return place
    return f"{place}, {country}" if latin else f"{country} {place}"
