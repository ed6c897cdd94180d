"""What a line starts with that may be the name of a place: behind its number, before its data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.text import fold, fold_text
from corpus.wordlists import load_toml

LONGEST = 60
_MARKS = re.compile(r"^[^\w(（\[【〔<〈#※]+")
_TAG = re.compile(r"[\[【〔<〈](?P<name>[^\[\]【】〔〕<>〈〉\d:：]{2,40})[\]】〕>〉]\s*")
# A name with brackets behind it, up to a number, a sign or the end of the line.
_NAME = re.compile(
    r"(?P<name>[^\d:：(（)）\[\]【】<>〈〉|｜;；。!?！？“”\"▲※]{2,60}?"
    r"(?:\s*[(（\[][^()（）\[\]\d:：]{1,60}[)）\]]){0,2})"
    r"\s*(?=$|[\d:：(（\[|｜;；。]|'\d|[-–—]\s|\.(?:\s|$))"
)


_SIGN = re.compile(r"\s*(?:[:：|/>·]|[-–—](?=\s))\s*")
_IN_BRACKETS = re.compile(r"[(（\[][^()（）\[\]]{1,20}[)）\]]")


@dataclass(frozen=True, slots=True)
class Head:
    """The part of a line, from ``start`` to ``end``, that may name a place.

    ``tail`` is what follows; a ``tagged`` name stands in brackets before it ("[Otsu] 2018 …"),
    a ``numbered`` one behind a number.
    """

    text: str
    start: int
    tail: str
    tagged: bool = False
    numbered: bool = False

    @property
    def end(self) -> int:
        """Where the name ends in the line."""
        return self.start + len(self.text)


@lru_cache(maxsize=4096)
def head_of(line: str) -> Head | None:
    """The head of ``line``; None where it starts with a date, a label or a long sentence."""
    start, numbered = _start(line)
    tag = _TAG.match(line, start)
    if tag is not None:
        return Head(tag["name"], tag.start("name"), line[tag.end() :], tagged=True)
    match = _NAME.match(line, start, start + 2 * LONGEST)
    if match is None or not any(letter.isalpha() for letter in match["name"]):
        return None
    name = match["name"].rstrip(" ,，、·")
    return Head(name, match.start(), line[match.end() :].strip(), numbered=numbered)


def head_behind(line: str, head: Head) -> Head | None:
    """The name behind ``head`` and a sign, where ``head`` is a country ("China - Shenzhen")."""
    sign = _SIGN.match(line, head.end)
    behind = head_of(line[sign.end() :]) if sign else None
    if sign is None or behind is None or behind.start or behind.tagged:
        return None
    whole = line[head.start : sign.end() + behind.end]
    return Head(whole, head.start, behind.tail, numbered=head.numbered)


def without_relations(text: str) -> str:
    """Folded ``text`` without words for partners, offices, overviews ("우호도시", "city hall")."""
    return " ".join(_around().sub(" ", fold_text(text)).split())


def relation_around(text: str) -> tuple[int, int]:
    """Where the name in ``text`` starts and ends, without words for the kind of partner."""
    folded = fold(text)
    start, end = 0, len(text)
    for match in _around().finditer(folded.text):
        where = folded.span(*match.span())
        if not text[start : where.start].strip(" ,(（"):
            start = where.end
        elif not text[where.end : end].strip(" )）"):
            end = where.start
    return (start, end) if start < end else (0, len(text))


def names_relation(text: str) -> bool:
    """Whether ``text`` is words for a group of partners and nothing else."""
    head = head_of(text)
    if head is None or len(text) > LONGEST:
        return False
    if any(character.isalnum() for character in _IN_BRACKETS.sub("", head.tail)):
        return False
    rest = _relations().sub(" ", fold_text(head.text))
    return bool(rest != fold_text(head.text)) and not any(letter.isalpha() for letter in rest)


def _start(line: str) -> tuple[int, bool]:
    """Where ``line`` starts behind marks and a number, and whether there is a number."""
    marks = _MARKS.match(line)
    start = marks.end() if marks else 0
    number = _numbers().match(line, start)
    start = number.end() if number else start
    marks = _MARKS.match(line[start:])
    return start + (marks.end() if marks else 0), number is not None


@lru_cache(maxsize=1)
def _numbers() -> re.Pattern[str]:
    numbers = "|".join(load_toml("headings.toml")["numbers"])
    return re.compile(rf"(?:{numbers})\s*(?=\D)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _relations() -> re.Pattern[str]:
    return re.compile(_words("relations"))


@lru_cache(maxsize=1)
def _around() -> re.Pattern[str]:
    return re.compile("|".join(map(_words, ("relations", "beside", "offices"))))


def _words(table: str) -> str:
    """A pattern of whole words: no letter of the same script may go on."""
    words = sorted(load_toml("headings.toml")[table], key=len, reverse=True)
    return rf"(?<![a-z가-힣])(?:{'|'.join(words)})(?![a-z가-힣])"
