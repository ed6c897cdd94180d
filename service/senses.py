"""What words of three languages say alike: the senses of ``data/senses.toml`` and the concepts."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import Any

from corpus.model import Span
from service.concepts import patterns as concept_patterns
from service.lexicon import DATA
from service.sieve import Sieve

# Texts whose senses are kept; a page of a few thousand sentences is asked about again and again.
_KEPT = 4096
_LANGUAGES = 3
_CONCEPT = "concept "
# Senses that nearly every text on exchanges has: they say that one is meant, and not which.
BROAD = frozenset({"visit", "sign", "pact", "send", "receive", "attend", "swap", "building"})


@lru_cache(maxsize=_KEPT)
def senses_of(folded: str) -> frozenset[str]:
    """The names of the senses that a folded text has a word of."""
    patterns = _patterns()
    return frozenset(n for n in patterns.possible(folded) if patterns[n].search(folded))


def find_senses(folded: str) -> list[tuple[str, Span]]:
    """Every word of a folded text that has a sense, with that sense."""
    patterns = _patterns()
    return [
        (name, Span(*match.span()))
        for name in patterns.possible(folded)
        for match in patterns[name].finditer(folded)
    ]


def is_concept(name: str) -> bool:
    """Whether a sense is one of the concepts, which are broader than those of this file."""
    return name.startswith(_CONCEPT)


@lru_cache(maxsize=1)
def sections() -> dict[str, frozenset[str]]:
    """The names of the senses by section of the data file."""
    return {section: frozenset(names) for section, names in _tables().items()}


@lru_cache(maxsize=1)
def decisive() -> frozenset[str]:
    """The senses that an answer must tell, where a question has them."""
    return frozenset(_file()["decisive"])


def written(sense: str) -> tuple[str, str, str]:
    """The Korean, the Chinese and the English expression of a sense of this file."""
    entry = next(table[sense] for table in _tables().values() if sense in table)
    korean, chinese, english = entry.split(" / ")
    return korean, chinese, english


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, str]]:
    return {name: table for name, table in _file().items() if isinstance(table, dict)}


@lru_cache(maxsize=1)
def _file() -> dict[str, Any]:
    return tomllib.loads((DATA / "senses.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _patterns() -> Sieve[str]:
    """One pattern for each sense, and for each concept under a name of its own."""
    concepts = {_CONCEPT + name: pattern for name, pattern in concept_patterns().items()}
    senses = {
        name: _joined(name, written)
        for senses in _tables().values()
        for name, written in senses.items()
    }
    return Sieve({**concepts, **senses})


def _joined(name: str, written: str) -> str:
    """The three parts of an entry as one expression; raises ValueError where one is missing."""
    parts = written.split(" / ")
    if len(parts) != _LANGUAGES:
        raise ValueError(f"senses.toml: {name} needs words of three languages")
    korean, chinese, english = parts
    return rf"{korean}|{chinese}|\b(?:{english})(?:s|es|ed|ing|'s)?\b"
