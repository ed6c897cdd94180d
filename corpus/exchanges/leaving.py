"""The day on which guests left again, which is no event beside their visit."""

from __future__ import annotations

import re
from datetime import date

from corpus.dates.bounds import bounds
from corpus.exchanges.told_events import Told
from corpus.model import Exchange

_LEAVES = re.compile(
    r"출국(?:했|하였|한다|하게|할|했다|길)|귀국(?:했|하였|한다|하게|할|길)|돌아갔|돌아갈|떠났|이한했"
    r"|离开|離開|离[市区县境]|離[市區縣境]|返回|回国|回國|返程|返国|返國|踏上归|踏上歸"
    r"|\b(?:returned|flew|went) (?:home|back)\b|\bdeparted\b|\bleft (?:for|on|the|[A-Z])"
)
# The longest stay of guests whose leaving news tell, in days, and the length of a day in EDTF.
_STAY, _DAY = 31, len("2016-10-13")


def only_leaves(told: Told, before: Exchange | None) -> bool:
    """Whether an event is no more than that those left whose visit was told ``before`` it."""
    if before is None or "visit" not in before.kinds or {*told.parties} != {*before.places}:
        return False
    dates = [one.edtf for one in told.event.dates]
    if told.mentions or len(dates) != 1 or len(dates[0]) != _DAY or not _LEAVES.search(told.text):
        return False
    if {"signing", "gift", "letter"} & set(told.kinds):
        return False
    came = date.fromisoformat(before.first)
    return 0 <= (date.fromisoformat(bounds(dates[0])[0]) - came).days <= _STAY
