"""Whom a question asks after beside what is known: "did his wife come as well?"."""

from __future__ import annotations

import re

from corpus.language import block_language
from service.lexicon import search_all
from service.senses import senses_of

# What a Korean word may have behind it that a text need not have: an honorific, a plural.
_BESIDE = re.compile(r"(?<=[가-힣]{2})(?:님들|님|들)$")


def lacks_focus(bare: str, folded: str) -> bool:
    """Whether a folded text does not tell of somebody whom a folded question asks after."""
    return any(not _tells(match["word"], folded) for match in search_all("focus", bare))


def _tells(word: str, folded: str) -> bool:
    """Whether a text has a word, or one of its sense in any language.

    A word without a sense cannot be told to be missing from a text of another script.
    """
    stem = _BESIDE.sub("", word)
    if stem in folded:
        return True
    senses = senses_of(word) | senses_of(stem)
    if senses:
        return bool(senses & senses_of(folded))
    return block_language(word) != block_language(folded)
