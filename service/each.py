"""A property of each partner: "the population of all sister cities"."""

from __future__ import annotations

from service.comparing import COMPARABLE
from service.enquiry import Enquiry
from service.model import Evidence

_TOLD_OF_EACH = COMPARABLE | {"homepage"}


def find_each(enquiry: Enquiry) -> Evidence | None:
    """What is known of every partner; None where one of them is asked about, or something else."""
    question, homes = enquiry.question, enquiry.catalogue.homes
    ours = question.about is None or question.about in homes or question.about in question.within
    named = [place for place in question.places if place not in homes]
    listed = question.operation in ("list", "lookup") and question.wants not in ("percent", "rank")
    if question.property not in _TOLD_OF_EACH or not question.partners or question.condition:
        return None
    if named or not ours or not listed or question.kinds or "places" in question.inherited:
        return None
    owners = tuple(dict.fromkeys(tie.places[0] for tie in enquiry.ties))
    if len(owners) != 1:
        return Evidence("clarify", choices=owners) if owners else None
    partners = tuple(dict.fromkeys(tie.places[1] for tie in enquiry.ties))
    found = {p: enquiry.catalogue.facts(p, question.property) for p in partners}
    facts = tuple(facts[0] for facts in found.values() if facts)
    lacking = tuple(place for place, told in found.items() if not told)
    if not facts:
        return enquiry.none("not_stated")
    return Evidence(
        "partial" if lacking else "answered",
        "each",
        owners,
        enquiry.ties,
        facts=facts,
        total=len(facts),
        lacking=lacking,
    )
