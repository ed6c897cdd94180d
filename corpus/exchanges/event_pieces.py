"""A sentence or item parted between its dates, where each side tells something of its own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date as calendar_date
from datetime import timedelta
from itertools import pairwise

from corpus.dates import DateMention
from corpus.exchanges.kinds import kinds_of, told_at
from corpus.model import Span
from corpus.sentences import trimmed

# What may stand between dates that are listed for one event.
_LISTED = re.compile(
    r"[\s,，、·;；/&()（）.'’‘`]*(?:(?:및|와|과|그리고|和|及|与|and|also)[\s,]*)?"
    r"(?:(?:again )?(?:[Ii]n|[Oo]n)\s)?"
)
# Where a clause with a date of its own may begin.
_CLAUSE = re.compile(r"[,，;；、。\n/]\s*(?:and |그리고 )?|\s(?:및|그리고|and|then|but)\s|[고며]\s")
_CLOSING = re.compile(r"\s?[)）\]】]?[.,，;；]?")
_OPENING = re.compile(r"[(（\[【]?\s?(?:(?:[Oo]n|[Ii]n|[Ff]rom|[Dd]uring|于|在|自)\s?)?$")
# Running text, whose dates do not each open an event.
_RUNNING = re.compile(r"[가-힣](?:다\.|고 |며 |으며|[였했됐]고)|[。；;!?]|[a-z]\. [A-Z]|\n\s*\n")
# A sentence of Korean or Chinese, in which a date stands before what happened on it; a word right
# behind a date goes on with it.
_SENTENCE = re.compile(r"[다요]\.\W{0,3}$|。\W{0,3}$")
_RUNS_ON = re.compile(r"(?:에는?)?\s?[가-힣]{2}|[\u4e00-\u9fff]")
_BRACKETS = "(（[［【〈<"
_BRACKET = re.compile(r"[(（\[［【〈<]\s?$")
_ROWS = 3
# What parts pieces and belongs to none of them.
_SIGNS = " ,，;；、"
# What ends a clause right before a date, and letters of what is too short to be one.
_CLAUSE_END = re.compile(r"(?:[;；，。]|, (?:and|while|but)|[고며],?)\s*$")
_LATER = re.compile(r"\b(?:later|afterwards|thereafter), (?:on|in) (?:the )?$")
# Behind a date its clause goes on with where and what for.
_GOES_ON = re.compile(r"\s(?:to|for|with|at|in|where|when|by|as)\s|년?(?:부터|이후|이래) [가-힣]")
# Where a date opens a clause of its own, so that what stands before the comma is not of it.
_CLAUSE_LEAD = re.compile(
    r"(?:[，；;]|,(?=[^,]{0,3}[于於]))\s?(?:[并並]?且?[于於在自]|[并並]且?)\s?$"
)
# Between the day on which guests came and that on which they left, and behind the latter.
_LEAVES = re.compile(
    r"^[^.;]{0,60}\b(?:and|before) (?:then )?"
    r"(?:returned|left|departed|flew (?:home|back)|went home)\b"
    r"[^.;,]{0,40}\bon $"
)
_ARRIVES = re.compile(
    r"^[^.。;；\d]{0,24}(?:입국|도착|출국|출발|방문)[가-힣]{0,3},? ?(?:오는 )?$"
    r"|^[^.。;；\d]{0,16}(?:抵达|抵達|启程|啟程|出发|出發|来访|來訪)[^.。;；\d]{0,10}[,，]?$"
)
_LEFT = re.compile(
    r"\s?에? ?(?:귀국|출국|돌아|떠[나났]|귀환)|(?:离开|離開|返回|回国|回國|离[境会]|返程)"
)
# Between the date that an entry opens with and what it tells.
_LABELS = re.compile(r"\s?[.:：–-]\s{0,2}")
# Before what only began on a date.
_BEGUN = re.compile(r"(?:[始起缘源]于|[始起緣源]於|시작된|since )$")
_SEMICOLON = re.compile(r"[;；]")
_SHORT, _LONG = 6, 16
_NEAR = 40
_DAY = len("2016-10-13")
_YEAR = len("2016")
# What parts a clause from the one behind it.
_APART = re.compile(r"[,，、;；.。]|[고며] ")
# Columns of a first and a last day that were flattened to a line, and how long guests stay.
_BLANK = re.compile(r"\s{1,3}")
_STAY = timedelta(days=31)


def pieces(
    text: str, span: Span, dates: Sequence[DateMention]
) -> Iterator[tuple[Span, tuple[DateMention, ...]]]:
    """``span`` parted between dates where each side tells something of its own."""
    if not dates:
        return
    if _lead(text, span, dates):
        yield from _led(text, span, dates)
        return
    dates = _stays(text, _without_years(text, dates))
    told = [span.start + at for at in told_at(text[slice(*span)])] if len(dates) > 1 else []
    start, mine = span.start, [dates[0]]
    sentence = _SENTENCE.search(text, span.start, span.end) is not None
    for before, date in pairwise(dates):
        gap = text[before.span.end : date.span.start]
        if mine[0].edtf.startswith(f"{date.edtf}-") and _LABELS.fullmatch(gap):
            # "2010. 3. 17. : 2010년 축제 참석": the year of what is told, and no other date.
            continue
        begun = _BEGUN.search(text, max(0, before.span.start - _SHORT), before.span.start)
        if _LISTED.fullmatch(gap) and not begun and not _opens_clause(text, gap, date):
            mine.append(date)
            continue
        if date.edtf == mine[0].edtf and len(mine) == 1 and len(date.edtf) == _DAY:
            continue
        opens = _CLAUSE_LEAD.search(text, start, mine[0].span.start)
        runs_on = sentence and _RUNS_ON.match(gap) is not None
        closed = not (opens or runs_on) and _tells(told, start, mine[0].span.start)
        cut = _cut(gap, before.span.end, closed, told)
        behind = _tells(told, cut, span.end) or _stands_alone(text, before, date, cut, span.end)
        apart = _SEMICOLON.search(gap) is not None and cut - start > _LONG
        if behind and (apart or _tells(told, start, cut)):
            yield trimmed(text, start, cut, _SIGNS), tuple(_distinct(mine))
        lone = not closed and not _tells(told, start, cut) and not _CLAUSE.search(gap)
        if behind and lone and cut == date.span.start:
            # What stands between a date that tells nothing and the next one is the latter's.
            cut = before.span.end
        if behind:
            start, mine = cut, [date]
    yield trimmed(text, start, span.end, _SIGNS), tuple(_distinct(mine))


def _without_years(text: str, dates: Sequence[DateMention]) -> list[DateMention]:
    """``dates`` without a year that a day or month of it follows in the same clause.

    "올해는 A시 공연단 20명이 9월 3일부터 7일까지 …": the days are those of what is told.
    """
    kept = []
    for date, after in zip(dates, [*dates[1:], None], strict=True):
        gap = text[date.span.end : after.span.start] if after else ""
        finer = after is not None and after.inherited and after.edtf.startswith(f"{date.edtf}-")
        days = after is not None and len(after.edtf) >= _DAY
        if not (finer and days and len(date.edtf) == _YEAR and not _APART.search(gap)):
            kept.append(date)
    return kept


def _stays(text: str, dates: Sequence[DateMention]) -> list[DateMention]:
    """``dates`` with the days of arrival and of leaving as one interval."""
    joined: list[DateMention] = []
    for date in dates:
        before = joined[-1] if joined else None
        if before and len(before.edtf) == len(date.edtf) == _DAY and before.edtf < date.edtf:
            gap = text[before.span.end : date.span.start]
            columns = _BLANK.fullmatch(gap) and _opens_line(text, before) and _within(before, date)
            if (
                columns
                or _LEAVES.search(gap)
                or (_ARRIVES.search(gap) and _LEFT.match(text, date.span.end))
            ):
                span = Span(before.span.start, date.span.end)
                joined[-1] = DateMention(span, f"{before.edtf}/{date.edtf}", before.inherited)
                continue
        joined.append(date)
    return joined


def _opens_line(text: str, date: DateMention) -> bool:
    """Whether a date stands first in its line, behind no more than a bullet."""
    line = text[max(0, date.span.start - _NEAR) : date.span.start].rpartition("\n")[2]
    return date.span.start < _NEAR and not re.search(r"\w", line)


def _within(one: DateMention, other: DateMention) -> bool:
    """Whether two days are so close that they may be the first and the last of a stay."""
    try:
        first, last = map(calendar_date.fromisoformat, (one.edtf, other.edtf))
    except ValueError:
        return False
    return last - first <= _STAY


def is_list(text: str, dates: Sequence[DateMention]) -> bool:
    """Whether nothing but the signs of a list stands between ``dates``."""
    gaps = (text[a.span.end : b.span.start] for a, b in pairwise(dates))
    return all(_LISTED.fullmatch(gap) for gap in gaps)


def _opens_clause(text: str, gap: str, date: DateMention) -> bool:
    """Whether ", and in May 2019 …" goes on with a clause; "and in May 2019." only lists a date."""
    behind = text[date.span.end : date.span.end + 3]
    return gap.rstrip()[-2:].lower() in ("in", "on") and bool(re.match(r"\s?\w", behind))


def _stands_alone(text: str, before: DateMention, date: DateMention, cut: int, end: int) -> bool:
    """Whether the second of two dates opens a clause of its own, whatever it tells."""
    opened = _OPENING.sub("", text[before.span.end : date.span.start])
    clause = _CLAUSE_END.search(opened)
    return (
        clause is not None and len(re.sub(r"\W", "", text[max(cut, date.span.end) : end])) > _SHORT
    )


def _lead(text: str, span: Span, dates: Sequence[DateMention]) -> bool:
    """Whether each date opens an event of its own: a table of events flattened to lines or to one.

    There are three dates or more, nothing is told before the first, something behind each, and no
    sentence ends or goes on between them.
    """
    if len(dates) < _ROWS or kinds_of(text[span.start : dates[0].span.start]):
        return False
    ends = [*(date.span.start for date in dates[1:]), span.end]
    rests = [text[date.span.end : end] for date, end in zip(dates, ends, strict=True)]
    told = [rest for rest in rests if not _LISTED.fullmatch(rest)]
    return len(told) >= _ROWS and bool(told[-1]) and not any(map(_RUNNING.search, told))


def _led(
    text: str, span: Span, dates: Sequence[DateMention]
) -> Iterator[tuple[Span, tuple[DateMention, ...]]]:
    mine: list[DateMention] = []
    for date, after in zip(dates, [*dates[1:], None], strict=True):
        mine.append(date)
        end = after.span.start if after else span.end
        if after and _LISTED.fullmatch(text[date.span.end : end]):
            continue
        start = mine[0].span.start
        opening = _BRACKET.search(text[max(span.start, start - 2) : start])
        start -= len(opening.group()) if opening else 0
        yield trimmed(text, start, _without_bracket(text, end), _SIGNS), tuple(_distinct(mine))
        mine = []


def _without_bracket(text: str, end: int) -> int:
    """The end of what stands before the bracket that the next date is in."""
    return end - (1 if text[end - 1 : end] in _BRACKETS else 0)


def _tells(told: Sequence[int], start: int, end: int) -> bool:
    """Whether a word that tells a kind stands in [start, end)."""
    index = bisect_left(told, start)
    return index < len(told) and told[index] < end


def _cut(gap: str, start: int, closed: bool, told: Sequence[int]) -> int:
    """Where, in the ``gap`` between two dates, the stretch of the second begins.

    ``closed``: the first date closes its own stretch, so what follows it is the second's.
    ``told`` is where words stand that tell a kind.
    """
    clause = _CLAUSE_END.search(_OPENING.sub("", gap))
    ends = [match.end() for match in _CLAUSE.finditer(gap)]
    goes_on = bool(ends) and _GOES_ON.match(gap) is not None
    if closed and goes_on and not clause:
        telling = [end for end in ends if _tells(told, start + end, start + len(gap))]
        return start + (telling or ends)[-1]
    if closed and not clause:
        closing = _CLOSING.match(gap)
        return start + (closing.end() if closing else 0)
    # "… and the agreement was signed two years later, on June 13, 1981".
    if len(ends) > 1 and _LATER.search(gap):
        ends.pop()
    opening = _OPENING.search(gap[-_NEAR:])
    at_opening = max(0, len(gap) - _NEAR) + opening.start() if opening else len(gap)
    return start + (ends[-1] if ends else at_opening)


def _distinct(dates: list[DateMention]) -> list[DateMention]:
    """One mention a date, and none of what another one says more exactly.

    Two days that follow on another are one interval.
    """
    distinct = list({date.edtf: date for date in reversed(dates)}.values())[::-1]
    # "In the following year, on April 8, 1994": the day alone.
    finer = tuple(date.edtf for date in distinct)
    distinct = [d for d in distinct if not any(f.startswith(f"{d.edtf}-") for f in finer)]
    if len(distinct) == 2 and _follows(*distinct):
        first, second = distinct
        span = Span(first.span.start, second.span.end)
        return [DateMention(span, f"{first.edtf}/{second.edtf}", first.inherited)]
    return distinct


def _follows(one: DateMention, other: DateMention) -> bool:
    """Whether ``other`` is the day after ``one``."""
    if not len(one.edtf) == len(other.edtf) == len("2016-10-13"):
        return False
    try:
        first, second = map(calendar_date.fromisoformat, (one.edtf, other.edtf))
        return second - first == timedelta(days=1)
    except ValueError:
        return False
