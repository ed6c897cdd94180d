"""What a question supposes of two places: that one is more, or earlier, than the other."""

from __future__ import annotations

from dataclasses import dataclass

from service.enquiry import Enquiry
from service.lexicon import search
from service.linking import BLANK


@dataclass(frozen=True, slots=True)
class Claim:
    """What a yes-or-no question supposes: ``subject`` is more (or earlier) than ``reference``."""

    subject: str
    reference: str


def find_claim(enquiry: Enquiry, named: list[str]) -> Claim | None:
    """Who is said to be more or earlier than whom, where a question wants yes or no."""
    question = enquiry.question
    if not question.yes_no or len(named) != 2 or question.inherited:
        return None
    pair = search("sequence", "patterns", question.bare)
    if pair is not None:
        inside = pair.group().count(BLANK)
        before = question.bare[: pair.start()].count(BLANK)
        order = enquiry.question.order[before : before + inside]
        one, two = order[0], order[-1]
        return Claim(one, two) if {one, two} == set(named) else None
    reference = search("reference", "patterns", question.bare)
    if reference is None:
        return None
    first = reference.group().startswith(BLANK)
    place = question.bare[: reference.start() if first else reference.end()].count(BLANK)
    position = place if first else place - 1
    if not 0 <= position < len(question.order) or question.order[position] not in named:
        return None
    named_reference = question.order[position]
    other = next(place for place in named if place != named_reference)
    return Claim(other, named_reference)
