"""The first and last day that a date in EDTF (ISO 8601-2) covers."""

from __future__ import annotations

import calendar
import re
from functools import lru_cache

# The end of an interval that goes on.
OPEN, LAST_DAY = "..", "9999-12-31"
_PLAIN = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")


@lru_cache(maxsize=65536)
def bounds(edtf: str) -> tuple[str, str]:
    """First and last day that ``edtf`` covers, as ISO dates.

    An interval without an end covers all days to come. Plain dates and intervals, all that pages
    give, are read here: the library's grammar takes 16 ms for each. It reads every other form.
    Raises ValueError for what is no EDTF.
    """
    ends = edtf.split("/")
    if len(ends) == 2 and ends[1] == OPEN:
        return bounds(ends[0])[0], LAST_DAY
    if len(ends) <= 2 and all(_PLAIN.fullmatch(end) for end in ends):
        return _first_day(ends[0]), _last_day(ends[-1])
    return _parsed_bounds(edtf)


def _parsed_bounds(edtf: str) -> tuple[str, str]:
    # Not at the top: making its grammar takes an eighth of a second, and few need it.
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parsed = parse_edtf(edtf)
    except EDTFParseException as error:
        raise ValueError(f"{edtf} is no date in EDTF") from error
    first, last = parsed.lower_strict(), parsed.upper_strict()
    return iso_day(first.tm_year, first.tm_mon, first.tm_mday), iso_day(
        last.tm_year, last.tm_mon, last.tm_mday
    )


def plain_edtf(year: int, month: int | None, day: int | None) -> str | None:
    """EDTF of the parts that are there; None for a day that the month does not have."""
    if month is None:
        return f"{year:04d}"
    if day is None:
        return f"{year:04d}-{month:02d}"
    if day > calendar.monthrange(year, month)[1]:
        return None
    return iso_day(year, month, day)


def iso_day(year: int, month: int, day: int) -> str:
    """A day as ISO 8601 writes it."""
    return f"{year:04d}-{month:02d}-{day:02d}"


def _first_day(plain: str) -> str:
    return plain + "-01-01"[len(plain) - 4 :]


def _last_day(plain: str) -> str:
    if len(plain) == len("2016"):
        return f"{plain}-12-31"
    year, month = int(plain[:4]), int(plain[5:7])
    return plain if len(plain) > 7 else f"{plain}-{calendar.monthrange(year, month)[1]:02d}"
