"""Dates and intervals in Korean, Chinese and English text, as EDTF (ISO 8601-2) at the precision
that the text gives. A later date may inherit the year, or year and month, of the one before it;
nothing else is ever filled in. Halves, seasons and thirds of a month keep the year or month."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date as calendar_date
from datetime import timedelta
from functools import lru_cache

from corpus.dates.bounds import bounds, plain_edtf
from corpus.dates.form_pieces import WEEKDAY
from corpus.dates.order import Order
from corpus.dates.parts import written_parts
from corpus.dates.values import Part
from corpus.model import Span
from corpus.text import SHORT

__all__ = ["DateMention", "bounds", "find_dates"]

_JOINT = re.compile(
    WEEKDAY
    + r"\s{0,3}(?:~|∼|～|〜|－|–|—|-|부터(?: 오는)?|에서|起?(?:至|到)|through|until|till|to)\s{0,3}"
    # What stands for the century of the year behind ("'02. 11. ~ '03. 4.").
    r"['’‘`]?"
)
_AND = re.compile(r"\s{1,3}and\s{1,3}")
_BETWEEN = re.compile(r"(?i:\bbetween)\s{1,3}$")
_BEFORE = 12
MONTHS_A_YEAR, DAYS_A_WEEK = 12, 7
# An interval without a second year may end so many months later, in the next year.
_HALF = 6
_ANY_SIGN = re.compile(
    r"[\d〇○零一二三四五六七八九十]|同月|같은|그 ?달"
    r"|올해|금년|지난|작년|今年|本年|去年|前年|[Ll]ast|이듬|다음|동년|同年|次年|翌年|year"
    r"|어제|上[个個]?月|昨|今|이번 ?주|지난 ?주|[本这這上]周|week"
    r"|[Oo]n (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)|[Yy]esterday|[Tt]oday|[Ee]arlier"
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text; ``edtf`` is a date or an interval, ``inherited`` names what it took."""

    span: Span
    edtf: str
    inherited: bool = False


def find_dates(
    text: str, year: int | None = None, published: str | None = None, order: Order | None = None
) -> list[DateMention]:
    """Every date of ``text`` in order.

    ``year`` is the year that a heading or a cell gives ``text``: what a first partial date
    inherits, and what makes ``5.12`` at the start of the text a day of May. ``published`` is the
    day on which ``text`` was published (ISO): what "last year" and "last May" count from, and by
    which a first date without a year is the last such day. ``order`` is what stands first in
    dates such as ``5/08/1996``; without it only those are read that allow but one order.
    """
    find = _find_short if len(text) <= SHORT else _find_long
    return list(find(text, year, published, order))


def _find(
    text: str, year: int | None, published: str | None, order: Order | None
) -> tuple[DateMention, ...]:
    if not _ANY_SIGN.search(text) and year is None:
        return ()
    written = written_parts(text, year is not None, published is not None, order)
    parts = _inherit(_dated(written, year, published), year)
    mentions: list[DateMention] = []
    index = 0
    while index < len(parts):
        mention, used = _mention(text, parts, index)
        index += used
        if mention is not None:
            mentions.append(mention)
    return tuple(mentions)


_find_short = lru_cache(maxsize=8192)(_find)
# A long text is read by several modules one after another.
_find_long = lru_cache(maxsize=32)(_find)


def _dated(parts: list[Part], year: int | None, published: str | None) -> list[Part]:
    """``parts`` with the years that the day of publication gives them; none without such a day."""
    if published is None:
        return [part for part in parts if not _counts_back(part)]
    now, full = int(published[:4]), list[Part]()
    for part in parts:
        if part.published is not None:
            part = part._replace(year=now - part.published, inherited=True)
        elif part.weeks is not None:
            part = _in_week(part, published)
        elif (part.months, part.days, part.weekday) != (None, None, None):
            part = _counted_back(part, published)
        elif part.month is None and (part.past or _opens_month(part, full, year)):
            part = _last_such_day(part, published)
        elif part.year is None and part.shift is None and part.month:
            first = year is None and all(other.year is None for other in full)
            if part.past or first:
                part = part._replace(year=now - _is_later(part, published), inherited=True)
        full.append(part)
    return full


def _counts_back(part: Part) -> bool:
    """Whether only the day of publication tells a date."""
    ago = (part.published, part.months, part.days, part.weekday, part.weeks)
    return part.past or any(back is not None for back in ago)


