"""What goes on from an exchange in the same sentence: a letter, and the reply to it."""

from __future__ import annotations

from corpus.model import Exchange
from service.enquiry import Enquiry

# Signs between two events of one sentence.
_JOINT = 3


def when(exchange: Exchange) -> tuple[str, str]:
    """Sort key: by date."""
    return exchange.first, exchange.last


def with_replies(enquiry: Enquiry, chosen: list[Exchange]) -> list[Exchange]:
    """``chosen`` and what goes on from them in the same sentence without naming anyone.

    "They received a letter (March) and replied to it (April)" answers together.
    """
    replies = [
        other
        for other in enquiry.catalogue.exchanges(enquiry.ties)
        if other not in chosen and any(_goes_on(enquiry, e, other) for e in chosen)
    ]
    return sorted([*chosen, *replies], key=when)


def _goes_on(enquiry: Enquiry, before: Exchange, other: Exchange) -> bool:
    """Whether ``other`` stands right behind ``before`` and names no place itself."""
    one, two = before.sources[0], other.sources[0]
    if before.tie != other.tie or one.page != two.page or one.span.end > two.span.start:
        return False
    between = enquiry.catalogue.index.pages[one.page].text[one.span.end : two.span.start]
    joined = len(between) <= _JOINT and not between.strip(" ,，、")
    return joined and not enquiry.catalogue.gazetteer.find(two.quote, before.places)
