"""Sorts of exchanges that a question leaves out: "besides the letter and the calendar"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus.model import Exchange
from corpus.text import fold_text
from service.concepts import concepts_of
from service.doings import kinds_in

_JOIN = re.compile(
    r"\s*[,，、/]\s*|(?:와|과|랑|하고|및)\s+|\s*[和与跟及]\s*|\s+(?:and|or|nor)\s+|\s+&\s+"
)
# Kinds that nearly every exchange has beside others: only what is nothing else is meant by them.
_BROAD = frozenset({"visit", "ceremony"})


class _Sort(NamedTuple):
    """What a phrase means: kinds of exchange, and concepts that say it closer."""

    kinds: frozenset[str]
    concepts: frozenset[str]

    def covers(self, exchange: Exchange) -> bool:
        """Whether an exchange is of this sort."""
        if self.concepts:
            told = concepts_of(fold_text(" ".join(source.quote for source in exchange.sources)))
            return self.concepts <= told
        if self.kinds <= _BROAD:
            return bool(exchange.kinds) and set(exchange.kinds) <= self.kinds
        return bool((self.kinds - _BROAD) & set(exchange.kinds))


def sorts_in(phrase: str) -> tuple[str, ...]:
    """The parts of a phrase that each mean a sort of exchange; none where one means nothing."""
    parts = tuple(part for part in _JOIN.split(fold_text(phrase).strip()) if part.strip())
    return parts if parts and all(any(_sort(part)) for part in parts) else ()


def is_apart(exchange: Exchange, apart: Sequence[str]) -> bool:
    """Whether an exchange is of a sort that is left out."""
    return any(_sort(part).covers(exchange) for part in apart)


@lru_cache(maxsize=256)
def _sort(part: str) -> _Sort:
    return _Sort(frozenset(kinds_in(part)), concepts_of(part))