def _counted_back(part: Part, published: str) -> Part:
    """A date of the month of publication or the one before, or the day itself or the one before."""
    day = calendar_date.fromisoformat(published)
    days = part.days
    if part.weekday is not None:
        days = (day.weekday() - part.weekday) % DAYS_A_WEEK
    if days is not None:
        day -= timedelta(days=days)
        return part._replace(year=day.year, month=day.month, day=day.day, inherited=True)
    months = 12 * day.year + day.month - 1 - (part.months or 0)
    return part._replace(year=months // 12, month=months % 12 + 1, inherited=True)


def _in_week(part: Part, published: str) -> Part:
    """The month of the week of publication, or of the one before; no date where it has two."""
    day = calendar_date.fromisoformat(published)
    first = day - timedelta(days=day.weekday() + DAYS_A_WEEK * (part.weeks or 0))
    last = first + timedelta(days=DAYS_A_WEEK - 1) if part.weeks else day
    if (first.year, first.month) != (last.year, last.month):
        return part
    return part._replace(year=first.year, month=first.month, inherited=True)


def _opens_month(part: Part, before: list[Part], year: int | None) -> bool:
    """Whether a day alone has no date before it whose month it could take."""
    return part.is_lone_day and year is None and all(other.month is None for other in before)


def _last_such_day(part: Part, published: str) -> Part:
    """A day of the month in which a text was published, or of the one before it."""
    months = 12 * int(published[:4]) + int(published[5:7]) - 1
    months -= (part.day or 0) > int(published[8:10] or 31)
    return part._replace(year=months // 12, month=months % 12 + 1, inherited=True)


def _is_later(part: Part, published: str) -> bool:
    """Whether a month, or a day of one, comes behind the day of publication in its year."""
    month, day = int(published[5:7]), int(published[8:10])
    return (part.month or 0, part.day or 0) > (month, day if part.day else 31)


def _inherit(parts: list[Part], year: int | None) -> list[Part]:
    """Give each partial date the year, and a lone day the month, of the date before it."""
    full: list[Part] = []
    month: int | None = None
    for part in parts:
        if part.of_next_month:
            # The end of what began in the month before; by itself it is still to come.
            turned = month == MONTHS_A_YEAR
            following = None if month is None else 1 if turned else month + 1
            known = None if year is None or month is None else year + turned
            full.append(part._replace(year=known, month=following, inherited=True))
            continue
        if part.shift is not None:
            known = None if year is None else year + part.shift
            part = part._replace(year=known, inherited=known is not None)
        elif part.of_month:
            part = part._replace(year=year if month else None, month=month, inherited=True)
        elif part.year is None and year is not None and (part.month or month):
            part = part._replace(year=year, month=part.month or month, inherited=True)
        if part.year is not None:
            year, month = part.end_year or part.year, part.end_month or part.month
        full.append(part)
    return full


def _mention(text: str, parts: list[Part], index: int) -> tuple[DateMention | None, int]:
    """The mention that starts at ``parts[index]`` and the number of parts it uses."""
    part = parts[index]
    start = _edtf(part)
    if start is None or part.of_next_month:
        return None, 1
    if part.has_end:
        return _interval(part.span, start, _end_edtf(part), part.inherited), 1
    if index + 1 < len(parts) and _joined(text, part, parts[index + 1]):
        last = parts[index + 1]
        span = Span(part.span.start, last.span.end)
        if last.inherited and last.year is not None and last.year == part.year:
            last = last._replace(year=last.year + _years_on(part.month, last.month))
        return _interval(span, start, _edtf(last), part.inherited), 2
    return DateMention(part.span, start, part.inherited), 1


def _joined(text: str, part: Part, after: Part) -> bool:
    between = text[part.span.end : after.span.start]
    if after.has_end:
        return False
    return _JOINT.fullmatch(between) is not None or _between(text, part, between)


def _between(text: str, part: Part, middle: str) -> bool:
    """Whether two dates are those of "between 2010 and 2012"."""
    before = text[max(0, part.span.start - _BEFORE) : part.span.start]
    return _AND.fullmatch(middle) is not None and _BETWEEN.search(before) is not None


def _interval(span: Span, start: str, end: str | None, inherited: bool) -> DateMention | None:
    if end is None:
        return None
    if end == start or bounds(end)[1] < bounds(start)[0]:
        return DateMention(span, start, inherited)
    return DateMention(span, f"{start}/{end}", inherited)


def _edtf(part: Part) -> str | None:
    return None if part.year is None else plain_edtf(part.year, part.month, part.day)


def _end_edtf(part: Part) -> str | None:
    if part.year is None:
        return None
    if part.end_year is not None:
        return plain_edtf(part.end_year, part.end_month, part.end_day)
    year = part.year + _years_on(part.month, part.end_month)
    return plain_edtf(year, part.end_month or part.month, part.end_day)


def _years_on(first: int | None, last: int | None) -> int:
    """1 where an interval of some months ends in the year behind ("12. 28. ~ 1. 3.")."""
    turns = first is not None and last is not None and last < first
    return int(turns and first is not None and last is not None and last + 12 - first <= _HALF)
