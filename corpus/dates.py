"""Dates and intervals in Korean, Chinese and English text, as EDTF (ISO 8601-2) at the precision
that the text gives. A later date may inherit the year, or year and month, of the one before it;
nothing else is ever filled in."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from edtf import parse_edtf

from corpus.model import Span
from corpus.text import SHORT

FIRST_YEAR, LAST_YEAR = 1800, 2199

_MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name: number for number, name in enumerate(calendar.month_abbr) if name}
_MONTHS["Sept"] = 9
_MONTH = "(?P<{}>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th)?"
_HAN_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}
_HAN_DIGITS |= {"零": 0, "○": 0}
# From which two digits on a year behind an apostrophe is one of the 1900s.
_FIRST_SHORT_YEAR = 70
_NOT_A_YEAR = r"(?!\s*(?:전|간|여|대\b|동안|차|前|来|來))"

_TO = r"\s*(?:to|-|–|—|~|∼|～|〜|through|until|till)\s*"
# A day of the week in brackets behind a date, which tells nothing more.
_WEEKDAY = (
    r"(?:\s*[(（]\s*(?:[월화수목금토일](?:요일)?|[月火水木金土日](?:曜日)?|(?:周|週|星期|礼拜|禮拜)"
    r"[一二三四五六日天]|(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?)\s*[)）])?"
)
_YEAR = r"(?P<y>\d{4})\s*[년年]" + _NOT_A_YEAR
_ENDS = r"(?=\s*(?:[.,;)）]|$))"
_HAN_NUMBER = "(?P<{}>[一二三四五六七八九十廿]{{1,3}})"

# Each form of one date. Names: y (yy: behind an apostrophe), m, d; for an interval in one breath
# m2 and d2, and for two dates in one breath m3 and d3.
_FORMS = [
    r"(?<![\d])" + _YEAR + r"\s*(?:(?P<m>\d{1,2})\s*[월月份]+(?:\s*(?P<d>\d{1,2})\s*[일日号號])?)?",
    rf"(?<!\d){_YEAR}\s*(?P<m>\d{{1,2}})\s*[월月]\s*(?P<d>\d{{1,2}}){_TO}(?P<d2>\d{{1,2}})\s*[일日号號]",
    rf"(?<!\d){_YEAR}\s*(?P<m>\d{{1,2}}){_TO}(?P<m2>\d{{1,2}})\s*[월月](?!\s*(?:간|동안))",
    rf"(?<![\d.])(?P<m>\d{{1,2}})\s*[월月]\s*(?P<d>\d{{1,2}}){_TO}(?P<d2>\d{{1,2}})\s*[일日号號]"
    r"(?!\s*(?:간|동안))",
    r"(?<![\w])['’‘′＇](?P<yy>\d{2})\s?\.\s?(?P<m>\d{1,2})\s?\.(?:\s?(?P<d>\d{1,2})(?!\d)\.?)?",
    r"(?<![\w])['’‘′＇](?P<yy>\d{2})\.(?P<m>\d{1,2})(?![\d.])",
    r"(?<![\w])['’‘′＇](?P<yy>\d{2})\s?[년年]"
    r"(?:\s*(?P<m>\d{1,2})\s*[월月](?:\s*(?P<d>\d{1,2})\s*[일日])?)?",
    r"(?P<y>[〇○零一二三四五六七八九]{4})\s*年"
    rf"(?:\s*{_HAN_NUMBER.format('m')}\s*月(?:\s*{_HAN_NUMBER.format('d')}\s*[日号號])?)?",
    rf"(?<![一二三四五六七八九十]){_HAN_NUMBER.format('m')}月{_HAN_NUMBER.format('d')}[日号號]",
    rf"(?<=[至到~～—–-]){_HAN_NUMBER.format('d')}[日号號]",
    r"(?<![\d./-])(?P<y>\d{4})\s?[./-]\s?(?P<m>\d{1,2})(?:\s?[./-]\s?(?P<d>\d{1,2})(?![\d]))?"
    r"(?![\d]|[-/]\d|\s?(?:%|㎢|km))\.?",
    rf"\b{_MONTH.format('m')}\s+{_DAY.format('d')}\s*(?:,|and|&)\s*(?:{_MONTH.format('m3')}\s+)?"
    rf"{_DAY.format('d3')}(?:{_WEEKDAY},?\s*(?P<y>\d{{4}})(?!\d)|{_ENDS})",
    rf"\b{_DAY.format('d')}\s*(?:and|&)\s*{_DAY.format('d3')}\s+(?:of\s+)?"
    rf"{_MONTH.format('m')}(?:,?\s+(?P<y>\d{{4}}))?(?!\d)",
    rf"\b{_MONTH.format('m')}\s+{_DAY.format('d')}{_WEEKDAY}{_TO}(?:{_MONTH.format('m2')}\s+)?"
    rf"{_DAY.format('d2')}(?:{_WEEKDAY},?\s*(?P<y>\d{{4}}))?(?!\d)",
    rf"\b{_DAY.format('d')}{_WEEKDAY}{_TO}{_DAY.format('d2')}\s+(?:of\s+)?"
    rf"{_MONTH.format('m')}(?:,?\s+(?P<y>\d{{4}}))?(?!\d)",
    rf"\b{_MONTH.format('m')}\s+{_DAY.format('d')}\b(?:{_WEEKDAY},?\s*(?P<y>\d{{4}}))?(?!\d)",
    rf"\b{_DAY.format('d')}\s+(?:of\s+)?{_MONTH.format('m')}(?:,?\s+(?P<y>\d{{4}}))?(?!\d)",
    rf"\b{_MONTH.format('m')}(?:\s+of)?,?\s+(?P<y>\d{{4}})(?!\d)",
    r"(?<![\d.])(?P<m>\d{1,2})\s*[월月](?!\s*(?:간|동안))(?:\s*(?P<d>\d{1,2})\s*[일日号號])?",
    r"(?<![\d.])(?P<d>\d{1,2})\s*[일日号號](?!\s*(?:간|동안|차))",
    r"(?i:\b(?:in|since|from|of|by|during|until|till|year|for|to|before|after|between|and|early|"
    r"late|mid|end))\s+(?:the\s+(?:year|end)\s+(?:of\s+)?)?(?P<y>(?:1[89]|20|21)\d\d)\b(?![\d%,.-]\d)",
    r"(?<=[(（,，\s~])(?P<y>(?:19|20)\d\d)(?=[)）,，~]|\s*~)",
    r"(?m:^|(?<=\| ))(?P<y>(?:19|20)\d\d)(?=\s*[:：](?!\d))",
]
_DATE = [re.compile(form) for form in _FORMS]
_DAY_AFTER = re.compile(
    _WEEKDAY
    + r"\s*[~∼～〜–—-]\s*(?:(?P<m>0?[1-9]|1[0-2])(?:[./-]|\s?\.\s?(?=\d{1,2}\.)))?"
    + r"(?P<d>\d{1,2})(?:\.|\s?[일日]|(?=[)\s(（,]|$))"
)
_PLAIN = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
_JOINT = re.compile(
    _WEEKDAY + r"\s*(?:~|∼|～|〜|－|–|—|-|부터|에서|至|到|through|until|till|to)\s*"
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text; ``edtf`` is a date or an interval, ``inherited`` names what it took."""

    span: Span
    edtf: str
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_month: int | None = None
    end_day: int | None = None
    inherited: bool = False


