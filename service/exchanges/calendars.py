"""Calendars as they are sent (RFC 5545), event by event, whatever their number.

The library that writes them is imported when one is asked for: starts are quicker without.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from corpus.model import Exchange
from service.exchanges.reader import Reader
from service.exchanges.rows import make_row

if TYPE_CHECKING:
    from icalendar import Event

_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?")


def calendar_parts(events: Iterable[Event], description: str = "") -> Iterator[bytes]:
    """A calendar of ``events``, described (RFC 7986) where there is something to say of it."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Gyoryu//exchanges//EN")
    calendar.add("version", "2.0")
    if description:
        calendar.add("description", description)
    head, _, tail = calendar.to_ical().partition(b"END:VCALENDAR")
    yield head
    for event in events:
        yield event.to_ical()
    yield b"END:VCALENDAR" + tail


def make_event(uid: str, first: date, summary: str, quote: str, url: str | None) -> Event:
    """A day that nobody is busy on because of it; ``quote`` is what a page says of it."""
    from icalendar import Event

    event = Event()
    event.add("uid", f"{uid}@gyoryu")
    event.add("dtstamp", datetime.now(UTC))
    event.add("dtstart", first)
    event.add("transp", "TRANSPARENT")
    event.add("summary", summary)
    event.add("description", quote)
    if url:
        event.add("url", url)
    return event


def has_days(exchange: Exchange) -> bool:
    """Whether the page tells the very days; of other exchanges a calendar would have to make up."""
    return _DAYS.fullmatch(exchange.date) is not None


def exchange_events(reader: Reader, exchanges: Iterable[Exchange]) -> Iterator[Event]:
    """The exchanges whose days are told, on these days."""
    return (_exchange_event(reader, exchange) for exchange in exchanges if has_days(exchange))


def _exchange_event(reader: Reader, exchange: Exchange) -> Event:
    row = make_row(reader, exchange)
    sides = f"{row.home} – {row.partner}" + (f" ({row.actor})" if row.actor else "")
    summary = f"{sides}: {reader.voice.join(row.kinds)}" if row.kinds else sides
    quotes = "\n".join(source.quote for source in row.quotes)
    first, _, last = exchange.date.partition("/")
    event = make_event(exchange.id, date.fromisoformat(first), summary, quotes, row.url)
    if last:
        # The end of an event of whole days is the day after (RFC 5545, 3.6.1).
        event.add("dtend", date.fromisoformat(last) + timedelta(days=1))
    return event
