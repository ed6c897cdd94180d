"""The pages that look things up: exchanges, one of them, ties, the timeline, the picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil
from typing import Any

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from service.exchanges.filters import FACETS, SORTS, Complaint, Filter, read_filter
from service.exchanges.rows import make_row
from service.exchanges.searching import Found, find_exchanges
from service.staff.choices import SHOWN, chips, choices_of
from service.staff.desk import Desk, SignedIn, private_headers
from service.staff.excerpts import excerpt_of
from service.staff.picture import draw_picture
from service.staff.ties import FACETS as TIE_FACETS
from service.staff.ties import SORTS as TIE_SORTS
from service.staff.ties import find_ties
from service.staff.timeline import draw_timeline

router = APIRouter(prefix="/staff", include_in_schema=False)
# Rows on one page.
PER_PAGE = 50
# What a template is given.
Values = dict[str, Any]


@router.get("")
def show_exchanges(desk: SignedIn) -> Response:
    """The exchanges that fit, page by page."""
    sorts = [sort for sort in SORTS if sort != "-exchanges"]
    return _exchanges(desk, "exchanges.html", sorts, _page_of)


@router.get("/timeline")
def show_timeline(desk: SignedIn) -> Response:
    """Exchanges by partner and year."""
    return _exchanges(desk, "timeline.html", (), _plot_of)


@router.get("/ties")
def show_ties(desk: SignedIn) -> Response:
    """The ties that fit."""
    return _ties(desk, "ties.html", TIE_SORTS)


@router.get("/picture")
def show_picture(desk: SignedIn) -> Response:
    """The ties that fit in one picture."""
    return _ties(desk, "picture.html", ())


@router.get("/exchanges/{exchange:path}")
def show_exchange(desk: SignedIn, exchange: str) -> Response:
    """One exchange with its quotes in their place on the page."""
    catalogue = desk.console.catalogue
    found = next((e for e in catalogue.index.exchanges if e.id == exchange), None)
    if found is None:
        return desk.page("missing.html", 404)
    excerpts = [excerpt_of(catalogue.index.pages[s.page], s) for s in found.sources]
    home, partner = catalogue.ties[found.tie].places
    of_tie = Filter().only(home=home, partner=partner).query()
    return desk.page(
        "exchange.html", row=make_row(desk.reader, found), excerpts=excerpts, all_query=of_tie
    )


def _exchanges(
    desk: Desk, template: str, sorts: Sequence[str], view: Callable[[Desk, Filter, Found], Values]
) -> Response:
    """A page of what a search for exchanges found, with what ``view`` shows of it."""
    wanted, complaints = _wanted(desk)
    if tidy := _tidied(desk, wanted, complaints):
        return tidy
    found = find_exchanges(desk.console.ledger, wanted, desk.name)
    facets = {facet: choices_of(desk, facet, found.facets[facet], wanted) for facet in FACETS}
    return desk.page(
        template,
        number=len(found.rows),
        **view(desk, wanted, found),
        **_shared(desk, wanted, complaints, facets, sorts),
    )


def _page_of(desk: Desk, wanted: Filter, found: Found) -> Values:
    """One page of rows."""
    pages = max(1, ceil(len(found.rows) / PER_PAGE))
    page = min(wanted.page, pages)
    rows = found.rows[(page - 1) * PER_PAGE : page * PER_PAGE].tolist()
    exchanges = desk.console.ledger.exchanges
    return {
        "rows": [make_row(desk.reader, exchanges[row]) for row in rows],
        "page": page,
        "pages": pages,
    }


def _plot_of(desk: Desk, wanted: Filter, found: Found) -> Values:
    return {"plot": draw_timeline(desk.console.ledger, found.rows, wanted, desk.name)}


def _ties(desk: Desk, template: str, sorts: Sequence[str]) -> Response:
    wanted, complaints = _wanted(desk, TIE_FACETS)
    if tidy := _tidied(desk, wanted, complaints):
        return tidy
    rows, facets = find_ties(desk, wanted)
    facet_lists = {facet: choices_of(desk, facet, facets[facet], wanted) for facet in TIE_FACETS}
    picture = draw_picture(desk, rows) if template == "picture.html" else None
    return desk.page(
        template,
        rows=rows,
        picture=picture,
        number=len(rows),
        **_shared(desk, wanted, complaints, facet_lists, sorts),
    )


def _wanted(desk: Desk, facets: Sequence[str] = FACETS) -> tuple[Filter, list[Complaint]]:
    return read_filter(desk.request.query_params.multi_items(), facets)


def _tidied(desk: Desk, wanted: Filter, complaints: list[Complaint]) -> Response | None:
    """Where a form sent empty fields, the way to the same search at an address fit to share."""
    given = desk.request.query_params.multi_items()
    if complaints or all(value.strip() for _, value in given):
        return None
    query = wanted.query()
    path = desk.request.url.path
    return RedirectResponse(f"{path}?{query}" if query else path, 303, headers=private_headers())


def _shared(
    desk: Desk,
    wanted: Filter,
    complaints: list[Complaint],
    facets: Values,
    sorts: Sequence[str],
) -> Values:
    """What the search form needs."""
    return {
        "wanted": wanted,
        "query": wanted.query(page=1),
        "facets": facets,
        "shown": SHOWN,
        "sorts": sorts,
        "chips": list(chips(desk, wanted)),
        "complaints": complaints,
    }
