"""Numbers as people say them, in figures: "백만", "三百多万", "two and a half million"."""

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
# "And more" inside a number or behind it: 三百多万, 백여만.
_MORE = "多余여"
_LETTERS = "".join((*_SMALL, *_LARGE, *_DIGITS))
_BIG = "".join((*_SMALL, *_LARGE))
# A number in letters: it has a ten or more in it, and is no part of a word.
_SPELLED = re.compile(
    rf"(?:^|(?<=[ ])|(?<=[过于到超是足有在至和与约近从口积共达]))"
    rf"[{_LETTERS}{_MORE}]*[{_BIG}][{_LETTERS}{_MORE}]*"
    r"(?=[ ]|대(?= |에|인|의|$)|넘|이상|이하|미만|명|인|제곱|평방|킬로|도|이|을|를|밑|에서|부터"
    r"|까지|쯤|가량|내외|안팎|남짓|정도|之|인구|上|下|左|人|平|公|以|到|至|的|$)"
)
# Figures whose multiplier has "and more" before its last part: 4백여만.
_MIXED = re.compile(rf"(?P<digits>\d+(?:\.\d+)?)(?P<letters>[{_BIG}]*[{_MORE}][{_BIG}]+)")
_UNITS = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_TEENS = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NATIVE = {"열": 10, "스무": 20, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60}
# Some tens are at least so many of them, and less than so many.
_SEVERAL, _TENFOLD = 2, 10
_SOME = re.compile(
    rf"(?:수|몇|数|几) ?(?P<letters>[{_BIG}]+)"
    r"|\b(?:several|a few) (?P<few>hundred|thousand|million|billion)\b"
    r"|\b(?P<words>(?:tens|dozens|hundreds|thousands|millions)(?: of (?:thousands|millions))?)\b"
)
_SOME_WORDS = {"tens": 10, "dozens": 12} | {f"{unit}s": size for unit, size in _UNITS.items()}


def in_figures(folded: str) -> str:
    """``folded`` with the numbers that are spelled out as figures, "and more" right behind them."""
    text = _english().sub(_of_english, _counted().sub(_of_counted, folded))
    text = _MIXED.sub(_of_mixed, text)
    return _SPELLED.sub(lambda match: f" {_figures(match.group())} ", text)


def value_of(letters: str) -> int:
    """The value of a number in Korean or Chinese letters: 백오십만 is 1,500,000."""
    total = section = digit = 0
    for letter in letters:
        if letter in _DIGITS:
            digit = _DIGITS[letter]
        elif letter in _SMALL:
            section, digit = section + (digit or 1) * _SMALL[letter], 0
        elif letter in _LARGE:
            total, section, digit = total + ((section + digit) or 1) * _LARGE[letter], 0, 0
    return total + section + digit


def some_of(folded: str) -> tuple[float, float] | None:
    """The bounds of what is only some tens, hundreds or millions: "수십 명" is from 20 to 100.

    None where nothing is said so.
    """
    match = _SOME.search(folded)
    if match is None:
        return None
    one = value_of(match["letters"]) if match["letters"] else _UNITS.get(match["few"] or "", 1)
    for word in (match["words"] or "").split():
        one *= _SOME_WORDS.get(word, 1)
    return float(one * _SEVERAL), float(one * _TENFOLD)


@lru_cache(maxsize=1)
def _counted() -> re.Pattern[str]:
    """Small numbers right before the people that they count."""
    english, korean = "|".join(_words()), "|".join(_NATIVE)
    return re.compile(
        rf"\b(?P<word>{english})(?: or (?:more|fewer))? "
        r"(?=(?:people|persons|members|delegates|officials|students|visitors|heads)\b)"
        rf"|(?<![가-힣])(?P<native>{korean}) ?(?=명|분(?=이|의|께| )|사람)"
    )


def _of_counted(match: re.Match[str]) -> str:
    native = match["native"]
    return f"{_NATIVE[native] if native else _words()[match['word']]} "


def _figures(letters: str) -> str:
    more = next((letter for letter in letters if letter in _MORE), "")
    return f"{value_of(letters)}{more}"


def _of_mixed(match: re.Match[str]) -> str:
    return f"{round(float(match['digits']) * value_of(match['letters']))}여"


@lru_cache(maxsize=1)
def _words() -> dict[str, int]:
    """Every English word for a number below a hundred."""
    words = {word: int(number) for word, number in table("numerals").items() if word.isascii()}
    words |= {word: number for number, word in enumerate(_TEENS.split(), 11)}
    return words | {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}


@lru_cache(maxsize=1)
def _english() -> re.Pattern[str]:
    """A number with a hundred or more in it: "two and a half million", "three hundred thousand"."""
    small, units = "|".join(_words()), "|".join(_UNITS)
    count = rf"(?:half an?|an?|\d+(?:\.\d+)?|(?:{small})(?:[ -](?:{small}))?)"
    return re.compile(
        rf"\b{count}(?: and a half)? (?:{units})"
        rf"(?:(?: and)? (?:{small})(?:[ -](?:{small}))?(?= (?:{units})\b))?(?: (?:{units}))*"
        r"(?: and a half)?(?P<odd>[ -]odd)?\b"
    )


def _of_english(match: re.Match[str]) -> str:
    total, section, last = 0.0, 0.0, 1
    for word in re.split(r"[ -]", match.group().replace("half an", "half a")):
        if word in _UNITS and _UNITS[word] > 100:
            last = _UNITS[word]
            total, section = total + (section or 1) * last, 0.0
        elif word in _UNITS:
            last, section = 100, (section or 1) * 100
        elif word == "half":
            section += 0.5 if not total else 0.0
            total += last / 2 if total else 0.0
        else:
            section += _words().get(word, 0) if word.isalpha() else _decimal(word)
    return (
        f"{total + section:g}"
        if (total + section) % 1
        else f"{int(total + section)}" + ("여" if match["odd"] else "")
    )


def _decimal(word: str) -> float:
    return float(word) if word.replace(".", "", 1).isdigit() else 0.0
