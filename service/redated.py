"""What happened at another time than a question supposes: "the postcards came in 2021, right?"."""

from __future__ import annotations

from dataclasses import replace

from corpus.model import Exchange
from service.candidates import in_period, share
from service.enquiry import Enquiry
from service.events import find_events
from service.lexicon import has
from service.model import CLAIMING, Evidence


def find_redated(enquiry: Enquiry) -> Evidence | None:
    """The exchange that a question puts into the wrong time; None where it puts none into any.

    Only where the time is what is supposed of it. Whether anything happened then is answered by
    that time alone.
    """
    question = enquiry.question
    if question.period is None or not question.kinds or not has("dated", question.bare):
        return None
    merely = question.kinds == ("visit",)
    operation = "list" if merely else question.operation
    found = find_events(enquiry.about(period=None, yes_no=False, operation=operation))
    if found is None or found.status not in CLAIMING:
        return None
    told_apart = len(found.exchanges) == 1 or not question.numbers
    if not told_apart:
        return None
    best = max(share(enquiry, exchange) for exchange in found.exchanges)
    if any(_is_then(enquiry, e, best) for e in enquiry.catalogue.exchanges(enquiry.ties)):
        # Something like it was at that time: what fails is another part of what is supposed.
        return None
    return replace(found, verdict=False)


def _is_then(enquiry: Enquiry, exchange: Exchange, best: float) -> bool:
    """Whether an exchange is of the time, the kind and the words of the question."""
    question = enquiry.question
    kindred = set(question.kinds) & set(exchange.kinds)
    timely = in_period(exchange, question.period) and not enquiry.goes_against(exchange)
    if not (timely and kindred):
        return False
    text = " ".join(source.quote for source in exchange.sources)
    if not enquiry.tells(text):
        return False
    named = bool(enquiry.people) and enquiry.names_people(text)
    return named or share(enquiry, exchange) >= best
