"""The dates as a text writes them, each with the parts it has: year, month, day, ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from corpus.dates import forms, relative_forms, under_year_forms
from corpus.dates.form_pieces import WEEKDAY
from corpus.dates.months import MONTHS, WRITTEN_NAMES
from corpus.dates.news import tells_day
from corpus.dates.order import Order
from corpus.dates.values import Part, is_plausible, month_of, number_of, part_of
from corpus.language import HAN, HANGUL
from corpus.model import Span

# How far a word in front of a month or year may reach, and a lone day stand from what it follows.
_BEFORE, _DAY_NEAR = 40, 60

# The end of a sentence, behind which a day alone is of no month named before.
_STOPPED = re.compile(r"[다요음임]\.\s?(?=\D)|[。！]|[a-z]\.\s")

# Where a date may start. What is found decides which forms are tried there.
_START = re.compile(
    rf"(?<![\w]){forms.APOSTROPHE}(?=\d{{2}}(?!\d))|(?<!\d)\d+"
    r"|(?<![〇○零一二三四五六七八九十廿])[〇○零一二三四五六七八九十廿]{1,4}(?=\s?[年月日号號])"
    rf"|\b(?:{WRITTEN_NAMES})\b"
    rf"|(?:{'|'.join(forms.ERAS)})(?=\s?[\d元一二三四五六七八九十])"
    r"|올해|금년|지난해|작년|재작년|지난\s?달|지난(?=\s)|今年|本年|去年|前年|\b[Ll]ast(?=\s[A-Z])"
    rf"|{relative_forms.COUNTED_BACK}"
    r"|같은\s?해|그\s?해(?=[\s,]|\d)|동년|이듬해|다음\s?해|익년|同年|同一年|次年|翌年"
    r"|\b(?:[Ll]ater\s)?(?:[Tt]he|[Tt]hat)\s(?:(?:same|following|next)\s)?year\b"
    r"|(?:내달|다음\s?달|익월|下月|次月)(?=\s{0,3}\d{1,2}\s{0,3}[일日号號])"
    r"|同一?月|[当當]月|같은\s?달|그\s?달(?=[\s,]|\d|에)"
    r"|\b(?:[Ll]ater\s)?(?:[Ii]n\s)?(?:[Tt]he\ssame|[Tt]hat)\smonth\b"
)
_APOSTROPHE = re.compile(forms.APOSTROPHE)
_DAY_AFTER = re.compile(
    WEEKDAY
    + r"(?P<to>\s{0,3}[~∼～〜–—至到-]\s{0,3}|\s?[,、]\s?(?=\d{1,2}\s?\.\s?\d{1,2}\.))"
    + r"(?:(?P<m>0?[1-9]|1[0-2])(?:[./-]|\s?\.\s?(?=\d{1,2}(?:\.|[)\s（(,，]|$))))?"
    + r"(?P<d>\d{1,2})(?:\.|\s?[일日]|(?=[)\s(（,，、；;:：]|$))"
)
# A day of the month named right before it in English, or of that of the news.
_ORDINAL = re.compile(r"[Oo]n the \d")
# Before two digits and 년: years of another count, or a number of years.
_OTHER_ERA = re.compile(
    r"(?:쇼와|헤이세이|레이와|다이쇼|메이지|민국|단기|만|약|총|건국|개국|창립|수교) ?$"
)
# Behind a number of one or two digits that is neither a month nor a day, nor followed by one.
_COUNTS = re.compile(rf"\s{{0,3}}(?:(?![월月일日号號至到])[{HANGUL}{HAN}]|[)）%:：,，、]|$)")
_SPACED_HYPHEN = re.compile(r"\s+[–—-]\s+")
_HAS_CJK = re.compile(f"[{HANGUL}{HAN}]")
_BARE_YEAR = re.compile(r"(?:19|20)\d\d(?=[)）,，~]|\s*~)")
_BRACKET = re.compile(r"[(（,，\s~]")
_BRACKETS = tuple("(（[【〔")
_SPELT_YEAR = re.compile(r"(?:1[89]|20|21)\d\d\b(?![\d%,.-]\d)")
_HEADING_YEAR = re.compile(
    r"(?:19|20)\d\d(?=\s*[:：](?!\d)|\s?[–—]\s?[^\W\d]|\s+-\s+[^\W\d]|\.\s+[^\W\d]{2}|[\]】〉])"
)
_BETWEEN = re.compile(r"(?i:\bbetween)\s{1,3}$")
_SPACED = re.compile(
    r"(?:.*\n)?[\s○◦•·\-*※▶▪■]*(?:(?:19|20)\d\d \d{1,2}(?: \d{1,2})?(?:,| and)? )*", re.DOTALL
)
_BRACKETED = re.compile(r"[(（](?:(?:in|from|on|during) )?$")
_LINE_START = re.compile(r"(?:^|\n|\| )$")
_OPENING = re.compile(r"[\s○◦•·\-*※▶▪■(（\[<【~]*$")


def written_parts(
    text: str, under_year: bool = False, news: bool = False, order: Order | None = None
) -> list[Part]:
    """The dates of ``text`` in order, longest first, not overlapping.

    ``under_year``: a month and day in numbers alone at the start of the text is a date as well.
    ``news``: the text is of a day, and a day alone may be one near it ("25일부터 29일까지").
    ``order``: what stands first in dates of numbers with the year behind.
    """
    found: list[Part] = []
    position = 0
    for part in _longest(text, under_year, order):
        if part.span.start < position:
            continue
        if _ORDINAL.match(text, part.span.start) and found:
            behind = _is_near(text, found[-1].span, part.span) and found[-1].day is not None
            part = part._replace(past=False, of_month=True) if behind else part
        if part.is_lone_day and not (part.past or part.of_month or part.of_next_month):
            near = found and _is_near(text, found[-1].span, part.span)
            if not near and not (news and tells_day(text, part.span)):
                continue
            # What news tell far behind another date counts from their own day.
            part = part if near else part._replace(past=news)
        found.append(part)
        position = part.span.end
    return found


def _is_near(text: str, before: Span, day: Span) -> bool:
    """Whether a day alone stands close enough behind a date to be of its month."""
    gap = text[before.end : day.start]
    return len(gap) <= _DAY_NEAR and _STOPPED.search(gap) is None


def _longest(text: str, under_year: bool, order: Order | None) -> Iterator[Part]:
    """At each place where a date may start the longest that does, and what it brings along."""
    position = 0
    for start in _START.finditer(text):
        if start.start() < position:
            continue
        parts = max(_candidates(text, start, under_year, order), key=_end, default=None)
        if parts:
            position = parts[-1].span.end
            yield from parts


def _is_short_year(text: str, start: re.Match[str]) -> bool:
    """Whether two digits are of a year of our era, and not of another or a number of years."""
    before = text[max(0, start.start() - len("헤이세이 ")) : start.start()]
    return before[-1:] in ("", " ", "(", "~", ",") and _OTHER_ERA.search(before) is None


def _end(parts: list[Part]) -> int:
    return parts[-1].span.end


def _candidates(
    text: str, start: re.Match[str], under_year: bool, order: Order | None
) -> Iterator[list[Part]]:
    at = start.end() if _APOSTROPHE.match(start.group()) else start.start()
    ordered = _ordered(start, order)
    for pattern in (*_patterns(text, start, under_year), *ordered):
        match = pattern.match(text, at)
        part = part_of(match) if match else None
        if match and part:
            yield [*_apart(match, part), *_trailing_day(text, part)]
    bare = _bare(text, start)
    if bare is not None:
        yield [bare]


def _ordered(start: re.Match[str], order: Order | None) -> tuple[re.Pattern[str], ...]:
    """The forms of a date of numbers with the year behind, where the page shows their order."""
    if order is None or len(start.group()) > 2 or not start.group()[0].isdecimal():
        return ()
    return _compiled(forms.DAY_FIRST_FORMS if order == "day first" else forms.MONTH_FIRST_FORMS)


def _patterns(text: str, start: re.Match[str], under_year: bool) -> Iterator[re.Pattern[str]]:
    """The forms that what was found may be the start of."""
    sign = start.group()
    if sign[0].isdecimal():
        yield from _compiled(
            forms.YEAR_FORMS if len(sign) == 4 else _forms_of_number(text, start.end(), len(sign))
        )
        if len(sign) == 4 and _SPACED.fullmatch(text[max(0, start.start() - 40) : start.start()]):
            yield from _compiled(forms.SPACED_FORMS)
        if len(sign) == 4 and _opens(text, start.start()):
            yield from _compiled(forms.YEARS_FORMS)
        if len(sign) in (2, 3) and _counts_by_era(text, start):
            yield from _compiled(forms.ROC_FORMS)
        if len(sign) == 2 and text.startswith("년", start.end()) and _is_short_year(text, start):
            yield from _compiled(forms.CENTURY_FORMS)
        if len(sign) == 2 and _stands_apart(text, start.start()):
            yield from _compiled(forms.TWO_DIGIT_FORMS)
        if len(sign) < 3 and under_year and _opens(text, start.start()):
            yield from _compiled(under_year_forms.UNDER_YEAR_FORMS)
        elif len(sign) < 3 and under_year:
            yield from _compiled(under_year_forms.DOTTED_FORMS)
            if text[max(0, start.start() - 2) : start.start()].rstrip(" ")[-1:] in _BRACKETS:
                yield from _compiled(under_year_forms.NOTED_FORMS)
    elif _APOSTROPHE.match(sign):
        yield from _compiled(forms.SHORT_YEAR_FORMS)
    elif sign in MONTHS:
        yield from _compiled(forms.MONTH_FORMS)
        if under_year and _opens(text, start.start()):
            yield from _compiled(under_year_forms.UNDER_YEAR_FORMS)
        if under_year and _BRACKETED.search(text[max(0, start.start() - 8) : start.start()]):
            yield from _compiled(under_year_forms.BRACKET_FORMS)
    elif _PUBLISHED.match(text, start.start()):
        yield from _compiled(relative_forms.PUBLISHED_FORMS)
    elif sign in forms.ERAS:
        yield from _compiled(forms.ERA_FORMS)
    else:
        yield from _compiled(
            forms.HAN_FORMS if sign[0] in _HAN_SIGNS else relative_forms.RELATIVE_FORMS
        )


def _forms_of_number(text: str, end: int, size: int) -> tuple[str, ...]:
    """The forms that a number of ``size`` digits may start, by what follows: none for a count."""
    return forms.NUMBER_FORMS if size < 3 and not _COUNTS.match(text, end) else ()


_ROC_DATE = len("112-12-05")
_HAN = re.compile(f"[{HAN}]")


def _counts_by_era(text: str, start: re.Match[str]) -> bool:
    """Whether a number of two or three digits may be a year of the Republic of China."""
    behind = text[start.end() : start.end() + 2].lstrip()[:1]
    if len(start.group()) == 3:
        alone = len(text) <= _ROC_DATE or _HAN.search(text) is not None
        signs = ("年", ".", "/", "-") if alone else ("年", ".", "/")
        return behind in signs and "1" in text[start.start()]
    return behind == "年" and ("民國" in text or "民国" in text)


_PUBLISHED = re.compile(
    r"올해|금년|지난해|작년|재작년|지난(?:\s?달)?|今年|本年|去年|前年|[Ll]ast|"
    + relative_forms.COUNTED_BACK
)
_HAN_SIGNS = frozenset("〇○零一二三四五六七八九十廿")


def _opens(text: str, position: int) -> bool:
    """Whether nothing but a bullet or a bracket stands before ``position`` in its line."""
    return _OPENING.fullmatch(text[max(0, position - 8) : position].rpartition("\n")[2]) is not None


def _stands_apart(text: str, position: int) -> bool:
    """Whether a bracket or a line starts at ``position``, in Korean or Chinese surroundings."""
    opened = text[max(0, position - 1) : position] in ("(", "（") or _opens(text, position)
    around = text[max(0, position - _BEFORE) : position + _BEFORE]
    return opened and _HAS_CJK.search(around) is not None


@cache
def _compiled(written: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, written))


def _bare(text: str, start: re.Match[str]) -> Part | None:
    """A year or a month that only what stands around it makes one."""
    sign, at = start.group(), start.start()
    before = text[max(0, at - _BEFORE) : at]
    if sign in MONTHS:
        behind = _before(forms.BEFORE_MONTH).search(before)
        return Part(Span(at, start.end()), month=MONTHS[sign]) if behind else None
    if len(sign) != 4 or not sign.isdecimal():
        return None
    told = bool(
        (_SPELT_YEAR.match(text, at) and _before(forms.BEFORE_YEAR).search(before))
        or (_BARE_YEAR.match(text, at) and (not before or _BRACKET.fullmatch(before[-1:])))
        or (_HEADING_YEAR.match(text, at) and (_LINE_START.search(before) or _opens(text, at)))
    )
    part = Part(Span(at, at + 4), int(sign)) if told else None
    return part if part and is_plausible(part) else None


@lru_cache(maxsize=2)
def _before(words: str) -> re.Pattern[str]:
    return re.compile(f"(?:{words})$")


def _apart(match: re.Match[str], part: Part) -> Iterator[Part]:
    """``part``, or the two dates that ``May 5 and 7, 2010`` names under one year."""
    groups = match.groupdict()
    month = month_of(groups.get("m3"))
    if groups.get("d3") is None and month is None:
        yield part
        return
    first = match.end("d" if part.day is not None else "m")
    start = match.start("d3" if month is None else "m3")
    day = number_of(groups.get("d3"))
    also = part._replace(span=Span(start, part.span.end), month=month or part.month, day=day)
    if _BETWEEN.search(match.string[max(0, match.start() - _BEFORE) : match.start()]):
        yield part._replace(end_month=month, end_day=day)
    elif is_plausible(also):
        yield part._replace(span=Span(part.span.start, first))
        yield also


def _trailing_day(text: str, part: Part) -> Iterator[Part]:
    """The ``22.`` of ``2016.04.20. ~ 22.``, or ``5. 2.``: a day only behind a full date."""
    if part.day is None or part.has_end:
        return
    match = _DAY_AFTER.match(text, part.span.end)
    if match is None or not 1 <= int(match["d"]) <= 31:
        return
    # "2018.10.02 - 5 teachers": a hyphen between words joins no day that nothing marks as one.
    spaced = match["m"] is None and _SPACED_HYPHEN.fullmatch(match["to"])
    bare = match.group()[-1:].isdecimal() and text[match.end() : match.end() + 1] not in ")）"
    if spaced and bare:
        return
    first = match.start("d" if match["m"] is None else "m")
    yield Part(Span(first, match.end()), month=number_of(match["m"]), day=int(match["d"]))
