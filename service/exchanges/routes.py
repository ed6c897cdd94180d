"""The public list of exchanges, page by page or as a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request
from starlette.responses import Response

from corpus.model import Exchange
from service.exchanges.calendars import calendar_parts, exchange_events, has_days
from service.exchanges.cells import exchange_table
from service.exchanges.downloads import TYPES, download, table_parts
from service.exchanges.making import made
from service.exchanges.paging import ExchangeList, links_of, pages_of
from service.exchanges.query import (
    ExchangeQuery,
    check_export,
    check_repeats,
    check_size,
    filter_of,
    sides_of,
)
from service.exchanges.reader import Reader
from service.exchanges.searching import Rows, find_rows
from service.exchanges.sides import rows_with
from service.guards import wants_head
from service.problems import responses
from service.runtime import Runtime, runtime_of
from service.views import exchange_view
from service.wording import Voice

router = APIRouter(tags=["look up"], responses=responses(400, 404, 429, 503))

_FILES: dict[int | str, dict[str, Any]] = {
    200: {"content": {TYPES[form].partition(";")[0]: {} for form in ("csv", "xlsx", "ics")}}
}

# A calendar holds one event at least (RFC 5545, 3.6).
_NO_DAYS = (
    "a calendar would be empty: exchanges found: {total}, and of none of them does a page tell "
    "the day; ask for json, csv or xlsx"
)


@router.get(
    "/v1/exchanges",
    summary="Exchanges by place, time, kind, direction and words",
    response_model=ExchangeList,
    responses=_FILES,
)
def list_exchanges(
    request: Request, query: Annotated[ExchangeQuery, Query()]
) -> ExchangeList | Response:
    """The exchanges that fit, newest first: page by page, or all of them as a file."""
    check_repeats(request.query_params.multi_items())
    runtime = runtime_of(request)
    rows = _find(runtime, query)
    reader = Reader(runtime.catalogue, Voice(query.language))
    if query.format == "json":
        return _page(request, query, reader, rows)
    check_export(query)
    check_size(len(rows))
    exchanges = [runtime.ledger.exchanges[row] for row in rows.tolist()]
    return _file(request, query, reader, exchanges)


def _find(runtime: Runtime, query: ExchangeQuery) -> Rows:
    """The rows of the ledger that fit."""
    ledger = runtime.ledger
    wanted, sides = filter_of(query), sides_of(query, runtime.catalogue)
    rows = find_rows(ledger, wanted, str)
    return rows[rows_with(ledger, sides)[rows]]


def _page(request: Request, query: ExchangeQuery, reader: Reader, rows: Rows) -> ExchangeList:
    start = (query.page - 1) * query.per_page
    ledger = runtime_of(request).ledger
    shown = [ledger.exchanges[row] for row in rows[start : start + query.per_page].tolist()]
    pages = pages_of(len(rows), query.per_page)
    return ExchangeList(
        total=len(rows),
        page=query.page,
        pages=pages,
        per_page=query.per_page,
        links=links_of(request, query.page, pages),
        exchanges=[exchange_view(e, reader.catalogue, reader.voice) for e in shown],
    )


def _file(
    request: Request, query: ExchangeQuery, reader: Reader, exchanges: Sequence[Exchange]
) -> Response:
    table = exchange_table(reader, exchanges, public=True)
    if query.format == "ics":
        parts = _calendar(reader, exchanges)
    else:
        assert query.format != "json"
        parts = table_parts(table, query.format)
    sent = iter(()) if wants_head(request.scope) else made(parts)
    today = runtime_of(request).settings.now()
    return download(sent, table.name, table.title, query.format, today)


def _calendar(reader: Reader, exchanges: Sequence[Exchange]) -> Iterator[bytes]:
    """A calendar of what has a day; refused where nothing has, as it would be no calendar."""
    dated = sum(map(has_days, exchanges))
    if not dated:
        raise HTTPException(404, _NO_DAYS.format(total=len(exchanges)))
    about = reader.voice.say("exchanges.calendar", n=dated, total=len(exchanges))
    return calendar_parts(exchange_events(reader, exchanges), about)
