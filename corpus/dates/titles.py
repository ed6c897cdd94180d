"""Dates that are part of the title of a document, and tell nothing of when it was made."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.dates import DateMention

_TITLE = re.compile(r"《[^《》]{1,80}》|『[^『』]{1,80}』")


def outside_titles(text: str, dates: Sequence[DateMention]) -> list[DateMention]:
    """``dates`` of ``text`` without those in the title of a document ("《2026年度计划书》")."""
    titles = [match.span() for match in _TITLE.finditer(text)] if dates else []
    if not titles:
        return list(dates)
    return [d for d in dates if not any(a <= d.span.start < b for a, b in titles)]
