"""The days on which stages were signed, every year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from corpus.model import Stage, Tie
from service.exchanges.calendars import make_event
from service.staff.desk import Desk
from service.staff.templates import say

if TYPE_CHECKING:
    from icalendar import Event


def anniversaries(desk: Desk, ties: Iterable[Tie]) -> Iterator[Event]:
    """One event for each stage whose day is told; others have no day to return."""
    for tie in ties:
        for stage in tie.stages:
            if stage.date and len(stage.date) == len("2016-10-13"):
                yield _anniversary(desk, tie, stage)


def _anniversary(desk: Desk, tie: Tie, stage: Stage) -> Event:
    day = date.fromisoformat(stage.date or "")
    home, partner = map(desk.name, tie.places)
    name = say(desk.voice, f"stage.{stage.kind}")
    said = {"home": home, "partner": partner, "stage": name, "year": day.year}
    event = make_event(
        f"{tie.id}/{stage.kind}/{day}",
        day,
        say(desk.voice, "export.anniversary", **said),
        stage.source.quote,
        desk.console.catalogue.index.pages[stage.source.page].url,
    )
    event.add("rrule", _yearly(day))
    return event


def _yearly(day: date) -> dict[str, object]:
    """Every year; what was signed on 29 February is remembered on the last day of that month."""
    if (day.month, day.day) == (2, 29):
        return {"freq": "yearly", "bymonth": 2, "bymonthday": -1}
    return {"freq": "yearly"}