def find_dates(text: str, year: int | None = None) -> list[DateMention]:
    """Every date of ``text`` in order; ``year`` is what a first partial date may inherit."""
    return list(_find_short(text, year) if len(text) <= SHORT else _find(text, year))


def _find(text: str, year: int | None) -> tuple[DateMention, ...]:
    parts = _inherit(_parts(text), year)
    mentions: list[DateMention] = []
    index = 0
    while index < len(parts):
        mention, used = _mention(text, parts, index)
        index += used
        if mention is not None:
            mentions.append(mention)
    return tuple(mentions)


_find_short = lru_cache(maxsize=8192)(_find)


@lru_cache(maxsize=65536)
def bounds(edtf: str) -> tuple[str, str]:
    """First and last day that ``edtf`` covers, as ISO dates.

    Plain dates and intervals, all that pages give, are read here: the library's grammar takes
    16 ms for each. It reads every other form.
    """
    ends = edtf.split("/")
    if len(ends) <= 2 and all(_PLAIN.fullmatch(end) for end in ends):
        return _first_day(ends[0]), _last_day(ends[-1])
    parsed = parse_edtf(edtf)
    first, last = parsed.lower_strict(), parsed.upper_strict()
    return _iso(first.tm_year, first.tm_mon, first.tm_mday), _iso(
        last.tm_year, last.tm_mon, last.tm_mday
    )


def _first_day(plain: str) -> str:
    return plain + "-01-01"[len(plain) - 4 :]


def _last_day(plain: str) -> str:
    if len(plain) == len("2016"):
        return f"{plain}-12-31"
    year, month = int(plain[:4]), int(plain[5:7])
    return plain if len(plain) > 7 else f"{plain}-{calendar.monthrange(year, month)[1]:02d}"


def _parts(text: str) -> list[_Part]:
    """The dates as written, leftmost longest, not overlapping."""
    found: list[_Part] = []
    position = 0
    for part in sorted(_candidates(text), key=lambda item: (item.span.start, -item.span.end)):
        if part.span.start >= position:
            found.append(part)
            position = part.span.end
    return found


def _candidates(text: str) -> Iterator[_Part]:
    for pattern in _DATE:
        for match in pattern.finditer(text):
            part = _part(match)
            if part is not None:
                yield from _apart(match, part)
                yield from _trailing_day(text, part)


def _part(match: re.Match[str]) -> _Part | None:
    groups = match.groupdict()
    first = min(match.start(name) for name, value in groups.items() if value is not None)
    part = _Part(
        Span(first, first + len(match.string[first : match.end()].rstrip())),
        _year(groups),
        _month(groups.get("m")),
        _number(groups.get("d")),
        _month(groups.get("m2")),
        _number(groups.get("d2")),
    )
    return part if _plausible(part) else None


