"""Two or more named places side by side: which is larger, which signed first, and is it so?"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from corpus.dates import bounds
from corpus.model import Fact, Tie
from corpus.quantities import convert_area
from service.concepts import of_sections
from service.counting import COUNTED, units_in
from service.enquiry import Enquiry, formal_stage
from service.lexicon import has, search
from service.linking import BLANK
from service.model import Evidence, Status

COMPARABLE = frozenset({"area", "population", "revenue", "gdp"})


@dataclass(frozen=True, slots=True)
class Claim:
    """What a yes-or-no question supposes: ``subject`` is more (or earlier) than ``reference``."""

    subject: str
    reference: str


def find_comparison(enquiry: Enquiry) -> Evidence | None:
    """The places that are named, by size or by when they signed; None where nothing compares."""
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
    timed = has("earlier", question.bare) or has("later", question.bare)
    about_ties = question.property in ("signed", "began") or question.partners
    if timed and about_ties and not set(question.kinds) - {"signing"}:
        return _signings(enquiry, named)
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
    claim = _claim(enquiry, named)
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


def _signings(enquiry: Enquiry, named: list[str]) -> Evidence | None:
    """The formal agreements with the named partners by date, where dates can order them."""
    ties = _ties_with(enquiry, named)
    dated = [(s.date, tie) for tie in ties if (s := formal_stage(tie)) and s.date]
    if len(dated) < 2 or len({tie.places[0] for _, tie in dated}) != 1:
        return None
    dated.sort(key=lambda pair: bounds(pair[0]))
    ordered = tuple(tie for _, tie in dated)
    apart = all(bounds(one)[1] < bounds(two)[0] for (one, _), (two, _) in pairwise(dated))
    home = ordered[0].places[0]
    verdict = _came_earlier(enquiry, [tie.places[1] for tie in ordered]) if apart else None
    status: Status = "answered" if apart else "partial"
    return Evidence(status, "order", (home,), ordered, total=len(ordered), verdict=verdict)


def _ties_with(enquiry: Enquiry, named: list[str]) -> list[Tie]:
    """The ties of the named partners with the place that is named too, or the only one possible."""
    every = enquiry.catalogue.ties.values()
    homes = [place for place in enquiry.question.places if place not in named]
    return [
        tie for tie in every if tie.places[1] in named and (not homes or tie.places[0] in homes)
    ]


def _came_earlier(enquiry: Enquiry, ordered: list[str]) -> bool | None:
    """Whether the supposed order is that of ``ordered``."""
    claim = _claim(enquiry, ordered)
    if claim is None or not {claim.subject, claim.reference} <= set(ordered):
        return None
    earlier = ordered.index(claim.subject) < ordered.index(claim.reference)
    in_sequence = search("sequence", "patterns", enquiry.question.bare) is not None
    return earlier if in_sequence or not has("later", enquiry.question.bare) else not earlier


def _claim(enquiry: Enquiry, named: list[str]) -> Claim | None:
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
