"""The visit with the most people, or the fewest, of those whose people are counted."""

from __future__ import annotations

from corpus.model import Exchange
from service.candidates import find_candidates
from service.enquiry import Enquiry
from service.lexicon import has
from service.model import Evidence


def find_crowd(enquiry: Enquiry) -> Evidence | None:
    """The largest or smallest delegation; None where none is ranked by its people."""
    question = enquiry.question
    ranks = question.operation in ("largest", "smallest") and has("crowd", question.bare)
    if not (ranks and "visit" in question.kinds):
        return None
    if not enquiry.ties:
        return enquiry.no_tie()
    every = find_candidates(enquiry.about(operation="first", wants="people", property=None))
    counted = [exchange for exchange in every if exchange.people]
    if not counted:
        return enquiry.none("not_stated", "events")
    rank = min if question.operation == "smallest" else max
    best = rank(map(_people, counted))
    chosen = tuple(exchange for exchange in counted if _people(exchange) == best)
    enquiry.trail.dropped(counted, chosen, "not_extreme")
    return Evidence(
        "answered", "crowd", enquiry.pair, enquiry.ties, exchanges=chosen, total=len(counted)
    )


def _people(exchange: Exchange) -> int:
    return sum(exchange.people)
