"""The time a question asks about."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from corpus.dates import bounds, find_dates
from service.lexicon import search, table
from service.model import Period

FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"
# What people mean by COVID: from the first report (31 December 2019, so that nothing of 2020 comes
# "before") until the WHO declared the emergency over.
PANDEMIC = ("2020-01-01", "2023-05-05")
# Months as people type them; "may" and "march" only beside a figure.
_MONTH = re.compile(
    rf"(?i)\b(?:{'|'.join([*calendar.month_name[1:], *calendar.month_abbr[1:]])})(?=\.?,? \d)"
)
# Years of two figures, as people type them: "09년", "feb 09", "may '15".
# What may as well be a length of time ("최근 10년") is one where no case ending or month follows.
_SHORT_YEAR = re.compile(
    r"(?i)(?<![\d.'’])['’]?(?P<year>(?:0|[5-9])\d)"
    r"(?=년(?!대|간| ?동안| ?전| ?넘| ?이상| ?만에)|年(?!代|间|前|来|以上|多))"
    r"|(?<![\d.'’])(?<!최근)(?<!최근 )(?<!지난)(?<!지난 )(?<!近)(?<!过去)"
    r"['’]?(?P<late>[12]\d)(?=년(?:도|에는?|부터|까지|\s?이[후전]|\s?\d{1,2}\s?월)"
    r"|年(?:\d{1,2}月|的|起|以后|[初底末春夏秋冬那]))"
)
_SHORT_YEAR_EN = re.compile(
    r"(?i)(?<=\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)) (?:['’](?=\d\d\b)|(?=0\d\b))"
    r"(?P<year>\d\d)\b(?!,? \d{4})"
    r"|(?<=\bin) (?:['’](?=\d\d\b)|(?=0\d\b))(?P<late>\d\d)\b(?![.,:]\d)"
)
# From here on two figures are of the last century.
_TURN = 50
_YEAR = re.compile(r"\d{4}")


def find_period(text: str, bare: str, today: date) -> Period | None:
    """The period that ``text`` names: dates, a decade, or words relative to ``today``."""
    text = with_years(text)
    text = _MONTH.sub(lambda match: match.group().capitalize(), text)
    return _decade(bare) or _half(text, bare) or _dated(text, bare) or _relative(bare, today)


def with_years(text: str) -> str:
    """``text`` with years of two figures written out."""
    text = _SHORT_YEAR.sub(_full_year, text)
    return _SHORT_YEAR_EN.sub(lambda match: f" {_full_year(match)}", text)


def _full_year(match: re.Match[str]) -> str:
    """The year that two figures stand for: '09 is 2009, 98 is 1998."""
    figures = int(match["late"] or match["year"])
    return f"{(2000 if figures < _TURN else 1900) + figures}"


def _decade(bare: str) -> Period | None:
    match = search("today", "decade", bare)
    if match is None:
        return None
    digits = next(value for value in match.groups() if value)
    return Period(f"{digits}0-01-01", f"{digits}9-12-31")


def _half(text: str, bare: str) -> Period | None:
    """Half of the one year that is named."""
    years = {mention.edtf for mention in find_dates(text) if _YEAR.fullmatch(mention.edtf)}
    if len(years) != 1:
        return None
    year = years.pop()
    if search("today", "first_half", bare):
        return Period(f"{year}-01-01", f"{year}-06-30", f"{year}-01/{year}-06")
    if search("today", "second_half", bare):
        return Period(f"{year}-07-01", f"{year}-12-31", f"{year}-07/{year}-12")
    return None


def _dated(text: str, bare: str) -> Period | None:
    spans = [bounds(mention.edtf) for mention in find_dates(text)]
    if not spans:
        return _lone_year(bare)
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    if len(spans) > 1:
        return Period(first, last)
    mention = find_dates(text)[0]
    if "/" in mention.edtf:
        return Period(first, last, mention.edtf)
    return _open_ended(first, last, bare) or Period(first, last, mention.edtf)


def _lone_year(bare: str) -> Period | None:
    """A year without any word that makes it a date: "what about 2023?"."""
    match = search("today", "year", bare)
    if match is None:
        return None
    year = next(value for value in match.groups() if value)
    return Period(f"{year}-01-01", f"{year}-12-31", year)


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
    return _recent(bare, today) or _pandemic(bare)


def _recent(bare: str, today: date) -> Period | None:
    """The last so many years, up to ``today``."""
    match = search("today", "recent_years", bare)
    if match is None:
        return None
    count = count_of(next(value for value in match.groups() if value))
    if count is None:
        return None
    return Period(f"{max(today.year - count, 1):04d}-{today:%m-%d}", today.isoformat())


def _pandemic(bare: str) -> Period | None:
    begin, end = PANDEMIC
    if search("today", "before_pandemic", bare):
        return Period(FIRST_DAY, _shifted(begin, -1))
    if search("today", "after_pandemic", bare):
        return Period(begin, LAST_DAY)
    return Period(begin, end) if search("today", "during_pandemic", bare) else None


def count_of(word: str) -> int | None:
    """The number that a word or figure names; None where it names none."""
    digits = table("numerals").get(word, word)
    return int(digits) if digits.isdecimal() else None
