"""Who held an office of which side: "the mayor of ▢ when a delegation of ▢ came"."""

from __future__ import annotations

from corpus.model import Exchange
from service.enquiry import Enquiry
from service.lexicon import has, search
from service.linking import BLANK


def tells_officer(enquiry: Enquiry, exchange: Exchange) -> bool:
    """Whether an exchange names the mayor who is asked for; true where none is."""
    question = enquiry.question
    of_mayor = question.property == "mayor" and has("naming", question.bare)
    if not of_mayor and not has("chief_asked", question.bare):
        return True
    place = side_asked(enquiry)
    if place is None:
        return True
    gazetteer = enquiry.catalogue.gazetteer
    # Who is told to have travelled is of the side that set out.
    start = exchange.direction[0] if exchange.direction else None
    sides = [leader.place or start for leader in exchange.leaders if leader.name]
    return any(side is None or place in (side, *gazetteer.ancestors(side)) for side in sides)


def side_asked(enquiry: Enquiry) -> str | None:
    """The place whose officer is asked for."""
    question = enquiry.question
    match = search("office_of", "patterns", question.bare)
    if match is None:
        return None
    position = question.bare[: match.start()].count(BLANK)
    return question.order[position] if position < len(question.order) else None
