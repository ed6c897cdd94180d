"""Ties that a line of a page tells, although none was read from it: quoted line by line.

A line answers when two places signed if it names them (one may stand in the cells or the heading
above it, or publish the page), is of a tie and of nothing else, and has a date. The partners that a
place has in a country are the lines of a list that name both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.dates import find_dates
from index.model import Sentence
from service.concepts import concepts_of
from service.enquiry import Enquiry
from service.lexicon import has, strip
from service.line_quotes import quoted
from service.lines import Line
from service.model import Evidence
from service.senses import senses_of
from service.told import stands_whole

# Properties that the date of a tie is asked with, and senses that such a question may have.
_DATED = frozenset({"signed", "began"})
TYING = frozenset({"sign", "pact", "start", "friendshipline", "connection", "renew"})
# A sentence of prose with more dates tells of more than one thing.
_DATES = 2
# So many lines that date a tie otherwise are quoted together: its stages.
_STAGES = 3
# Partners in a country that are quoted line by line.
_LISTED = 8
# Two ties have so many sides at least, and are compared by nothing else.
_COMPARED = 3
_SET = frozenset({None, *_DATED})
# Where a sentence may go on to something else; the year of a date goes with it.
_PARTS = re.compile(r"[;；。]|[,，](?! ?\d)")


def find_dated(enquiry: Enquiry, places: tuple[str, ...], lines: Sequence[Line]) -> Evidence | None:
    """The lines that date the tie of ``places``; None where none does, or too many otherwise."""
    words = _names(enquiry)
    if not _asks_date(enquiry) or len(places) + len(words) < 2 - (not enquiry.question.inherited):
        return None
    found = [line for line in lines if _dates(enquiry, line, places, words)]
    found = _renewing(enquiry, found)
    most = _STAGES if len(places) + len(words) > 1 else 1
    return (
        quoted(places, _sentences(found))
        if 0 < len({line.dates for line in found}) <= most
        else None
    )


def find_partnered(
    enquiry: Enquiry, places: tuple[str, ...], lines: Sequence[Line]
) -> Evidence | None:
    """The lines of a list on the partners that ``places`` have with each other's.

    None where there are none, or more than are read at a glance.
    """
    question = enquiry.question
    tying = question.partners or "sign" in senses_of(question.bare)
    said = enquiry.demand.said
    beside = _names(enquiry) or any(not group & TYING for group in said.senses)
    if beside or question.beside_signing:
        return None
    if question.property not in _SET or not tying or question.without:
        return None
    if question.operation not in ("lookup", "list"):
        return None
    if len(places) < 2 or question.wants not in ("what", "where", "names", None):
        return None
    found = [line for line in lines if _spans(enquiry, line, places)]
    return quoted(places, _sentences(found)) if 0 < len(found) <= _LISTED else None


def find_compared(
    enquiry: Enquiry, places: tuple[str, ...], lines: Sequence[Line]
) -> Evidence | None:
    """The lines that date each of the ties which are set beside each other; None where one lacks.

    Of two places alone it may be asked which is older itself.
    """
    question = enquiry.question
    if question.operation != "compare" or len(places) < _COMPARED or question.property not in _SET:
        return None
    found, told = [], set[str]()
    for line in lines:
        joined = [p for p in places if p in line.named | line.taken | line.carried]
        if len(joined) > 1 and _dates(enquiry, line, joined, ()):
            found.append(line)
            told.update(joined)
    return (
        quoted(places, _sentences(found)) if told == set(places) and len(found) <= _LISTED else None
    )


def _asks_date(enquiry: Enquiry) -> bool:
    """Whether it is asked when places signed, or whether they have, and nothing else."""
    question, said = enquiry.question, enquiry.demand.said
    if question.operation != "lookup" or question.except_for or question.without or question.also:
        return False
    if question.wants not in ("date", "what", None) or question.beside_signing:
        return False
    if any(not group & TYING for group in said.senses):
        return False
    return question.property in _DATED or (question.wants == "date" and bool(said.senses))


def _names(enquiry: Enquiry) -> tuple[str, ...]:
    """What the question says beside its places: names that nobody knows, mostly."""
    bare = strip("again", enquiry.question.bare)
    words = (word for word in enquiry.demand.said.words if word in bare)
    return tuple(word for word in words if not has("anchors", word))


def _dates(enquiry: Enquiry, line: Line, places: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a line dates the tie of ``places``, and has the ``words``."""
    if not line.dates or len(line.dates) > _DATES or not line.is_of_tie:
        return False
    text = line.sentence.text
    if has("prepares_signing", line.folded):
        return False
    if (line.is_entry and len(line.dates) > 1) or "anniversary" in concepts_of(line.folded):
        return False
    if not enquiry.in_period(text) or not enquiry.names_called(line.full):
        return False
    return all(stands_whole(word, line.full) for word in words) and joins(line, places, bool(words))


def joins(
    line: Line, places: Sequence[str], worded: bool = False, before: frozenset[str] = frozenset()
) -> bool:
    """Whether a line joins ``places`` and no others: one it names, the rest it or its heading.

    ``before`` are places that what stands before it was about.
    """
    own = line.named | line.taken
    if not set(places) <= own | line.carried | before or not (worded or own.intersection(places)):
        return False
    parts = [line.sentence.text] if line.is_entry else _dated_parts(line.sentence.text)
    told = frozenset[str]().union(*(line.places(part) for part in parts))
    around = set(places).union(*(line.catalogue.gazetteer.ancestors(place) for place in places))
    others = {place for place in told - around if not _holds_named(line, place)}
    return len(others) <= (0 if len(places) > 1 else 1)


def _holds_named(line: Line, place: str) -> bool:
    """Whether a place is only what another one that the line names lies in."""
    ancestors = line.catalogue.gazetteer.ancestors
    return any(place in ancestors(other) for other in line.named - {place})


def _dated_parts(text: str) -> list[str]:
    return [part for part in _PARTS.split(text) if find_dates(part)] or [text]


def _spans(enquiry: Enquiry, line: Line, places: Sequence[str]) -> bool:
    """Whether an entry on a tie leads from each of ``places`` to the others.

    A country is led to by a place in it that is none of the others, nor holds one.
    """
    if not (line.is_of_tie and line.is_entry and enquiry.in_period(line.sentence.text)):
        return False
    gazetteer = line.catalogue.gazetteer
    own = line.named | line.taken
    led = 0
    for place in places:
        rest = [other for other in places if other != place]
        around = {p for other in rest for p in (other, *gazetteer.ancestors(other))}
        inside = {p for p in own - around if place in (p, *gazetteer.ancestors(p))}
        if not inside and place not in line.carried:
            return False
        led += bool(inside)
    return led > 0


def _renewing(enquiry: Enquiry, lines: list[Line]) -> list[Line]:
    """Those on a renewal where one is asked for, else those that are none; all, if that is none."""
    asked = has("again", enquiry.question.bare)
    chosen = [line for line in lines if has("again", line.folded) == asked]
    return chosen or ([] if asked else lines)


def _sentences(lines: Sequence[Line]) -> list[Sentence]:
    return [line.sentence for line in lines]
