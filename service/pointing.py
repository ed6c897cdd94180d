"""Times that a follow-up names by what was told before: "that year", "the year after", "then"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from corpus.dates import bounds
from service.lexicon import first_of
from service.model import Operation, Period, Question
from service.period import FIRST_DAY, LAST_DAY

# Years from the one that was told, by the names of the patterns.
_YEARS = {"same_year": 0, "next_year": 1, "year_before": -1}
_YEAR = 4
# Clients may send anything; a year on either side of these must be one, too.
_EARLIEST, _LATEST = "1000", "9000"


def point_in_time(question: Question, told: str | None) -> Question:
    """The question with the time that it names by ``told``, the EDTF date that was told before.

    Left as it is where it names a time itself or points at none.
    """
    name = first_of("pointing", question.bare)
    if name is None or told is None or question.period:
        return question
    first, last = bounds(told)
    if not _EARLIEST < first <= last < _LATEST:
        return question
    if name in _YEARS:
        return _in_year(question, int(first[:_YEAR]) + _YEARS[name])
    if question.property:
        return question
    if name == "after":
        period = Period(_shifted(last, 1), LAST_DAY)
        return _beside(question, period, "first")
    return _beside(question, Period(FIRST_DAY, _shifted(first, -1)), "last")


def _in_year(question: Question, year: int) -> Question:
    period = Period(f"{year:04}-01-01", f"{year:04}-12-31", f"{year:04}")
    open_topic = not (question.property or question.kinds or question.partners)
    return replace(question, period=period, exchanges=question.exchanges or open_topic)


def _beside(question: Question, period: Period, nearest: Operation) -> Question:
    """What came next, or before: the one that is nearest, where no list is asked for."""
    operation = nearest if question.operation == "lookup" else question.operation
    return replace(question, period=period, exchanges=True, operation=operation)


def _shifted(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
