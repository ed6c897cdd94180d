"""What a follow-up leaves open and takes over from the turn before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import cast, get_args

from corpus.dates import bounds
from corpus.model import Exchange, StageKind
from service.api import Context
from service.catalogue import Catalogue
from service.enquiry import TIE_PROPERTIES
from service.lexicon import has, names
from service.model import Operation, Period, Question
from service.openness import is_open
from service.pointing import point_in_time
from service.replying import pick
from service.standing_in import with_place_there

# Topics that a context names as its property although they are none of a place or tie: what
# happened, and which partners there are.
EXCHANGES, PARTNERS = "exchanges", "partners"
# Properties of which another time may be asked for: "and in 2019?".
_TIMED = frozenset({EXCHANGES, PARTNERS, "population", "area", "revenue", "gdp", "signed"})
# Details of an event, and properties whose words may be of one.
_DETAILS = ("date", "duration", "people", "amount", "person", "names", "where", "reason")
_SIGNED = ("signed", "agreement", "signing_place", "signatories")
_OF_EVENTS = (*_SIGNED, "background", "mayor")
_SENT = frozenset({"gift", "letter"})
# Operations over all partners of a place.
_OVER_ALL = frozenset({"list", "count", "first", "last", "largest", "smallest"})
_DATES = re.compile(r"\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?")


def inherit(question: Question, context: Context, catalogue: Catalogue) -> Question:
    """Take over from the turn before what this question leaves open, unless it opens a topic."""
    if not context.places and not context.property:
        return question
    question = pick(question, context, catalogue)
    question = point_in_time(question, _valid(context.told) or _valid(context.period))
    if context.property not in names("properties") | names("rare") | names("signing") | {
        EXCHANGES,
        PARTNERS,
    }:
        context = context.model_copy(update={"property": None})
    taken: list[str] = []
    exchange = _asked_on(question, context, catalogue)
    if exchange is not None:
        wants = "people" if question.wants == "amount" else question.wants
        question = replace(question, exchange=exchange.id, property=None, rare=False, wants=wants)
        taken.append("exchange")
    elif context.property and _leaves_topic_open(question, context):
        question = _with_topic(question, context)
        taken.append("property")
    elif _asks_of_several(question, context):
        question = replace(question, several=True)
    question, placed = _with_places(question, context, catalogue)
    return replace(question, inherited=(*taken, *placed))


def known_places(places: list[str], catalogue: Catalogue) -> list[str]:
    """Those ids that the gazetteer has."""
    return [place for place in places if place in catalogue.gazetteer.places]


def _leaves_topic_open(question: Question, context: Context) -> bool:
    """Whether nothing but a place, a time or a rank is named: "What about Dongcheng?"."""
    partners = context.property == PARTNERS and question.operation in _OVER_ALL
    if partners and question.property == "signed" and not question.places:
        return True
    topic = question.property or question.kinds or question.partners or question.small_talk
    if topic or (question.exchanges and question.places):
        return False
    if question.period and context.property not in _TIMED:
        return False
    if context.property in ("signed", PARTNERS) and has("pointing", question.bare):
        return False
    ranks = question.operation in ("first", "last", "largest", "smallest")
    over_all = context.property in (EXCHANGES, PARTNERS) or context.operation in _OVER_ALL
    goes_on = question.operation == "lookup" or (ranks and over_all)
    return goes_on and is_open(question.bare)


def _with_topic(question: Question, context: Context) -> Question:
    """The topic of the turn before; with a bare place also its period and its stage."""
    bare = question.operation == "lookup" and question.period is None
    operation = question.operation
    if context.property == PARTNERS and bare and context.operation in _OVER_ALL:
        operation = cast(Operation, context.operation)
    return replace(
        question,
        property=None if context.property in (EXCHANGES, PARTNERS) else context.property,
        exchanges=question.exchanges or context.property == EXCHANGES,
        partners=context.property == PARTNERS,
        operation=operation,
        about=question.about or _subject(question, context),
        kinds=question.kinds or (tuple(context.kinds) if context.property == EXCHANGES else ()),
        period=_period(context.period) if bare else question.period,
        stage=question.stage or _stage(context.stage),
    )


def _subject(question: Question, context: Context) -> str | None:
    """The one place that is named, where a property of places is gone on with."""
    of_place = context.property not in (EXCHANGES, PARTNERS, *TIE_PROPERTIES)
    return question.places[0] if of_place and len(question.places) == 1 else None


def _period(text: str | None) -> Period | None:
    """The period of a context; None where it is no date, since clients may send anything."""
    if _valid(text) is None or text is None:
        return None
    first, last = bounds(text)
    return Period(first, last, text if "0001" not in text and "9999" not in text else None)


def _valid(text: str | None) -> str | None:
    """``text`` where it is a date in EDTF that a client sent."""
    if text is None or not _DATES.fullmatch(text):
        return None
    try:
        for day in bounds(text):
            date.fromisoformat(day)
    except ValueError:
        return None
    return text


def _stage(text: str | None) -> StageKind | None:
    return cast(StageKind, text) if text in get_args(StageKind) else None


def _asked_on(question: Question, context: Context, catalogue: Catalogue) -> Exchange | None:
    """The last event, or the signing on its occasion, where no other event or place is asked of."""
    last = catalogue.exchange(context.exchange or "")
    if last is None or not _asks_on(question, last):
        return None
    if question.property == "background" and "signing" in last.kinds:
        return None
    if "signing" not in question.kinds and question.property not in _SIGNED:
        return last
    same = (e for e in catalogue.exchanges_of(last.tie) if _meet(e, last))
    return next((e for e in same if "signing" in e.kinds), None)


def _asks_of_several(question: Question, context: Context) -> bool:
    """Whether it is asked who was there, or how many, where several visits were told of."""
    named = question.places or question.within or question.period or question.partners
    topic = question.property or question.kinds or question.exchanges or question.small_talk
    told = context.property == EXCHANGES and bool(context.kinds) and context.exchange is None
    return told and not (named or topic) and question.wants in ("person", "people")


def _meet(one: Exchange, other: Exchange) -> bool:
    """Whether two exchanges may have been on one occasion."""
    return one.first <= other.last and other.first <= one.last


def _asks_on(question: Question, last: Exchange) -> bool:
    """Whether a question without any place or event of its own asks on about the last event."""
    elsewhere = {*question.places, *question.within} - set(last.places)
    said = elsewhere or question.period or question.partners or question.small_talk
    about = question.property is None or question.property in _OF_EVENTS
    what = question.wants == "what" and question.operation == "lookup"
    what = what or (has("giver", question.bare) and bool(_SENT & set(last.kinds)))
    kinds = set(question.kinds) - {"visit", "signing"}
    kinds -= _SENT if _SENT & set(last.kinds) else set()
    return not said and about and (what or question.wants in _DETAILS) and not kinds


def _with_places(
    question: Question, context: Context, catalogue: Catalogue
) -> tuple[Question, tuple[str, ...]]:
    """The question with the places of the context where it needs them, and what was taken."""
    before = [p for p in known_places(context.places, catalogue) if p not in question.without]
    if not question.places and not question.within:
        kept = _homes(before, catalogue) if _is_over_all(question) else before
        if kept or not question.partners:
            return replace(question, places=tuple(kept)), ("places",)
        return question, ()
    if has("there", question.bare):
        others = [place for place in before if place not in question.places]
        if others:
            return with_place_there(question, others[-1], catalogue), ()
    if len(question.places) == 1 and question.places[0] not in before:
        return _with_own_side(question, before, catalogue), ()
    if _is_of_home(question, catalogue) and not _is_over_all(question):
        partners = [place for place in before if catalogue.tie(place, question.places[0])]
        return replace(question, places=(*question.places, *partners[:1])), ("places",)
    return question, ()


def _is_of_home(question: Question, catalogue: Catalogue) -> bool:
    """Whether the one place that is named is a side of what is asked, and not the subject."""
    of_place = question.property is not None and question.property not in TIE_PROPERTIES
    named = len(question.places) == 1 and question.places[0] in catalogue.homes
    return named and not of_place and question.operation == "lookup"


def _is_over_all(question: Question) -> bool:
    """Whether all partners of a place are meant, and not the one spoken of."""
    ranks = question.operation in ("largest", "smallest")
    detail = question.wants in ("date", "where", "person", "reason") or question.yes_no
    return ranks or (question.partners and not (detail and question.operation == "lookup"))


def _homes(places: list[str], catalogue: Catalogue) -> list[str]:
    return [place for place in places if place in catalogue.homes]


def _with_own_side(question: Question, before: list[str], catalogue: Catalogue) -> Question:
    """Another partner of the place that was spoken of: "那崂山区呢？" after Seocho and Hebi."""
    place = question.places[0]
    homes = [p for p in before if catalogue.tie(p, place)]
    return replace(question, places=(homes[0], place)) if len(homes) == 1 else question
