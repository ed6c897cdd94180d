"""What happened at another time than a question supposes: "the postcards came in 2021, right?"."""

from __future__ import annotations

from dataclasses import replace

from corpus.model import Exchange
from service.candidates import in_period
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
    if any(_is_then(enquiry, exchange) for exchange in enquiry.catalogue.exchanges(enquiry.ties)):
        # Something like it was at that time: what fails is another part of what is supposed.
        return None
    found = find_events(enquiry.about(period=None, yes_no=False))
    return replace(found, verdict=False) if found and found.status in CLAIMING else None


def _is_then(enquiry: Enquiry, exchange: Exchange) -> bool:
    """Whether an exchange is of the time and of a kind that the question names."""
    question = enquiry.question
    kindred = set(question.kinds) & set(exchange.kinds)
    timely = in_period(exchange, question.period)
    return bool(timely and kindred) and not enquiry.goes_against(exchange)
