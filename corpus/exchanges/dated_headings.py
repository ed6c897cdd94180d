"""The dates that headings and lines of a year give to what stands under them."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.dates import DateMention, find_dates
from corpus.exchanges.kinds import event_pattern
from corpus.model import Page, Span
from corpus.spans import text_without
from corpus.text import fold_text

LONE_YEAR = re.compile(r"\W*((?:19|20)\d\d)\s*(?:년도?|年度?)?\W*")
_LEAD = re.compile(r"[\s▲▶■□○●◦•·\-*※]*(?:[\[【(（<〈][^\]】)）>〉]{1,20}[\]】)）>〉])?[\s(（'’‘]*")
# Between the two parts of a headline ("1999년 자매결연…상호방문 확대").
_HEADLINE = re.compile(r"…|\.{2,}|‥|⋯|·{3}")
_PLAIN_YEAR = re.compile(r"\d{4}")
_LONGEST_YEAR = 24
# A heading that is a date and little else is no longer than this.
_LONGEST = 40


def years_above(page: Page) -> list[DateMention | None]:
    """For each block, the date that its innermost dated heading, or a line of a year, gives it."""
    found: list[DateMention | None] = []
    line: tuple[tuple[str, ...], int, DateMention] | None = None
    for block in page.blocks:
        text = page.quote(block.span)
        year = None if block.kind in ("row", "heading") else _lone_year(text)
        if year:
            line = (block.path, block.depth, DateMention(block.span, year))
        elif line and (block.path[: len(line[0])] != line[0] or block.kind == "heading"):
            line = None
        headed = _headed(block.path)
        deeper = line is not None and (headed is None or len(line[0]) > headed[0])
        found.append(line[2] if line and deeper else headed[1] if headed else None)
    return found


@lru_cache(maxsize=2048)
def _lone_year(text: str) -> str | None:
    """The year that a line is and nothing else, of any era."""
    plain = LONE_YEAR.fullmatch(text)
    if plain:
        return plain[1]
    dates = find_dates(text) if len(text) <= _LONGEST_YEAR else []
    lone = len(dates) == 1 and _PLAIN_YEAR.fullmatch(dates[0].edtf) and is_date(text)
    return dates[0].edtf if lone else None


@lru_cache(maxsize=1024)
def _headed(path: tuple[str, ...]) -> tuple[int, DateMention] | None:
    """The date of the innermost heading that is a date or says little else, and its depth."""
    for depth in range(len(path), 0, -1):
        heading = path[depth - 1]
        dates = find_dates(heading) if len(heading) <= _LONGEST else []
        year = LONE_YEAR.fullmatch(heading)
        if year:
            return depth, DateMention(Span(*year.span(1)), year[1])
        if len(dates) == 1 and _is_of_date(heading, dates[0]):
            return depth, dates[0]
    return None


def is_date(heading: str) -> bool:
    """Whether a heading is nothing but a year or another date."""
    if LONE_YEAR.fullmatch(heading):
        return True
    dates = find_dates(heading) if len(heading) <= _LONGEST else []
    return len(dates) == 1 and not re.search(r"\w", _without(heading, dates[0]))


@lru_cache(maxsize=2048)
def starts_with_date(heading: str) -> bool:
    """Whether a date opens a line, perhaps behind a name in brackets: it tells an event."""
    lead = _LEAD.match(heading)
    start = lead.end() if lead else 0
    dates = find_dates(heading)
    return bool(dates) and dates[0].span.start <= start and not is_date(heading)


def is_headline(heading: str) -> bool:
    """Whether a heading is of news: it dates nothing, and the text under it tells it again."""
    return _HEADLINE.search(heading.rstrip(" .…⋯·")) is not None


def _without(heading: str, date: DateMention) -> str:
    return text_without(heading, [date], " ")


def _is_of_date(heading: str, date: DateMention) -> bool:
    rest = _without(heading, date)
    if is_headline(rest):
        return False
    return (
        not re.search(r"\w", rest) or event_pattern("headings").search(fold_text(rest)) is not None
    )
