"""Whom to ask where the pages do not say it."""

from __future__ import annotations

from corpus.model import Tie
from service.api import OfficeView
from service.catalogue import Catalogue
from service.model import Evidence, Question, Status
from service.views import page_view

# After these statuses the reader is left with an open question.
_OPEN: frozenset[Status] = frozenset(
    {"partial", "not_stated", "no_such_tie", "not_found", "out_of_scope"}
)


def find_office(question: Question, evidence: Evidence, catalogue: Catalogue) -> OfficeView | None:
    """The office of a page about the places asked about, else of the district that asks.

    None where the question was answered, or where no such page names an office.
    """
    if evidence.status not in _OPEN:
        return None
    pages = dict.fromkeys(
        page for tie in _ties(question, evidence, catalogue) for page in tie.pages
    )
    for page in map(catalogue.index.pages.__getitem__, pages):
        if page.contact.department or page.contact.phone:
            return OfficeView(
                page=page_view(page, page.languages[0] if page.languages else ""),
                department=page.contact.department,
                phone=page.contact.phone,
            )
    return None


def _ties(question: Question, evidence: Evidence, catalogue: Catalogue) -> list[Tie]:
    """The ties that are asked about, or those of the district on whose website it was asked."""
    if evidence.ties:
        return list(evidence.ties)
    places = [*question.places, *([question.district] if question.district else [])]
    return [tie for place in places for tie in catalogue.ties_of(place)]
