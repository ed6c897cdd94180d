"""What a follow-up leaves open and takes over from the turn before."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast, get_args

from corpus.dates import bounds
from corpus.model import StageKind
from service.api import Context
from service.catalogue import Catalogue
from service.lexicon import has, names
from service.model import Evidence, Operation, Period, Question

# Topics that a context names as its property although they are none of a place or tie: what
# happened, and which partners there are.
EXCHANGES, PARTNERS = "exchanges", "partners"
# Properties of which another time may be asked for: "and in 2019?".
_TIMED = frozenset({EXCHANGES, PARTNERS, "population", "area", "revenue", "gdp", "signed"})
# Operations over all partners of a place.
_OVER_ALL = frozenset({"list", "count", "first", "last", "largest", "smallest"})
_DATES = re.compile(r"\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?")


def context_of(question: Question, evidence: Evidence, catalogue: Catalogue) -> Context:
    """What the next question may inherit from this one and its answer."""
    one_tie = len(evidence.ties) == 1 and evidence.topic in ("partners", "fact", "matching")
    single = one_tie and not (evidence.topic == "fact" and len(evidence.places) == 1)
    places = evidence.ties[0].places if single else _told_of(evidence, catalogue) or question.places
    topics = {"events": EXCHANGES, "partners": PARTNERS}
    period = question.period
    over_all = topics.get(evidence.topic) == PARTNERS
    return Context(
        places=list(places),
        exchange=evidence.exchanges[0].id if len(evidence.exchanges) == 1 else None,
        property=PARTNERS if over_all else question.property or topics.get(evidence.topic),
        operation=question.operation,
        period=(period.edtf or f"{period.first}/{period.last}") if period else None,
        stage=question.stage,
        language=question.language,
    )


def _told_of(evidence: Evidence, catalogue: Catalogue) -> tuple[str, ...]:
    """The places of an answer; of a quoted sentence, the partner in whose section it stands."""
    if evidence.sentence is None or evidence.topic != "sentence" or len(evidence.ties) == 1:
        return evidence.places
    owner = catalogue.partner_of(catalogue.passage(evidence.sentence.passage))
    ties = [tie for tie in catalogue.ties.values() if owner in tie.places]
    return ties[0].places if len(ties) == 1 else evidence.places


def inherit(question: Question, context: Context, catalogue: Catalogue) -> Question:
    """Take over from the turn before what this question leaves open, unless it opens a topic."""
    if not context.places and not context.property:
        return question
    if context.property not in names("properties") | names("rare") | names("signing") | {
        EXCHANGES,
        PARTNERS,
    }:
        context = context.model_copy(update={"property": None})
    taken: list[str] = []
    if context.exchange in catalogue.exchange_ids and _asks_on(question):
        wants = "people" if question.wants == "amount" else question.wants
        question = replace(question, exchange=context.exchange, property=None, wants=wants)
        taken.append("exchange")
    elif context.property and _leaves_topic_open(question, context):
        question = _with_topic(question, context)
        taken.append("property")
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
    ranks = question.operation in ("first", "last", "largest", "smallest")
    over_all = context.property in (EXCHANGES, PARTNERS) or context.operation in _OVER_ALL
    return question.operation == "lookup" or (ranks and over_all)


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
        period=_period(context.period) if bare else question.period,
        stage=question.stage or _stage(context.stage),
    )


def _period(text: str | None) -> Period | None:
    """The period of a context; None where it is no date, since clients may send anything."""
    if text is None or not _DATES.fullmatch(text):
        return None
    try:
        first, last = bounds(text)
    except ValueError:
        return None
    return Period(first, last, text if "0001" not in text and "9999" not in text else None)


def _stage(text: str | None) -> StageKind | None:
    return cast(StageKind, text) if text in get_args(StageKind) else None


def _asks_on(question: Question) -> bool:
    """Whether a question without any place or event of its own asks on about the last event."""
    said = question.places or question.period or question.partners or question.small_talk
    detail = question.wants in ("date", "people", "amount", "person", "where", "reason")
    return not said and detail and not set(question.kinds) - {"visit"}


def _with_places(
    question: Question, context: Context, catalogue: Catalogue
) -> tuple[Question, tuple[str, ...]]:
    """The question with the places of the context where it needs them, and what was taken."""
    before = known_places(context.places, catalogue)
    if not question.places and not question.within:
        kept = _homes(before, catalogue) if _is_over_all(question) else before
        if kept or not question.partners:
            return replace(question, places=tuple(kept)), ("places",)
        return question, ()
    if has("there", question.bare):
        others = [place for place in before if place not in question.places]
        return replace(question, places=(*question.places, *others[-1:])), ()
    if len(question.places) == 1 and question.places[0] not in before:
        return _with_own_side(question, before, catalogue), ()
    return question, ()


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
