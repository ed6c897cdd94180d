"""A date as a text writes it, with the parts it has, by what a form has matched."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus.dates import forms
from corpus.dates.months import MONTHS
from corpus.dates.relative_forms import WEEKDAYS
from corpus.model import Span

FIRST_YEAR, LAST_YEAR = 1800, 2199
# From which two digits on a year without its century is one of the 1900s: ties of the first cities
# are of the 1950s, and what pages tell as to come lies within a few years of today.
_FIRST_SHORT_YEAR = 45
# Years over which a span is written with two digits for its end; "2010-35" is a number.
_LONGEST_SHORT_SPAN = 3
_AGO = {"this": 0, "last": 1, "before": 2}


class Part(NamedTuple):
    """A date as written.

    ``shift`` counts years from the one named before ("the next year"), ``published`` back from
    that of publication (0 for "this year"); ``past`` is the last such month before it;
    ``of_month`` is the month named before, or a day of it; ``months`` and ``days`` count back
    from the day of publication ("last month", "yesterday"); ``of_next_month`` is a day of the month
    behind the one named before ("내달 1일까지"), ``weekday`` (Monday is 0) the last such day;
    ``weeks`` counts back from the week of publication, whose month is told where it has but one.
    """

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_year: int | None = None
    end_month: int | None = None
    end_day: int | None = None
    shift: int | None = None
    published: int | None = None
    past: bool = False
    inherited: bool = False
    of_month: bool = False
    months: int | None = None
    days: int | None = None
    of_next_month: bool = False
    weekday: int | None = None
    weeks: int | None = None

    @property
    def is_lone_day(self) -> bool:
        """Whether it is no more than the day of a month."""
        return self.day is not None and self.month is None and self.months is None

    @property
    def has_end(self) -> bool:
        """Whether it is an interval by itself."""
        return not (self.end_year is None and self.end_month is None and self.end_day is None)


def part_of(match: re.Match[str]) -> Part | None:
    """What a form has matched, by its named groups; None where it is no date."""
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    shift = 0 if "same" in groups else 1 if "next" in groups else None
    ago = next((years for name, years in _AGO.items() if name in groups), None)
    of_month = "month" in groups
    months, days = _ago(groups, "months"), _ago(groups, "days")
    weeks = _ago(groups, "weeks")
    counted = any(back is not None for back in (shift, ago, months, days, weeks))
    words = counted or of_month or bool({"past", "nextmonth", "weekday"} & set(groups))
    first = match.start() if words else min(match.start(name) for name in groups)
    part = Part(
        Span(first, first + len(match.string[first : match.end()].rstrip())),
        _year(groups),
        month_of(groups.get("m")),
        number_of(groups.get("d")),
        _end_year(groups),
        month_of(groups.get("m2")),
        number_of(groups.get("d2")),
        shift,
        ago,
        "past" in groups,
        of_month=of_month,
        months=months,
        days=days,
        of_next_month="nextmonth" in groups,
        weekday=WEEKDAYS.index(groups["weekday"]) if "weekday" in groups else None,
        weeks=weeks,
    )
    if "yy2" in groups and (part.end_year or 0) - (part.year or 0) > _LONGEST_SHORT_SPAN:
        return None
    return part if is_plausible(part) else None


def _ago(groups: dict[str, str], unit: str) -> int | None:
    """How many months, weeks or days before the publication a group says that it was."""
    return next((back for back in (0, 1) if f"{unit}{back}" in groups), None)


def _year(groups: dict[str, str]) -> int | None:
    short = number_of(groups.get("yy"))
    if "roc" in groups:
        return forms.ERAS["民國"] + (number_of(groups["roc"]) or 0)
    if "era" in groups:
        return forms.ERAS[groups["era"]] + (number_of(groups["en"].replace("元", "1")) or 0)
    if short is None:
        return number_of(groups.get("y"))
    return short + (1900 if short >= _FIRST_SHORT_YEAR else 2000)


def _end_year(groups: dict[str, str]) -> int | None:
    if "yy2" in groups:
        return int(groups["y"][:2] + groups["yy2"])
    return number_of(groups.get("y2"))


def month_of(text: str | None) -> int | None:
    """The number of a month by its English name or its number."""
    if text is None:
        return None
    return MONTHS[text] if text in MONTHS else number_of(text)


def number_of(text: str | None) -> int | None:
    """A number in digits, in Han digits (二〇一六) or in Han tens and ones (二十三)."""
    if text is None or text.isdecimal():
        return None if text is None else int(text)
    tens, ten, ones = text.replace("廿", "二十").partition("十")
    if not ten:
        return int("".join(str(forms.HAN_DIGITS[sign]) for sign in text))
    return 10 * _digit(tens, 1) + _digit(ones, 0)


def _digit(sign: str, default: int) -> int:
    """A Han digit; what is no single digit gives a number that no day or month has."""
    return forms.HAN_DIGITS.get(sign, 99) if sign else default


def is_plausible(part: Part) -> bool:
    """Whether months, days and years are ones that there are."""
    return (
        _is_within(part.year, FIRST_YEAR, LAST_YEAR)
        and _is_within(part.month, 1, 12)
        and _is_within(part.day, 1, 31)
        and _is_within(part.end_year, FIRST_YEAR, LAST_YEAR)
        and _is_within(part.end_month, 1, 12)
        and _is_within(part.end_day, 1, 31)
    )


def _is_within(number: int | None, first: int, last: int) -> bool:
    return number is None or first <= number <= last
