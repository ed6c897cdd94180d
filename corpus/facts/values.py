"""Typed values of properties as a page writes them: dates, numbers, addresses, texts, counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.dates import DateMention, find_dates
from corpus.facts.column_units import unit_of_note
from corpus.facts.value_texts import is_bare_kind, text_of, with_digits
from corpus.labels.types import DATED, NUMERIC
from corpus.model import Count, Value
from corpus.quantities import Quantity, find_quantities, is_plausible, times, without_about
from corpus.wordlists import load_toml

# Properties of which brackets behind the value may say when they were counted.
COUNTED = frozenset({*NUMERIC, "divisions", "organization"})
_COUNTS = frozenset({"divisions", "organization"})
_URL = re.compile(
    r"(?:https?://|www\.)[^\s)）>\"'，、；。|]+|(?:[A-Za-z0-9-]+\.)+[a-z]{2,}(?:/[^\s)），]*)?"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_BRACKETS = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")
_BETWEEN = re.compile(
    r"\s*(?:(?<!\d),|,(?!\d{3}(?!\d))|[，、;；·ㆍ/&\n])\s*|\s+(?:및|와|과|and)\s+|(?<=[가-힣])[와과]\s+(?=\d)|[和及与]"
    r"|(?<=[가-힣a-z]) (?=\d)"
)
_NUMBER_FIRST = re.compile(
    r"(?<!\d)(?P<n>\d{1,3}(?:,\d{3}){1,3}|\d{1,7})(?!\d) ?(?:개(?!발)|[个個箇])? ?(?P<of>[^\d\s].*)"
)
_NUMBER_LAST = re.compile(r"(?P<of>[^\d\s][^\d]*?) ?(?P<n>\d{1,7}) ?(?:명|개|人|名|[个個])?")
_LISTED = re.compile(r"\s*(?:(?<!\d),|,(?!\d{3}(?!\d))|[，、;；·ㆍ/\n])\s*")
# Before a number these say that it counts all that follows.
_TOTALS = frozenset({"총", "전체", "약", "계", "합계", "共", "总", "约", "共有", "total", "about"})
# Words for one of what is counted, which tell nothing themselves.
_COUNTERS = frozenset("명개人名个個")
# Between counts that nothing parts ("2区31洞").
_TOGETHER = re.compile(r"(?<=[^\d\s,.])(?=\d)")
_TRAILING = " .。,，;；、:："
# A range of numbers is no number.
_RANGE = re.compile(r"\s*(?:~|∼|～|〜|-|–|—|至|到)\s*\d")
_RANGE_BEFORE = re.compile(r"\d[^\s\d]{0,4}\s*(?:~|∼|～|〜|至|到)\s*$")
_NEAR = 12
# Properties told in words, which no number or date alone is a value of.
_WORDS = frozenset({"flower", "tree", "bird", "mayor", "economy", "specialties", "features",
                    "location", "climate", "agreement", "signatories", "signing_place",
                    "method", "department"})  # fmt: skip
_WORDLESS = re.compile(r"[\W\d년월일年月日명人억만천㎢%]*(?:km2?|ha)?[\W]*")
_YEAR_ONLY = re.compile(r"((?:19|20)\d\d)\.?")
_DIGIT = re.compile(r"\d")
_PLAIN = re.compile(r"[\d,.]+")
_YEAR_IN_NOTE = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)(?!\s*(?:명|人|persons))")
# A year behind a number and a space or comma, where nothing else stands ("456,000 2023").
_YEAR_BEHIND = re.compile(
    r"[\s,，/]+(?P<year>(?:19|20)\d\d)\s*(?:년|年)?\s*(?:기준|현재|말|末|底)?"
)
# A number in two pieces ("32. 75㎢") may be either or neither.
_BROKEN = re.compile(r"\D{0,3}(?!(?:19|20)\d\d)\d{1,4}[.,] \d{1,3}(?![\d,.년月월])")
_HOUSEHOLDS = re.compile(r"\s*(?:세대|가구|户|households)")


@dataclass(frozen=True, slots=True)
class Typed:
    """A value, with what the page says of it: when it was counted, about?, and uncertain?"""

    value: Value
    as_of: str | None = None
    approximate: bool = False
    uncertain: bool = False


def type_value(name: str, text: str, note: str = "") -> list[Typed]:
    """The values of property ``name`` written as ``text``: one, but for several dates.

    ``note`` is what the label says in brackets, such as the unit of a whole column. Nothing where
    the text holds no value of the property's type.
    """
    if not any(sign.isalnum() for sign in text) or (name == "agreement" and is_bare_kind(text)):
        return []
    if name in DATED:
        year = _YEAR_ONLY.fullmatch(text.strip())
        dated = [Typed(Value("date", written, date.edtf)) for written, date in _dated(text)]
        return dated or ([Typed(Value("date", text.strip(), year[1]))] if year else [])
    if name == "homepage":
        match = _URL.search(text)
        return [Typed(Value("url", match.group().rstrip(".,")))] if match else []
    if name == "email":
        match = _EMAIL.search(text)
        return [Typed(Value("text", match.group()))] if match else []
    if name in NUMERIC:
        return [_numeric(name, text, note) if _DIGIT.search(text) else _spelled(name, text, note)]
    counts = count_units(text) if name in _COUNTS else ()
    as_of = _as_of(text) if name in COUNTED else None
    written = None if name in _WORDS and _WORDLESS.fullmatch(text) else text_of(name, text)
    return [Typed(Value("text", written, counts=counts), as_of)] if written else []


def type_number(name: str, text: str, quantity: Quantity, as_of: str | None = None) -> Typed:
    """A number of ``text`` as a value: as written only where it is malformed."""
    written = text[quantity.span.start : quantity.span.end]
    if quantity.number is None:
        about = len(without_about(text[: quantity.span.start]).rstrip())
        as_written = text[about if quantity.approximate else quantity.span.start :]
        as_written = as_written[: len(as_written) - len(text) + quantity.span.end].strip()
        return Typed(Value("text", as_written), as_of, False, True)
    unit = quantity.unit or ("people" if name == "population" else None)
    uncertain = not is_plausible(name, quantity.number, quantity.unit)
    value = Value("number", written, number=quantity.number, unit=unit)
    return Typed(value, as_of, quantity.approximate, uncertain)


def fits(name: str, quantity: Quantity) -> bool:
    """Whether a quantity has the dimension of a property, or for people none at all."""
    if name == "population":
        return quantity.dimension in (None, "people")
    return quantity.dimension == NUMERIC[name]


def count_units(text: str) -> tuple[Count, ...]:
    """The counts that ``text`` lists: ``5개 구, 2개 현`` or ``구장1, 부구장5``."""
    plain = text
    while (shorter := _BRACKETS.sub("", plain)) != plain:
        plain = shorter
    return tuple(_counts(plain))


def _counts(plain: str) -> Iterator[Count]:
    for words in _pieces(plain):
        together = words[:1].isdigit()
        for part in _TOGETHER.split(words) if together else (words,):
            match = _NUMBER_FIRST.search(part)
            if match is None or match["of"] in _COUNTERS:
                match = _NUMBER_LAST.fullmatch(part)
            of = match["of"].strip(_TRAILING) if match else ""
            if match and of and not any(sign.isdigit() for sign in of):
                yield Count(int(match["n"].replace(",", "")), of)


def _pieces(plain: str) -> Iterator[str]:
    """What is counted, one by one; a number may stand behind its noun and a space ("시장 1")."""
    for part in _LISTED.split(plain):
        words = part.strip(_TRAILING)
        last = _NUMBER_LAST.fullmatch(words)
        if last and " " in words and last["of"].strip() not in _TOTALS:
            yield words
        else:
            yield from (piece.strip(_TRAILING) for piece in _BETWEEN.split(part))


def _dated(text: str) -> Iterator[tuple[str, DateMention]]:
    """Each date of ``text`` with all that is written up to the next one."""
    dates = find_dates(text)
    for number, date in enumerate(dates):
        start = date.span.start if number else 0
        end = dates[number + 1].span.start if number + 1 < len(dates) else len(text)
        yield text[start:end].strip(_TRAILING + "/|"), date


def _numeric(name: str, text: str, note: str) -> Typed:
    quantity = _chosen(name, text)
    if quantity is None:
        return Typed(Value("text", text.strip()), None, False, True)
    before = text[max(0, quantity.span.start - _NEAR) : quantity.span.start]
    if _RANGE.match(text, quantity.span.end) or _RANGE_BEFORE.search(before):
        return Typed(Value("text", text.strip()), _as_of(text), quantity.approximate, True)
    as_of = _as_of(text, quantity) or _date_of_note(note)
    return type_number(name, text, _with_note(name, text, quantity, note), as_of)


def _spelled(name: str, text: str, note: str) -> Typed:
    """A number written out in Chinese, with the text that writes it so."""
    typed = _numeric(name, with_digits(text), note)
    return replace(typed, value=replace(typed.value, text=text.strip()))


def _date_of_note(note: str) -> str | None:
    """When a whole column was counted: ``인구(천명, 2022년)``, ``Population (2020)``."""
    dates = find_dates(note)
    if dates:
        return dates[-1].edtf
    year = _YEAR_IN_NOTE.search(note)
    return year["year"] if year else None


def _chosen(name: str, text: str) -> Quantity | None:
    """The first number of the property's dimension; else the first that has none."""
    if _BROKEN.match(text):
        return None
    found = [q for q in find_quantities(text) if not _HOUSEHOLDS.match(text, q.span.end)]
    dates = find_dates(text)
    plain = [q for q in found if not any(q.span.within(date.span) for date in dates)] or found
    exact = [q for q in plain if q.dimension == NUMERIC[name]]
    free = [q for q in plain if q.dimension is None]
    return next(iter(exact or free or plain), None)


