"""The day on which a page, or one of several pieces of news on it, was published."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from functools import lru_cache

from corpus.dates import find_dates
from corpus.dates.bounds import bounds
from corpus.dates.months import SHORT_NAMES
from corpus.exchanges.kinds import event_pattern
from corpus.model import Page
from corpus.spans import text_without
from corpus.text import fold_text
from corpus.wordlists import load_toml

# The line that says when news was published stands among the first.
_FIRST_BLOCKS = 8
# What labels a day stands within so many letters, and a line that is such a day has no more.
_LONGEST = 40
_DAY = len("2016-10-13")
# How many days before its publication the visit was that news are about.
FRESH = 45
# Running text of news is at least so long, and a line with its day at most.
_LEAST_TEXT, _LONGEST_LINE = 60, 60
# The same of Korean and Chinese with a day or a word of news, which tell as much in fewer letters.
_LEAST_DENSE = 36
_TOLD_AS_NEWS = re.compile(
    r"밝혔다|전했다|지난 ?\d|이날|(?<!\d)\d{1,2}일[ ,(]|\d{1,2}[日号]|昨[天日]|今[天日]"
)
_TIME = re.compile(r"\d{1,2}:\d\d")
_SENTENCE = re.compile(r"[다요]\.|。|[a-z)]\.(?:\s|$)")
# A label: only that of publication says when a page was published.
_LABELLED = re.compile(r"[^\W\d_]\s?[:：]\s*$")
# What crawling leaves before the text of news.
_DATELINE = re.compile(r"\s*date[:：]?\s*\d{4}-\d\d-\d\d\s")
# Whose picture stands above.
_PICTURE = re.compile(
    r"[(（<〈\[](?:사진|자료|图|圖|摄影|照片|[Pp]hoto)[^()（）<>〈〉\[\]]{0,20}[)）>〉\]]"
)
# When a page was last changed is when its text was written, where that counts from its own day.
_UPDATED = re.compile(r"\W*last (?:updated?|modified)\b")
_COUNTS = re.compile(
    rf"\b(?:this|last) (?:year|spring|summer|autumn|fall|winter|month|{SHORT_NAMES})"
)
# Who tells it, or which issue it is in.
_BYLINE = re.compile(
    r"[\W_]*(?:[가-힣]{2,4}(?:\s?(?:기자|특파원|편집위원|리포터))?|[가-힣·]{2,10}(?:과|실|팀|국|단)"
    r"|[가-힣A-Za-z0-9·]{1,10}(?:일보|신문|뉴스|타임[즈스]|방송|투데이|매일|경제|저널|통신|미디어|포스트)"
    r"|[\u4e00-\u9fff]{2,8}(?:报|報|网|網|新闻|新聞|社|电视台|在线|办|办公室|局|委|处|科|政府)"
    r"|(?!结|签|建|缔|时|日|成|友|姐|姊|自|愛|締|簽|結)[\u4e00-\u9fff]{2,4}"
    r"|(?:[\w-]+\.){1,4}(?:cn|com|org|net|kr|jp|tw)|(?:제?\s?\d{1,4})?호"
    r"|[A-Z][a-z]+(?: [A-Z][a-z.]+){1,2}|第?\d{0,4}期)?[\W_]*"
)
# What parts the bylines of a line: its section, its paper, who wrote it.
_PARTS = re.compile(r"\s?[/|│]\s?")
_MOST_PARTS = 4


def published_on(page: Page) -> list[str | None]:
    """For each block, the day (ISO) on which its text was published, as news say.

    What the first blocks of a page say holds for all of it, a line further down for the blocks
    under the same heading, or for all where no other is there. A line without a label that is
    little else than a day, above or below the running text of the page, is the day of all of it.
    """
    whole: str | None = None
    every: set[str] = set()
    found: list[str | None] = []
    below: tuple[tuple[str, ...], str] | None = None
    news = _news_days(page)
    counts = _COUNTS.search(page.text) is not None
    for index, block in enumerate(page.blocks):
        day = _published(page.quote(block.span), counts)
        if day:
            every.add(day)
            below = (block.path, day)
            whole = whole or (day if index < _FIRST_BLOCKS else None)
        below = news.get(index, below)
        here = below is not None and block.path[: len(below[0])] == below[0]
        found.append(below[1] if here and below else None)
    whole = whole or _only(every) or (None if every else _dateline_of(page) or _closing_day(page))
    return [day or whole for day in found]


def _only(days: Collection[str]) -> str | None:
    return next(iter(days)) if len(days) == 1 else None


def _dateline_of(page: Page) -> str | None:
    """The one day that stands by itself, or beside a byline, before or behind the running text."""
    texts = [page.quote(block.span) for block in page.blocks]
    running = [index for index, text in enumerate(texts) if _is_running(text)]
    if not running:
        return None
    days = {
        index: day
        for index, text in enumerate(texts)
        if page.blocks[index].kind != "row" and (day := _dateline(text))
    }
    outside = {day for i, day in days.items() if not running[0] <= i <= running[-1]}
    # Below the words of a picture a line is one of publication where it has the time of the day.
    timed = {day for index, day in days.items() if _TIME.search(texts[index])}
    return _only(outside or timed)


def _closing_day(page: Page) -> str | None:
    """The one day that closes running text, behind its last sentence ("(외사판 2015-09-18)")."""
    texts = (page.quote(block.span) for block in page.blocks if block.kind == "paragraph")
    running = (text for text in texts if len(text) >= _LEAST_DENSE and _SENTENCE.search(text))
    return _only({day for text in running if (day := closing_day(text))})


@lru_cache(maxsize=1024)
def closing_day(text: str) -> str | None:
    """The day (ISO) that stands behind the last sentence of a text, alone or beside a byline."""
    near = max(0, len(text) - _LONGEST_LINE)
    ends = list(_SENTENCE.finditer(text, near))
    tail = _PICTURE.sub("", text[ends[-1].end() :]) if ends else ""
    dates = find_dates(tail) if re.search(r"\d{4}", tail) else []
    if (
        len(dates) != 1
        or len(dates[0].edtf) != _DAY
        or _LABELLED.search(tail[: dates[0].span.start])
    ):
        return None
    rest = _beside_day().sub(" ", text_without(tail, dates, " "))
    return dates[0].edtf if _BYLINE.fullmatch(rest.strip(" ()（）[]")) else None


def _is_running(text: str) -> bool:
    least = _LEAST_DENSE if _TOLD_AS_NEWS.search(text) else _LEAST_TEXT
    return len(text) >= least and _SENTENCE.search(text) is not None


def _dateline(text: str) -> str | None:
    """The day of a line that says no more than that, who tells it, or which issue it is in."""
    dates = find_dates(text) if len(text) <= _LONGEST_LINE else []
    if not dates or len(dates[0].edtf) != _DAY:
        return None
    if _LABELLED.search(text[: dates[0].span.start]):
        return None
    rest = _beside_day().sub(" ", text_without(text, dates, " "))
    bylines = _PARTS.split(rest)
    named = len(bylines) <= _MOST_PARTS and all(map(_BYLINE.fullmatch, bylines))
    return dates[0].edtf if named else None


def is_publication(text: str) -> bool:
    """Whether a line is a label and the day of publication behind it, and nothing else."""
    dates = find_dates(text) if len(text) <= _LONGEST else []
    label = event_pattern("published").match(fold_text(text).lstrip())
    return bool(dates and label) and not re.search(r"[^\W\d_]{2}", text[dates[0].span.end :])


def is_told_behind(text: str) -> bool:
    """Whether a text opens with its day of publication and goes on with the news themselves."""
    label = event_pattern("published").match(fold_text(text[:_LONGEST]).lstrip())
    return label is not None and len(text) > _LONGEST + 2 * _LEAST_TEXT and _is_running(text)


def is_fresh(edtf: str, day: str | None) -> bool:
    """Whether an event of days took place within weeks of the day (ISO) it was published."""
    if day is None or len(edtf) < len(day):
        return False
    ago = date.fromisoformat(day) - date.fromisoformat(bounds(edtf)[0])
    return ago.days <= FRESH


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
        None
        if re.search(r"\w", _beside_day().sub("", text_without(text, [dates[0]], " ")))
        else dates[0].edtf
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


def _published(text: str, counts: bool = False) -> str | None:
    """The day that a text opens with and labels as that of publication.

    ``counts``: what the page tells counts from its own day ("last October").
    """
    opening = fold_text(text.lstrip("-|: \n")[:_LONGEST])
    label = event_pattern("published").search(opening) or _DATELINE.match(opening)
    label = label or (_UPDATED.match(opening) if counts else None)
    dates = find_dates(text) if label else []
    day = bool(dates) and len(dates[0].edtf) == _DAY
    return dates[0].edtf if day else None


@lru_cache(maxsize=1)
def _beside_day() -> re.Pattern[str]:
    words = load_toml("kinds.toml")["_events"]["beside_day"]
    return re.compile("|".join(words), re.IGNORECASE)
