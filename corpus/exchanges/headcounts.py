"""Numbers of people who take part in an event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.dates import find_dates
from corpus.exchanges.korean_counts import KOREAN_NUMBER, KOREAN_NUMBERS, parts_in_brackets
from corpus.exchanges.marking import quickly_compiled
from corpus.language import HAN, split_halves
from corpus.spans import blanked
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
_PHRASE = re.compile(r"(?:\s{1,3}[a-z][a-z\d'-]*){1,4}")
# Before a number in brackets: the last few words, and behind it what may go on to the bracket.
_BEFORE_BRACKET = re.compile(r"(?P<words>[a-z'-]+(?: [a-z'-]+){0,6}) ?[(（]$")
_BRACKET_ENDS = re.compile(r"(?: each(?: time| year)?| in all| each way)?\s?[)）]")
_NOUN_FIRST = re.compile(
    r"(?<=[(（,、·;|])\s?(?:학생|교사|인솔자?|인솔교사|선수|임원|단원|공무원|의원|통역|수행원?|직원|기자"
    r"|学生|教师|老师|领队|队员|官员|随员|选手|职员|演员|少年|儿童|教练|企业家|团员|代表|议员|工作人员"
    r"|带队老师|领队老师|随行人员|随行|记者|翻译|家长|校长|医生|护士|农民|运动员|球员|裁判|干部|公务员"
    r"|青少年|师生|专家|艺术家|students?|pupils?|teachers?|players?|coaches|officials?|staff)"
    r"\s?:?\s?(?P<n>\d{1,3})(?=\s?(?:[)）,、·;|]|$))"
)
# Words that end what a bracket is about, but for those that tell whose people they are.
_ENDING = frozenset({"to", "for", "with", "by", "at", "on", "in", "and", "visited", "met"})
# A total with what each side had of it.
_BOTH_SIDES = re.compile(
    r"(?<![\d,.])(?P<all>\d{1,4})(?: [a-z]+){1,3}[,(:]? ?(?:including )?"
    r"(?P<one>\d{1,3}) (?:from|of) [^\d.;]{2,40}? and (?P<other>\d{1,3}) (?:from|of)\b"
)
# Between a number of people and that of some of them, and behind the latter.
_SOME_OF_THEM = re.compile(r"\b(?:including|among them|among whom|of whom)\b|其中|(?<!不)包括|内含")
_SOME_BEHIND = re.compile(r"\d{1,3} ?여? ?명?[을를]? ?(?:포함|비롯)(?!한 |하여 |해 )")
_ENDED = re.compile(r"[.;。；]\s|[다음임]\.|[;；。]")
# Up to this many inhabitants are such as take part; more of them are a crowd.
_CROWD = 99
_BARE = re.compile(r"(?<![\d.-])(?<!\d,)\d{1,4}(?=[\s명人名,，、·]|$)")


def count_people(text: str) -> tuple[int, ...]:
    """Head counts in the order of the text.

    Where a text gives a total and all of its parts, the parts are given: a number that is the sum
    of those beside it is left out. No number of a date is one.
    """
    bare = blanked(text, find_dates(text))
    return _told_once(bare, _count(fold_text(bare)))


def _told_once(text: str, counts: tuple[int, ...]) -> tuple[int, ...]:
    """``counts`` without those that a second language repeats ("대표단 9명 … delegation of 9")."""
    half = counts[: len(counts) // 2]
    if not half or counts != half * 2:
        return counts
    by_language: dict[str, str] = {}
    for span, language in split_halves(text):
        by_language[language] = by_language.get(language, "") + text[span.start : span.end] + " "
    said = [_count(fold_text(part)) for part in by_language.values()]
    twice = len(said) > 1 and half in said and all(len(part) <= len(half) for part in said)
    return half if twice else counts


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
    return _without_total(tuple(_without_some(folded, found)))


def _without_some(folded: str, found: dict[int, int]) -> Iterator[int]:
    """The counts in order, without those of some who are counted already ("18 with 6 students").

    Where all of those named make up the total, they stay.
    """
    starts = sorted(found)
    while starts:
        start = starts.pop(0)
        total, before, some, parts, closed = found[start], start, 0, 0, False
        for at in starts:
            gap = folded[before:at]
            first = _SOME_OF_THEM.search(gap) or (
                before == start and _SOME_BEHIND.match(folded, at)
            )
            more = some and not closed and parts + found[at] <= total and ")" not in gap
            if found[at] >= total or not (first or more) or _ENDED.search(gap):
                break
            closed = _SOME_BEHIND.match(folded, at) is not None
            before, some, parts = at, some + 1, parts + found[at]
        yield total
        if sum(found[at] for at in starts[:some]) != total:
            del starts[:some]


def _is_of_people(folded: str, start: int, end: int) -> bool:
    """Whether the number at [start, end) counts people, and such as take part."""
    before = folded[max(0, start - _NEAR) : start]
    if _edge("not_before").search(before) or _edge("not_behind").match(folded, end):
        return False
    if _number(folded[start:end]) > _CROWD and _edge("inhabitants_before").search(before):
        return False
    if _YEAR.fullmatch(folded, start, end) and not _COUNTED.match(folded, end):
        return False
    if _edge("behind").match(folded, end) or _counts_noun(folded, end):
        return True
    if _BRACKET_ENDS.match(folded, end) and (
        _edge("bracketed").search(before) or _names_people(before)
    ):
        return True
    follows = _edge("before").search(before) is not None
    return follows and not _edge("not_behind_then").match(folded, end)


def _counts_noun(folded: str, end: int) -> bool:
    """Whether a noun for people stands within the next words behind a number."""
    phrase = _PHRASE.match(folded, end)
    for word in phrase.group().split() if phrase else ():
        if _is_noun(word):
            return True
        if word in load_toml("kinds.toml")["_people"]["nouns_end"]:
            return False
    return False


def _names_people(before: str) -> bool:
    """Whether English words in front of a bracket are about people ("potters from Kaga (4)")."""
    named = _BEFORE_BRACKET.search(before)
    words = named["words"].split() if named else []
    for word in reversed(words):
        if _is_noun(word):
            return True
        if word in _ENDING:
            return False
    return False


def _is_noun(word: str) -> bool:
    """Whether an English word is one for people, in the plural or as part of a longer noun."""
    if word in _nouns() or word + "s" in _nouns():
        return True
    return word.endswith(tuple(load_toml("kinds.toml")["_people"]["noun_ends"]))


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    return frozenset(load_toml("kinds.toml")["_people"]["nouns"])


def _listed(folded: str) -> Iterator[tuple[int, int]]:
    """The bare numbers in brackets behind nouns for people: "25명(학생 20, 교사 5)"."""
    for match in _NOUN_FIRST.finditer(folded):
        yield match.start("n"), int(match["n"])
    yield from parts_in_brackets(folded)
    yield from _of_each_side(folded)
    for total in _TOTAL.finditer(folded):
        parts = [(total.start("in") + m.start(), int(m[0])) for m in _BARE.finditer(total["in"])]
        if len(parts) > 1 and sum(number for _, number in parts) == int(total["n"]):
            yield from parts


def _of_each_side(folded: str) -> Iterator[tuple[int, int]]:
    """The bare numbers of either side that make up a total ("9 people, 6 from A and 3 from B")."""
    for match in _BOTH_SIDES.finditer(folded):
        one, other = int(match["one"]), int(match["other"])
        if one + other == int(match["all"]):
            yield match.start("one"), one
            yield match.start("other"), other


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
    if text in KOREAN_NUMBERS:
        return KOREAN_NUMBERS[text]
    words: dict[str, int] = load_toml("kinds.toml")["_people"]["numbers"]
    if text[0].isascii():
        return sum(words[word] for word in text.split("-"))
    return _han_number(text)


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
        rf"|(?:(?<![{HAN}])|(?<=[等行计派了率共的生师员团表选者市区县郡州省府院校队和与及约近带领携偕邀请家手民士队友]))[{signs}]{{1,3}}"
        rf"|(?<![a-z-])(?:{words})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?(?![a-z])"
        rf"|{KOREAN_NUMBER}"
    )
