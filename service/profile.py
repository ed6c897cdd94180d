"""A place asked for as a whole ("tell me about ▢"): its tie, its figures, what it is known for."""

from __future__ import annotations

from itertools import chain

from corpus.model import Fact, Tie
from service.enquiry import Enquiry, formal_stage
from service.lexicon import has
from service.model import Evidence, Question
from service.partners import find_partners

# Figures of a place, and what is quoted of it in the page's words; each in the order it is told.
FIGURES = ("area", "population", "revenue", "gdp")
TRAITS = ("features", "location", "economy", "specialties", "history")
# As many quotes as a reader takes in; a page may list a dozen.
QUOTED = 3


def find_profile(enquiry: Enquiry) -> Evidence | None:
    """What the pages say of the place; None where the question is after anything in particular.

    Of a place that publishes and says nothing of itself, its partners are told.
    """
    question = enquiry.question
    if not _asks_for_all(question):
        return None
    subject = _subject(enquiry)
    tie = _tie(enquiry, subject)
    facts = (*_signing(enquiry, tie), *_figures(enquiry, subject), *_traits(enquiry, subject))
    if any(fact.subject == subject for fact in facts):
        return Evidence("answered", "profile", (subject,), (tie,) if tie else (), facts=facts)
    if subject in enquiry.catalogue.homes and not has("sort_of_place", question.bare):
        return find_partners(enquiry.about(partners=True, property=None))
    return (
        Evidence("answered", "profile", (subject,), (tie,), facts=facts) if facts and tie else None
    )


def _asks_for_all(question: Question) -> bool:
    """Whether the question names a place and asks for nothing of it in particular."""
    asked = has("about_place", question.bare) or has("sort_of_place", question.bare)
    topic = question.kinds or question.period or question.inherited or question.stage
    named = question.places and not question.ambiguous
    return bool(asked and named and not topic and question.property in (None, "features"))


def _subject(enquiry: Enquiry) -> str:
    """The partner where both sides are named, else the last place."""
    places = enquiry.question.places
    partners = [place for place in places if place not in enquiry.catalogue.homes]
    return (partners or list(places))[-1]


def _tie(enquiry: Enquiry, subject: str) -> Tie | None:
    ties = [tie for tie in enquiry.ties if subject in tie.places]
    return ties[0] if len(ties) == 1 else None


def _signing(enquiry: Enquiry, tie: Tie | None) -> list[Fact]:
    """The date of the formal stage."""
    stage = formal_stage(tie) if tie else None
    if tie is None or stage is None or not stage.date:
        return []
    dates = enquiry.catalogue.facts(tie.id, "signed")
    return [fact for fact in dates if fact.value.edtf == stage.date][:1]


def _figures(enquiry: Enquiry, subject: str) -> list[Fact]:
    found = (enquiry.catalogue.facts(subject, name)[:1] for name in FIGURES)
    return list(chain.from_iterable(found))


def _traits(enquiry: Enquiry, subject: str) -> list[Fact]:
    found = (enquiry.catalogue.facts(subject, name) for name in TRAITS)
    return list(chain.from_iterable(found))[:QUOTED]
