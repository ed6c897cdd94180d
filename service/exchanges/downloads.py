"""Files as responses: their types, their names, sent part by part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal
from urllib.parse import quote

from starlette.responses import StreamingResponse

from service.exchanges.cells import Table
from service.exchanges.exports import csv_parts, json_parts, xlsx_parts

TableForm = Literal["csv", "xlsx", "json"]
_WRITERS = {"csv": csv_parts, "xlsx": xlsx_parts, "json": json_parts}
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "ics": "text/calendar; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def table_parts(table: Table, form: TableForm) -> Iterator[bytes]:
    """A table in one of three forms."""
    return _WRITERS[form](table)


def download(
    parts: Iterator[bytes],
    name: str,
    title: str,
    form: str,
    day: date,
    headers: Mapping[str, str] | None = None,
) -> StreamingResponse:
    """A file of the ``day``, called ``title`` for people and ``name`` for old browsers."""
    told = quote(f"{title}-{day}.{form}".replace(" ", "-"))
    disposition = f"attachment; filename=\"{name}-{day}.{form}\"; filename*=UTF-8''{told}"
    sent = {**(headers or {}), "content-disposition": disposition}
    return StreamingResponse(parts, headers=sent, media_type=TYPES[form])
