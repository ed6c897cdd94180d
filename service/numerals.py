"""Numbers as people say them, rewritten in figures: "백만", "五千", "half a million"."""

from __future__ import annotations

import re
from functools import lru_cache

from service.lexicon import table

_SMALL = {"십": 10, "백": 100, "천": 1000, "十": 10, "百": 100, "千": 1000}
_LARGE = {"만": 10**4, "억": 10**8, "万": 10**4, "亿": 10**8}
_DIGITS = {
    letter: number
    for letters in ("일이삼사오육칠팔구", "一二三四五六七八九")
    for number, letter in enumerate(letters, 1)
} | {"两": 2}
_LETTERS = "".join((*_SMALL, *_LARGE, *_DIGITS))
# A number in letters: it has a ten or more in it, and is no part of a word.
_BIG = "".join((*_SMALL, *_LARGE))
_SPELLED = re.compile(
    rf"(?:(?<=[ ])|(?<=[过于到超是足有在]))[{_LETTERS}]*[{_BIG}][{_LETTERS}]*"
    r"(?=[ ]|넘|이상|이하|미만|명|인|제곱|평방|킬로|도|이|을|를|밑|人|平|公|以|多|的|$)"
)
_ENGLISH = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}


def in_figures(folded: str) -> str:
    """``folded`` with the numbers that are spelled out as figures."""
    text = _english().sub(_of_english, folded)
    return _SPELLED.sub(lambda match: f" {value_of(match.group())} ", text)


def value_of(letters: str) -> int:
    """The value of a number in Korean or Chinese letters: 백오십만 is 1,500,000."""
    total = section = digit = 0
    for letter in letters:
        if letter in _DIGITS:
            digit = _DIGITS[letter]
        elif letter in _SMALL:
            section, digit = section + (digit or 1) * _SMALL[letter], 0
        else:
            total, section, digit = total + ((section + digit) or 1) * _LARGE[letter], 0, 0
    return total + section + digit


@lru_cache(maxsize=1)
def _english() -> re.Pattern[str]:
    units = "|".join(_ENGLISH)
    ones = "|".join(word for word in table("numerals") if word.isascii())
    return re.compile(rf"\b(?P<count>half an?|an?|{ones}) (?P<unit>{units})\b")


def _of_english(match: re.Match[str]) -> str:
    count, unit = match["count"], _ENGLISH[match["unit"]]
    if count.startswith("half"):
        return str(unit // 2)
    return str(unit * int(table("numerals").get(count, "1")))
