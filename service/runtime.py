"""What one running service holds: its settings, its metrics and the index it serves."""

from __future__ import annotations

from dataclasses import dataclass, field

from fastapi import Request
from starlette.exceptions import HTTPException

from corpus.memory import keep_loaded
from index.search import Index, open_index
from service.asking import warm
from service.catalogue import Catalogue
from service.exchanges.ledger import Ledger, ledger_of
from service.inbox import Inbox
from service.metrics import Metrics
from service.settings import Settings
from service.staff.console import Console
from service.storage.database import open_database


@dataclass(slots=True)
class Runtime:
    """The state of one app; the catalogue is there from start to stop."""

    settings: Settings
    metrics: Metrics = field(default_factory=Metrics)
    loaded: Catalogue | None = None
    desk: Console | None = None

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue; raises HTTPException 503 until it is loaded."""
        if self.loaded is None:
            raise HTTPException(503, "the index is not loaded yet; ask again in a moment")
        return self.loaded

    @property
    def console(self) -> Console:
        """What the staff work with; raises HTTPException 503 until it is there."""
        if self.desk is None:
            raise HTTPException(503, "the service is starting; try again in a moment")
        return self.desk

    @property
    def ledger(self) -> Ledger:
        """All exchanges, to be searched; raises HTTPException 503 until they are loaded."""
        return self.console.ledger

    @property
    def inbox(self) -> Inbox:
        """What takes questions and feedback; raises HTTPException 503 until it is open."""
        return self.console.inbox

    def start(self, index: Index | None = None) -> None:
        """Serve ``index``, or the one that the settings name, once it is warm."""
        index = index or open_index(
            self.settings.index, self.settings.threads, self.settings.remembered
        )
        catalogue = Catalogue(self.metrics.watch(index))
        warm(catalogue, self.settings)
        database = open_database(self.settings.database)
        inbox = Inbox(database, self.settings, catalogue.index)
        self.desk = Console(self.settings, catalogue, inbox, ledger_of(catalogue))
        self.loaded = catalogue
        keep_loaded()

    def stop(self) -> None:
        """Serve nothing any more."""
        self.loaded = None
        if self.desk is not None:
            self.desk.inbox.database.close()
            self.desk = None


def runtime_of(request: Request) -> Runtime:
    """The runtime of the app that ``request`` came to."""
    runtime: Runtime = request.app.state.runtime
    return runtime
