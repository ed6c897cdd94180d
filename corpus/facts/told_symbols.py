"""Symbols and addresses that a sentence tells: a city's flower, tree, bird and homepage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.facts.values import Typed, type_value
from corpus.model import Value
from corpus.text import fold
from corpus.wordlists import load_toml

SYMBOLS = ("flower", "tree", "bird")
_COPULA = re.compile(r"(?<=[가-힣]{2})(?:이다|입니다|이며|이고|다)$")
# So far before the word for a site stands whose it is, with its short name in brackets.
_NEAR = 48
_URL = re.compile(r"(?:https?://|www\.)\S")


def has_symbol(text: str) -> bool:
    """Whether ``text``, in lower case, may tell a symbol or a homepage."""
    return _pattern("cues").search(text) is not None or _URL.search(text) is not None


def find_symbols(text: str) -> Iterator[tuple[str, int, Typed]]:
    """(property, where it is told, value) of each symbol and homepage in the sentence ``text``."""
    folded = fold(text)
    if _URL.search(text):
        for match in _pattern("homepage").finditer(folded.text):
            if _bodies().search(folded.text, max(0, match.start() - _NEAR), match.start()):
                continue
            for typed in type_value("homepage", text[folded.span(*match.span("value")).start :]):
                yield "homepage", folded.span(*match.span()).start, typed
    if not _pattern("cues").search(folded.text):
        return
    for name in SYMBOLS:
        for match in _pattern(name).finditer(folded.text):
            group = next(key for key, value in match.groupdict().items() if value is not None)
            span = folded.span(*match.span(group))
            written = _without_copula(text[span.start : span.end].strip())
            if written:
                start = folded.span(*match.span()).start
                yield name, start, Typed(Value("text", written))


def _without_copula(written: str) -> str:
    """A value without the end of the Korean sentence that it closes ("코스모스다")."""
    return _COPULA.sub("", written)


@lru_cache(maxsize=1)
def _bodies() -> re.Pattern[str]:
    """The end of the name of a body that is no place, before the word for its site."""
    return re.compile(load_toml("statements.toml")["symbols"]["homepage_bodies"])


@lru_cache(maxsize=8)
def _pattern(name: str) -> re.Pattern[str]:
    """The words for a symbol with its value in a group, the cues of all, or a homepage."""
    table = load_toml("statements.toml")["symbols"]
    if name in ("cues", "homepage"):
        return re.compile("|".join(table[name]))
    patterns = [
        pattern.replace("SYMBOL", table[name]).replace("WORD", table["words"][name])
        for pattern in table["patterns"]
    ]
    return re.compile("|".join(p.replace("<value>", f"<_{i}>") for i, p in enumerate(patterns)))
