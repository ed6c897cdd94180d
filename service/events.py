"""The exchanges that a question is about: filtered by what it says, ranked by what it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.dates import bounds
from corpus.model import Exchange
from index.model import Sentence
from service.enquiry import Enquiry
from service.facts import PROPORTIONS
from service.lexicon import has
from service.matching import fit
from service.model import Evidence, Period, Question
from service.quotes import best_fit, has_figure

# Exchanges closer than this to the best one are answered together (cosine; see docs/evaluation.md).
NEAR = 0.035
# Below this cosine an exchange is not what the question describes, by whether the question and
# the page share a language.
FAR_SAME, FAR_ACROSS = 0.35, 0.27
# A question that names no place must describe its exchange this much better.
UNPLACED = 0.25
# So must one that has no word of exchanges, only a "when" or "how many".
UNTOLD = 0.2
# A sentence that tells no exchange and fits this much better is what the question is about.
BETTER = 0.05
# Each kind that question and exchange share counts as much as this much cosine.
KIND_BONUS = 0.06
# More than this many events are shown as a list with a count.
SHOWN = 12
# Signs between two events of one sentence.
_JOINT = 3
# Kinds that nearly every exchange has: alone they do not describe one.
BROAD = frozenset({"visit", "signing", "ceremony"})


@dataclass(frozen=True, slots=True)
class Scored:
    """An exchange, its score, and its sentence that fits best (``fit`` is that without bonus)."""

    exchange: Exchange
    score: float
    fit: float
    sentence: Sentence | None


def find_events(enquiry: Enquiry) -> Evidence | None:
    """Evidence for a question about events; None where the question describes none of them."""
    question = enquiry.question
    asked = question.kinds or question.exchanges or question.period or question.wants
    if (
        not asked
        or enquiry.is_vague
        or question.wants in PROPORTIONS
        or (question.rare and not question.kinds)
    ):
        return None
    if question.exchange:
        return _same_as_before(enquiry, question.exchange)
    if not enquiry.ties:
        return enquiry.no_tie() if question.places else None
    directed = _in_direction(enquiry)
    timely = [e for e in directed if in_period(e, question.period)]
    enquiry.trail.dropped(directed, timely, "outside_period")
    specific = set(question.kinds) - BROAD
    kindred = [e for e in timely if specific & set(e.kinds)]
    if specific and (kindred or not question.period):
        enquiry.trail.dropped(timely, kindred, "other_kind")
    if specific and not kindred and not question.period:
        return None
    timely = kindred or timely
    if not timely:
        told = question.period and (question.kinds or question.exchanges)
        return enquiry.none("not_stated", "events") if told else None
    scored = rank(enquiry, timely)
    if _wants_all(question):
        return _all(enquiry, scored)
    if question.operation in ("first", "last"):
        return _extreme(enquiry, scored)
    return _described(enquiry, scored)


def _same_as_before(enquiry: Enquiry, exchange: str) -> Evidence | None:
    """The exchange that the turn before was about, if it says what is asked now."""
    every = enquiry.catalogue.exchanges(enquiry.ties)
    scored = [item for item in rank(enquiry, every) if item.exchange.id == exchange]
    usable = [item for item in scored if _has_wanted(enquiry.question, item)]
    if not usable:
        return enquiry.none("not_stated", "events")
    return _found(enquiry, [usable[0].exchange], usable[0].sentence)


def rank(enquiry: Enquiry, exchanges: Iterable[Exchange]) -> list[Scored]:
    """``exchanges`` by how well they fit the words of the question, best first."""
    scored = [_score(enquiry, exchange) for exchange in exchanges]
    enquiry.trail.scores((item.exchange, item.score) for item in scored)
    return sorted(scored, key=lambda item: (-item.score, item.exchange.first))


def in_period(exchange: Exchange, period: Period | None) -> bool:
    """Whether an exchange touches ``period``; one that only has a beginning, whether that does."""
    if period is None:
        return True
    begins = exchange.date.endswith("/..")
    last = bounds(exchange.date.removesuffix("/.."))[1] if begins else exchange.last
    return exchange.first <= period.last and period.first <= last


def _score(enquiry: Enquiry, exchange: Exchange) -> Scored:
    catalogue = enquiry.catalogue
    rows = [r for source in exchange.sources for r in catalogue.rows(source.page, source.span)]
    if not rows:
        return Scored(exchange, 0.0, 0.0, None)
    fits = fit(enquiry, rows)
    best = int(fits.argmax())
    shared = len(set(exchange.kinds) & set(enquiry.question.kinds))
    sentence = catalogue.index.sentences[rows[best]]
    return Scored(exchange, float(fits[best]) + KIND_BONUS * shared, float(fits[best]), sentence)


def _in_direction(enquiry: Enquiry) -> list[Exchange]:
    """Those that go the way the question says, and those whose way the page leaves open.

    Counting, the first, the last and yes or no want to be sure of the way.
    """
    question, every = enquiry.question, enquiry.catalogue.exchanges(enquiry.ties)
    telling = [
        exchange
        for exchange in every
        if enquiry.tells(" ".join(source.quote for source in exchange.sources))
    ]
    enquiry.trail.dropped(every, telling, "lacks_details")
    if question.operation in ("count", "first", "last") or question.yes_no:
        directed = [exchange for exchange in telling if enquiry.goes_along(exchange)]
    else:
        directed = [exchange for exchange in telling if not enquiry.goes_against(exchange)]
    enquiry.trail.dropped(telling, directed, "other_direction")
    return directed


def _wants_all(question: Question) -> bool:
    if question.operation == "count":
        return has("times", question.bare)
    if question.operation == "list":
        return bool(question.exchanges or question.kinds or question.partners)
    specific = set(question.kinds) - BROAD
    return question.exchanges and not specific and question.wants in (None, "what")


def _of_kind(enquiry: Enquiry, scored: list[Scored]) -> list[Scored]:
    """Those of a kind that the question names; all where it names none."""
    kinds = set(enquiry.question.kinds)
    found = [s for s in scored if kinds & set(s.exchange.kinds)] if kinds else scored
    if found:
        enquiry.trail.dropped(_exchanges(scored), _exchanges(found), "other_kind")
    return found


def _all(enquiry: Enquiry, scored: list[Scored]) -> Evidence:
    """Everything of the kinds asked for, by date."""
    fitting = [s.exchange for s in _of_kind(enquiry, scored)]
    return _found(enquiry, sorted(fitting, key=_when))


def _extreme(enquiry: Enquiry, scored: list[Scored]) -> Evidence:
    """The first or the last of the kinds asked for."""
    fitting = sorted((s.exchange for s in _of_kind(enquiry, scored)), key=_when)
    chosen = fitting[:1] if enquiry.question.operation == "first" else fitting[-1:]
    enquiry.trail.dropped(fitting, chosen, "not_extreme")
    return _found(enquiry, chosen)


def _described(enquiry: Enquiry, scored: list[Scored]) -> Evidence | None:
    """The exchange that the question describes, with those that fit it as well."""
    question, trail = enquiry.question, enquiry.trail
    usable = [item for item in scored if _has_wanted(question, item)]
    trail.dropped(_exchanges(scored), _exchanges(usable), "lacks_type")
    fitting = _of_kind(enquiry, usable) or usable
    told = question.kinds or question.period
    floor = _floor(enquiry, fitting[0]) if fitting else 0.0
    trail.needs(_exchanges(fitting), floor)
    if not fitting or fitting[0].score < floor:
        return enquiry.none("not_stated", "events") if told else None
    if best_fit(enquiry) > fitting[0].fit + BETTER:
        trail.dropped(_exchanges(fitting), (), "sentence_fits_better")
        return None
    close = [s for s in fitting if s.score >= fitting[0].score - NEAR][:SHOWN]
    chosen = sorted((item.exchange for item in close), key=_when)
    return _found(enquiry, _with_replies(enquiry, chosen), fitting[0].sentence)


def _exchanges(scored: Iterable[Scored]) -> Iterator[Exchange]:
    return (item.exchange for item in scored)


def _with_replies(enquiry: Enquiry, chosen: list[Exchange]) -> list[Exchange]:
    """``chosen`` and what goes on from them in the same sentence without naming anyone.

    "They received a letter (March) and replied to it (April)" answers together.
    """
    replies = [
        other
        for other in enquiry.catalogue.exchanges(enquiry.ties)
        if other not in chosen and any(_goes_on(enquiry, e, other) for e in chosen)
    ]
    return sorted([*chosen, *replies], key=_when)


def _goes_on(enquiry: Enquiry, before: Exchange, other: Exchange) -> bool:
    """Whether ``other`` stands right behind ``before`` and names no place itself."""
    one, two = before.sources[0], other.sources[0]
    if before.tie != other.tie or one.page != two.page or one.span.end > two.span.start:
        return False
    between = enquiry.catalogue.index.pages[one.page].text[one.span.end : two.span.start]
    joined = len(between) <= _JOINT and not between.strip(" ,，、")
    return joined and not enquiry.catalogue.gazetteer.find(two.quote, before.places)


def _found(
    enquiry: Enquiry, exchanges: list[Exchange], sentence: Sentence | None = None
) -> Evidence:
    if not exchanges:
        return enquiry.none("not_stated", "events")
    return Evidence(
        "answered",
        "events",
        enquiry.pair,
        enquiry.ties,
        exchanges=tuple(exchanges),
        total=len(exchanges),
        sentence=sentence,
    )


def _when(exchange: Exchange) -> tuple[str, str]:
    return exchange.first, exchange.last


def _floor(enquiry: Enquiry, best: Scored) -> float:
    """The least score that counts; higher where no place is named and anything could fit."""
    question = enquiry.question
    same = best.sentence is not None and best.sentence.language == question.language
    floor = FAR_SAME if same else FAR_ACROSS
    floor += 0.0 if question.places or question.within else UNPLACED
    specific = set(question.kinds) - BROAD
    if specific:
        return floor if specific & set(best.exchange.kinds) else floor + UNTOLD
    return floor if question.kinds or question.exchanges or question.period else floor + UNTOLD


def _has_wanted(question: Question, scored: Scored) -> bool:
    """Whether the exchange says the type of thing that was asked for."""
    if question.wants == "people":
        return bool(scored.exchange.people)
    quotes = " ".join(source.quote for source in scored.exchange.sources).lower()
    if question.wants == "person":
        section = "leaders" if has("leading", question.bare) else "persons"
        return has("leaders", quotes) or has(section, quotes)
    return question.wants != "amount" or has_figure(quotes)
