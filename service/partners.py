"""Questions over all ties of a place: which, how many, the first, the largest, the larger."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.model import Fact, Tie
from corpus.quantities import convert_area
from service.enquiry import Enquiry, formal_stage, signed_in
from service.lexicon import has
from service.model import Evidence, Topic

COMPARABLE = frozenset({"area", "population", "revenue"})


def find_partners(enquiry: Enquiry) -> Evidence | None:
    """Evidence over several ties, where the question asks for that."""
    question = enquiry.question
    if question.property in COMPARABLE:
        if question.operation in ("largest", "smallest") and len(enquiry.ties) > 1:
            return _ranked(enquiry, [p for tie in enquiry.ties for p in tie.places], "extreme")
        if question.operation == "compare" and len(question.places) > 1:
            return _ranked(enquiry, question.places, "compare")
    return _listed(enquiry) if _asks_for_partners(enquiry) else None


def _asks_for_partners(enquiry: Enquiry) -> bool:
    """Whether the partners themselves are wanted, and none of them is named."""
    question = enquiry.question
    if not question.partners or question.property not in (None, "signed", "agreement"):
        return False
    if question.wants in ("date", "where", "reason") and question.operation == "lookup":
        return False
    own = {tie.places[0] for tie in enquiry.ties}
    return all(place in own for place in question.places)


def _listed(enquiry: Enquiry) -> Evidence:
    question = enquiry.question
    ties = signed_in(enquiry.ties, question.period)
    if not enquiry.ties:
        return enquiry.no_tie()
    if not ties:
        return enquiry.none("not_stated")
    homes = tuple(dict.fromkeys(tie.places[0] for tie in ties))
    if len(homes) > 1:
        return Evidence("clarify", choices=homes)
    ordered = sorted(ties, key=_date)
    if question.operation in ("first", "last"):
        ordered = [ordered[0 if question.operation == "first" else -1]]
    return Evidence("answered", "partners", homes, tuple(ordered), total=len(ties))


def _date(tie: Tie) -> str:
    stage = formal_stage(tie)
    return (stage.date if stage else None) or "9999"


def _ranked(enquiry: Enquiry, places: Sequence[str], topic: Topic) -> Evidence:
    """Comparable facts by size, the answer first; uncertain ones are left out and named."""
    name = enquiry.question.property or ""
    known = [fact for p in dict.fromkeys(places) for fact in enquiry.catalogue.facts(p, name)[:1]]
    sure = [fact for fact in known if fact.value.number is not None and not fact.uncertain]
    if len(sure) < 2:
        return enquiry.none("not_stated")
    sure.sort(key=_size, reverse=not _wants_smallest(enquiry))
    unsure = [fact for fact in known if fact not in sure]
    return Evidence(
        "partial" if unsure else "answered",
        topic,
        (sure[0].subject,),
        facts=(*sure, *unsure),
        total=len(sure),
    )


def _wants_smallest(enquiry: Enquiry) -> bool:
    question = enquiry.question
    return question.operation == "smallest" or (
        question.operation == "compare" and has("smaller", question.bare)
    )


def _size(fact: Fact) -> float:
    number, unit = fact.value.number or 0.0, fact.value.unit
    return convert_area(number, unit) if fact.property == "area" and unit else number
