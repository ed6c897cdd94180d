"""Questions over all ties of a place: which, how many, the first, the largest, the larger."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.model import Fact, Tie, is_unnamed
from corpus.text import fold_text
from service.comparing import COMPARABLE, rank_facts
from service.concepts import of_sections
from service.describing import (
    GENERAL,
    concepts_told,
    describes,
    things_of,
    untold,
    words_of,
)
from service.enquiry import Enquiry, formal_stage, signed_in
from service.lexicon import first_of, has
from service.matching import fit
from service.model import Evidence, Question, Status
from service.tie_order import by_date, may_be, signing_date

# Properties in whose words a partner is described.
DESCRIBING = ("features", "divisions", "background", "economy", "location")
# The least fit at which a described partner is told from the others, its lead over the next one,
# and how many words of description it takes (see docs/evaluation.md).
TOLD, AHEAD = 0.33, 0.02
# Below this a fact in another language must share a concept as well: of the development questions
# those that are right have one (.33 to .36), and one that was wrong has none (.37).
SURELY = 0.45
# Sorts behind every date.
UNDATED = "9999"


def find_partners(enquiry: Enquiry) -> Evidence | None:
    """Evidence over several ties, where the question asks for that."""
    question = enquiry.question
    if question.partners and has("judging", question.bare) and not named_partners(enquiry):
        return enquiry.none("not_stated")
    unranked = question.partners and question.ordinal is None
    unranked = unranked and question.region is None
    if unranked and not named_partners(enquiry) and _is_descriptive(enquiry):
        told = _told_apart(enquiry)
        if told:
            return _tie_of(enquiry, told) or told
    sized = enquiry.about(property="area") if _is_of_size(question) else enquiry
    if sized.question.property in COMPARABLE and _ranks(sized):
        return _ranked(sized)
    if not _asks_for_partners(enquiry):
        return None
    return _listed(enquiry)


def asks_for_nameless(enquiry: Enquiry) -> bool:
    """Whether a partner is asked for, and those told of are publishers whom nothing names."""
    question = enquiry.question
    which = question.operation in ("first", "last", "list", "count")
    which = which or (question.partners and has("which_partner", question.bare))
    if not which or len(question.places) != 1 or not enquiry.ties:
        return False
    return all(is_unnamed(other_side(tie, question.places)) for tie in enquiry.ties)


def _is_of_size(question: Question) -> bool:
    """Whether partners are ranked as merely "large" or "small", which places are by area."""
    ranks = question.operation in ("largest", "smallest") and question.partners
    plain = question.property in (None, "signed", "agreement") and not question.exchanges
    other = question.beside_signing
    sized = ranks and plain and not other and has("sized", question.bare)
    return sized and not words_of(question)


def _ranks(enquiry: Enquiry) -> bool:
    """Whether the partners of a place are ranked, and not whatever there is in the world."""
    question = enquiry.question
    ours = question.district is not None and has("town", question.bare)
    meant = question.partners or question.places or question.within or question.inherited or ours
    ranks = question.operation in ("largest", "smallest") or question.ordinal
    return bool(ranks and meant) and len(enquiry.ties) > 1


def _asks_for_partners(enquiry: Enquiry) -> bool:
    """Whether the partners themselves are wanted, and none of them is named."""
    question = enquiry.question
    if not question.partners or question.property not in (None, "signed", "agreement"):
        return False
    if question.beside_signing and question.operation in ("lookup", "first", "last"):
        return False
    counted = question.ordinal or question.claimed or question.region
    plain = counted or has("about_place", question.bare) or not words_of(question)
    if question.operation in ("lookup", "list") and not plain:
        return False
    if question.property == "agreement" and len(enquiry.ties) == 1:
        return False
    told = things_of(enquiry) | enquiry.demand.concepts & of_sections("particular")
    if told and question.operation in ("lookup", "list"):
        return False
    if question.wants in ("date", "reason") and question.operation == "lookup":
        return False
    return not named_partners(enquiry) and (not enquiry.strangers or question.operation == "lookup")


def named_partners(enquiry: Enquiry) -> list[str]:
    """The partners that the question itself names."""
    catalogue = enquiry.catalogue
    tied = [place for place in enquiry.question.places if place in catalogue.partnered]
    return [place for place in tied if place not in catalogue.homes]


def _told_apart(enquiry: Enquiry) -> Evidence | None:
    """The partner that the question describes by something its page says of it."""
    question, catalogue = enquiry.question, enquiry.catalogue
    about_documents = question.stage in ("intent", "memorandum") or question.wants == "date"
    if question.period or about_documents or question.operation in ("list", "count"):
        return None
    if question.property is None and "signing" in question.kinds:
        return None
    ties = ties_of_homes(enquiry)
    outside = described_beside(enquiry, ties)
    facts = [f for tie in ties for name in DESCRIBING for f in catalogue.facts(tie.places[1], name)]
    named = [
        fact
        for fact in facts
        if enquiry.names(outside, fact.source.quote)
        and _has_names(enquiry, fact.source.quote)
        and not _lacks_things(enquiry, fact)
    ]
    scored = sorted(((_fact_fit(enquiry, fact), fact) for fact in named), key=lambda s: -s[0])
    enquiry.trail.scores((fact, score) for score, fact in scored)
    vague = bool(scored) and _is_vague(enquiry, scored[0])
    if not scored or (vague and not outside) or not _stands_out(scored, sure=bool(outside)):
        enquiry.trail.dropped((fact for _, fact in scored), (), "not_told_apart")
        return None
    best = scored[0][1]
    enquiry.trail.needs((best,), TOLD)
    return Evidence("answered", "fact", (best.subject,), facts=(best,))


def _has_names(enquiry: Enquiry, quote: str) -> bool:
    """Whether a quote has the names of the question, which may be translated beside their sort.

    "Forbidden City" is no sound of 자금성; that both are heritage has to do.
    """
    sort = concepts_told(enquiry, quote) - GENERAL
    return enquiry.names_called(quote, surely=not sort)


def _tie_of(enquiry: Enquiry, told: Evidence) -> Evidence | None:
    """The agreement with the partner that is described, where yes or no is asked of one."""
    question = enquiry.question
    signing = question.property in ("signed", "agreement") and not question.beside_signing
    ties = [tie for tie in ties_of_homes(enquiry) if told.places[0] in tie.places]
    stage = formal_stage(ties[0]) if len(ties) == 1 else None
    if not question.yes_no or not signing or stage is None:
        return None
    return Evidence("answered", "stage", ties[0].places, tuple(ties), stage, verdict=True)


def _is_vague(enquiry: Enquiry, best: tuple[float, Fact]) -> bool:
    """Whether a fact lacks a describing word, or in another language barely fits."""
    score, fact = best
    missing = bool(untold(enquiry, fact.source.quote))
    if fact.source.language == enquiry.question.language:
        return missing
    shared = concepts_told(enquiry, fact.source.quote)
    if shared - GENERAL:
        return False
    return score < SURELY and (missing or not shared)


def _lacks_things(enquiry: Enquiry, fact: Fact) -> bool:
    """Whether a fact has nothing of the things by which the question describes a partner."""
    told = concepts_told(enquiry, fact.source.quote)
    things = things_of(enquiry)
    rare = enquiry.demand.concepts & of_sections("particular")
    return bool(rare - told) or (bool(things) and not things & told)


def _stands_out(scored: Sequence[tuple[float, Fact]], sure: bool) -> bool:
    """Whether the best fact fits, and clearly better than those of any other partner."""
    score, best = scored[0]
    rival = max((other for other, fact in scored if fact.subject != best.subject), default=0.0)
    return score >= TOLD and (sure or score - rival >= AHEAD)


def ties_of_homes(enquiry: Enquiry) -> list[Tie]:
    """The ties of the publishing places that are named; of all where none is."""
    homes = [place for place in enquiry.question.places if place in enquiry.catalogue.homes]
    every = enquiry.catalogue.ties.values()
    return [tie for tie in every if not homes or tie.places[0] in homes]


def described_beside(enquiry: Enquiry, ties: Sequence[Tie]) -> frozenset[str]:
    """Places of the question that merely describe: no side of the ties."""
    sides = {place for tie in ties for place in tie.places}
    named = (*enquiry.question.places, *enquiry.question.within)
    gazetteer = enquiry.catalogue.gazetteer
    shared = {p for p in named if any(p in gazetteer.ancestors(side) for side in sides)}
    return frozenset(place for place in named if place not in sides and place not in shared)


def _is_descriptive(enquiry: Enquiry) -> bool:
    """Whether the question describes a partner, by other places or in words."""
    by_thing = enquiry.question.operation == "lookup" and bool(things_of(enquiry))
    outside = described_beside(enquiry, ties_of_homes(enquiry))
    return bool(outside) or by_thing or describes(enquiry.question)


def _fact_fit(enquiry: Enquiry, fact: Fact) -> float:
    rows = enquiry.catalogue.rows(fact.source.page, fact.source.span)
    return float(fit(enquiry, rows).max()) if rows else 0.0


def _listed(enquiry: Enquiry) -> Evidence:
    question = enquiry.question
    denied = first_of("denied_kind", fold_text(question.text))
    ties = [
        tie
        for tie in signed_in(enquiry.ties, question.period)
        if denied is None or ((stage := formal_stage(tie)) is not None and stage.kind != denied)
    ]
    if not enquiry.ties:
        return enquiry.no_tie()
    if asks_for_nameless(enquiry):
        return enquiry.none("not_found")
    if not ties:
        return enquiry.none("not_stated" if denied is None else "not_found")
    homes = _homes(enquiry, ties)
    if len(homes) > 1:
        return Evidence("clarify", choices=homes)
    ordered = sorted(ties, key=_date)
    if question.ordinal or question.operation in ("first", "last"):
        return _nth(enquiry, homes, ordered)
    verdict = question.claimed == len(ties) if question.yes_no and question.claimed else None
    return Evidence("answered", "partners", homes, tuple(ordered), total=len(ties), verdict=verdict)


def _homes(enquiry: Enquiry, ties: Sequence[Tie]) -> tuple[str, ...]:
    """Whose partners they are: of the one place that is named and that all ties have in common."""
    named = enquiry.question.places
    if len(named) == 1 and all(named[0] in tie.places for tie in ties):
        return named
    return tuple(dict.fromkeys(tie.places[0] for tie in ties))


def other_side(tie: Tie, homes: Sequence[str]) -> str:
    """The side of a tie that is not one of ``homes``; the page's partner where both are."""
    return next((place for place in tie.places[::-1] if place not in homes), tie.places[1])


