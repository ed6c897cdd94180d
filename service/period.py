"""The time a question asks about."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from corpus.dates import DateMention, bounds, find_dates
from service.lexicon import search, search_all, table
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
    r"['’]?(?P<late>[12]\d)(?=년(?:도|에는?|부터|까지|\s?이[후래전]| ?[말초봄](?![가-힣])"
    r"| ?(?:여름|가을|겨울|연말)|\s?\d{1,2}\s?월)"
    r"|年(?:\d{1,2}月|的|起|[以之][后前]|以来|[底初末春夏秋冬那]))"
)
_SHORT_YEAR_EN = re.compile(
    r"(?i)(?<=\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)) (?:['’](?=\d\d\b)|(?=0\d\b))"
    r"(?P<year>\d\d)\b(?!,? \d{4})"
    r"|(?<=\bin) (?:['’](?=\d\d\b)|(?=0\d\b))(?P<late>\d\d)\b(?![.,:]\d)"
)
# From here on two figures are of the last century.
_TURN = 50
_YEAR = re.compile(r"\d{4}")
# What joins two times of which neither leads to the other, and what stands behind two that do.
_JOINT = re.compile(
    r"\s*(?:,|，|、|·|/|&|와|과|이?랑|하고|이?나|및|아니면|그리고|(?:, ?)?and|(?:, ?)?or"
    r"|和|与|跟|及|还是|或)\s*(?:in |was it |또는 |那年)?"
)
_BETWEEN = re.compile(r"\s*(?:사이|之间|년?간|期间)")
# Years in a row.
_ROW = re.compile(
    r"(?<!\d)(?:19|20)\d\d"
    r"(?:\s*(?:[,，、]|(?:, ?)?and|(?:, ?)?or|이?나|아니면|이?랑|하고|와|과|和|还是|或)\s*"
    r"(?:19|20)\d\d(?![\d]|\s*[-./]\d))+"
)
# From one year to another.
_LEADING = re.compile(r"\d{4} ?(?:년|年)? ?(?:부터|에서|[-–~到至]|to|until|through) ?\d{4}")


def find_period(text: str, bare: str, today: date) -> Period | None:
    """The period that ``text`` names: dates, a decade, or words relative to ``today``."""
    text = _with_rows(with_years(text))
    text = _MONTH.sub(lambda match: match.group().capitalize(), text)
    return _decade(bare) or _half(text, bare) or _dated(text, bare) or _relative(bare, today)


def with_years(text: str) -> str:
    """``text`` with years of two figures written out."""
    text = _SHORT_YEAR.sub(_full_year, text)
    return _SHORT_YEAR_EN.sub(lambda match: f" {_full_year(match)}", text)


def _with_rows(text: str) -> str:
    """``text`` with the years of a row written as dates, where they are none yet."""
    dated = [mention.span for mention in find_dates(text)]

    def written(match: re.Match[str]) -> str:
        years = [found.start() + match.start() for found in _YEAR.finditer(match.group())]
        if all(any(span.start <= year < span.end for span in dated) for year in years):
            return match.group()
        return _YEAR.sub(lambda year: f"{year.group()}年", match.group())

    return _ROW.sub(written, text)


def full_year(figures: int) -> int:
    """The year that two figures stand for: 9 is 2009, 98 is 1998."""
    return (2000 if figures < _TURN else 1900) + figures


def _full_year(match: re.Match[str]) -> str:
    return str(full_year(int(match["late"] or match["year"])))


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
    mentions = find_dates(text)
    if not mentions:
        return _lone_year(bare)
    spans = [bounds(mention.edtf) for mention in mentions]
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    if len(spans) > 1:
        return Period(first, last, parts=_side_by_side(text, mentions))
    mention = mentions[0]
    if "/" in mention.edtf:
        return Period(first, last, mention.edtf)
    return _open_ended(first, last, bare) or Period(first, last, mention.edtf)


def _side_by_side(text: str, mentions: Sequence[DateMention]) -> tuple[tuple[str, str], ...]:
    """The times that are joined by "and"; none where one of them leads to the next."""
    gaps = [text[one.span.end : two.span.start] for one, two in pairwise(mentions)]
    behind = text[mentions[-1].span.end :]
    joined = all(_JOINT.fullmatch(gap) for gap in gaps) and not _BETWEEN.match(behind)
    return tuple(bounds(mention.edtf) for mention in mentions) if joined else ()


def _lone_year(bare: str) -> Period | None:
    """A year without any word that makes it a date: "what about 2023?"; or several such years."""
    matches = search_all("today", bare, "year")
    if not matches:
        return None
    years = sorted({next(value for value in match.groups() if value) for match in matches})
    if len(years) == 1:
        return Period(f"{years[0]}-01-01", f"{years[0]}-12-31", years[0])
    first, last = f"{years[0]}-01-01", f"{years[-1]}-12-31"
    if _LEADING.search(bare):
        return Period(first, last, f"{years[0]}/{years[-1]}")
    return Period(first, last, parts=tuple((f"{y}-01-01", f"{y}-12-31") for y in years))


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
