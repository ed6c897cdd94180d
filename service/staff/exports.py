"""Exports as they are sent: CSV, XLSX, JSON and calendars, row by row, whatever their number.

The libraries that write workbooks and calendars are imported when one is asked for: they would
make every start a tenth of a second longer.
"""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import IO, TYPE_CHECKING

import orjson

from corpus.model import Stage, Tie
from service.staff.cells import Table, safe
from service.staff.desk import Desk
from service.staff.templates import say

if TYPE_CHECKING:
    from icalendar import Event

# Rows, and bytes of a file, that are sent at a time.
_ROWS, _BYTES = 500, 64 * 1024
# So many bytes of a workbook stay in memory; a larger one is a temporary file.
_IN_MEMORY = 4 * 1024 * 1024
_WIDTHS = {"quote": 80, "question": 60, "page": 32, "url": 32, "where": 28, "comment": 40}
# Characters that one cell of a workbook takes.
_CELL = 32_767


def csv_parts(table: Table, desk: Desk) -> Iterator[bytes]:
    """CSV (RFC 4180) in UTF-8 with the mark by which spreadsheets know it."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    buffer.write("\ufeff")
    writer.writerow(table.headings(desk))
    for number, row in enumerate(table.rows):
        writer.writerow([safe(cell) for cell in row])
        if number % _ROWS == 0:
            yield _taken(buffer)
    yield _taken(buffer)


def json_parts(table: Table, _desk: Desk) -> Iterator[bytes]:
    """A JSON array with one object a row; keys are the same in every language."""
    lead = b"["
    for row in table.rows:
        yield lead + b"\n" + orjson.dumps(dict(zip(table.columns, row, strict=True)))
        lead = b","
    yield b"\n]\n" if lead == b"," else b"[]\n"


def xlsx_parts(table: Table, desk: Desk) -> Iterator[bytes]:
    """A workbook of one sheet, written row by row to a temporary file and sent from there."""
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as file:
        _write_workbook(file, table, desk)
        file.seek(0)
        while part := file.read(_BYTES):
            yield part


def ics_parts(ties: Iterable[Tie], desk: Desk) -> Iterator[bytes]:
    """A calendar of the days on which stages were signed, every year; others have no day."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Gyoryu//exchanges//EN")
    calendar.add("version", "2.0")
    head, _, tail = calendar.to_ical().partition(b"END:VCALENDAR")
    yield head
    for tie in ties:
        for stage in tie.stages:
            if stage.date and len(stage.date) == len("2016-10-13"):
                yield _anniversary(tie, stage, desk).to_ical()
    yield b"END:VCALENDAR" + tail


def _write_workbook(file: IO[bytes], table: Table, desk: Desk) -> None:
    import xlsxwriter

    workbook = xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_formulas": False})
    sheet = workbook.add_worksheet(say(desk.voice, f"export.{table.name}"))
    bold = workbook.add_format({"bold": True})
    sheet.freeze_panes(1, 0)
    for column, key in enumerate(table.columns):
        sheet.set_column(column, column, _WIDTHS.get(key, 16))
    for column, heading in enumerate(table.headings(desk)):
        sheet.write_string(0, column, heading, bold)
    for number, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(number, column, cell)
            elif cell:
                sheet.write_string(number, column, cell[:_CELL])
    workbook.close()


def _anniversary(tie: Tie, stage: Stage, desk: Desk) -> Event:
    from icalendar import Event

    day = date.fromisoformat(stage.date or "")
    event = Event()
    event.add("uid", f"{tie.id}/{stage.kind}/{day}@gyoryu")
    event.add("dtstamp", datetime.now(UTC))
    event.add("dtstart", day)
    event.add("rrule", _yearly(day))
    event.add("transp", "TRANSPARENT")
    home, partner = map(desk.name, tie.places)
    name = say(desk.voice, f"stage.{stage.kind}")
    said = {"home": home, "partner": partner, "stage": name, "year": day.year}
    event.add("summary", say(desk.voice, "export.anniversary", **said))
    event.add("description", stage.source.quote)
    if url := desk.console.catalogue.index.pages[stage.source.page].url:
        event.add("url", url)
    return event


def _yearly(day: date) -> dict[str, object]:
    """Every year; what was signed on 29 February is remembered on the last day of that month."""
    if (day.month, day.day) == (2, 29):
        return {"freq": "yearly", "bymonth": 2, "bymonthday": -1}
    return {"freq": "yearly"}


def _taken(buffer: io.StringIO) -> bytes:
    """What the buffer holds, which is empty afterwards."""
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode("utf-8")
