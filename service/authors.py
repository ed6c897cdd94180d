"""Who is behind a tie: those who signed it, and those who brought it about.

Neither is told by the date of the signing, and whoever set it off did not have to sign it.
"""

from __future__ import annotations

from dataclasses import replace

from service.concepts import of_sections
from service.demand import Demand
from service.lexicon import has
from service.model import Question

# What is read from words of ties and of contacts, where people are asked for.
_OF_TIES = (None, "signed", "signatories", "agreement", "began", "background", "organization")
# Sorts of exchanges that questions about those who signed name: they are who did it.
_SIGNERS = frozenset({"signing", "staff", "council"})


def settle_authors(question: Question) -> Question | None:
    """The question as one for people behind a tie; None where it asks for none of them."""
    if question.wants != "person" or question.property not in _OF_TIES:
        return None
    if _begins(question):
        return _about(question, "background", ())
    if set(question.kinds) - _SIGNERS or has("with_whom", question.bare):
        return None
    if has("officials", question.bare) and has("who_signed", question.bare):
        return _about(question, "signatories", ("signing",))
    return None


def _begins(question: Question) -> bool:
    """Whether it is asked who set off a tie, and no exchange of some sort."""
    bare = question.bare
    if not has("initiating", bare) or has("with_whom", bare):
        return False
    if set(question.kinds) - _SIGNERS or Demand(question).concepts & of_sections("particular"):
        return False
    tie = question.partners or question.property in ("signed", "signatories", "began")
    between = len(question.places) > 1 or question.inherited
    return bool(tie or between or has("relation", bare))


def _about(question: Question, name: str, kinds: tuple[str, ...]) -> Question:
    return replace(
        question, property=name, rare=False, kinds=kinds, operation="lookup", exchanges=False
    )
