"""The months that a question asks after and a text tells, where no year makes a period of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.dates import find_dates
from corpus.dates.values import month_of
from corpus.text import fold_text
from service.lexicon import search_all

A_YEAR = 12
_MONTH = re.compile(r"(\d{4})-(\d\d)")


def months_asked(bare: str) -> frozenset[int]:
    """The months (1 to 12) that a folded question names."""
    found = (month_of(match["month"].title()) for match in search_all("months", bare))
    return frozenset(month for month in found if month is not None)


def months_told(text: str) -> frozenset[int]:
    """The months (1 to 12) of the dates of a text, and those that it names without a year."""
    dated = (month for date in find_dates(text) for month in _of_date(date.edtf))
    return frozenset(dated) | frozenset(_named(fold_text(text)))


def _of_date(edtf: str) -> Iterator[int]:
    """Every month of a date or an interval; its ends alone where it is longer than a year.

    A year without a month tells none.
    """
    found = [(int(year), int(month)) for year, month in _MONTH.findall(edtf)]
    yield from (month for _, month in found)
    if len(found) == 2:
        (year, first), (end_year, last) = found
        yield from _row(first, last + A_YEAR * (end_year - year))


def _named(folded: str) -> Iterator[int]:
    for match in search_all("months_told", folded):
        groups = {name: month_of(said.title()) for name, said in match.groupdict().items() if said}
        found = [month for month in groups.values() if month is not None]
        yield from found
        if "end" in groups and len(found) == 2:
            first, last = found
            yield from _row(first, last + A_YEAR * (last < first))


def _row(first: int, last: int) -> Iterator[int]:
    """The months from ``first`` to ``last``, counted on over the end of a year."""
    if first <= last < first + A_YEAR:
        yield from ((month - 1) % A_YEAR + 1 for month in range(first, last + 1))
