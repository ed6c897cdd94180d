"""Tables as they are sent: CSV, XLSX and JSON, row by row, whatever their number.

The library that writes workbooks is imported when one is asked for: starts are quicker without.
"""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterator
from typing import IO

import orjson

from service.exchanges.cells import Table, safe

# Rows, and bytes of a file, that are sent at a time.
_ROWS, _BYTES = 500, 64 * 1024
# So many bytes of a workbook stay in memory; a larger one is a temporary file.
_IN_MEMORY = 4 * 1024 * 1024
_WIDTHS = {"quote": 80, "question": 60, "page": 32, "url": 32, "where": 28, "comment": 40}
# Characters that one cell of a workbook takes.
_CELL = 32_767


def csv_parts(table: Table) -> Iterator[bytes]:
    """CSV (RFC 4180) in UTF-8 with the mark by which spreadsheets know it."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    buffer.write("\ufeff")
    writer.writerow(table.columns.values())
    for number, row in enumerate(table.rows):
        writer.writerow([safe(cell) for cell in row])
        if number % _ROWS == 0:
            yield _taken(buffer)
    yield _taken(buffer)


def json_parts(table: Table) -> Iterator[bytes]:
    """A JSON array with one object a row; keys are the same in every language."""
    lead = b"["
    for row in table.rows:
        yield lead + b"\n" + orjson.dumps(dict(zip(table.columns, row, strict=True)))
        lead = b","
    yield b"\n]\n" if lead == b"," else b"[]\n"


def xlsx_parts(table: Table) -> Iterator[bytes]:
    """A workbook of one sheet, written row by row to a temporary file and sent from there."""
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as file:
        _write_workbook(file, table)
        file.seek(0)
        while part := file.read(_BYTES):
            yield part


def _write_workbook(file: IO[bytes], table: Table) -> None:
    import xlsxwriter

    workbook = xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_formulas": False})
    sheet = workbook.add_worksheet(table.title)
    bold = workbook.add_format({"bold": True})
    sheet.freeze_panes(1, 0)
    for column, key in enumerate(table.columns):
        sheet.set_column(column, column, _WIDTHS.get(key, 16))
    for column, heading in enumerate(table.columns.values()):
        sheet.write_string(0, column, heading, bold)
    for number, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(number, column, cell)
            elif cell:
                sheet.write_string(number, column, cell[:_CELL])
    workbook.close()


def _taken(buffer: io.StringIO) -> bytes:
    """What the buffer holds, which is empty afterwards."""
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode("utf-8")