def _nth(enquiry: Enquiry, homes: tuple[str, ...], ordered: list[Tie]) -> Evidence:
    """The first, the last or the n-th by date.

    Undated ties leave a rank open, and so do those whose dates may be one day: all of these.
    """
    question = enquiry.question
    dated = by_date(ordered)
    rank = question.ordinal or (1 if question.operation == "first" else len(dated))
    if not 1 <= rank <= len(dated):
        return Evidence("not_stated", "partners", homes, tuple(ordered), total=len(ordered))
    meant = may_be(dated, rank)
    if len(meant) > 1:
        return Evidence("partial", "order", homes, tuple(meant), total=len(meant))
    status: Status = "answered" if len(dated) == len(ordered) else "partial"
    return Evidence(status, "partners", homes, tuple(meant), total=len(ordered))


def _date(tie: Tie) -> str:
    return signing_date(tie) or UNDATED


def _ranked(enquiry: Enquiry) -> Evidence:
    """Comparable facts by size, the answer first; uncertain ones are left out and named."""
    name, rank = enquiry.question.property or "", enquiry.question.ordinal or 1
    homes = _homes(enquiry, enquiry.ties)
    places = dict.fromkeys(other_side(tie, homes) for tie in enquiry.ties)
    known = [fact for place in places for fact in enquiry.catalogue.facts(place, name)[:1]]
    smallest = enquiry.question.operation == "smallest" or has("smaller", enquiry.question.bare)
    sure, unsure = rank_facts(known, smallest)
    if len(sure) < max(2, rank):
        return enquiry.none("not_stated")
    best = sure[rank - 1]
    return Evidence(
        "partial" if unsure else "answered",
        "extreme",
        (best.subject,),
        _tie_with(enquiry, best.subject),
        facts=(best, *(fact for fact in sure if fact is not best), *unsure),
        total=len(sure),
    )


def _tie_with(enquiry: Enquiry, partner: str) -> tuple[Tie, ...]:
    return tuple(tie for tie in enquiry.ties if partner in tie.places)
