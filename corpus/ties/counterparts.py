"""With whom a clause says that something was signed, begun or proposed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from corpus.dates import DateMention
from corpus.gazetteer import Mention
from corpus.model import SPECIFIC, Span
from corpus.reading.lines import opens_with_date
from corpus.setting.other_parties import names_other_party
from corpus.setting.parties import Parties
from corpus.spans import lying_in
from corpus.text import fold_text
from corpus.ties.clauses import Clause, sentences_of
from corpus.wordlists import load_toml

# How many sentences back the place may be named that a sentence goes on about.
_BACK = 3
# Between a name and one that it only places ("河北省石家庄市", "Hebei, Shijiazhuang").
# What ends as a name does and is none: who acts for both sides.
_BOTH = re.compile("[两兩双雙各]|代表|分别|分別")
# Behind a name: something is between it and another one.
_AMONG = re.compile("(?:[与與和同][^,，。]{1,8})?(?:之[间間]|[间間]的)| 사이")
_TOWN = "镇鎮乡鄉"
_ADJACENT = re.compile(r"[\s,·・]{0,2}")


def counterpart(parties: Parties, index: int, clause: Clause, before: str | None) -> str | None:
    """The partner that ``clause`` of block ``index`` is about; ``before`` that of what precedes it.

    None where it is left open, or where a place that is neither side is a party.
    """
    if _has_stranger(parties, index, clause.span):
        return None
    for span in dict.fromkeys((clause.span, clause.sentence)):
        if parties.others(index, span):
            return _named(parties, index, span, clause, before)
    if index in parties.setting.assumed and _is_of_other(parties, index, clause.span):
        return None
    topic, told = _topic(parties, index, clause.sentence.start)
    if told:
        return topic
    return parties.partner(index, clause.span, before) or _host(parties, index, clause.span)


def _is_of_other(parties: Parties, index: int, span: Span) -> bool:
    text = parties.page.quote(parties.page.blocks[index].span)
    return names_other_party(text, span, parties.setting.mentions[index])


def _host(parties: Parties, index: int, span: Span) -> str | None:
    """The place abroad in whose hall an entry of a list says that it was signed."""
    named = {mention.place for mention in parties.named(index, span)}
    hosts = {place for place in named if parties.is_abroad(place)}
    return next(iter(hosts)) if len(hosts) == 1 and _is_entry(parties, index) else None


def pairs(
    dates: Sequence[DateMention], places: Sequence[tuple[int, str]]
) -> list[tuple[str, DateMention]]:
    """Each place (position, id) of a list with its own date: "A in 2001, B in 2003".

    Empty where places and dates do not alternate.
    """
    starts = [date.span.start for date in dates]
    places_first = bool(places) and bool(starts) and places[0][0] < starts[0]
    found = []
    for number, (position, place) in enumerate(places):
        index = bisect_left(starts, position) - (not places_first)
        following = places[number + 1][0] if number + 1 < len(places) else None
        if not 0 <= index < len(dates):
            return []
        if places_first and following is not None and starts[index] > following:
            return []
        found.append((place, dates[index]))
    return found if len({date.span for _, date in found}) == len(found) else []


def _named(
    parties: Parties, index: int, span: Span, clause: Clause, before: str | None
) -> str | None:
    """The partner among the places of ``span``, whose sentence may name the own side."""
    partner = parties.partner(index, span, before)
    if partner is not None:
        return partner
    sole = parties.sole(index, span)
    if parties.names_home(index, clause.sentence):
        return sole
    return sole if sole and _is_entry(parties, index) and parties.is_abroad(sole) else None


def _is_entry(parties: Parties, index: int) -> bool:
    """Whether a block is an entry of a list: the page's own side needs no name in it."""
    block = parties.page.blocks[index]
    return block.kind in ("item", "row") or opens_with_date(parties.page.quote(block.span))


def _topic(parties: Parties, index: int, end: int) -> tuple[str | None, bool]:
    """The partner that the sentences before ``end`` are about, and whether they name any."""
    own = parties.setting.partners[index]
    text = parties.page.quote(parties.page.blocks[index].span)
    spans = _sentences(text)
    first = bisect_left([span.start for span in spans], end)
    for span in reversed(spans[max(0, first - _BACK) : first]):
        others = parties.others(index, span)
        if not others:
            continue
        if own and any(parties.is_place(mention, own) for mention in others):
            return own, True
        partner = parties.sole(index, span)
        sure = own in (None, parties.setting.home) or parties.names_home(index, span)
        return (partner if sure else None), True
    return None, False


@lru_cache(maxsize=64)
def _sentences(text: str) -> tuple[Span, ...]:
    return tuple(sentences_of(text))


def _has_stranger(parties: Parties, index: int, span: Span) -> bool:
    """Whether ``span`` tells of a party that is neither side of a tie of the page's own place."""
    text = parties.page.quote(parties.page.blocks[index].span)
    mentions = list(lying_in(parties.setting.mentions[index], span))
    clause = text[span.start : span.end]
    for match in _pattern("with_place").finditer(clause):
        group = match.lastgroup or ""
        first, last = span.start + match.start(), span.start + match.end(group) - 1
        # What opens a town's name may be the county that it lies in.
        ends = (last,) if match[group][-1] in _TOWN else (first, last)
        known = any(_covers(m, end) for m in mentions for end in ends)
        if not known and not _BOTH.search(match[group]):
            return True
    return any(_is_wider_party(parties, text, mention, mentions) for mention in mentions)


def _is_wider_party(parties: Parties, text: str, mention: Mention, mentions: list[Mention]) -> bool:
    """Whether a province or city that holds a side is itself what signed."""
    places, home = parties.gazetteer.places, parties.setting.home
    if home is None or home in mention.places or parties.is_side(mention):
        return False
    kind = places[mention.place].kind
    around = kind in SPECIFIC and parties.gazetteer.related(mention.place, home)
    wider = kind == "province" and places[home].kind in SPECIFIC
    if not (around or wider):
        return False
    if _AMONG.match(text, mention.span.end):
        return False
    follows = any(_leads_to(text, mention, other) for other in mentions)
    after, ahead = text[mention.span.end :][:4], text[max(0, mention.span.start - 6) :]
    before = ahead[: mention.span.start - max(0, mention.span.start - 6)]
    acts = _pattern("acts").match(fold_text(after)) or _pattern("led_by").search(fold_text(before))
    return not follows and acts is not None


def _covers(mention: Mention, position: int) -> bool:
    return mention.span.start <= position < mention.span.end


def _leads_to(text: str, mention: Mention, other: Mention) -> bool:
    """Whether a name only says where the place named right behind it lies."""
    behind = other.span.start >= mention.span.end
    between = text[mention.span.end : other.span.start]
    return behind and _ADJACENT.fullmatch(between) is not None


@lru_cache(maxsize=4)
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(load_toml("stages.toml")["strangers"][name]))
