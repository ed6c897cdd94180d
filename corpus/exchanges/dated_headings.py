"""The dates that headings and lines of a year give to what stands under them."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.dates import DateMention, find_dates
from corpus.exchanges.kinds import event_pattern
from corpus.model import Page, Span
from corpus.spans import text_without
from corpus.text import fold_text
from corpus.wordlists import load_toml

LONE_YEAR = re.compile(r"\W*((?:19|20)\d\d)\s*(?:년도?|年度?)?\W*")
_LEAD = re.compile(r"[\s▲▶■□○●◦•·\-*※]*(?:[\[【(（<〈][^\]】)）>〉]{1,20}[\]】)）>〉])?[\s(（'’‘]*")
_PLAIN_YEAR = re.compile(r"\d{4}")
_LONGEST_YEAR = 24
# A heading that is a date and little else is no longer than this.
_LONGEST = 40
# The line that says when news was published stands among the first.
_FIRST_BLOCKS = 8
_DAY = len("2016-10-13")


def published_on(page: Page) -> list[str | None]:
    """For each block, the day (ISO) on which its text was published, as news say.

    What the first blocks of a page say holds for all of it, a line further down for the blocks
    under the same heading.
    """
    whole: str | None = None
    found: list[str | None] = []
    below: tuple[tuple[str, ...], str] | None = None
    news = _news_days(page)
    for index, block in enumerate(page.blocks):
        day = _published(page.quote(block.span))
        if day:
            below = (block.path, day)
            whole = whole or (day if index < _FIRST_BLOCKS else None)
        below = news.get(index, below)
        here = below is not None and block.path[: len(below[0])] == below[0]
        found.append(below[1] if here and below else None)
    return [day or whole for day in found]


def is_publication(text: str) -> bool:
    """Whether a line is a label and the day of publication behind it, and nothing else."""
    dates = find_dates(text) if len(text) <= _LONGEST else []
    label = event_pattern("published").match(fold_text(text).lstrip())
    return bool(dates and label) and not re.search(r"[^\W\d_]{2}", text[dates[0].span.end :])


def _news_days(page: Page) -> dict[int, tuple[tuple[str, ...], str]]:
    """Days that stand beside the headings of several pieces of news, by the block that they open.

    Each comes with the path of what stands under its heading. A day stands in a line of its own
    right below its heading, right above it, or at its end.
    """
    blocks = page.blocks
    lines = {i: day for i, b in enumerate(blocks) if (day := _lone_day(page.quote(b.span)))}
    heads = [i for i, block in enumerate(blocks) if block.kind == "heading"]
    # A line between two pieces goes with the one that more headings have it beside.
    above = sum(i - 1 in lines for i in heads) > sum(i + 1 in lines for i in heads)
    found = {}
    for index in heads:
        block = blocks[index]
        text = page.quote(block.span)
        day = lines.get(index - 1 if above else index + 1) or _day_at_end(text)
        if day:
            found[index + 1] = ((*block.path, text), day)
    return found


@lru_cache(maxsize=1024)
def _lone_day(text: str) -> str | None:
    """The day that a line is and nothing else, but for the time of the day and who tells it."""
    dates = find_dates(text) if len(text) <= _LONGEST else []
    if len(dates) != 1 or len(dates[0].edtf) != _DAY:
        return None
    return (
        None if re.search(r"\w", _beside_day().sub("", _without(text, dates[0]))) else dates[0].edtf
    )


@lru_cache(maxsize=1024)
def _day_at_end(heading: str) -> str | None:
    """The day in brackets, or behind a space, at the end of a title ("代表团访日 2019-05-06")."""
    dates = find_dates(heading) if len(heading) <= 2 * _LONGEST else []
    if not dates or len(dates[-1].edtf) != _DAY:
        return None
    before, behind = heading[: dates[-1].span.start], heading[dates[-1].span.end :]
    closed = not re.search(r"\w", behind) and before != before.rstrip(" \t\u3000([（［【")
    return dates[-1].edtf if closed and len(dates) == 1 else None


def _published(text: str) -> str | None:
    label = event_pattern("published").search(fold_text(text[:_LONGEST]))
    dates = find_dates(text) if label else []
    day = bool(dates) and len(dates[0].edtf) == _DAY
    return dates[0].edtf if day else None


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


def _without(heading: str, date: DateMention) -> str:
    return text_without(heading, [date], " ")


def _is_of_date(heading: str, date: DateMention) -> bool:
    rest = _without(heading, date)
    return (
        not re.search(r"\w", rest) or event_pattern("headings").search(fold_text(rest)) is not None
    )


@lru_cache(maxsize=1)
def _beside_day() -> re.Pattern[str]:
    words = load_toml("kinds.toml")["_events"]["beside_day"]
    return re.compile("|".join(words), re.IGNORECASE)
