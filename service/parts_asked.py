"""A partner that is asked for by what it lies in: "which district of Shanghai is it with?"."""

from __future__ import annotations

from dataclasses import replace

from service.catalogue import Catalogue
from service.lexicon import has
from service.model import Question


def with_part_asked(question: Question, catalogue: Catalogue) -> Question:
    """The question after the partners in a city or a province that has none itself.

    What holds a partner and is none is then no side of a tie: it narrows the partners of the
    others.
    """
    if not has("part_asked", question.bare) or question.ambiguous or not _is_of_ties(question):
        return question
    holders = tuple(
        place
        for place in question.places
        if place in catalogue.containers and place not in catalogue.partnered
    )
    sides = tuple(place for place in question.places if place not in holders)
    if not holders or len(sides) != 1:
        return question
    return replace(
        question,
        places=sides,
        within=(*question.within, *holders),
        partners=True,
        property="signed" if question.property in (None, "signing_place") else question.property,
        operation="list" if question.operation == "lookup" else question.operation,
        wants="what",
        yes_no=False,
        about=None,
    )


def _is_of_ties(question: Question) -> bool:
    """Whether a question is about partners and nothing else, and sets no two beside each other."""
    beside = question.operation == "compare" or has("alternatives", question.bare)
    of_ties = question.property in (None, "signed", "signing_place", "agreement")
    told = question.partners or question.property is not None
    return of_ties and told and not beside and not question.beside_signing
