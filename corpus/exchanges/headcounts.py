"""Numbers of people who take part in an event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.dates import find_dates
from corpus.exchanges.marking import quickly_compiled, text_without
from corpus.language import HAN
from corpus.text import fold_text
from corpus.wordlists import load_toml

_HAN_NUMBERS = {sign: value for value, sign in enumerate("一二三四五六七八九十", start=1)}
_HAN_NUMBERS["两"] = 2
_NEAR = 64
_START = r"(?<![\d.-])(?<!\d,)"
_TOTAL = re.compile(_START + r"(?P<n>\d{1,4})\s?[명人名]?\s?[(（](?P<in>[^()（）]{3,60})[)）]")
_CELL_NUMBER = re.compile(_START + r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,5}(?![\d.]))")
_NUMBERED = re.compile(r"\d")
_OTHER_UNIT = re.compile(r"\d\s?(?:개|회|건|일|년|월|次|个|天|年|月|日|%|days?|times?)")
# A year is no head count, unless it is counted with.
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTED = re.compile(r"\s?[여余多]?\s?[명人名]")
_PHRASE = re.compile(r"(?:\s{1,3}[a-z][a-z'-]*){1,4}")
_NOUN_FIRST = re.compile(
    r"(?<=[(（,、·;])\s?(?:학생|교사|인솔자?|인솔교사|선수|임원|단원|공무원|의원|통역|수행원?|직원|기자"
    r"|学生|教师|老师|领队|队员|官员|随员|选手|职员|students?|teachers?|players?|coaches|officials?|staff)"
    r"\s?:?\s?(?P<n>\d{1,3})(?=\s?[)）,、·;])"
)
_BARE = re.compile(r"(?<![\d.-])(?<!\d,)\d{1,4}(?=[\s명人名,，、·]|$)")


def count_people(text: str) -> tuple[int, ...]:
    """Head counts in the order of the text.

    Where a text gives a total and all of its parts, the parts are given: a number that is the sum
    of those beside it is left out. No number of a date is one.
    """
    return _count(fold_text(text_without(text, [date.span for date in find_dates(text)])))


def count_cell(text: str) -> tuple[int, ...]:
    """Head counts of a cell in a column of them, where a number needs no word behind it."""
    folded = fold_text(text)
    if not _NUMBERED.search(folded) or _OTHER_UNIT.search(folded):
        return ()
    numbers = tuple(int(m[0].replace(",", "")) for m in _CELL_NUMBER.finditer(folded))
    return _without_total(tuple(number for number in numbers if number))


@lru_cache(maxsize=4096)
def _count(folded: str) -> tuple[int, ...]:
    found = dict(_listed(folded))
    for match in _numbers().finditer(folded):
        number = _number(match.group())
        if number and _is_of_people(folded, match.start(), match.end()):
            found[match.start()] = number
    return _without_total(tuple(found[start] for start in sorted(found)))


def _is_of_people(folded: str, start: int, end: int) -> bool:
    """Whether the number at [start, end) counts people, and such as take part."""
    before = folded[max(0, start - _NEAR) : start]
    if _edge("not_before").search(before) or _edge("not_behind").match(folded, end):
        return False
    if _YEAR.fullmatch(folded, start, end) and not _COUNTED.match(folded, end):
        return False
    if _edge("behind").match(folded, end) or _counts_noun(folded, end):
        return True
    if folded[end : end + 1] in (")", "）") and _edge("bracketed").search(before):
        return True
    follows = _edge("before").search(before) is not None
    return follows and not _edge("not_behind_then").match(folded, end)


def _counts_noun(folded: str, end: int) -> bool:
    """Whether a noun for people stands within the next words behind a number."""
    phrase = _PHRASE.match(folded, end)
    for word in phrase.group().split() if phrase else ():
        if word in _nouns() or word + "s" in _nouns():
            return True
        if word in load_toml("kinds.toml")["_people"]["nouns_end"]:
            return False
    return False


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    return frozenset(load_toml("kinds.toml")["_people"]["nouns"])


def _listed(folded: str) -> Iterator[tuple[int, int]]:
    """The bare numbers in brackets behind nouns for people: "25명(학생 20, 교사 5)"."""
    for match in _NOUN_FIRST.finditer(folded):
        yield match.start("n"), int(match["n"])
    for total in _TOTAL.finditer(folded):
        parts = [(total.start("in") + m.start(), int(m[0])) for m in _BARE.finditer(total["in"])]
        if len(parts) > 1 and sum(number for _, number in parts) == int(total["n"]):
            yield from parts


def _without_total(counts: tuple[int, ...]) -> tuple[int, ...]:
    if len(counts) > 2 and counts[0] == sum(counts[1:]):
        return counts[1:]
    if len(counts) > 2 and counts[-1] == sum(counts[:-1]):
        return counts[:-1]
    return counts


def _number(text: str) -> int:
    """A number in digits, in Han signs below a hundred or in an English word."""
    digits = text.replace(",", "")
    if digits.isdecimal():
        return int(digits)
    word = load_toml("kinds.toml")["_people"]["numbers"].get(text)
    return word if word else _han_number(text)


def _han_number(text: str) -> int:
    tens, ten, ones = text.partition("十")
    if not ten:
        return _HAN_NUMBERS.get(text, 0)
    return 10 * _HAN_NUMBERS.get(tens, 1) + (_HAN_NUMBERS.get(ones, 0) if ones else 0)


@lru_cache(maxsize=8)
def _edge(name: str) -> re.Pattern[str]:
    found = load_toml("kinds.toml")["_people"][name]
    return re.compile(quickly_compiled(found if isinstance(found, str) else "|".join(found)))


@lru_cache(maxsize=1)
def _numbers() -> re.Pattern[str]:
    words = "|".join(sorted(load_toml("kinds.toml")["_people"]["numbers"], key=len, reverse=True))
    signs = "".join(_HAN_NUMBERS)
    return re.compile(
        r"(?<![\d.-])(?<!\d,)(?:\d{1,3}(?:,\d{3})+|\d{1,5})(?!\d)"
        rf"|(?:(?<![{HAN}])|(?<=[等行计派了率共的生师员团表选]))[{signs}]{{1,3}}"
        rf"|(?<![a-z-])(?:{words})(?![a-z])"
    )
