"""How people ask: the patterns of four files (``FILES``), tried where they may match."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from service.model import Operation
from service.sieve import KEPT, Sieve

DATA = Path(__file__).parent / "data"
FILES = ("questions.toml", "spoken.toml", "asked.toml", "demands.toml")


# Rare properties whose words are often beside those of looser ones: "the fax number of the office".
_BESIDE = frozenset({"fax", "email"})
_LOOSER = frozenset({"phone", "department", "address", "homepage"})


def find_property(bare: str) -> tuple[str | None, bool]:
    """The property that a folded question asks about, and whether it is one of the rare ones.

    Signing comes last: "the mayor who signed" and "our sister city's flower" ask for neither.
    """
    found = first_of("properties", bare)
    rare = first_of("rare", bare)
    if found and not (rare in _BESIDE and found in _LOOSER):
        rare = None
    found = None if rare else found
    return found or rare or first_of("signing", bare), rare is not None


def find_operation(bare: str) -> Operation:
    """What is to be done with what is found; a lookup where nothing says otherwise."""
    order = ("compare", "largest", "smallest", "count", "first", "last", "list")
    asked = all_of("operations", bare)
    return next((cast(Operation, name) for name in order if name in asked), "lookup")


def first_of(section: str, bare: str) -> str | None:
    """The name of the first pattern of ``section`` that the question has."""
    return next(_found(section, bare), None)


def all_of(section: str, bare: str) -> tuple[str, ...]:
    """The names of all patterns of ``section`` that the question has."""
    return tuple(_found(section, bare))


def names(section: str) -> frozenset[str]:
    """The names of the patterns of ``section``."""
    return frozenset(_load()[section])


def has(section: str, bare: str) -> bool:
    """Whether the question has any pattern of ``section``."""
    return first_of(section, bare) is not None


@lru_cache(maxsize=KEPT)
def strip(section: str, bare: str, only: str | None = None) -> str:
    """The question without what the patterns of ``section``, or the one named, match."""
    return _patterns().blank(bare, _keys(section, only))


def table(name: str) -> dict[str, str]:
    """A table of plain words."""
    return dict(_load()[name])


def search(section: str, name: str, bare: str) -> re.Match[str] | None:
    """The match of one named pattern."""
    pattern = _patterns()[section, name]
    return pattern.search(bare) if name in _possible(bare)[section] else None


def search_all(section: str, bare: str, only: str | None = None) -> list[re.Match[str]]:
    """Every match of every pattern of ``section``, or of the one named."""
    tried = (name for name in _possible(bare)[section] if only in (None, name))
    return [match for name in tried for match in _patterns()[section, name].finditer(bare)]


@lru_cache(maxsize=KEPT)
def _keys(section: str, only: str | None) -> frozenset[tuple[str, str]]:
    return frozenset((section, name) for name in _load()[section] if only in (None, name))


def _found(section: str, bare: str) -> Iterator[str]:
    """The names of the patterns of ``section`` that match, in their order."""
    tried, patterns = _possible(bare)[section], _patterns()
    return (name for name in tried if patterns[section, name].search(bare))


@lru_cache(maxsize=KEPT)
def _possible(bare: str) -> dict[str, list[str]]:
    """For every section the names of its patterns that may match."""
    found: dict[str, list[str]] = {section: [] for section in _load()}
    for section, name in _patterns().possible(bare):
        found[section].append(name)
    return found


@lru_cache(maxsize=1)
def _patterns() -> Sieve[tuple[str, str]]:
    """The pattern of every section and name."""
    return Sieve(
        {
            (section, name): "|".join(f"(?:{pattern})" for pattern in entry)
            for section, entries in _load().items()
            for name, entry in entries.items()
            if isinstance(entry, list)
        }
    )


@lru_cache(maxsize=1)
def _load() -> dict[str, Any]:
    """All files; patterns of the same name are joined."""
    tables: dict[str, Any] = {}
    for name in FILES:
        for section, entries in tomllib.loads((DATA / name).read_text(encoding="utf-8")).items():
            known = tables.setdefault(section, {})
            for key, value in entries.items():
                known[key] = [*known[key], *value] if key in known else value
    return tables
