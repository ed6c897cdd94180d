"""Quantities that no value of a property holds: hours on the way, money, copies, how many times.

A date of signing or an area is no answer to a question for one of these, however near it is.
"""

from __future__ import annotations

from service.enquiry import Enquiry
from service.lexicon import has

# Units of what happened, which say nothing of what is asked of a place or a tie.
_OF_EVENTS = frozenset({"area", "placing", "times"})
# Properties whose values are sums of money.
_SUMS = frozenset({"revenue", "gdp"})


def asks_otherwise(enquiry: Enquiry) -> bool:
    """Whether a question wants a quantity that the property it names does not hold."""
    question = enquiry.question
    held = {"money"} if question.property in _SUMS or question.also else set()
    return bool(set(enquiry.demand.units) - _OF_EVENTS - held)


def wants_figure_of_tie(enquiry: Enquiry) -> bool:
    """Whether a figure is wanted of a tie, which has dates and documents and no figures."""
    question = enquiry.question
    if question.wants == "rank":
        return True
    if question.wants not in ("amount", "percent") or question.operation == "count":
        return False
    return not has("years_together", question.bare) and not has("numbering", question.bare)
