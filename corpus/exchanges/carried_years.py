"""The year that a paragraph takes from the one before it: "In October of the same year"."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.dates import find_dates
from corpus.dates.months import FULL_NAMES, MONTHS
from corpus.exchanges.dated_headings import is_date
from corpus.exchanges.publication import published_on
from corpus.page_reading import PageReading

# The first date of a text counts from a year that was named before it.
_COUNTS = re.compile(
    r"(?P<same>같은 ?해|동년|이듬해|이듬 ?해|다음 ?해|익년|同年|同一年|次年|翌年"
    r"|\b(?:[Tt]he|[Tt]hat) (?:same|following|next) year\b|\b[Tt]hat year\b)"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# A paragraph that opens with a month, in a story told year by year.
_MONTH = re.compile(
    rf"(?:[Ii]n|[Oo]n) (?:early |late |mid-)?(?P<month>{FULL_NAMES})\b"
    r"(?! (?:\d{1,2},? )?(?:of )?(?:19|20)\d\d)"
)
# The same in Korean and Chinese, of days only: "10月12日，…" behind "2016年8月3日，…".
_DAY = re.compile(r"\W{0,3}(?P<month>\d{1,2})[月월]\s?(?P<day>\d{1,2})[日일]")
_YEAR_AT, _MONTH_AT = slice(0, 4), slice(5, 7)
# Over how many blocks without a date of their own, pictures among them, a year is carried.
_FAR = 3


def carried_years(page: PageReading) -> list[int | None]:
    """For each block, the year of the last date told before it, where the block counts from it."""
    published = page.once(published_on)
    found: list[int | None] = []
    last: tuple[int, str, tuple[str, ...]] | None = None
    for index, block in enumerate(page.blocks):
        text = page.quote(block.span)
        near = last is not None and index - last[0] <= _FAR and block.path == last[2]
        year = None
        if near and last is not None:
            year = _counted(text, last[1])
            # What news tell without a year counts from their own day.
            year = year or (None if published[index] else _followed(text, last[1]))
        found.append(year if block.kind in ("paragraph", "item") else None)
        told = None if is_date(text) else _last_date(text, found[-1])
        last = (index, told, block.path) if told else last
    return found


def _counted(text: str, date: str) -> int | None:
    """The year of ``date`` where the first date of ``text`` counts from it."""
    year = int(date[_YEAR_AT])
    counts = _COUNTS.search(text)
    named = _YEAR.search(text)
    if counts and (named is None or counts.start() < named.start()):
        return year
    return None


def _followed(text: str, date: str) -> int | None:
    """The year of ``date`` where ``text`` opens with a later month or day, as a story goes on."""
    year = int(date[_YEAR_AT])
    opens = _MONTH.match(text)
    month = date[_MONTH_AT]
    if opens is not None:
        return year if month and MONTHS[opens["month"]] > int(month) else None
    day = _DAY.match(text)
    if day is None or len(date) < len("2016-10-13"):
        return None
    return year if (int(day["month"]), int(day["day"])) > (int(month), int(date[8:10])) else None


@lru_cache(maxsize=2048)
def _last_date(text: str, year: int | None) -> str | None:
    """The last date of ``text`` (its end, if it is an interval) as EDTF."""
    dates = find_dates(text, year) if year or _YEAR.search(text) else []
    ends = [date.edtf.rpartition("/")[2] or date.edtf.partition("/")[0] for date in dates]
    return next((end for end in reversed(ends) if end[:4].isdigit()), None)
