"""What the console's search and exports cost over many generated exchanges."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import median

from starlette.requests import Request

from corpus.model import LANGUAGES
from corpus.wordlists import load_toml
from index.search import Index
from service.catalogue import Catalogue
from service.exchanges.cells import exchange_table
from service.exchanges.exports import csv_parts, xlsx_parts
from service.exchanges.filters import Filter
from service.exchanges.generated import generate
from service.exchanges.ledger import KINDS, Ledger, ledger_of
from service.exchanges.searching import find_exchanges
from service.inbox import Inbox
from service.memory import resident_mb
from service.percentiles import p95
from service.settings import Settings
from service.staff.console import Console
from service.staff.desk import Desk
from service.storage.database import open_database

NUMBER = 100_000
# Ties whose names are looked for, and times that each search is made.
_TIES, _TIMES = 5, 3
# Parts of an export between two looks at the memory.
_EVERY = 5
_NOWHERE = "sqlite://"


@dataclass(frozen=True, slots=True)
class SearchCost:
    """Medians in milliseconds; seconds of each export and the memory (MB) that it adds, if told.

    Searches are made with their facets and without what is remembered of earlier ones.
    """

    exchanges: int
    ledger_ms: float
    search_ms: float
    search_p95_ms: float
    csv_s: float
    csv_mb: float | None
    xlsx_s: float
    xlsx_mb: float | None


def measure_search(index: Index, number: int = NUMBER) -> SearchCost:
    """Generate ``number`` exchanges from those of ``index``, search and export them."""
    exchanges, ties = generate(index, number)
    catalogue = Catalogue(replace(index, exchanges=tuple(exchanges), ties=tuple(ties)))
    settings = Settings(keep_questions=False)
    inbox = Inbox(open_database(_NOWHERE), settings, catalogue.index)
    started = time.perf_counter()
    console = Console(settings, catalogue, inbox, ledger_of(catalogue))
    ledger_s = time.perf_counter() - started
    desk = Desk(Request({"type": "http", "headers": []}), console, "ko")
    seconds = list(_searches(desk, list(make_searches(console.ledger))))
    csv_s, csv_mb = _drained(export_parts(console, desk, "csv"))
    xlsx_s, xlsx_mb = _drained(export_parts(console, desk, "xlsx"))
    inbox.database.close()
    return SearchCost(
        exchanges=number,
        ledger_ms=round(ledger_s * 1000, 1),
        search_ms=round(median(seconds) * 1000, 1),
        search_p95_ms=round(p95(seconds) * 1000, 1),
        csv_s=csv_s,
        csv_mb=csv_mb,
        xlsx_s=xlsx_s,
        xlsx_mb=xlsx_mb,
    )


def make_searches(ledger: Ledger) -> Iterator[Filter]:
    """What staff look for: names and kinds in each language, facets, periods, all of them."""
    yield from (Filter(sort=sort) for sort in ("-date", "partner", "-people"))
    kinds = load_toml("kinds.toml")
    for row, tie in enumerate(ledger.ties[:_TIES]):
        home, partner = tie.places
        kind = KINDS[row % len(KINDS)]
        for language in LANGUAGES:
            name = ledger.gazetteer.places[partner].name(language)
            called = kinds[kind]["names"][language]
            yield Filter(words=name)
            yield Filter(words=called)
            yield Filter(words=f"{name} {called}", since="2005", until="2019-06")
        yield Filter(chosen={"partner": (partner,), "year": ("2010", "2011")})
        yield Filter(chosen={"home": (home,), "kind": (kind,), "direction": ("in",)}, since="2001")


def export_parts(console: Console, desk: Desk, form: str) -> Iterator[bytes]:
    """An export of everything, in its parts."""
    table = exchange_table(desk.reader, console.ledger.exchanges)
    return csv_parts(table) if form == "csv" else xlsx_parts(table)


def _searches(desk: Desk, searches: list[Filter]) -> Iterator[float]:
    """Seconds of each search, nothing remembered of the ones before."""
    ledger = desk.console.ledger
    for wanted in searches * _TIMES:
        ledger.texts.having.cache_clear()
        started = time.perf_counter()
        find_exchanges(ledger, wanted, desk.name)
        yield time.perf_counter() - started


def _drained(parts: Iterator[bytes]) -> tuple[float, float | None]:
    """Seconds that sending takes, and by how much the memory of this process grew meanwhile."""
    started = time.perf_counter()
    before = most = resident_mb(os.getpid())
    for number, _ in enumerate(parts):
        if most is not None and number % _EVERY == 0:
            most = max(most, resident_mb(os.getpid()) or 0.0)
    grown = None if most is None or before is None else round(most - before, 1)
    return round(time.perf_counter() - started, 1), grown
