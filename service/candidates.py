"""The exchanges that what a question says leaves: its time, its way, its details, its kinds."""

from __future__ import annotations

from corpus.dates import bounds
from corpus.model import Exchange
from service.bounds import VISITS_HAVE
from service.deeds import is_deed_asked
from service.enquiry import Enquiry
from service.lexicon import has
from service.model import Period, Question
from service.officers import tells_officer

# From this share on all rare words of a question are there (they are sums of floats).
ALL = 0.999
# And from this one on most.
MOST = 0.4
# Kinds that nearly every exchange has: alone they do not describe one.
_BROAD = frozenset({"visit", "signing", "ceremony"})


def find_candidates(enquiry: Enquiry) -> list[Exchange]:
    """The exchanges of the ties in question that a question may be about; the trail is told why."""
    every = enquiry.catalogue.exchanges(enquiry.ties)
    timely = [
        exchange
        for exchange in every
        if in_period(exchange, enquiry.question.period) and not enquiry.leaves_out(exchange)
    ]
    enquiry.trail.dropped(every, timely, "outside_period")
    if _only_left_out(enquiry, every, timely):
        return []
    sized = _sized(enquiry, timely)
    return _keyed(enquiry, _of_kind(enquiry, _sided(enquiry, _in_direction(enquiry, sized))))


def _sized(enquiry: Enquiry, every: list[Exchange]) -> list[Exchange]:
    """Those whose people are as many as the question says; those that are counted on the page."""
    condition = enquiry.question.condition
    if condition is None or condition.property != VISITS_HAVE:
        return every
    sized = [e for e in every if e.people and condition.holds(sum(e.people))]
    enquiry.trail.dropped(every, sized, "lacks_details")
    return sized


def _only_left_out(enquiry: Enquiry, every: list[Exchange], timely: list[Exchange]) -> bool:
    """Whether what the question calls by its name was only in the time that it leaves out."""
    if not enquiry.question.except_for:
        return False
    named = [exchange for exchange in every if share(enquiry, exchange) >= MOST]
    return bool(named) and not any(exchange in timely for exchange in named)


def specific_kinds(question: Question) -> set[str]:
    """The kinds that a question names and that tell one exchange from most others."""
    return set(question.kinds) - _BROAD


def in_period(exchange: Exchange, period: Period | None) -> bool:
    """Whether an exchange touches ``period``; one that only has a beginning, whether that does."""
    if period is None:
        return True
    begins = exchange.date.endswith("/..")
    last = bounds(exchange.date.removesuffix("/.."))[1] if begins else exchange.last
    return period.touches(exchange.first, last)


def _in_direction(enquiry: Enquiry, every: list[Exchange]) -> list[Exchange]:
    """Those that go the way the question says, and those whose way the page leaves open.

    Counting, the first, the last and yes or no want to be sure of the way.
    """
    question = enquiry.question
    telling = [
        exchange
        for exchange in every
        if _says_it(enquiry, " ".join(source.quote for source in exchange.sources))
        and tells_officer(enquiry, exchange)
        and is_deed_asked(enquiry, exchange)
    ]
    enquiry.trail.dropped(every, telling, "lacks_details")
    ways = enquiry.ways
    decides = question.operation in ("count", "first", "last") or question.yes_no
    if decides or ways.is_one_sided:
        directed = [exchange for exchange in telling if ways.goes_along(exchange)]
    else:
        directed = [exchange for exchange in telling if not ways.goes_against(exchange)]
    enquiry.trail.dropped(telling, directed, "other_direction")
    return directed


def _says_it(enquiry: Enquiry, text: str) -> bool:
    """Whether the words of an exchange have what the question names and asks for."""
    return enquiry.tells(text) and not enquiry.demand.lacks(text)


def _sided(enquiry: Enquiry, every: list[Exchange]) -> list[Exchange]:
    """Those whose page tells who visited whom, where that is asked."""
    if not has("who_visited_whom", enquiry.question.bare):
        return every
    sided = [e for e in every if e.direction or e.actor]
    enquiry.trail.dropped(every, sided, "lacks_type")
    return sided


def _keyed(enquiry: Enquiry, every: list[Exchange]) -> list[Exchange]:
    """Those with all rare words of the question; where none has them all, every one.

    A list takes those with most of them too: pages call one festival by longer and shorter names.
    """
    several = enquiry.question.operation in ("list", "count")
    all_of_them = [exchange for exchange in every if has_keywords(enquiry, exchange)]
    keyed = [e for e in every if share(enquiry, e) >= MOST] if several else all_of_them
    keyed = keyed if all_of_them else []
    if keyed:
        enquiry.trail.dropped(every, keyed, "lacks_words")
    return keyed or every


def has_keywords(enquiry: Enquiry, exchange: Exchange) -> bool:
    """Whether the words of an exchange have all rare words of the question, of which it has any."""
    return share(enquiry, exchange) > ALL


def share(enquiry: Enquiry, exchange: Exchange) -> float:
    """How much of the rare words of the question an exchange has, from 0 to 1."""
    rows = (r for s in exchange.sources for r in enquiry.catalogue.rows(s.page, s.span))
    return max(map(enquiry.keywords.share, rows), default=0.0)


def _of_kind(enquiry: Enquiry, every: list[Exchange]) -> list[Exchange]:
    """Those of a kind that the question names; of none, those of its period where it has one."""
    question = enquiry.question
    specific = specific_kinds(question)
    kindred = [e for e in every if specific & set(e.kinds)]
    if specific and (kindred or not question.period):
        enquiry.trail.dropped(every, kindred, "other_kind")
    if specific and not kindred and not question.period:
        return []
    # One visit that is described may be told as of another kind: its words decide.
    described = question.operation == "lookup" and bool(_BROAD & set(question.kinds))
    return every if described else kindred or every
