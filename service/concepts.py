"""What a text is about, whatever its language: the concepts of ``data/concepts.toml``."""

from __future__ import annotations

import tomllib
from functools import lru_cache

from service.lexicon import DATA
from service.sieve import Sieve

# Texts whose concepts are kept: those of every exchange of some thousand are asked for by each
# question about them.
_KEPT = 8192


@lru_cache(maxsize=_KEPT)
def concepts_of(folded: str) -> frozenset[str]:
    """The concepts that a folded text has a word of."""
    tried = _patterns()
    return frozenset(name for name in tried.possible(folded) if tried[name].search(folded))


def without_concepts(folded: str) -> str:
    """A folded text with blanks for the words of all concepts."""
    return _patterns().blank(folded, patterns().keys())


def of_sections(*sections: str) -> frozenset[str]:
    """The concepts of some sections of the data file."""
    return frozenset(name for section in sections for name in _sections()[section])


@lru_cache(maxsize=1)
def _sections() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((DATA / "concepts.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _patterns() -> Sieve[str]:
    return Sieve(patterns())


@lru_cache(maxsize=1)
def patterns() -> dict[str, str]:
    """The expressions by concept; each matches folded text of any of the three languages."""
    return {
        name: "|".join(f"(?:{word})" for word in words)
        for concepts in _sections().values()
        for name, words in concepts.items()
    }


@lru_cache(maxsize=1)
def sites() -> frozenset[str]:
    """What one goes to see: it says where guests were."""
    return of_sections("buildings") | {
        "temple",
        "museum",
        "monument",
        "park",
        "heritage",
        "street",
        "mountain",
        "exhibition",
    }
