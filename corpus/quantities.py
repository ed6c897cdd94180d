"""Numbers with unit, multiplier and "about", in Korean, Chinese and English text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.model import Span
from corpus.text import fold
from corpus.wordlists import load_toml

# Grouped in threes, plain, or decimal: anything else with digits and commas is malformed.
_WELL_FORMED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_DIGITS = r"\d[\d,]*(?:\.\d+)?"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text.

    ``number`` has its multiplier applied and is None where it is malformed (``1,18만``);
    ``dimension`` is area, people, money or None; ``unit`` is canonical (km², people, KRW …);
    ``span`` covers number, multiplier and unit; ``amount`` covers them without "about".
    """

    span: Span
    number: float | None
    unit: str | None
    dimension: str | None
    approximate: bool

    @property
    def malformed(self) -> bool:
        """Whether the text is no well-formed number."""
        return self.number is None


def find_quantities(text: str) -> list[Quantity]:
    """Every number of ``text`` in order."""
    folded = fold(text)
    return [
        _quantity(match, folded.span(match.start("number"), match.end()))
        for match in _pattern().finditer(folded.text)
    ]


def convert_area(number: float, unit: str) -> float:
    """``number`` of ``unit`` (km², ha or m²) in square kilometres."""
    return number * {"km²": 1.0, "ha": 0.01, "m²": 1e-6}[unit]


def is_plausible(dimension: str, number: float, unit: str | None = None) -> bool:
    """Whether a municipality's area or population could have this size."""
    limits = load_toml("units.toml")["plausible"].get(dimension)
    if limits is None:
        return True
    size = convert_area(number, unit) if dimension == "area" and unit else number
    return bool(limits["low"] <= size <= limits["high"])


def _quantity(match: re.Match[str], span: Span) -> Quantity:
    digits = match["number"].rstrip(",")
    number: float | None = None
    if _WELL_FORMED.fullmatch(digits):
        number = float(digits.replace(",", "")) * _multiplier(match["multiplier"])
    dimension, unit = _unit(match["unit"])
    return Quantity(span, number, unit, dimension, match["about"] is not None)


def _multiplier(word: str | None) -> float:
    return float(load_toml("units.toml")["multipliers"][word.strip()]) if word else 1.0


def _unit(word: str | None) -> tuple[str | None, str | None]:
    if not word:
        return None, None
    for dimension, units in load_toml("units.toml")["units"].items():
        if _squeeze(word) in map(_squeeze, units):
            return dimension, next(u for w, u in units.items() if _squeeze(w) == _squeeze(word))
    return None, None


def _squeeze(word: str) -> str:
    return " ".join(fold(word).text.split())


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    table = load_toml("units.toml")
    units = {_squeeze(word) for words in table["units"].values() for word in words}
    about = _choice({_squeeze(word) for word in table["about"]["words"]})
    return re.compile(
        rf"(?P<about>(?:{about})\s*)?(?<![\d,.])(?P<number>{_DIGITS})"
        rf"(?:\s*(?P<multiplier>{_choice(set(table['multipliers']))})(?![a-z]))?"
        rf"(?:여)?(?:\s*(?P<unit>{_choice(units)})(?![a-z0-9]))?"
    )


def _choice(words: set[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
