"""A date that a question supposes and no page has: what it describes is told with the page's own.

"The cards came in 2021, didn't they?" supposes that they came. "Did anybody come in 2021?" supposes
nothing, and is not answered by what came in other years.
"""

from __future__ import annotations

from dataclasses import replace

from service.candidates import in_period
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
    found = find_events(enquiry.about(period=None, yes_no=False))
    if found is None or found.status not in CLAIMING or found.total != 1:
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
