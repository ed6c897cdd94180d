"""What people say before they ask, and behind it: who they are, what for, greetings and thanks.

"I'm interpreting for guests from Jianhua tomorrow. When did a group from there last come?" asks
its second sentence; the first only says which place is spoken of.
"""

from __future__ import annotations

import re

from corpus.text import fold_text
from service.api import Context
from service.catalogue import Catalogue
from service.lexicon import has, search_all
from service.linking import link_places

# Where something that people say before they ask may end: a sentence, or a clause with a comma or
# a Korean ending that leads on ("여행 가는데").
_END = re.compile(
    r"[.!。！~…\n]+\s*|[,，:：;；]\s*|[ㅠㅜ]+[.!~]*\s*|(?<=[는은인한]데)(?:요)?[,.]?\s+"
)
# What asks, before which nothing is an introduction.
_ASKS = re.compile(r"[?？]")
# As many introductions stand in a row at most.
_MOST = 4
# Tears and laughter, which are letters.
_CRIES = "ㅠㅜㅋㅎ^"
_SIGNS = " \t\n,，.。!！~…:：;；"


def without_introduction(
    text: str, context: Context | None, catalogue: Catalogue
) -> tuple[str, Context | None]:
    """The question of ``text``, and the context with the places that its introduction names.

    They are spoken of where the question itself points back or names no place.
    """
    introduction, question = divided(text)
    if not introduction:
        return question, context
    named = link_places(introduction, catalogue, ())
    asked = link_places(question, catalogue, ())
    places = [*named.places, *named.within]
    pointing = has("anaphora", asked.bare) or not (asked.places or asked.within or asked.ambiguous)
    if not (places and pointing):
        return question, context
    before = context or Context()
    return question, before.model_copy(update={"places": places})


def divided(text: str) -> tuple[str, str]:
    """What ``text`` says before it asks, and what it asks, without thanks; never nothing."""
    start = 0
    for _ in range(_MOST):
        end = _END.search(text, start)
        if end is None or not text[end.end() :].strip(_SIGNS):
            break
        said = text[start : end.end()]
        if _ASKS.search(said) or not has("introduction", fold_text(said.strip(_SIGNS + _CRIES))):
            break
        start = end.end()
    return text[:start].strip(), _without_thanks(text[start:])


def _without_thanks(text: str) -> str:
    """``text`` without greetings in front and thanks behind, unless it is nothing else."""
    for name, anchor in (("greets", 0), ("thanks_behind", -1)):
        folded = fold_text(text)
        if len(folded) != len(text):
            return text  # What is found in it could not be cut out.
        match = _edge(name, folded, anchor)
        if match is not None:
            begin, end = match
            rest = text[end:] if anchor == 0 else text[:begin]
            text = rest.lstrip(_SIGNS) if anchor == 0 else rest.rstrip(" \t\n,，")
    return text


def _edge(name: str, folded: str, anchor: int) -> tuple[int, int] | None:
    """Where what people say without asking stands at the head, or the end, if something is left."""
    for match in search_all(name, folded):
        at_edge = match.start() == 0 if anchor == 0 else not folded[match.end() :].strip(_SIGNS)
        rest = folded[match.end() :] if anchor == 0 else folded[: match.start()]
        if at_edge and rest.strip(_SIGNS + "?？"):
            return match.span()
    return None
