"""Search results, ties, places and pages as the API shows them."""

from __future__ import annotations

from corpus.model import Page, Place, Stage, StageKind, Tie
from service.api import (
    ApiModel,
    ExchangeView,
    FactView,
    PassageView,
    PersonView,
    QuoteView,
    SubjectView,
)
from service.catalogue import Catalogue
from service.views import exchange_view, fact_view, person_view, quote_view, subject_view
from service.wording import Voice


class SearchView(ApiModel):
    """Passages for words, best first; ``language`` is that of the words."""

    query: str
    language: str
    passages: list[PassageView]


class StageView(ApiModel):
    """One step of a tie; ``date`` is EDTF, ``label`` names its kind in the language asked for."""

    kind: StageKind
    label: str
    date: str | None
    display_date: str | None
    formal: bool
    document: str | None
    place: str | None
    method: str | None
    signatories: list[PersonView]
    source: QuoteView


class TieView(ApiModel):
    """The relationship between two places: the page's own side, then the partner."""

    id: str
    places: list[SubjectView]
    stages: list[StageView]
    pages: list[str]


class TieDetail(TieView):
    """A tie with all that is known: facts of it and of its places, exchanges by date."""

    facts: list[FactView]
    exchanges: list[ExchangeView]


class PlaceView(ApiModel):
    """A place with its names; ``ties`` are the ids of its ties.

    ``derived`` are the languages whose names no source gives: they are readings of another name.
    ``former`` marks a unit that is no more, and ``successor`` is the id of what it belongs to now.
    """

    id: str
    kind: str
    parent: str | None
    names: dict[str, list[str]]
    derived: list[str]
    former: bool
    successor: str | None
    ties: list[str]


class ContactView(ApiModel):
    """Whom to ask about a page."""

    department: str | None
    phone: str | None
    address: str | None


class PageDetail(ApiModel):
    """A page: what it says about itself, and the text into which every ``span`` points."""

    id: str
    title: str
    url: str | None
    publisher: str | None
    languages: list[str]
    updated: str | None
    contact: ContactView
    text: str


def tie_view(tie: Tie, catalogue: Catalogue, voice: Voice) -> TieView:
    """A tie with its stages."""
    return TieView(
        id=tie.id,
        places=[subject_view(place, catalogue, voice) for place in tie.places],
        stages=[stage_view(stage, voice) for stage in tie.stages],
        pages=list(tie.pages),
    )


def tie_detail(tie: Tie, catalogue: Catalogue, voice: Voice) -> TieDetail:
    """A tie with its stages, facts and exchanges."""
    subjects = (tie.id, *tie.places)
    facts = sorted(
        (fact for fact in catalogue.index.facts if fact.subject in subjects),
        key=lambda fact: subjects.index(fact.subject),
    )
    return TieDetail(
        **dict(tie_view(tie, catalogue, voice)),
        facts=[fact_view(fact, catalogue, voice) for fact in facts],
        exchanges=[exchange_view(e, catalogue, voice) for e in catalogue.exchanges([tie])],
    )


def stage_view(stage: Stage, voice: Voice) -> StageView:
    """One step of a tie."""
    return StageView(
        kind=stage.kind,
        label=voice.say(f"stages.{stage.kind}"),
        date=stage.date,
        display_date=voice.date(stage.date, False) if stage.date else None,
        formal=stage.formal,
        document=stage.document,
        place=stage.place,
        method=stage.method,
        signatories=[person_view(person) for person in stage.signatories],
        source=quote_view(stage.source),
    )


def place_view(place: Place, catalogue: Catalogue) -> PlaceView:
    """A place with its names."""
    return PlaceView(
        id=place.id,
        kind=place.kind,
        parent=place.parent,
        names={language: list(names) for language, names in place.names.items()},
        derived=list(place.derived),
        former=place.former,
        successor=place.successor,
        ties=[tie.id for tie in catalogue.ties.values() if place.id in tie.places],
    )


def page_detail(page: Page) -> PageDetail:
    """A page with its text."""
    return PageDetail(
        id=page.id,
        title=page.title,
        url=page.url,
        publisher=page.publisher,
        languages=list(page.languages),
        updated=page.updated,
        contact=ContactView(
            department=page.contact.department,
            phone=page.contact.phone,
            address=page.contact.address,
        ),
        text=page.text,
    )
