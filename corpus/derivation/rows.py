"""A place while it is derived: like a row of the data files, with keys in place of final ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

LANGUAGES = ("ko", "zh", "zh-Hant", "en")

Names = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Row:
    """One place. ``key`` and ``parent`` are keys of the derivation until ids are given.

    ``slug`` is what an id is made of; ``id`` is set where it is already fixed (audited rows).
    ``derived`` are the languages of which no source and no audit gives a name.
    """

    key: str
    kind: str
    names: Names
    parent: str = ""
    slug: str = ""
    id: str = ""
    derived: frozenset[str] = frozenset()
    former: bool = False
    successor: str = ""

    def with_names(self, more: Names, first: bool = False) -> Row:
        """The row with further names behind (or ``first``, before) those it has."""
        merged = {
            language: unique(
                (*more.get(language, ()), *self.names.get(language, ()))
                if first
                else (*self.names.get(language, ()), *more.get(language, ()))
            )
            for language in LANGUAGES
        }
        return replace(self, names=merged)


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """The names without blanks and repetitions, in their order."""
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))
