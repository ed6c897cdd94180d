"""Which partner has the most of what pages count of a place: subdistricts, vice mayors."""

from __future__ import annotations

from corpus.model import Fact, Tie
from corpus.text import fold_text
from service.enquiry import Enquiry
from service.lexicon import first_of, has, search
from service.model import Evidence

# Properties whose values are counts of units or posts.
COUNTED = ("divisions", "organization")


def find_most_units(enquiry: Enquiry) -> Evidence | None:
    """The partner with the most or the fewest of a unit, where at least two pages count it."""
    question = enquiry.question
    unit = first_of("counted_units", question.bare)
    ranks = question.operation in ("largest", "smallest") and len(question.places) < 2
    if unit is None or not ranks or not (question.partners or has("which_partner", question.bare)):
        return None
    homes = tuple(dict.fromkeys(tie.places[0] for tie in enquiry.ties))
    counted = [found for tie in enquiry.ties if (found := _count(enquiry, tie, unit))]
    if len(homes) > 1:
        return Evidence("clarify", choices=homes)
    if len(counted) < 2:
        return enquiry.none("not_stated")
    fewest = question.operation == "smallest"
    counted.sort(key=lambda pair: pair[0] if fewest else -pair[0])
    best = [fact for number, fact in counted if number == counted[0][0]]
    chosen = {fact.subject for fact in best}
    ties = tuple(tie for tie in enquiry.ties if chosen & set(tie.places))
    return Evidence(
        "partial" if len(counted) < len(enquiry.ties) else "answered",
        "units",
        (best[0].subject,),
        ties,
        facts=(*best, *(fact for _, fact in counted if fact not in best)),
        total=len(best),
    )


def _count(enquiry: Enquiry, tie: Tie, unit: str) -> tuple[int, Fact] | None:
    """How many of a unit the partner of a tie has, with the fact that says so."""
    facts = facts_counting(enquiry, tie.places[1], unit)
    return next(((units_in(fact, unit)[0], fact) for fact in facts), None)


def facts_counting(enquiry: Enquiry, place: str, unit: str) -> list[Fact]:
    """The facts of a place that say how many of a unit it has."""
    every = (fact for name in COUNTED for fact in enquiry.catalogue.facts(place, name))
    return [fact for fact in every if units_in(fact, unit)]


def units_in(fact: Fact, unit: str | None = None) -> list[int]:
    """How many of a unit a fact counts; of every unit where none is given."""
    counts = fact.value.counts
    return [c.number for c in counts if unit is None or search("units_told", unit, fold_text(c.of))]
