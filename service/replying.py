"""Replies to "which one do you mean?": a name, a province, "both", "the first", "the other one"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from service.api import Context
from service.catalogue import Catalogue
from service.lexicon import has
from service.model import Question
from service.openness import is_open


def pick(question: Question, context: Context, catalogue: Catalogue) -> Question:
    """The question with the places that it picks of those which the turn before left open.

    Several that are picked together are asked for each by itself; several that a province leaves
    are to be chosen from again.
    """
    choices = [place for place in context.choices if place in catalogue.gazetteer.places]
    topic = question.property or question.kinds or question.rare or question.small_talk
    if question.property and not question.places and has("all_of_them", question.bare):
        spoken = [p for p in context.places if p in catalogue.partnered - catalogue.homes]
        return replace(question, picked=tuple(spoken)) if len(spoken) > 1 else question
    if not choices or topic or not is_open(question.bare):
        return question
    region = [*question.within, *(p for p in question.places if p not in choices)]
    if region:
        inside = [c for c in choices if set(region) & set(catalogue.gazetteer.ancestors(c))]
        return _narrowed(question, inside)
    named = [place for place in question.places if place in choices]
    if named:
        return replace(question, picked=tuple(named)) if len(named) > 1 else question
    return _pointed(question, choices, context)


def _narrowed(question: Question, inside: Sequence[str]) -> Question:
    """What a province leaves: one place, or several to choose from again."""
    if not inside:
        return question
    if len(inside) == 1:
        return _chosen(question, inside[0])
    return replace(question, places=(), within=(), ambiguous=tuple(inside), partners=False)


def _pointed(question: Question, choices: Sequence[str], context: Context) -> Question:
    """Choices without their names."""
    left = [place for place in choices if place not in context.places]
    if has("the_other", question.bare):
        return _chosen(question, left[0]) if len(left) == 1 else question
    if len(left) < len(choices):
        # One of them was chosen already.
        return question
    if has("all_of_them", question.bare):
        return _plain(replace(question, places=(), picked=tuple(choices)))
    if has("assent", question.bare):
        return _chosen(question, choices[0]) if len(choices) == 1 else question
    rank = question.ordinal or {"first": 1, "last": len(choices)}.get(question.operation, 0)
    return _chosen(question, choices[rank - 1]) if 1 <= rank <= len(choices) else question


def _chosen(question: Question, place: str) -> Question:
    return _plain(replace(question, places=(place,), within=()))


def _plain(question: Question) -> Question:
    """Without what merely pointed at a choice."""
    return replace(question, operation="lookup", ordinal=None, partners=False, wants=None)
