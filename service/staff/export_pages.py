"""Downloads: exactly what a search finds, in the form that is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal
from urllib.parse import quote

from fastapi import APIRouter
from starlette.responses import Response, StreamingResponse

from corpus.model import Tie
from service.problems import Refused
from service.staff.cells import Table, exchange_table, tie_table
from service.staff.desk import Desk, SignedIn, private_headers
from service.staff.exports import csv_parts, ics_parts, json_parts, xlsx_parts
from service.staff.filters import FACETS, Filter, read_filter
from service.staff.searching import find_rows
from service.staff.templates import say
from service.staff.ties import FACETS as TIE_FACETS
from service.staff.ties import find_ties

router = APIRouter(prefix="/staff", include_in_schema=False)

Form = Literal["csv", "xlsx", "json", "ics"]
_WRITERS = {"csv": csv_parts, "xlsx": xlsx_parts, "json": json_parts}
_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "ics": "text/calendar; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@router.get("/export/exchanges.{form}")
def export_exchanges(desk: SignedIn, form: Form) -> Response:
    """The exchanges that a search finds; as a calendar, the anniversaries of their ties."""
    ledger = desk.console.ledger
    rows = find_rows(ledger, _wanted(desk, FACETS), desk.name)
    if form == "ics":
        ties = (ledger.ties[row] for row in sorted(set(ledger.tie[rows].tolist())))
        return _calendar(desk, ties)
    exchanges = (ledger.exchanges[row] for row in rows.tolist())
    return send_table(desk, exchange_table(desk, exchanges), form)


@router.get("/export/ties.{form}")
def export_ties(desk: SignedIn, form: Form) -> Response:
    """The ties that a search finds; as a calendar, their anniversaries."""
    rows, _ = find_ties(desk, _wanted(desk, TIE_FACETS))
    if form == "ics":
        return _calendar(desk, (row.tie for row in rows))
    return send_table(desk, tie_table(rows), form)


def send_table(desk: Desk, table: Table, form: Literal["csv", "xlsx", "json"]) -> Response:
    """A table as a download in one of three forms."""
    return send_file(desk, _WRITERS[form](table, desk), table.name, form)


def send_file(desk: Desk, parts: Iterator[bytes], name: str, form: str) -> Response:
    """A download under a name in the reader's language, and a plain one for old browsers."""
    day = desk.console.settings.now().isoformat()
    told = quote(f"{say(desk.voice, f'export.{name}')}-{day}.{form}".replace(" ", "-"))
    headers = {
        **private_headers(),
        "content-disposition": f'attachment; filename="{name}-{day}.{form}"; '
        f"filename*=UTF-8''{told}",
    }
    return StreamingResponse(parts, headers=headers, media_type=_TYPES[form])


def _calendar(desk: Desk, ties: Iterable[Tie]) -> Response:
    return send_file(desk, ics_parts(ties, desk), "ties", "ics")


def _wanted(desk: Desk, facets: tuple[str, ...]) -> Filter:
    """The search to export; raises Refused rather than leave a part of it out."""
    wanted, complaints = read_filter(desk.request.query_params.multi_items(), facets)
    if complaints:
        raise Refused(complaints[0].name, f"“{complaints[0].value}” cannot be used")
    return wanted
