"""Ranks and counts that a question names in words: "the second city", "five partners"."""

from __future__ import annotations

from service.lexicon import first_of, search
from service.period import count_of


def find_ordinal(bare: str) -> int | None:
    """The rank, from 2, of the one that is asked for; the first is an operation of its own."""
    word = first_of("ordinals", bare)
    if word is not None:
        return int(word)
    match = search("ordinal_digits", "patterns", bare)
    rank = int(next(value for value in match.groups() if value)) if match else 1
    return rank if rank > 1 else None


def claimed_count(bare: str) -> int | None:
    """How many partners a question supposes ("5곳인가요?")."""
    match = search("claimed_count", "patterns", bare)
    return count_of(next(value for value in match.groups() if value)) if match else None
