"""Stays that last still when news tell of them: the day on which they began, without an end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.dates import DateMention
from corpus.exchanges.publication import is_fresh

_OPEN = "/.."
_OPEN_DAY = len("2016-10-13" + _OPEN)
# Guests who are still there, which no work or exchange that has begun for good is.
_STILL = re.compile(
    r"(?:방문|체류|시찰|견학|참가|참석)(?:하고|중에|해) ?있|(?:방문|체류) ?중이|머물고 있"
    r"|正在[^,，。]{0,12}(?:访问|訪問|参访|參訪|考察)|[访訪]问中|訪問中"
    r"|\b(?:is|are) (?:currently )?(?:visiting|touring|staying)\b"
)


def begun(
    dates: Sequence[DateMention], told: str, published: str | None
) -> tuple[DateMention, ...]:
    """``dates`` of what news of the day ``published`` tell, with the first day of a visit alone.

    "29일부터 A시를 방문하고 있다" tells when it began and that it will end.
    """
    if published is None or not _STILL.search(told):
        return tuple(dates)
    return tuple(
        replace(date, edtf=date.edtf.removesuffix(_OPEN)) if _is_new(date, published) else date
        for date in dates
    )


def _is_new(date: DateMention, published: str) -> bool:
    open_day = date.edtf.endswith(_OPEN) and len(date.edtf) == _OPEN_DAY
    return open_day and is_fresh(date.edtf.removesuffix(_OPEN), published)
