"""What one running service holds: its settings, its metrics and the index it serves."""

from __future__ import annotations

from dataclasses import dataclass, field

from fastapi import Request
from starlette.exceptions import HTTPException

from corpus.memory import keep_loaded
from index.search import Index, open_index
from service.asking import warm
from service.catalogue import Catalogue
from service.metrics import Metrics
from service.settings import Settings


@dataclass(slots=True)
class Runtime:
    """The state of one app; the catalogue is there from start to stop."""

    settings: Settings
    metrics: Metrics = field(default_factory=Metrics)
    loaded: Catalogue | None = None

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue; raises HTTPException 503 until it is loaded."""
        if self.loaded is None:
            raise HTTPException(503, "the index is not loaded yet; ask again in a moment")
        return self.loaded

    def start(self, index: Index | None = None) -> None:
        """Serve ``index``, or the one that the settings name, once it is warm."""
        index = index or open_index(self.settings.index, self.settings.threads)
        catalogue = Catalogue(self.metrics.watch(index))
        warm(catalogue, self.settings)
        self.loaded = catalogue
        keep_loaded()

    def stop(self) -> None:
        """Serve nothing any more."""
        self.loaded = None


def runtime_of(request: Request) -> Runtime:
    """The runtime of the app that ``request`` came to."""
    runtime: Runtime = request.app.state.runtime
    return runtime
