"""Countries and kinds of tie at the edges of the text of cells that nothing parts."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.text import fold_text
from corpus.wordlists import DATA, load_toml

_LANGUAGES = ("ko", "zh", "zh-Hant", "en")
# The most words in the name of a country, and what may stand in brackets behind it.
_MOST_WORDS = 8
_BRACKET = re.compile(r"\s?[(（][^()（）]{1,40}[)）]")
_SPACE = re.compile(r"[\s,，·]+")


def country_end(text: str) -> int:
    """Where the name of a country that opens ``text`` ends, with its bracket behind; 0 if none."""
    longest = max(filter(lambda end: _is_country(text[:end]), _ends(text)), default=0)
    bracket = _BRACKET.match(text, longest) if longest else None
    if bracket and (bracket.group().strip()[1:2].isascii() or _is_country(bracket.group())):
        return bracket.end()
    return longest


def country_start(text: str) -> int:
    """Where the name of a country that ends ``text`` starts; its length if none does."""
    starts = (m.end() for m in _last(text) if _is_country(text[m.end() :]))
    return min(starts, default=len(text))


def continent_start(text: str) -> int:
    """Where the part of the world that ends ``text`` starts; its length if none does."""
    starts = (m.end() for m in _last(text) if _is_continent(text[m.end() :]))
    return min(starts, default=0 if _is_continent(text) else len(text))


def continent_end(text: str) -> int:
    """Where the part of the world that opens ``text`` ends; 0 if none does."""
    return max(filter(lambda end: _is_continent(text[:end]), _ends(text)), default=0)


def kind_start(text: str) -> int:
    """Where the kind of tie that ends ``text`` starts; its length if none does."""
    starts = (m.end() for m in _last(text) if fold_text(text[m.end() :]).strip() in _kinds())
    return min(starts, default=len(text))


def kind_end(text: str) -> int:
    """Where the kind of tie that opens ``text`` ends; 0 if none does."""
    return max(
        filter(lambda end: fold_text(text[:end]).strip() in _kinds(), _ends(text)), default=0
    )


def _ends(text: str) -> list[int]:
    """Where the first words of ``text`` end."""
    ends = [match.start() for match in re.finditer(r"(?<=\S)[\s,，(（·]", text[:160])]
    return [*ends[:_MOST_WORDS], *([len(text)] if len(ends) < _MOST_WORDS else [])]


def _last(text: str) -> list[re.Match[str]]:
    """The spaces before the last words of ``text``."""
    return list(_SPACE.finditer(text))[-_MOST_WORDS:]


@lru_cache(maxsize=4096)
def _is_country(text: str) -> bool:
    name = fold_text(text).strip(" ,，.()（）·")
    return name in _countries() or name.replace(" ", "") in _countries()


def _is_continent(text: str) -> bool:
    return fold_text(text).strip(" .,()（）") in _continents()


@lru_cache(maxsize=1)
def _continents() -> frozenset[str]:
    return frozenset(fold_text(word) for word in load_toml("tables.toml")["continents"]["words"])


@lru_cache(maxsize=1)
def _kinds() -> frozenset[str]:
    return frozenset(fold_text(word) for word in load_toml("tables.toml")["kinds"]["words"])


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    table = load_toml("tables.toml")["countries"]
    names = {fold_text(name).strip(".") for name in (*table["names"], *_listed())}
    names |= {f"{title} {name}" for title in table["before"] for name in names if name.isascii()}
    names |= {f"{name}{end}" for end in table["behind"] for name in names if not name.isascii()}
    return frozenset(names | {name.replace(" ", "") for name in names if not name.isascii()})


def _listed() -> Iterator[str]:
    with (DATA / "places" / "countries.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            for language in _LANGUAGES:
                yield from filter(None, line[language].split("|"))
