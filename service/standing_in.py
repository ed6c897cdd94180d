"""Words that stand for a place: "our district", and "there" for one of the turn before."""

from __future__ import annotations

from dataclasses import replace

from service.catalogue import Catalogue
from service.lexicon import has, search
from service.linking import BLANK
from service.model import Question


def with_own_side(question: Question) -> Question:
    """Our district: the place whose website the question was asked on."""
    if question.district and has("our_district", question.bare):
        return replace(question, places=(question.district, *question.places))
    return question


def with_place_there(question: Question, place: str, catalogue: Catalogue) -> Question:
    """The question with ``place`` among its places, and named where "there" stands."""
    question = replace(question, places=(*question.places, place))
    match = search("there", "patterns", question.bare)
    if match is None:
        return question
    before = question.bare[: match.start()].count(BLANK)
    order = (*question.order[:before], place, *question.order[before:])
    bare = f"{question.bare[: match.start()]}{BLANK}{question.bare[match.end() :]}"
    return replace(question, bare=bare, order=order, text=_named(question, place, catalogue))


def _named(question: Question, place: str, catalogue: Catalogue) -> str:
    """The text with the name of the place where "there" stands, as far as it is written so."""
    text, lower = question.text, question.text.lower()
    match = search("there", "patterns", lower) if len(lower) == len(text) else None
    names = catalogue.place(place).names
    own = names.get(question.language) or next(iter(names.values()))
    return f"{text[: match.start()]}{own[0]}{text[match.end() :]}" if match else text
