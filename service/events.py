"""The exchanges that a question is about: all of a kind, the first or last, or the one described.

``service.candidates`` filters them by what it says, ``service.ranking`` ranks by what it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpus.language import HANGUL
from corpus.model import Exchange
from corpus.text import fold_text
from corpus.ties.stages import stage_of
from index.model import Sentence
from service.candidates import find_candidates, specific_kinds
from service.deeds import adds_people
from service.describing import is_told, untold
from service.enquiry import PROPORTIONS, Enquiry
from service.figures import has_figure
from service.lexicon import has
from service.model import Evidence, Question
from service.openness import is_open
from service.quotes import best_fit
from service.ranking import Scored, floor_of, rank, suffices
from service.replies import when, with_replies
from service.titles import keep_to_titles

# Exchanges closer than this to the best one are answered together (cosine; see docs/evaluation.md).
NEAR = 0.035
# A sentence that tells no exchange and fits this much better is what the question is about.
BETTER = 0.05
# More than this many events are shown as a list with a count.
SHOWN = 12
_KOREAN = re.compile(f"[{HANGUL}]")
_SENT = frozenset({"gift", "letter"})


def find_events(enquiry: Enquiry) -> Evidence | None:
    """Evidence for a question about events; None where the question describes none of them."""
    question = enquiry.question
    if not _asks_for_any(enquiry):
        return None
    if question.exchange:
        return _same_as_before(enquiry, question.exchange)
    if not enquiry.ties:
        return enquiry.no_tie() if question.places else None
    scored = rank(enquiry, keep_to_titles(enquiry, find_candidates(enquiry)))
    if _describes_partner(question):
        scored = [item for item in scored if _tells_words(enquiry, item)]
    if not scored or not suffices(enquiry, scored[0]):
        return None
    if _wants_all(question):
        return _all(enquiry, scored)
    if question.operation in ("first", "last"):
        return _extreme(enquiry, scored)
    return _described(enquiry, scored)


def _describes_partner(question: Question) -> bool:
    """Whether one of the partners is described by what happened there, and by no time."""
    one = question.operation == "lookup" and question.partners and question.period is None
    return one and len(question.places) < 2


def _tells_words(enquiry: Enquiry, item: Scored) -> bool:
    """Whether the words of an exchange tell those by which the question describes a partner."""
    return any(is_told(enquiry, s.quote, s.language) for s in item.exchange.sources)


def _asks_for_any(enquiry: Enquiry) -> bool:
    """Whether a question can be about exchanges at all."""
    question = enquiry.question
    said = question.kinds or question.exchanges or question.period or question.wants
    asked = bool(said) or enquiry.is_keyed
    # What did happen is no reason for what did not.
    undone = question.wants == "reason" and has("undone", question.bare)
    return bool(
        asked
        and not undone
        and not enquiry.is_vague
        and (enquiry.is_anchored or _is_particular(question))
        and question.wants not in (*PROPORTIONS, "fields")
        and not (question.rare and not question.kinds)
        and not (question.wants in ("amount", "people") and has("existence", question.bare))
    )


def _is_particular(question: Question) -> bool:
    """Whether a kind and a time are named, which may be enough without any place."""
    timed = question.period or question.except_for
    return bool(timed and specific_kinds(question))


def _same_as_before(enquiry: Enquiry, exchange: str) -> Evidence | None:
    """The exchange that the turn before was about, if it says what is asked now."""
    every = enquiry.catalogue.exchanges(enquiry.ties)
    scored = [item for item in rank(enquiry, every) if item.exchange.id == exchange]
    usable = [item for item in scored if _says_more(enquiry, item)]
    if not usable:
        return enquiry.none("not_stated", "events")
    return _found(enquiry, [usable[0].exchange], usable[0].sentence)


def _says_more(enquiry: Enquiry, item: Scored) -> bool:
    """Whether the exchange that was told also says what is asked now."""
    told = " ".join(source.quote for source in item.exchange.sources)
    turned = bool(enquiry.question.places) and enquiry.ways.goes_against(item.exchange)
    meant = not turned and enquiry.tells(told) and not enquiry.demand.lacks(told)
    counts = enquiry.question.wants in ("amount", "people", "names", "duration")
    if counts and any(not _KOREAN.match(word) for word in untold(enquiry, told)):
        return False
    return meant and _has_wanted(enquiry.question, item)


def _wants_all(question: Question) -> bool:
    if question.condition and question.operation not in ("first", "last"):
        return True
    if question.operation == "compare" and question.kinds:
        # Both are told, and may be compared.
        return True
    if question.operation == "count":
        return has("times", question.bare)
    if question.wants == "person" and question.period and "visit" in question.kinds:
        return not specific_kinds(question) and not has("leading", question.bare)
    if question.operation in ("first", "last"):
        return False
    if question.operation == "list":
        return bool(question.exchanges or question.kinds or question.partners)
    if specific_kinds(question) or question.wants not in (None, "what"):
        return False
    return question.exchanges and is_open(question.bare)


def _of_kind(enquiry: Enquiry, scored: list[Scored]) -> list[Scored]:
    """Those of a kind that the question names; all where it names none."""
    kinds = set(enquiry.question.kinds)
    if "ceremony" in kinds:
        # Who came to a birthday is told by the birthday.
        kinds -= {"visit"}
    if not specific_kinds(enquiry.question) and enquiry.demand.is_particular:
        # Whatever it was, it is the one with what the question names.
        return [s for s in scored if kinds & set(s.exchange.kinds)] or scored
    found = [s for s in scored if kinds & set(s.exchange.kinds)] if kinds else scored
    if kinds == {"visit"}:
        # What was sent arrived, and did not visit.
        found = [s for s in found if not _SENT & set(s.exchange.kinds)] or found
    if found:
        enquiry.trail.dropped(_exchanges(scored), _exchanges(found), "other_kind")
    return found


def _all(enquiry: Enquiry, scored: list[Scored]) -> Evidence:
    """Everything of the kinds asked for, by date."""
    fitting = [s.exchange for s in _of_kind(enquiry, scored)]
    return _found(enquiry, sorted(fitting, key=when))


def _extreme(enquiry: Enquiry, scored: list[Scored]) -> Evidence:
    """The first or the last of the kinds asked for."""
    usable = [item for item in _of_kind(enquiry, scored) if _has_wanted(enquiry.question, item)]
    fitting = sorted((item.exchange for item in usable), key=when)
    chosen = fitting[:1] if enquiry.question.operation == "first" else fitting[-1:]
    enquiry.trail.dropped(fitting, chosen, "not_extreme")
    return _found(enquiry, chosen)


def _described(enquiry: Enquiry, scored: list[Scored]) -> Evidence | None:
    """The exchange that the question describes, with those that fit it as well."""
    question, trail = enquiry.question, enquiry.trail
    usable = [item for item in scored if _has_wanted(question, item)]
    trail.dropped(_exchanges(scored), _exchanges(usable), "lacks_type")
    fitting = _of_kind(enquiry, usable)
    if not fitting and not _is_no_visit(question, usable):
        fitting = usable
    floor = floor_of(enquiry, fitting[0]) if fitting else 0.0
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


def _is_no_visit(question: Question, usable: list[Scored]) -> bool:
    """Whether the day of a visit is asked for, and what fits best is no visit."""
    dated = question.wants == "date" and set(question.kinds) == {"visit"}
    return dated and bool(usable) and not {"visit"} & set(usable[0].exchange.kinds)


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


def _is_of_stage(question: Question, scored: Scored) -> bool:
    """Whether a letter of intent or a memorandum that is asked for is what the page tells of."""
    return any(stage_of(source.quote) == question.stage for source in scored.exchange.sources)


def _tells_signatories(exchange: Exchange) -> bool:
    """Whether an exchange names people in the words that tell of a signing."""
    signing = (has("sign_verbs", fold_text(source.quote)) for source in exchange.sources)
    return bool(exchange.leaders) and any(signing)


def _has_wanted(question: Question, scored: Scored) -> bool:
    """Whether the exchange says the type of thing that was asked for, and of that document."""
    if question.stage in ("intent", "memorandum") and not _is_of_stage(question, scored):
        return False
    if question.property == "signatories" and not _tells_signatories(scored.exchange):
        return False
    if question.wants == "names":
        return any(leader.name for leader in scored.exchange.leaders)
    if question.wants == "duration":
        return "/" in scored.exchange.date
    if question.wants == "people":
        return bool(scored.exchange.people)
    quotes = " ".join(source.quote for source in scored.exchange.sources).lower()
    if question.wants == "person":
        leading = has("leaders", quotes)
        return leading or (not has("leading", question.bare) and adds_people(question, quotes))
    figures = (has_figure(source.quote) for source in scored.exchange.sources)
    return question.wants != "amount" or any(figures)
