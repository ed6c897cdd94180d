"""Downloads: exactly what a search finds, in the form that is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from fastapi import APIRouter, HTTPException
from starlette.responses import Response

from corpus.model import Tie
from service.exchanges.calendars import calendar_parts
from service.exchanges.cells import Table, exchange_table
from service.exchanges.downloads import TableForm, download, table_parts
from service.exchanges.filters import FACETS, Filter, read_filter
from service.exchanges.searching import find_rows
from service.problems import Refused
from service.staff.anniversaries import anniversaries
from service.staff.desk import Desk, SignedIn, private_headers
from service.staff.tables import tie_table
from service.staff.templates import say
from service.staff.ties import FACETS as TIE_FACETS
from service.staff.ties import find_ties

router = APIRouter(prefix="/staff", include_in_schema=False)

Form = Literal["csv", "xlsx", "json", "ics"]


@router.get("/export/exchanges.{form}")
def export_exchanges(desk: SignedIn, form: Form) -> Response:
    """The exchanges that a search finds; as a calendar, the anniversaries of their ties."""
    ledger = desk.console.ledger
    rows = find_rows(ledger, _wanted(desk, FACETS), desk.name)
    if form == "ics":
        ties = (ledger.ties[row] for row in sorted(set(ledger.tie[rows].tolist())))
        return _calendar(desk, ties)
    exchanges = (ledger.exchanges[row] for row in rows.tolist())
    return send_table(desk, exchange_table(desk.reader, exchanges), form)


@router.get("/export/ties.{form}")
def export_ties(desk: SignedIn, form: Form) -> Response:
    """The ties that a search finds; as a calendar, their anniversaries."""
    rows, _ = find_ties(desk, _wanted(desk, TIE_FACETS))
    if form == "ics":
        return _calendar(desk, (row.tie for row in rows))
    return send_table(desk, tie_table(desk, rows), form)


def send_table(desk: Desk, table: Table, form: TableForm) -> Response:
    """A table as a download in one of three forms."""
    return send_file(desk, table_parts(table, form), table.name, table.title, form)


def send_file(desk: Desk, parts: Iterator[bytes], name: str, title: str, form: str) -> Response:
    """A download that is kept nowhere on its way."""
    return download(parts, name, title, form, desk.console.settings.now(), private_headers())


def _calendar(desk: Desk, ties: Iterable[Tie]) -> Response:
    events = list(anniversaries(desk, ties))
    if not events:
        raise HTTPException(404, "no day of signing is told of the ties found: no calendar")
    parts = calendar_parts(events)
    return send_file(desk, parts, "ties", say(desk.voice, "export.ties"), "ics")


def _wanted(desk: Desk, facets: tuple[str, ...]) -> Filter:
    """The search to export; raises Refused rather than leave a part of it out."""
    wanted, complaints = read_filter(desk.request.query_params.multi_items(), facets)
    if complaints:
        raise Refused(complaints[0].name, f"“{complaints[0].value}” cannot be used")
    return wanted
