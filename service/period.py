"""The time a question asks about."""

from __future__ import annotations

from datetime import date, timedelta

from corpus.dates import bounds, find_dates
from service.lexicon import search
from service.model import Period

FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"


def find_period(text: str, bare: str, today: date) -> Period | None:
    """The period that ``text`` names: dates, a decade, or words relative to ``today``."""
    return _decade(bare) or _dated(text, bare) or _relative(bare, today)


def _decade(bare: str) -> Period | None:
    match = search("today", "decade", bare)
    if match is None:
        return None
    digits = next(value for value in match.groups() if value)
    return Period(f"{digits}0-01-01", f"{digits}9-12-31")


def _dated(text: str, bare: str) -> Period | None:
    spans = [bounds(mention.edtf) for mention in find_dates(text)]
    if not spans:
        return None
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    if len(spans) > 1:
        return Period(first, last)
    mention = find_dates(text)[0]
    if "/" in mention.edtf:
        return Period(first, last, mention.edtf)
    return _open_ended(first, last, bare) or Period(first, last, mention.edtf)


def _open_ended(first: str, last: str, bare: str) -> Period | None:
    """Before, until, after or since a date; "until" and "since" include it."""
    if search("today", "before", bare):
        return Period(FIRST_DAY, _shifted(first, -1))
    if search("today", "until", bare):
        return Period(FIRST_DAY, last)
    if search("today", "after", bare):
        return Period(_shifted(last, 1), LAST_DAY)
    return Period(first, LAST_DAY) if search("today", "since", bare) else None


def _shifted(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def _relative(bare: str, today: date) -> Period | None:
    for name, years in (("year_before_last", 2), ("last_year", 1), ("this_year", 0)):
        if search("today", name, bare):
            year = today.year - years
            return Period(f"{year}-01-01", f"{year}-12-31", str(year))
    match = search("today", "recent_years", bare)
    if match is None:
        return None
    count = int(next(value for value in match.groups() if value))
    return Period(f"{max(today.year - count, 1):04d}-{today:%m-%d}", today.isoformat())
