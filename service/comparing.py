"""Two or more named places side by side by size: which is larger, and is it so?"""

from __future__ import annotations

from corpus.model import Fact
from corpus.quantities import convert_area
from service.concepts import of_sections
from service.counting import COUNTED, units_in
from service.enquiry import Enquiry
from service.lexicon import has
from service.model import Evidence
from service.supposing import find_claim

COMPARABLE = frozenset({"area", "population", "revenue", "gdp"})


def find_comparison(enquiry: Enquiry) -> Evidence | None:
    """The places that are named, by size; None where nothing compares."""
    question, named = enquiry.question, _compared(enquiry)
    if len(named) < 2:
        return None
    if question.property in COMPARABLE:
        if enquiry.demand.concepts & of_sections("nature", "economy", "buildings"):
            # A park and a golf course are compared, and not the places that they lie in.
            return None
        several = question.operation in ("largest", "smallest") and _are_partners(enquiry, named)
        return _sizes(enquiry, named) if question.operation == "compare" or several else None
    if question.property in COUNTED and question.operation in ("compare", "largest", "smallest"):
        return _counts(enquiry, named)
    return None


def rank_facts(
    facts: list[Fact], smallest_first: bool
) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """Facts that can be compared, by size; and those that are uncertain or no numbers."""
    sure = [fact for fact in facts if fact.value.number is not None and not fact.uncertain]
    sure.sort(key=size, reverse=not smallest_first)
    return tuple(sure), tuple(fact for fact in facts if fact not in sure)


def size(fact: Fact) -> float:
    """A fact's number; areas in square kilometres."""
    number, unit = fact.value.number or 0.0, fact.value.unit
    return convert_area(number, unit) if fact.property == "area" and unit else number


def _compared(enquiry: Enquiry) -> list[str]:
    """The places that stand against each other: not the one whose partners they are."""
    places = list(enquiry.question.places)
    partners = [place for place in places if _partner_of_others(place, enquiry)]
    return partners if len(partners) > 1 else places


def _are_partners(enquiry: Enquiry, named: list[str]) -> bool:
    """Whether all that stand against each other are partners, and none the place that has them."""
    return all(_partner_of_others(place, enquiry) for place in named)


def _partner_of_others(place: str, enquiry: Enquiry) -> bool:
    return any(place == tie.places[1] for tie in enquiry.catalogue.ties.values())


def _sizes(enquiry: Enquiry, named: list[str]) -> Evidence:
    question = enquiry.question
    name = question.property or ""
    facts = [fact for p in named for fact in enquiry.catalogue.facts(p, name)[:1]]
    smallest = question.operation == "smallest" or has("smaller", question.bare)
    sure, unsure = rank_facts(facts, smallest)
    if len(sure) < 2:
        return enquiry.none("not_stated")
    verdict = None
    claim = find_claim(enquiry, named)
    sizes = {fact.subject: size(fact) for fact in sure}
    if claim and {claim.subject, claim.reference} <= set(sizes):
        difference = sizes[claim.subject] - sizes[claim.reference]
        verdict = difference < 0 if smallest else difference > 0
    return Evidence(
        "partial" if unsure else "answered",
        "compare",
        (sure[0].subject,),
        facts=(*sure, *unsure),
        total=len(sure),
        verdict=verdict,
    )


def _counts(enquiry: Enquiry, named: list[str]) -> Evidence:
    """What each place is divided into, the one with most first: who reads both sees which."""
    name = enquiry.question.property or ""
    facts = [fact for place in named for fact in enquiry.catalogue.facts(place, name)[:1]]
    if not facts:
        return enquiry.none("not_stated")
    most_first = sorted(facts, key=lambda fact: max(units_in(fact), default=0), reverse=True)
    known = [fact.subject for fact in most_first]
    lacking = [place for place in named if place not in known]
    told = [Evidence("answered", "fact", (f.subject,), facts=(f,)) for f in most_first]
    untold = [Evidence("not_stated", places=(place,)) for place in lacking]
    of_each = [(enquiry.about(places=e.places).question, e) for e in (*told, *untold)]
    return Evidence(
        "partial" if lacking else "answered",
        "several",
        (*lacking, *known),
        facts=tuple(most_first),
        parts=tuple(of_each),
    )
