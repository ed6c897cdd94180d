"""What news announce for days that were still to come when they came out."""

from __future__ import annotations

import re

from corpus.exchanges.events import Event
from corpus.model import Block, Page

# A day that is to come, with the one on which it ends: "오는 8일부터 10일까지", "将于8日至10日".
_COMING = re.compile(
    r"(?:오는|돌아오는|다가오는) (?P<ko>\d{1,2})일(?:(?: ?[~∼-] ?|부터 )(?P<ko_end>\d{1,2})일)?"
    r"|(?:将于|將於|定于|定於)(?:本月)?(?P<zh>\d{1,2})[日号號](?:[至到~—-](?P<zh_end>\d{1,2})[日号號])?"
)
# A day whose month and year are understood.
_BARE = re.compile(r"(?P<day>\d{1,2})\s?[일日号號]")
# A year or month to come, of which the dates behind it in its sentence are too.
_NEXT = re.compile(
    r"내년|명년|내후년|다음 ?달|내달|明年|下(?:个|個)?月|下一?年|\b[Nn]ext (?:year|month)\b"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SENTENCE_END = re.compile(r"[다요]\.|[。!?！？\n]|[a-z)]\. ")
# How far (characters) before a date its sentence may have begun.
_FAR = 200


def coming_days(page: Page) -> frozenset[int]:
    """The days of a month that ``page`` says are still to come."""
    days: set[int] = set()
    for match in _COMING.finditer(page.text):
        first = int(match["ko"] or match["zh"])
        last = int(match["ko_end"] or match["zh_end"] or first)
        days.update(range(first, max(first, last) + 1))
    return frozenset(days)


def is_announced(page: Page, block: Block, event: Event, days: frozenset[int]) -> bool:
    """Whether the first date of ``event`` of ``block`` was to come: "next year …, and in October".

    ``days`` are those of ``coming_days``.
    """
    at = event.dates[0].span
    text = page.quote(block.span)
    start = event.span.start - block.span.start
    # The dates of a row are placed in their cell.
    if block.kind == "row" or text[at.start : at.end] == "":
        return False
    written = text[at.start : at.end]
    bare = _BARE.match(written)
    if bare and int(bare["day"]) in days:
        return True
    if _YEAR.search(written):
        return False
    before = text[max(0, at.start - _FAR) : max(at.start, start)]
    ends = [match.end() for match in _SENTENCE_END.finditer(before)]
    said = list(_NEXT.finditer(before, ends[-1] if ends else 0))
    return bool(said) and _YEAR.search(before, said[-1].end()) is None
