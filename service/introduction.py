"""What people say before they ask, and behind it: who they are, what for, greetings and thanks.

"I'm interpreting for guests from Jianhua tomorrow. When did a group from there last come?" asks
its second sentence; the first only says which place is spoken of.
"""

from __future__ import annotations

import re

from corpus.dates import find_dates
from corpus.text import fold_text
from service.api import Context
from service.catalogue import Catalogue
from service.doings import kinds_in
from service.lexicon import find_property, first_of, has, search_all
from service.linking import link_places

# Where something that people say before they ask may end: a sentence, or a clause with a comma or
# a Korean ending that leads on ("여행 가는데").
_END = re.compile(
    r"(?:[!。！~…\n]|\.(?!\d))+\s*|[,，:：;；]\s*|[ㅠㅜ]+[.!~]*\s*|(?<=[는은인한]데)(?:요)?[,.]?\s+"
)
_ASKS = re.compile(r"[?？]")
_FIGURE = re.compile(r"\d")
# As many introductions stand in a row at most, and so long are thanks.
_MOST, _LONGEST_THANKS = 4, 60
_SIGNS = " \t\n,，.。!！~…:：;；"
# Tears and laughter, which are letters.
_CRIES = "ㅠㅜㅋㅎ^"
# Kinds of exchanges that who introduces himself does not speak of.
_TOLD = frozenset({"signing", "visit", "ceremony", "letter", "gift", "festival"})


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
        if end is None or not _asks(text[end.end() :]):
            break
        if not _introduces(text[start : end.end()]):
            break
        start = end.end()
    return text[:start].strip(), _without_thanks(text[start:])


def _introduces(said: str) -> bool:
    """Whether a sentence or clause only introduces: it asks nothing, and tells of no exchange."""
    folded = fold_text(said.strip(_SIGNS + _CRIES))
    if _ASKS.search(said) or _FIGURE.search(folded) or find_dates(said):
        return False
    if not has("introduction", folded):
        return False
    coming = has("guests_to_come", folded)
    told = has("partners", folded) or (has("exchanges", folded) and not coming)
    told = told or bool(set(kinds_in(folded)) & _TOLD and not coming)
    told = told or (find_property(folded)[0] is not None and not coming)
    return not told and first_of("wants", folded) is None


def _asks(rest: str) -> bool:
    """Whether what is left asks something by itself."""
    folded = fold_text(rest.strip(_SIGNS))
    asked = find_property(folded)[0] or kinds_in(folded) or first_of("wants", folded)
    return bool(asked) or has("partners", folded) or has("exchanges", folded)


def _without_thanks(text: str) -> str:
    """``text`` without greetings in front and thanks behind, unless it is nothing else."""
    folded = fold_text(text)
    if len(folded) != len(text):
        return text  # What is found in it could not be cut out.
    greeting = next(iter(search_all("greets", folded[:_LONGEST_THANKS])), None)
    begin = greeting.end() if greeting and greeting.start() == 0 else 0
    begin = begin if folded[begin:].strip(_SIGNS + "?？") else 0
    end = _thanks_begin(folded, begin)
    return text[begin:end].rstrip(" \t\n,，") if end < len(text) else text[begin:]


def _thanks_begin(folded: str, begin: int) -> int:
    """Where thanks, and a request to answer before them, begin behind ``begin``; else the end."""
    end = len(folded)
    while True:
        tail = max(begin, end - _LONGEST_THANKS)
        said = folded[tail:end].rstrip(_SIGNS) if end < len(folded) else folded[tail:end]
        found = min((tail + m.start() for m in search_all("thanks_behind", said)), default=end)
        if found == end or not folded[begin:found].strip(_SIGNS + "?？"):
            return end
        end = found
