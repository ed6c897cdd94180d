"""All ties in one picture: where the partner lies, since when, and how active the tie is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from corpus.model import Stage
from service.staff.desk import Desk
from service.staff.ties import TieRow

# Ties that are drawn, and the units of the drawing.
MOST = 150
YEARS_WIDTH, NAMES, RIGHT, ROW, GROUP, HEAD = 600, 210, 70, 34, 30, 28
_TALLEST, _LOWEST = 18, 5.0
# Stages from the first step on, each with a mark of its own.
KINDS = ("intent", "memorandum", "agreement", "friendship", "sister", "renewal")


@dataclass(frozen=True, slots=True)
class Mark:
    """A dated stage on a tie's line."""

    x: float
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Tick:
    """The exchanges of a year."""

    x: float
    height: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """One tie."""

    row: TieRow
    name: str
    y: float
    start: float
    end: float
    marks: list[Mark]
    ticks: list[Tick]


@dataclass(frozen=True, slots=True)
class Region:
    """The ties whose partners lie in one province or country."""

    name: str
    y: float
    ties: list[Drawn]


@dataclass(frozen=True, slots=True)
class Picture:
    """The drawing: ``width`` by ``height`` units; ``years`` are (x, year) of the axis."""

    regions: list[Region]
    years: list[tuple[float, int]]
    kinds: list[str]
    total: int
    width: int = NAMES + YEARS_WIDTH + RIGHT
    height: int = 0
    head: int = HEAD
    names: int = NAMES


@dataclass(frozen=True, slots=True)
class _Axis:
    """Years laid out from left to right."""

    first: int
    last: int

    def x(self, year: float) -> float:
        share = (year - self.first) / (self.last + 1 - self.first)
        return round(NAMES + 8 + (YEARS_WIDTH - 16) * share, 1)

    def labels(self) -> list[tuple[float, int]]:
        step = next(s for s in (1, 2, 5, 10, 20, 50, 100) if (self.last - self.first) / s <= 10)
        return [(self.x(y), y) for y in range(self.first, self.last + 1) if y % step == 0]


def draw_picture(desk: Desk, rows: Sequence[TieRow]) -> Picture | None:
    """The picture of ``rows``, grouped by where their partners lie; None where there are none."""
    shown = sorted(rows[:MOST], key=lambda row: (_where(desk, row), row.since or "9"))
    years = [year for row in shown for year in _all_years(row)]
    if not years:
        return None
    axis = _Axis(min(years), max(*years, desk.console.settings.now().year))
    largest = max((n for row in shown for n in row.years.values()), default=1)
    homes = len({row.tie.places[0] for row in shown})
    regions: list[Region] = []
    y = HEAD
    for row in shown:
        where = _where(desk, row)
        if not regions or regions[-1].name != where:
            regions.append(Region(where, y + GROUP - 9, []))
            y += GROUP
        name = f"{row.home} – {row.partner}" if homes > 1 else row.partner
        regions[-1].ties.append(_drawn(desk, row, name, y + ROW / 2, axis, largest))
        y += ROW
    present = {stage.kind for row in shown for stage in row.tie.stages if stage.date}
    return Picture(
        regions=regions,
        years=axis.labels(),
        kinds=[kind for kind in KINDS if kind in present],
        total=len(rows),
        height=y + 10,
    )


def _drawn(desk: Desk, row: TieRow, name: str, y: float, axis: _Axis, largest: int) -> Drawn:
    years = _all_years(row) or [axis.last]
    ticks = [
        Tick(axis.x(year + 0.5), round(max(_LOWEST, _TALLEST * sqrt(number / largest)), 1))
        for year, number in sorted(row.years.items())
    ]
    return Drawn(
        row=row,
        name=name,
        y=y,
        start=axis.x(min(years)),
        end=axis.x(max(years) + 1),
        marks=[_mark(desk, stage, axis) for stage in row.tie.stages if stage.date],
        ticks=ticks,
    )


def _mark(desk: Desk, stage: Stage, axis: _Axis) -> Mark:
    date = stage.date or ""
    name = desk.voice.say(f"staff.stage.{stage.kind}")
    return Mark(axis.x(_moment(date)), stage.kind, f"{name}: {desk.voice.date(date, False)}")


def _moment(edtf: str) -> float:
    """A date as a year with its part that is over; the middle of what is not told."""
    parts = [int(part) for part in edtf.split("/")[0].split("-")]
    if len(parts) == 1:
        return parts[0] + 0.5
    return parts[0] + (parts[1] - 1) / 12 + ((parts[2] if len(parts) > 2 else 15) - 1) / 365


def _all_years(row: TieRow) -> list[int]:
    signed = [int(stage.date[:4]) for stage in row.tie.stages if stage.date]
    return signed + list(row.years)


def _where(desk: Desk, row: TieRow) -> str:
    """The outermost two of what the partner lies in: country, then province."""
    around = desk.console.catalogue.gazetteer.ancestors(row.tie.places[1])[::-1][:2]
    places = desk.console.catalogue.gazetteer.places
    return " › ".join(desk.voice.name(places[place]) for place in around) or row.partner
