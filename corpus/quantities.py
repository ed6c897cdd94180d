"""Numbers with unit, multiplier and "about", in Korean, Chinese and English text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from corpus.model import Span
from corpus.text import Folded, fold
from corpus.wordlists import load_toml

# Grouped in threes, plain, or decimal: anything else with digits and commas is malformed.
_WELL_FORMED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
# Multipliers by which a whole number of hundreds and thousands is counted.
_SECTIONS = (1e12, 1e8, 1e4, 1.0)
_DECIMALS = 6
_MOST_GROUPS = 8
_DIGITS = r"\d[\d,]*(?:\.\d+)?"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text.

    ``number`` has its multiplier applied and is None where it is malformed (``1,18만``);
    ``dimension`` is area, people, money or None; ``unit`` is canonical (km², people, KRW …);
    ``span`` covers number, multiplier and unit, without "about".
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
    """Every number of ``text`` in order; ``345만 2천명`` is one number."""
    folded = fold(text)
    found: list[Quantity] = []
    position = 0
    while match := _pattern("head").search(folded.text, position):
        quantity, position = _quantity(folded, match)
        found.append(quantity)
    return found


def without_about(text: str) -> str:
    """``text`` without a word for "about" at its end."""
    folded = fold(text)
    match = _pattern("about").search(folded.text)
    return text[: folded.starts[match.start()]] if match else text


def convert_area(number: float, unit: str) -> float:
    """``number`` of ``unit`` (km², mi², ha or m²) in square kilometres."""
    return number * float(load_toml("units.toml")["square_kilometres"][unit])


def is_plausible(dimension: str, number: float, unit: str | None = None) -> bool:
    """Whether a municipality's area or population could have this size; no area is in people."""
    table = load_toml("units.toml")
    limits = table["plausible"].get(dimension)
    if limits is None:
        return True
    if dimension == "area" and unit and unit not in table["square_kilometres"]:
        return False
    size = convert_area(number, unit) if dimension == "area" and unit else number
    return bool(limits["low"] <= size <= limits["high"])


@dataclass(frozen=True, slots=True)
class _Group:
    """Digits and their multiplier: ``section`` is the 10,000 of 천만, ``within`` its 1,000."""

    number: float | None
    within: float
    section: float

    def may_follow(self, before: _Group) -> bool:
        """Whether this group goes on with the number that ``before`` is part of."""
        if self.number is None or before.number is None:
            return True
        if before.section == 1:
            return self.number * self.within < before.within
        return self.number * self.within * self.section < before.section


def _quantity(folded: Folded, head: re.Match[str]) -> tuple[Quantity, int]:
    """The quantity that starts with ``head``, and where it ends in the folded text."""
    groups, ends, more = [_group(head)], [head.end()], head["more"] is not None
    while len(groups) < _MOST_GROUPS and (tail := _tail(folded.text, ends[-1], groups)):
        groups.append(_group(tail))
        ends.append(tail.end())
        more = more or tail["more"] is not None
    unit = _pattern("unit").match(folded.text, ends[-1])
    end = unit.end() if unit else ends[-1]
    dimension, name = _unit(unit["unit"] if unit else None)
    start = head.start("number")
    if head["sign"] and dimension is None:
        dimension, name = "money", load_toml("units.toml")["signs"][head["sign"]]
        start = head.start("sign")
    span = folded.span(start, end)
    more = more or bool(unit and unit["more"])
    about = head["about"] is not None or more or _is_followed(folded.text, end)
    return Quantity(span, _total(groups), name, dimension, about), end


def _is_followed(text: str, end: int) -> bool:
    """Whether a word for "about" stands behind a number and its unit."""
    return _pattern("behind").match(text, end) is not None


def _tail(text: str, position: int, groups: list[_Group]) -> re.Match[str] | None:
    """A group behind ``groups`` that goes on with the same number."""
    if groups[-1].within * groups[-1].section == 1 or text[position - 1].isascii():
        return None
    tail = _pattern("tail").match(text, position)
    return tail if tail and _group(tail).may_follow(groups[-1]) else None


def _total(groups: list[_Group]) -> float | None:
    """The sum of ``groups``; None where one of them is malformed."""
    total = section = 0.0
    for group in groups:
        if group.number is None:
            return None
        section += times(group.number, group.within)
        if group.section > 1:
            total, section = total + times(section, group.section), 0.0
    return round(total + section, _DECIMALS)


def times(number: float, multiplier: float) -> float:
    """``number`` by its multiplier, as decimals: 25.24 by 10,000 is 252,400 and no dust behind."""
    return float(Decimal(str(number)) * Decimal(str(multiplier)))


def _group(match: re.Match[str]) -> _Group:
    digits = match["number"].rstrip(",")
    well_formed = _WELL_FORMED.fullmatch(digits)
    number = float(digits.replace(",", "")) if well_formed else None
    word = match["multiplier"]
    multiplier = float(load_toml("units.toml")["multipliers"][word]) if word else 1.0
    section = next(size for size in _SECTIONS if size <= multiplier)
    return _Group(number, multiplier / section, section)


def _unit(word: str | None) -> tuple[str | None, str | None]:
    return _units().get(_squeeze(word), (None, None)) if word else (None, None)


@lru_cache(maxsize=1)
def _units() -> dict[str, tuple[str, str]]:
    """Dimension and canonical name of every unit as written."""
    table = load_toml("units.toml")["units"]
    return {
        _squeeze(word): (dimension, unit)
        for dimension, units in table.items()
        for word, unit in units.items()
    }


def _squeeze(word: str) -> str:
    return " ".join(fold(word).text.split())


@lru_cache(maxsize=8)
def _pattern(name: str) -> re.Pattern[str]:
    """``head`` and ``tail`` of a number, the ``unit`` behind it, ``about`` at the end of a text."""
    table = load_toml("units.toml")
    units = _choice({_squeeze(word) for words in table["units"].values() for word in words})
    about = _choice({_squeeze(word) for word in table["about"]["words"]})
    signs = _choice(set(table["signs"]))
    and_more = _choice(set(table["about"]["more"]))
    more = rf"(?P<more>{and_more})"
    multipliers = set(table["multipliers"])
    multiplier = rf"\s*(?P<multiplier>{_choice(multipliers)})(?!(?!km)[a-z])"
    joined = rf"\s*(?P<multiplier>{_choice({word for word in multipliers if not word.isascii()})})"
    last = rf"(?:\s*(?:{units})(?![a-z0-9])|(?![./~:-]\d)\s*(?:$|[^\w\s]))"
    return re.compile(
        {
            "about": rf"(?<![a-z])(?:{about})\s*$",
            "behind": rf"\s*(?:{_choice(set(table['about']['behind']))})",
            "head": rf"(?P<about>(?:{about})\s*)?(?:(?<![a-z])(?P<sign>{signs})\s*)?"
            rf"(?<![\d,.])(?P<number>{_DIGITS})"
            rf"(?:(?:{more}(?=\s*(?:{_choice(multipliers)})))?{multiplier})?",
            "tail": rf"\s*(?P<number>\d[\d,]*)(?:{more}?{joined}|(?=(?:{and_more})?{last}))",
            "unit": rf"{more}?(?:\s*(?P<unit>{units})(?![a-z0-9]))?",
        }[name]
    )


def _choice(words: set[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
