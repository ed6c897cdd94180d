"""How many questions there were on each day, as bars."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from service.staff.desk import Desk

# Days that are drawn, the latest, and the units of the drawing.
MOST = 90
WIDTH, HEIGHT, _FOOT, _HEAD = 1140, 130, 22, 16
# Room that a date below the bars needs.
_LABEL = 110


@dataclass(frozen=True, slots=True)
class Day:
    """One bar, the answered part of it from the bottom."""

    x: float
    width: float
    top: float
    height: float
    answered_top: float
    answered_height: float
    label: str
    number: int
    answered: int


@dataclass(frozen=True, slots=True)
class DayChart:
    """The drawing; ``marks`` are (x, label) below it and ``largest`` is the highest bar."""

    days: list[Day]
    marks: list[tuple[float, str]]
    largest: int
    width: int = WIDTH
    height: int = HEIGHT
    floor: int = HEIGHT - _FOOT


def draw_days(desk: Desk, counts: Mapping[str, tuple[int, int]]) -> DayChart | None:
    """The bars of ``counts`` (total, answered) by ISO day; None where there are none."""
    if not counts:
        return None
    last = date.fromisoformat(max(counts))
    first = max(date.fromisoformat(min(counts)), last - timedelta(days=MOST - 1))
    first = min(first, last - timedelta(days=13))
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    largest = max(total for total, _ in counts.values())
    step = WIDTH / len(days)
    bars = [
        _bar(desk, day, column * step, step, counts.get(day.isoformat(), (0, 0)), largest)
        for column, day in enumerate(days)
    ]
    every = max(1, len(days) // 6)
    marks = [(bar.x, bar.label) for bar in bars[::every] if bar.x < WIDTH - _LABEL]
    return DayChart(bars, marks, largest)


def _bar(
    desk: Desk, day: date, x: float, step: float, counts: tuple[int, int], largest: int
) -> Day:
    total, answered = counts
    unit = (HEIGHT - _FOOT - _HEAD) / largest
    floor = HEIGHT - _FOOT
    return Day(
        x=round(x + step * 0.12, 1),
        width=round(min(step * 0.76, 40), 1),
        top=round(floor - total * unit, 1),
        height=round((total - answered) * unit, 1),
        answered_top=round(floor - answered * unit, 1),
        answered_height=round(answered * unit, 1),
        label=desk.voice.date(day.isoformat(), False),
        number=total,
        answered=answered,
    )
