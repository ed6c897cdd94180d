"""How people ask: the patterns of four files (``FILES``), compiled once."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from service.model import Operation

DATA = Path(__file__).parent / "data"
FILES = ("questions.toml", "spoken.toml", "asked.toml", "guards.toml")


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
    patterns = _section("operations")
    return next((cast(Operation, n) for n in order if patterns[n].search(bare)), "lookup")


def first_of(section: str, bare: str) -> str | None:
    """The name of the first pattern of ``section`` that the question has."""
    return next((name for name, p in _section(section).items() if p.search(bare)), None)


def all_of(section: str, bare: str) -> tuple[str, ...]:
    """The names of all patterns of ``section`` that the question has."""
    return tuple(name for name, p in _section(section).items() if p.search(bare))


def names(section: str) -> frozenset[str]:
    """The names of the patterns of ``section``."""
    return frozenset(_section(section))


def has(section: str, bare: str) -> bool:
    """Whether the question has any pattern of ``section``."""
    return first_of(section, bare) is not None


def strip(section: str, bare: str, only: str | None = None) -> str:
    """The question without what the patterns of ``section``, or the one named, match."""
    for name, pattern in _section(section).items():
        bare = pattern.sub(" ", bare) if only in (None, name) else bare
    return bare


def table(name: str) -> dict[str, str]:
    """A table of plain words."""
    return dict(_load()[name])


def search(section: str, name: str, bare: str) -> re.Match[str] | None:
    """The match of one named pattern."""
    return _section(section)[name].search(bare)


def search_all(section: str, bare: str, only: str | None = None) -> list[re.Match[str]]:
    """Every match of every pattern of ``section``, or of the one named."""
    named = ((name, pattern) for name, pattern in _section(section).items())
    return [m for name, p in named if only in (None, name) for m in p.finditer(bare)]


@lru_cache(maxsize=64)
def _section(name: str) -> dict[str, re.Pattern[str]]:
    entries = _load()[name]
    return {key: re.compile("|".join(f"(?:{p})" for p in value)) for key, value in entries.items()}


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
