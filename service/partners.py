"""Questions over all ties of a place: which, how many, the first, the largest, the larger."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.model import Fact, Tie
from corpus.quantities import convert_area
from index.lexical import tokenize
from service.enquiry import Enquiry, formal_stage, signed_in
from service.lexicon import has, strip
from service.linking import BLANK
from service.matching import fit
from service.model import Evidence, Question, Topic

# Properties in whose words a partner is described.
DESCRIBING = ("features", "divisions", "background", "economy", "location")
# The least fit at which a described partner is told from the others, and how many words of
# description it takes (see docs/evaluation.md).
TOLD = 0.33
DESCRIPTION = 2
COMPARABLE = frozenset({"area", "population", "revenue"})


def find_partners(enquiry: Enquiry) -> Evidence | None:
    """Evidence over several ties, where the question asks for that."""
    question = enquiry.question
    if question.property in COMPARABLE:
        if question.operation in ("largest", "smallest") and len(enquiry.ties) > 1:
            return _ranked(enquiry, [p for tie in enquiry.ties for p in tie.places], "extreme")
        if question.operation == "compare" and len(question.places) > 1:
            return _ranked(enquiry, question.places, "compare")
    if not _asks_for_partners(enquiry):
        return None
    return _told_apart(enquiry) or _listed(enquiry)


def _asks_for_partners(enquiry: Enquiry) -> bool:
    """Whether the partners themselves are wanted, and none of them is named."""
    question = enquiry.question
    if not question.partners or question.property not in (None, "signed", "agreement"):
        return False
    if question.wants in ("date", "where", "reason") and question.operation == "lookup":
        return False
    homes = enquiry.catalogue.homes
    named = [p for p in question.places if p in enquiry.catalogue.partnered and p not in homes]
    return not named and (not enquiry.strangers or question.operation == "lookup")


def _told_apart(enquiry: Enquiry) -> Evidence | None:
    """The partner that the question describes by something its page says of it."""
    question, catalogue = enquiry.question, enquiry.catalogue
    ties = _ties_of_homes(enquiry)
    if question.operation != "lookup" or question.period or not _describes(question):
        return None
    facts = [f for tie in ties for name in DESCRIBING for f in catalogue.facts(tie.places[1], name)]
    named = [f for f in facts if enquiry.names(_outside(enquiry, ties), f.source.quote)]
    scored = [(_fact_fit(enquiry, fact), fact) for fact in named]
    best = max(scored, key=lambda item: item[0], default=None)
    if best is None or best[0] < TOLD:
        return None
    return Evidence("answered", "fact", (best[1].subject,), facts=(best[1],))


def _ties_of_homes(enquiry: Enquiry) -> list[Tie]:
    """The ties of the publishing places that are named; of all where none is."""
    homes = [place for place in enquiry.question.places if place in enquiry.catalogue.homes]
    every = enquiry.catalogue.ties.values()
    return [tie for tie in every if not homes or tie.places[0] in homes]


def _outside(enquiry: Enquiry, ties: Sequence[Tie]) -> frozenset[str]:
    """Places of the question that merely describe: no side of the ties."""
    sides = {place for tie in ties for place in tie.places}
    named = (*enquiry.question.places, *enquiry.question.within)
    gazetteer = enquiry.catalogue.gazetteer
    shared = {p for p in named if any(p in gazetteer.ancestors(side) for side in sides)}
    return frozenset(place for place in named if place not in sides and place not in shared)


def _describes(question: Question) -> bool:
    """Whether words are left when those are taken away that only ask for partners."""
    bare = question.bare
    for section in ("partners", "operations", "wants", "yes_no", "filler"):
        bare = strip(section, bare)
    return len(tokenize(bare.replace(BLANK, " "))) >= DESCRIPTION


def _fact_fit(enquiry: Enquiry, fact: Fact) -> float:
    rows = enquiry.catalogue.rows(fact.source.page, fact.source.span)
    return float(fit(enquiry, rows).max()) if rows else 0.0


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
