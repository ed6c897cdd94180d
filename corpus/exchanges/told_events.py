"""An event with what its words name: the places, the two sides and the kinds of exchange."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from corpus.exchanges.direction import way_of
from corpus.exchanges.events import Event
from corpus.exchanges.kinds import kinds_of
from corpus.exchanges.marking import HOME, PARTNER, THIRD, mark_sides, namesake, text_without
from corpus.gazetteer import Gazetteer, Mention
from corpus.model import Block, Page, Span
from corpus.people import find_people

# One side behind a Chinese verb of motion that is too short to be told by itself ("来牟集训").
_GOES_THERE = re.compile(
    f"(?:(?<![原本未将后从近年以往带历向送传寄发月日])来|赴|抵|莅|前往|走进|踏上)[{HOME}{PARTNER}]"
)
# So many people who were at a place of the other side.
_AT = re.compile(
    f"\\d ?여?명[^{HOME}-{THIRD}|]{{0,12}}[{HOME}{PARTNER}](?:시|군|구|현)?에서(?![^|]{{0,20}}보내)"
)
# Kinds of what goes from one side to the other.
GOING = frozenset({"visit", "letter", "gift"})


@dataclass(frozen=True, slots=True)
class Told:
    """An event with its text, the names of places in it, and between whom it was."""

    event: Event
    text: str
    mentions: tuple[Mention, ...]
    parties: tuple[str, str]
    kinds: tuple[str, ...]
    marked: str = ""


def read_event(
    page: Page,
    block: Block,
    event: Event,
    mentions: tuple[Mention, ...],
    parties: tuple[str, str],
    gazetteer: Gazetteer,
) -> Told:
    """An event of ``block`` with the names among ``mentions`` (of the block) that it holds."""
    text, inside = page.quote(event.span), event.within(block)
    first = bisect_left(mentions, inside.start, key=lambda m: m.span.start)
    near = takewhile(lambda m: m.span.end <= inside.end, mentions[first:])
    moved = tuple(
        Mention(Span(m.span.start - inside.start, m.span.end - inside.start), m.places)
        for m in near
    )
    named = _without_people(text, _settled(text, moved, parties, gazetteer), parties)
    marked = mark_sides(text, parties, gazetteer, named)
    kinds = kinds_of(text_without(text, [mention.span for mention in named]))
    if "visit" not in kinds and _GOES_THERE.search(marked):
        kinds = ("visit", *kinds)
    there = "visit" not in kinds and _AT.search(marked) is not None
    if there and way_of(marked, parties, gazetteer):
        kinds = ("visit", *kinds)
    if not kinds and block.kind != "paragraph" and way_of(marked, parties, gazetteer):
        kinds = ("visit",)
    return Told(event, text, named, parties, kinds, marked)


def _settled(
    text: str, mentions: Sequence[Mention], parties: tuple[str, str], gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """``mentions`` with those of a party that were taken for another place of its name."""
    found = []
    for mention in mentions:
        party = None
        if not set(parties) & set(mention.places):
            party = namesake(text[slice(*mention.span)], parties, gazetteer)
        found.append(Mention(mention.span, (party,)) if party else mention)
    return tuple(found)


def _without_people(
    text: str, mentions: tuple[Mention, ...], parties: tuple[str, str]
) -> tuple[Mention, ...]:
    """``mentions`` without the names of people that are those of some third place as well."""
    names = [found.person.name or "" for found in find_people(text, mentions)]
    return tuple(
        mention
        for mention in mentions
        if set(parties) & set(mention.places)
        or not any(text[slice(*mention.span)] in name for name in names)
    )
