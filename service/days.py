"""Days without a year: "8월 27일", "17일", "9月1日", "July 3".

The report of one event tells its days so, and its year elsewhere or not at all.
"""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.dates.values import month_of
from corpus.model import Span
from service.lexicon import has

_EN = "|".join([*month_name[1:], *(name + r"\.?" for name in month_abbr[1:])])
_FORMS = (
    re.compile(
        r"(?<![\d.])(?:(?P<month>1[0-2]|0?[1-9]) ?월 ?)?(?P<day>3[01]|[12]\d|0?[1-9]) ?일"
        r"(?!본|간|정|차|째|동안|자리|관|대|이내|만|한|곱|원|상|반)"
    ),
    re.compile(
        r"(?<![\d.])(?:(?P<month>1[0-2]|0?[1-9]) ?月 ?)?(?P<day>3[01]|[12]\d|0?[1-9]) ?"
        r"[日号號](?![本线線楼樓馆館])"
    ),
    re.compile(rf"(?i)\b(?P<month>{_EN}) (?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?! ?%)"),
    re.compile(rf"(?i)\b(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)? (?:of )?(?P<month>{_EN})\b"),
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month, or of one that the text leaves out, and where it stands."""

    month: int | None
    day: int
    span: Span

    def may_be(self, other: Day) -> bool:
        """Whether both can be the same day."""
        same = None in (self.month, other.month) or self.month == other.month
        return same and self.day == other.day


def find_days(text: str) -> list[Day]:
    """Every day in ``text``, also those of full dates."""
    return list(_found(text))


def _found(text: str) -> Iterator[Day]:
    for form in _FORMS:
        for match in form.finditer(text):
            yield Day(_month(match["month"]), int(match["day"]), Span(*match.span()))


def _month(written: str | None) -> int | None:
    return month_of(written.title().rstrip(".") if written else None)


def tells_when(text: str, bare: str) -> bool:
    """Whether a day of a month in ``text`` answers a folded question for a date, not for a year."""
    dated = any(day.month is not None for day in find_days(text))
    return dated and not has("asks_year", bare)
