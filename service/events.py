"""The exchanges that a question is about: filtered by what it says, ranked by what it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.dates import bounds
from corpus.model import Exchange
from corpus.ties.stages import stage_of
from index.model import Sentence
from service.enquiry import PROPORTIONS, Enquiry
from service.figures import has_figure
from service.lexicon import has
from service.matching import fit
from service.model import Evidence, Period, Question
from service.quotes import best_fit
from service.replies import when, with_replies

# Exchanges closer than this to the best one are answered together (cosine; see docs/evaluation.md).
NEAR = 0.035
# Below this cosine an exchange is not what the question describes, by whether the question and
# the page share a language.
FAR_SAME, FAR_ACROSS = 0.35, 0.27
# A question that names no place must describe its exchange this much better.
UNPLACED = 0.25
# And so must one that has neither a place of the pages nor a word of exchanges.
UNANCHORED = 0.1
# So must one that has no word of exchanges, only a "when" or "how many".
UNTOLD = 0.2
# A sentence that tells no exchange and fits this much better is what the question is about.
BETTER = 0.05
# Each kind that question and exchange share counts as much as this much cosine.
KIND_BONUS = 0.06
# More than this many events are shown as a list with a count.
SHOWN = 12
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
        or not (enquiry.is_anchored or _is_particular(question))
        or question.wants in PROPORTIONS
        or (question.rare and not question.kinds)
        or (question.wants in ("amount", "people") and has("existence", question.bare))
    ):
        return None
    if question.exchange:
        return _same_as_before(enquiry, question.exchange)
    if not enquiry.ties:
        return enquiry.no_tie() if question.places else None
    every = enquiry.catalogue.exchanges(enquiry.ties)
    timely = [e for e in every if in_period(e, question.period)]
    enquiry.trail.dropped(every, timely, "outside_period")
    timely = _in_direction(enquiry, timely)
    if has("who_visited_whom", question.bare):
        sided = [e for e in timely if e.direction or e.actor]
        enquiry.trail.dropped(timely, sided, "lacks_type")
        timely = sided
    specific = set(question.kinds) - BROAD
    kindred = [e for e in timely if specific & set(e.kinds)]
    if specific and (kindred or not question.period):
        enquiry.trail.dropped(timely, kindred, "other_kind")
    if specific and not kindred and not question.period:
        return None
    # One visit that is described may be told as of another kind: its words decide.
    described = question.operation == "lookup" and bool(BROAD & set(question.kinds))
    timely = timely if described else kindred or timely
    if not timely:
        return None
    scored = rank(enquiry, timely)
    least = _floor(enquiry, scored[0]) + (0.0 if enquiry.is_anchored else UNANCHORED)
    if not enquiry.is_placed and scored[0].score < least:
        return None
    if _wants_all(question):
        return _all(enquiry, scored)
    if question.operation in ("first", "last"):
        return _extreme(enquiry, scored)
    return _described(enquiry, scored)


def _is_particular(question: Question) -> bool:
    """Whether a kind and a time are named, which may be enough without any place."""
    return question.period is not None and bool(set(question.kinds) - BROAD)


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


def _in_direction(enquiry: Enquiry, every: list[Exchange]) -> list[Exchange]:
    """Those that go the way the question says, and those whose way the page leaves open.

    Counting, the first, the last and yes or no want to be sure of the way.
    """
    question = enquiry.question
    telling = [
        exchange
        for exchange in every
        if _says_it(enquiry, " ".join(source.quote for source in exchange.sources))
    ]
    enquiry.trail.dropped(every, telling, "lacks_details")
    if question.operation in ("count", "first", "last") or question.yes_no:
        directed = [exchange for exchange in telling if enquiry.goes_along(exchange)]
    else:
        directed = [exchange for exchange in telling if not enquiry.goes_against(exchange)]
    enquiry.trail.dropped(telling, directed, "other_direction")
    return directed


def _says_it(enquiry: Enquiry, text: str) -> bool:
    """Whether the words of an exchange have what the question names and asks for."""
    return enquiry.tells(text) and not enquiry.demand.lacks(text)


def _wants_all(question: Question) -> bool:
    if question.operation == "count":
        return has("times", question.bare)
    if question.wants == "person" and question.period and "visit" in question.kinds:
        return not set(question.kinds) - BROAD and not has("leading", question.bare)
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
    return _found(enquiry, sorted(fitting, key=when))


def _extreme(enquiry: Enquiry, scored: list[Scored]) -> Evidence:
    """The first or the last of the kinds asked for."""
    fitting = sorted((s.exchange for s in _of_kind(enquiry, scored)), key=when)
    chosen = fitting[:1] if enquiry.question.operation == "first" else fitting[-1:]
    enquiry.trail.dropped(fitting, chosen, "not_extreme")
    return _found(enquiry, chosen)


def _described(enquiry: Enquiry, scored: list[Scored]) -> Evidence | None:
    """The exchange that the question describes, with those that fit it as well."""
    question, trail = enquiry.question, enquiry.trail
    usable = [item for item in scored if _has_wanted(question, item)]
    trail.dropped(_exchanges(scored), _exchanges(usable), "lacks_type")
    fitting = _of_kind(enquiry, usable) or usable
    floor = _floor(enquiry, fitting[0]) if fitting else 0.0
    trail.needs(_exchanges(fitting), floor)
    if not fitting or fitting[0].score < floor:
        return None
    if best_fit(enquiry) > fitting[0].fit + BETTER:
        trail.dropped(_exchanges(fitting), (), "sentence_fits_better")
        return None
    close = [s for s in fitting if s.score >= fitting[0].score - NEAR][:SHOWN]
    chosen = sorted((item.exchange for item in close), key=when)
    if _asks_for_one_partner(question) and len({exchange.tie for exchange in chosen}) > 1:
        trail.dropped(chosen, (), "not_told_apart")
        return None
    return _found(enquiry, with_replies(enquiry, chosen), fitting[0].sentence)


def _asks_for_one_partner(question: Question) -> bool:
    """Whether a question describes one partner, whom exchanges of several cannot tell apart."""
    one = question.operation == "lookup" and not question.exchanges
    return question.partners and one and has("which_partner", question.bare)


def _exchanges(scored: Iterable[Scored]) -> Iterator[Exchange]:
    return (item.exchange for item in scored)


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


def _floor(enquiry: Enquiry, best: Scored) -> float:
    """The least score that counts; higher where no place is named and anything could fit."""
    question = enquiry.question
    same = best.sentence is not None and best.sentence.language == question.language
    floor = FAR_SAME if same else FAR_ACROSS
    floor += 0.0 if question.places or question.within else UNPLACED
    specific = set(question.kinds) - BROAD
    if specific:
        return floor if set(question.kinds) & set(best.exchange.kinds) else floor + UNTOLD
    return floor if question.kinds or question.exchanges or question.period else floor + UNTOLD


def _is_of_stage(question: Question, scored: Scored) -> bool:
    """Whether a letter of intent or a memorandum that is asked for is what the page tells of."""
    return any(stage_of(source.quote) == question.stage for source in scored.exchange.sources)


def _has_wanted(question: Question, scored: Scored) -> bool:
    """Whether the exchange says the type of thing that was asked for, and of that document."""
    if question.stage in ("intent", "memorandum") and not _is_of_stage(question, scored):
        return False
    if question.property == "signatories" and not scored.exchange.leaders:
        return False
    if question.wants == "names":
        return any(leader.name for leader in scored.exchange.leaders)
    if question.wants == "duration":
        return "/" in scored.exchange.date
    if question.wants == "people":
        return bool(scored.exchange.people)
    quotes = " ".join(source.quote for source in scored.exchange.sources).lower()
    if question.wants == "person":
        section = "leaders" if has("leading", question.bare) else "persons"
        return has("leaders", quotes) or has(section, quotes)
    return question.wants != "amount" or has_figure(quotes)
