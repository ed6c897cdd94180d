"""A date that a question supposes and no page has: what it describes is told with the page's own.

"The cards came in 2021, didn't they?" supposes that they came. "Did anybody come in 2021?" supposes
nothing, and is not answered by what came in other years.

Two steps, one for questions that are put as a claim, before any other says what happened; and one
for the time that a question only mentions, where nothing else answered it.
"""

from __future__ import annotations

from dataclasses import replace

from corpus.model import Exchange
from service.candidates import in_period, share
from service.enquiry import Enquiry, overlaps
from service.events import find_events
from service.lexicon import has
from service.model import CLAIMING, Evidence


def find_corrected(enquiry: Enquiry) -> Evidence | None:
    """The event whose date is confirmed or denied; None where none is supposed, or none known."""
    question = enquiry.question
    if question.period is None or not has("confirming", question.bare):
        return None
    timely = find_events(enquiry)
    if timely is not None and timely.status in CLAIMING:
        return timely
    if (named := _by_name(enquiry)) is not None:
        return named
    found = _at_any_time(enquiry)
    if found is None or found.total != 1:
        return None
    if any(overlaps(exchange.date, question.period) for exchange in found.exchanges):
        return None
    return replace(found, verdict=False)


def _by_name(enquiry: Enquiry) -> Evidence | None:
    """The one event of that time with the people whom the question names, whatever else it says."""
    every = enquiry.catalogue.exchanges(enquiry.ties) if enquiry.people else []
    named = [
        exchange
        for exchange in every
        if in_period(exchange, enquiry.question.period)
        and enquiry.names_people(" ".join(source.quote for source in exchange.sources))
    ]
    if len(named) != 1:
        return None
    return Evidence(
        "partial", "events", enquiry.pair, enquiry.ties, exchanges=tuple(named), total=1
    )


def find_redated(enquiry: Enquiry) -> Evidence | None:
    """The exchange that a question puts into the wrong time; None where it puts none into any.

    Only where the time is what is supposed of it. Whether anything happened then is answered by
    that time alone.
    """
    question = enquiry.question
    if question.period is None or not question.kinds or not has("dated", question.bare):
        return None
    merely = question.kinds == ("visit",)
    found = _at_any_time(enquiry.about(operation="list") if merely else enquiry)
    if found is None:
        return None
    told_apart = len(found.exchanges) == 1 or not question.numbers
    if not told_apart:
        return None
    best = max(share(enquiry, exchange) for exchange in found.exchanges)
    if any(_is_then(enquiry, e, best) for e in enquiry.catalogue.exchanges(enquiry.ties)):
        # Something like it was at that time: what fails is another part of what is supposed.
        return None
    return replace(found, verdict=False)


def _at_any_time(enquiry: Enquiry) -> Evidence | None:
    """What answers the question without its time; None where nothing does."""
    found = find_events(enquiry.about(period=None, yes_no=False))
    return found if found is not None and found.status in CLAIMING else None


def _is_then(enquiry: Enquiry, exchange: Exchange, best: float) -> bool:
    """Whether an exchange is of the time, the kind and the words of the question."""
    question = enquiry.question
    kindred = set(question.kinds) & set(exchange.kinds)
    timely = in_period(exchange, question.period) and not enquiry.ways.goes_against(exchange)
    if not (timely and kindred):
        return False
    text = " ".join(source.quote for source in exchange.sources)
    if not enquiry.tells(text):
        return False
    named = bool(enquiry.people) and enquiry.names_people(text)
    return named or share(enquiry, exchange) >= best