def _with_note(name: str, text: str, quantity: Quantity, note: str) -> Quantity:
    """``quantity`` in the unit and multiples that its column's header gives.

    A number that has a multiplier of its own has none from there.
    """
    unit = unit_of_note(note) if note else None
    if unit is None or unit.number is None or quantity.number is None:
        return quantity
    if quantity.dimension is not None or unit.dimension not in (None, NUMERIC[name]):
        return quantity
    bare = _PLAIN.fullmatch(text, quantity.span.start, quantity.span.end)
    number = times(quantity.number, unit.number if bare else 1.0)
    return Quantity(quantity.span, number, unit.unit, unit.dimension, quantity.approximate)


def _as_of(text: str, quantity: Quantity | None = None) -> str | None:
    """The date beside a value: what the number was counted at."""
    dates = [
        date for date in find_dates(text) if quantity is None or not quantity.span.within(date.span)
    ]
    if dates:
        return dates[-1].edtf
    match = _year_in_brackets().search(text)
    if match is None and quantity is not None:
        match = _YEAR_BEHIND.fullmatch(text, quantity.span.end)
    return match["year"] if match else None


@lru_cache(maxsize=1)
def _year_in_brackets() -> re.Pattern[str]:
    return re.compile(load_toml("statements.toml")["as_of"]["year"], re.IGNORECASE)
