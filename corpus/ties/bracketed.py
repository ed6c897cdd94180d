"""Ties that a sentence lists with their dates in brackets ("Otsu (sister city - May 15, 1989)")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.dates import find_dates
from corpus.gazetteer import Mention
from corpus.model import Span, Stage, StageKind
from corpus.page_reading import PageReading
from corpus.setting.parties import Parties
from corpus.ties.clauses import sentences_of
from corpus.ties.narration import moved, narrating_blocks, source_of
from corpus.ties.stages import stages_of_heading
from corpus.ties.statements import is_refused

_BRACKETS = re.compile(r"[(（]([^()（）]{4,60})[)）]")
# Between a name and its bracket stand its kind, where it lies, and other scripts' names for it.
_BETWEEN = 60
_BREAKS = re.compile(r"[.;。；]|\b(?:and|with)\b")
# All that a bracket may say beside a date and the kind of the tie.
_SMALL = re.compile(
    r"\b(?:an?|the|as|since|from|in|on|signed|established|concluded|city|cities|county|town"
    r"|district|agreement|relationships?|ties|sister|friendship|friendly|twin)\b"
    r"|자매|우호|친선|결연|체결|도시|협정|교류|友好|友谊|姐妹|姊妹|城市|交流|关系|關係|缔结|締結|结好|結好|签订|簽訂|于|於|起",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# A list has so many entries at least; one date in brackets alone may be of anything.
_LIST = 2


class _Entry(NamedTuple):
    place: str
    date: str
    kind: StageKind | None


def bracketed_ties(page: PageReading, parties: Parties) -> Iterator[tuple[tuple[str, str], Stage]]:
    """The stages of such lists, each with its two places.

    The bracket names the kind of the tie, or what leads to the first one names just one kind and
    the page's own place.
    """
    home = parties.setting.home
    if home is None:
        return
    for index in page.once(narrating_blocks):
        block = page.blocks[index]
        text = page.quote(block.span)
        if block.kind == "row" or len(_BRACKETS.findall(text)) < _LIST:
            continue
        for span in sentences_of(text):
            for entry in _entries(text, span, parties, index):
                if entry.kind and entry.place != home:
                    source = source_of(page, moved(block, span))
                    yield (home, entry.place), Stage(entry.kind, entry.date, False, source)


def _entries(text: str, span: Span, parties: Parties, index: int) -> list[_Entry]:
    """The entries of the list in the sentence at ``span``; empty where it is none."""
    if is_refused(text[span.start : span.end].lower()):
        return []
    found: list[_Entry] = []
    led: StageKind | None = None
    start = span.start
    for bracket in _BRACKETS.finditer(text, span.start, span.end):
        date = _only_date(bracket[1])
        if date is None:
            continue
        if not found:
            led = _led(text[span.start : bracket.start()], span, parties, index)
        kinds = stages_of_heading(bracket[1])
        place = _named(text, Span(start, bracket.start()), parties, index)
        start = bracket.end()
        if place:
            found.append(_Entry(place, date, kinds[0] if len(kinds) == 1 else led))
    return found if len(found) >= _LIST else []


def _only_date(note: str) -> str | None:
    """The one date of a bracket (EDTF) that says nothing else but the kind of a tie."""
    year = _YEAR.search(note)
    bare = [(year[0], Span(*year.span()))] if year else []
    dates = [(date.edtf, date.span) for date in find_dates(note)] or bare
    if len(dates) != 1 or "/" in dates[0][0]:
        return None
    edtf, span = dates[0]
    rest = _SMALL.sub("", f"{note[: span.start]} {note[span.end :]}")
    return None if any(map(str.isalnum, rest)) else edtf


def _led(lead: str, span: Span, parties: Parties, index: int) -> StageKind | None:
    """The one kind of ties that ``lead``, the start of the sentence at ``span``, says it lists."""
    kinds = stages_of_heading(lead)
    own = parties.names_home(index, Span(span.start, span.start + len(lead)))
    return kinds[0] if len(kinds) == 1 and own else None


def _named(text: str, span: Span, parties: Parties, index: int) -> str | None:
    """The one partner named right before the bracket that ``span`` ends at."""
    others = [m for m in parties.others(index, span) if len(m.places) == 1]
    close = [m for m in others if span.end - m.span.end <= _BETWEEN]
    kept: list[Mention] = []
    for mention in reversed(close):
        if _BREAKS.search(text[mention.span.end : span.end]):
            break
        kept.append(mention)
    inside = {mention.place for mention in kept}
    inside -= {a for place in inside for a in parties.gazetteer.ancestors(place)}
    return next(iter(inside)) if len(inside) == 1 else None
