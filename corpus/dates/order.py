"""Whether the numbers of a page's dates stand as day and month, or as month and day."""

from __future__ import annotations

import re
from typing import Literal

from corpus.model import Page

Order = Literal["day first", "month first"]

_LAST_MONTH = 12
_DATE = re.compile(
    r"(?<![\d./])(?P<one>\d{1,2})(?P<sign>[./])(?P<other>\d{1,2})(?P=sign)(?:19|20)\d\d(?![\d./])"
)


def date_order(page: Page) -> Order | None:
    """The order that those dates of ``page`` show that allow but one, where they agree.

    "3/18/1997" has its month first, so beside it "5/08/1996" is the eighth of May.
    """
    shown: set[Order] = set()
    for match in _DATE.finditer(page.text):
        one, other = int(match["one"]), int(match["other"])
        if (one > _LAST_MONTH) != (other > _LAST_MONTH):
            shown.add("day first" if one > _LAST_MONTH else "month first")
    return next(iter(shown)) if len(shown) == 1 else None