def _apart(match: re.Match[str], part: _Part) -> Iterator[_Part]:
    """``part``, or the two dates that ``May 5 and 7, 2010`` names under one year."""
    groups = match.groupdict()
    if groups.get("d3") is None:
        yield part
        return
    first, second = match.span("d"), match.span("d3")
    month, start = _month(groups.get("m3")), second[0]
    if month is not None:
        start = match.start("m3")
    elif match.start("m") > second[0]:
        first = (part.span.start, first[1])
    also = replace(
        part,
        span=Span(start, part.span.end),
        month=month or part.month,
        day=_number(groups["d3"]),
    )
    if _plausible(also):
        yield replace(part, span=Span(part.span.start, first[1]))
        yield also


def _trailing_day(text: str, part: _Part) -> Iterator[_Part]:
    """The ``22.`` of ``2016.04.20. ~ 22.``, or ``5. 2.``: a day only behind a full date."""
    if part.day is None or part.end_day is not None:
        return
    match = _DAY_AFTER.match(text, part.span.end)
    if match and 1 <= int(match["d"]) <= 31:
        first = match.start("d" if match["m"] is None else "m")
        yield _Part(Span(first, match.end()), month=_number(match["m"]), day=int(match["d"]))


def _year(groups: dict[str, str | None]) -> int | None:
    short = _number(groups.get("yy"))
    if short is None:
        return _number(groups.get("y"))
    return short + (1900 if short >= _FIRST_SHORT_YEAR else 2000)


def _month(text: str | None) -> int | None:
    if text is None:
        return None
    return _MONTHS[text] if text in _MONTHS else _number(text)


def _number(text: str | None) -> int | None:
    """A number in digits, in Han digits (二〇一六) or in Han tens and ones (二十三)."""
    if text is None or text.isdecimal():
        return None if text is None else int(text)
    tens, ten, ones = text.replace("廿", "二十").partition("十")
    if not ten:
        return int("".join(str(_HAN_DIGITS[sign]) for sign in text))
    return 10 * _digit(tens, 1) + _digit(ones, 0)


def _digit(sign: str, default: int) -> int:
    """A Han digit; what is no single digit gives a number that no day or month has."""
    return _HAN_DIGITS.get(sign, 99) if sign else default


def _plausible(part: _Part) -> bool:
    months = [m for m in (part.month, part.end_month) if m is not None]
    days = [d for d in (part.day, part.end_day) if d is not None]
    in_range = all(1 <= m <= 12 for m in months) and all(1 <= d <= 31 for d in days)
    return in_range and (part.year is None or FIRST_YEAR <= part.year <= LAST_YEAR)


def _inherit(parts: list[_Part], year: int | None) -> list[_Part]:
    """Give each partial date the year, and a lone day the month, of the date before it."""
    full: list[_Part] = []
    month: int | None = None
    for part in parts:
        if part.year is None and year is not None and (part.month or month):
            part = replace(part, year=year, month=part.month or month, inherited=True)
        if part.year is not None:
            year, month = part.year, part.end_month or part.month
        full.append(part)
    return full


def _mention(text: str, parts: list[_Part], index: int) -> tuple[DateMention | None, int]:
    """The mention that starts at ``parts[index]`` and the number of parts it uses."""
    part = parts[index]
    start = _edtf(part.year, part.month, part.day)
    if start is None:
        return None, 1
    if part.end_day is not None or part.end_month is not None:
        end = _edtf(part.year, part.end_month or part.month, part.end_day)
        return _interval(part.span, start, end, part.inherited), 1
    if index + 1 < len(parts) and _joined(text, part, parts[index + 1]):
        last = parts[index + 1]
        end = _edtf(last.year, last.month, last.day)
        span = Span(part.span.start, last.span.end)
        return _interval(span, start, end, part.inherited), 2
    return DateMention(part.span, start, part.inherited), 1


def _joined(text: str, part: _Part, after: _Part) -> bool:
    between = text[part.span.end : after.span.start]
    return _JOINT.fullmatch(between) is not None and after.end_day is after.end_month is None


def _interval(span: Span, start: str, end: str | None, inherited: bool) -> DateMention | None:
    if end is None:
        return None
    if end == start:
        return DateMention(span, start, inherited)
    if bounds(end)[1] < bounds(start)[0]:
        return DateMention(span, start, inherited)
    return DateMention(span, f"{start}/{end}", inherited)


def _edtf(year: int | None, month: int | None, day: int | None) -> str | None:
    """EDTF of the parts that are there; None without a year or for a day that is not."""
    if year is None:
        return None
    if month is None:
        return f"{year:04d}"
    if day is None:
        return f"{year:04d}-{month:02d}"
    if day > calendar.monthrange(year, month)[1]:
        return None
    return _iso(year, month, day)


def _iso(year: int, month: int, day: int) -> str:
    return f"{year:04d}-{month:02d}-{day:02d}"
