"""What is asked of a partner that is not named: "the website of the oldest one".

The partner is found first, by rank or by what its page tells of it; then the question is asked of
it by name.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.model import Tie
from service.comparing import COMPARABLE
from service.describing import is_described
from service.enquiry import Enquiry
from service.events import find_events
from service.lexicon import all_of, has, search, strip
from service.model import CLAIMING, Evidence, Question
from service.partners import find_partners, named_partners

# What can be asked of a partner, beside the date of its agreement.
_OF_PLACE = ("population", "area", "revenue", "gdp", "homepage", "divisions", "organization")


@dataclass(frozen=True, slots=True)
class Meant:
    """The ties of the partners that a question may describe, and the property asked of them."""

    ties: tuple[Tie, ...]
    property: str


def find_meant(enquiry: Enquiry) -> Meant | None:
    """The described partner and what is asked of it; None where a question has not both."""
    question = enquiry.question
    taken = question.condition or question.period or question.also or question.picked
    if taken or len(question.places) > 1 or named_partners(enquiry):
        return None
    ranked = _ranked_by(question)
    asked = _asked(question, ranked)
    if asked is None:
        return None
    ties = _by_rank(enquiry, ranked) if ranked else _by_description(enquiry, asked)
    return Meant(ties, asked) if ties else None


def named(question: Question, meant: Meant, home: str) -> Question:
    """The question as if it had named the one partner."""
    partner = next(place for place in meant.ties[0].places if place != home)
    return replace(
        question,
        places=(home, partner),
        within=(),
        about=partner if meant.property in _OF_PLACE else None,
        property=meant.property,
        partners=False,
        operation="lookup",
        ordinal=None,
        kinds=(),
        signed_in=None,
    )


def _ranked_by(question: Question) -> str | None:
    """The property by which partners are ranked: a size, or ``signed`` for the older and newer."""
    if question.ordinal and question.property in COMPARABLE:
        return question.property
    if question.operation in ("first", "last") or question.ordinal:
        by_date = has("seniority", question.bare) or has("sign_verbs", question.bare)
        return "signed" if by_date and question.operation not in ("largest", "smallest") else None
    if question.operation not in ("largest", "smallest"):
        return None
    rank = search("operations", question.operation, question.bare)
    sizes = [n for n in all_of("properties", question.bare) if n in COMPARABLE]
    return min(sizes, key=lambda n: _distance(question, n, rank.start() if rank else 0), default="")


def _distance(question: Question, name: str, position: int) -> int:
    match = search("properties", name, question.bare)
    return abs(match.start() - position) if match else len(question.bare)


def _asked(question: Question, ranked: str | None) -> str | None:
    """The property that is asked for, beside that by which the partner is told."""
    beside = [n for n in all_of("properties", question.bare) if n in _OF_PLACE and n != ranked]
    if beside:
        return beside[0]
    dated = question.wants == "date" and has("sign_verbs", question.bare)
    return "signed" if dated and ranked != "signed" else None


def _by_rank(enquiry: Enquiry, ranked: str) -> tuple[Tie, ...]:
    """The partner that comes first or last, by size or by the date of signing."""
    found = find_partners(
        enquiry.about(property=ranked, partners=True, kinds=(), wants="what", also=())
    )
    return _only(enquiry, found)


def _by_description(enquiry: Enquiry, asked: str) -> tuple[Tie, ...]:
    """The partner of which a page tells what the question says, or those of a region."""
    question = enquiry.question
    kinds = question.beside_signing
    if not (question.partners or has("which_partner", question.bare) or kinds):
        return ()
    bare = strip("properties", question.bare, asked)
    alone = enquiry.about(
        bare=bare, property=None, wants="what", operation="lookup", about=None, partners=True
    )
    if not is_described(alone):
        return enquiry.ties if question.within and question.partners else ()
    found = find_partners(alone)
    if kinds and (found is None or found.status not in CLAIMING):
        found = find_events(alone)
    return _only(enquiry, found)


def _only(enquiry: Enquiry, found: Evidence | None) -> tuple[Tie, ...]:
    """The one tie of an answer; none where it has several, or is none."""
    if found is None or found.status not in CLAIMING:
        return ()
    ids = {exchange.tie for exchange in found.exchanges}
    ties = [tie for tie in found.ties if not ids or tie.id in ids]
    if found.topic in ("fact", "extreme") and len(found.places) == 1:
        ties = [tie for tie in enquiry.ties if found.places[0] in tie.places]
    return tuple(ties) if len(ties) == 1 else ()
