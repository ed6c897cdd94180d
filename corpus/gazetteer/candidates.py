"""A name that may stand in a text, how sure it is, and the words that are no names."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from corpus.wordlists import load_toml


class Grade(IntEnum):
    """How much a name says by itself."""

    FAINT = 1  # only with what it lies in right beside it, a country aside
    LIKELY = 2  # where the place is spoken of anyway, or what it lies in stands beside it
    PLAIN = 3  # in a question as well, which has few words and most of them to the point
    CERTAIN = 4  # anywhere


class Candidate(NamedTuple):
    """A name at ``start`` to ``end`` of a folded text, with a grade for each place it may mean.

    ``cut`` tells whether it would be a piece of a longer word on its left and on its right,
    ``framed`` whether what stands around it may stand around a name. A word that is no name has
    no grades.
    """

    start: int
    end: int
    grades: Mapping[str, Grade]
    cut: tuple[bool, bool] = (False, False)
    framed: bool = True


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Words that contain a name and are none."""
    return frozenset(load_toml("not_places.toml")["words"])


@lru_cache(maxsize=1)
def full_but_words() -> frozenset[str]:
    """Names with a suffix that are ordinary words as well."""
    return frozenset(load_toml("not_places.toml")["full_but_words"])


@lru_cache(maxsize=1)
def short_but_words() -> frozenset[str]:
    """Short names that are ordinary words: they need their suffix or their parent."""
    own = load_toml("not_places.toml")["suffix_required"]
    derived = load_toml("places/ambiguous.toml")
    return frozenset([*own, *(word for key in ("ko", "zh", "en") for word in derived[key])])
