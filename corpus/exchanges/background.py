"""Dates of what only lies behind an event: when a text came out, and what was long before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date as calendar_date

from corpus.dates import DateMention
from corpus.dates.bounds import bounds
from corpus.exchanges.kinds import event_pattern
from corpus.exchanges.publication import FRESH
from corpus.model import Span
from corpus.text import fold_text

# How far (characters) in front of a date and behind it stands what tells what the date is of.
_BEFORE, _BEHIND = 160, 40

# What crawling leaves before the text of news: the day on which they came out.
_DATELINE = re.compile(r"\s*date[:：]?\s*")
# Where a clause about what lies behind an event ends ("… 이어오고 있으며, ").
_BACKGROUND_END = re.compile(r"(?:으며|[하오가되]며|[했었았]고|있고|하고),? |；|, (?:and|while) ")
# Where an agency's news come from on which day: "NAMWON, June 14 (Name) --", "首尔6月14日电".
_FROM = re.compile(r"[\W\d]*(?:[a-z][a-z.' -]{1,30}, ?){1,2}|\W*[\u4e00-\u9fff()]{2,20}")
_SENT = re.compile(r" ?\([a-z .']{2,20}\) ?(?:--?|[–—]) | -- |[电電讯訊](?=[\W\u4e00-\u9fff])")
_DASH = re.compile(r" ?[–—-] ")


def is_background(text: str, date: DateMention) -> bool:
    """Whether a date tells when something else was, from which the event follows."""
    written = text[max(0, date.span.start - _BEFORE) : date.span.start]
    before = fold_text(written)
    after = fold_text(text[date.span.end : date.span.end + _BEHIND])
    # Without an agency the city in capitals shows it: an entry of a list has a place and a day too.
    sent = _SENT.match(after) or (written.isupper() and _DASH.match(after))
    if _DATELINE.fullmatch(before) or (date.inherited and _FROM.fullmatch(before) and sent):
        return True
    behind = event_pattern("background_after").match(after)
    if behind is None and len(date.edtf) < len("2016-10-13"):
        behind = event_pattern("background_since").match(after)
    return (behind or event_pattern("background_before").search(before)) is not None


def behind_background(
    text: str, sentence: Span, behind: Sequence[DateMention], mine: Sequence[DateMention]
) -> Span:
    """``sentence`` from where the clause of a date that only lies behind its event has ended."""
    if not mine:
        return sentence
    first = bisect_left(behind, sentence.start, key=_starts)
    before = behind[first : bisect_left(behind, mine[0].span.start, key=_starts)]
    if not before:
        return sentence
    last = before[-1].span.end
    ends = list(_BACKGROUND_END.finditer(text, last, mine[0].span.start))
    return Span(ends[-1].end(), sentence.end) if ends else sentence


def is_history(dates: Sequence[DateMention], published: str | None) -> bool:
    """Whether news tell of what was long before them, and then go on with their own matter."""
    if published is None:
        return False
    day = calendar_date.fromisoformat(published)
    last = (calendar_date.fromisoformat(bounds(date.edtf)[1]) for date in dates)
    return all((day - ended).days > FRESH for ended in last)


def _starts(date: DateMention) -> int:
    return date.span.start
