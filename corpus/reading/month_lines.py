"""Entries that a month and its point open ("7. …"): a year above tells them from numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.reading.lines import Bullet, split_bullet

_YEAR = re.compile(r"\W*(?:19|20)\d\d\s*(?:년도?|年度?)?\W*")
_MONTH = re.compile(r"(?P<month>0?[1-9]|1[0-2])\.\s+(?=[^\W\d_a-z]|[\"'“‘「『<〈])")
_DIGIT = re.compile(r"\W*\d")
# The number of a list that no other one goes on from.
_NO_LIST = -1


@dataclass(slots=True)
class MonthLines:
    """Goes through the lines of a page and splits off bullets, but for months under a year.

    Numbers that count from one on are those of a list also there, and so are those that go on
    under the next year.
    """

    under_year: bool = False
    counted: int = 0
    through: int = _NO_LIST

    def note(self, text: str, heads: bool) -> None:
        """Take note of a line that was read; one that ``heads`` others ends what a year began."""
        if _YEAR.fullmatch(text):
            self.under_year, self.counted = True, 0
        elif heads and not _DIGIT.match(text):
            self.under_year, self.through = False, _NO_LIST

    def split(self, line: str) -> Bullet | None:
        """The bullet and the rest of ``line``, as ``split_bullet``."""
        bullet = split_bullet(line)
        month = _MONTH.match(line) if self.under_year and bullet else None
        if month is None:
            return bullet
        if month["month"] in (str(self.counted + 1), str(self.through + 1)):
            self.counted = self.through = int(month["month"])
            return bullet
        self.through = _NO_LIST
        return None
