"""What is sent in parts is made in parts: nothing is gathered before the first one leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from service.exchanges.calendars import calendar_parts, make_event
from service.exchanges.cells import Cell, Table
from service.exchanges.exports import csv_parts, json_parts

NUMBER, FIRST_PARTS = 5000, 3


def csv_of(taken: Iterator[int]) -> Iterator[bytes]:
    return csv_parts(table_of(taken))


def json_of(taken: Iterator[int]) -> Iterator[bytes]:
    return json_parts(table_of(taken))


def ics_of(taken: Iterator[int]) -> Iterator[bytes]:
    day = date(2016, 10, 13)
    return calendar_parts(make_event(str(n), day, "Seocho-gu – Hebi", "…", None) for n in taken)


def table_of(taken: Iterator[int]) -> Table:
    rows: Iterator[tuple[Cell, ...]] = ((number, "text") for number in taken)
    return Table("rows", "rows", {"number": "Number", "text": "Text"}, rows)


@pytest.mark.parametrize("parts_of", [csv_of, json_of, ics_of])
def test_rows_are_taken_as_their_parts_are_sent(
    parts_of: Callable[[Iterator[int]], Iterator[bytes]],
) -> None:
    taken: list[int] = []

    def rows() -> Iterator[int]:
        for number in range(NUMBER):
            taken.append(number)
            yield number

    parts = parts_of(rows())
    for _ in range(FIRST_PARTS):
        assert next(parts)
    assert 0 < len(taken) < NUMBER / 2
    assert sum(1 for _ in parts) > 0
    assert len(taken) == NUMBER
