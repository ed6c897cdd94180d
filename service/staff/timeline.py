"""The timeline: one row a partner, one column a year, a circle for the exchanges of both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from service.exchanges.filters import Filter
from service.exchanges.ledger import Ledger
from service.exchanges.searching import Names, Rows

# Partners drawn, the most active first, and years at most; what is left out is said.
MOST_PARTNERS, MOST_YEARS = 25, 60
# Units of the drawing: its width where the years fit, the least and the most width of a year, the
# height of a row, room for names, the years and the bars.
WIDTH, NARROWEST, WIDEST, ROW, NAMES, HEAD, BARS = 880, 22.0, 44.0, 30, 176, 26, 56
_LARGEST, _SMALLEST = 12.0, 3.0


@dataclass(frozen=True, slots=True)
class Dot:
    """The exchanges of one partner in one year."""

    x: float
    y: float
    radius: float
    year: int
    number: int
    query: str


@dataclass(frozen=True, slots=True)
class Line:
    """One partner; ``numbers`` has one figure for each year of the plot."""

    partner: str
    y: float
    numbers: list[int]
    total: int
    dots: list[Dot]
    query: str


@dataclass(frozen=True, slots=True)
class Bar:
    """All exchanges of one year."""

    x: float
    y: float
    height: float
    year: int
    number: int
    query: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing: ``width`` by ``height`` units."""

    years: list[int]
    lines: list[Line]
    bars: list[Bar]
    partners: int
    width: int
    height: int
    step: float
    top: int = HEAD + BARS
    names: int = NAMES


def draw_timeline(ledger: Ledger, rows: Rows, wanted: Filter, name: Names) -> Timeline | None:
    """The timeline of the ledger's ``rows``; None where there are none."""
    if not len(rows):
        return None
    years = ledger.years[rows]
    last = int(years.max())
    first = max(int(years.min()), last - MOST_YEARS + 1)
    columns = list(range(first, last + 1))
    step = min(WIDEST, max(NARROWEST, (WIDTH - NAMES - 8) // len(columns)))
    counts = np.zeros((len(ledger.places), len(columns)), dtype=np.int64)
    inside = years >= first
    np.add.at(counts, (ledger.partner[rows][inside], years[inside] - first), 1)
    totals = counts.sum(axis=1)
    order = [int(p) for p in np.argsort(-totals, kind="stable") if totals[p]]
    shown = order[:MOST_PARTNERS]
    largest = int(counts[shown].max())
    lines = [
        _line(
            counts[p].tolist(),
            columns,
            largest,
            step,
            row,
            name(ledger.places[p]),
            wanted.only(partner=ledger.places[p]),
        )
        for row, p in enumerate(shown)
    ]
    return Timeline(
        years=columns,
        lines=lines,
        bars=_bars(counts.sum(axis=0).tolist(), columns, step, wanted),
        partners=len(order),
        width=round(NAMES + step * len(columns) + 8),
        height=HEAD + BARS + ROW * len(shown) + 8,
        step=step,
    )


def _line(
    numbers: list[int],
    years: Sequence[int],
    largest: int,
    step: float,
    row: int,
    partner: str,
    wanted: Filter,
) -> Line:
    y = HEAD + BARS + ROW * (row + 0.5)
    dots = [
        Dot(
            _x(i, step),
            y,
            _radius(number, largest),
            year,
            number,
            wanted.only(year=str(year)).query(),
        )
        for i, (year, number) in enumerate(zip(years, numbers, strict=True))
        if number
    ]
    return Line(partner, y, numbers, sum(numbers), dots, wanted.query())


def _bars(numbers: list[int], years: Sequence[int], step: float, wanted: Filter) -> list[Bar]:
    largest = max(numbers)
    return [
        Bar(
            x=round(_x(i, step) - step * 0.3, 1),
            y=round(BARS - 4 - (BARS - 18) * number / largest, 1),
            height=round((BARS - 18) * number / largest, 1),
            year=year,
            number=number,
            query=wanted.only(year=str(year)).query(),
        )
        for i, (year, number) in enumerate(zip(years, numbers, strict=True))
        if number
    ]


def _x(column: int, step: float) -> float:
    return NAMES + step * (column + 0.5)


def _radius(number: int, largest: int) -> float:
    """Areas are as the numbers are; the smallest can still be seen and hit."""
    return round(max(_SMALLEST, _LARGEST * sqrt(number / largest)), 1)
