"""Dates that are part of the title of a document, and tell nothing of when it was made."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.dates import DateMention

# What is named in quotation marks, by a word for what it is: "'5월 축제'", "“3月花会”".
_NAMED = (
    r"['‘“\"][^'‘’“”\"\n]{1,30}"
    r"(?:축제|페스티벌|행사|운동|혁명|대회|花会|花會|节|節|Festival|Fair)['’”\"]"
)
_TITLE = re.compile(r"《[^《》]{1,80}》|『[^『』]{1,80}』")
_MONTH = re.compile(f"(?={_NAMED}).(?P<month>\\d{{1,2}}\\s?[월月])(?!\\s?\\d)")


def outside_titles(text: str, dates: Sequence[DateMention]) -> list[DateMention]:
    """``dates`` of ``text`` without those in the title of a document ("《2026年度计划书》")."""
    titles = [match.span() for match in _TITLE.finditer(text)] if dates else []
    titles += [match.span("month") for match in _MONTH.finditer(text)] if dates else []
    if not titles:
        return list(dates)
    return [d for d in dates if not any(a <= d.span.start < b for a, b in titles)]
