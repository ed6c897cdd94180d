"""The HTTP service, wired together: the one place that knows all its parts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from index.manifest import gyoryu_version
from index.search import Index
from service import embedding, feedback, probes, records, routes
from service.exchanges import routes as exchange_routes
from service.guards import BodyLimit, HeadAsGet, SecurityHeaders, Watch
from service.limiting import RateLimit
from service.origins import AllowedOrigins
from service.problems import tell_problems
from service.retention import forgetting
from service.runtime import Runtime
from service.settings import Settings, load_settings
from service.site import add_site
from service.staff.site import add_console

ABOUT = (
    "Answers questions about sister-city pages in Korean, Chinese and English, "
    "each resting on a quoted span of a page."
)


def create_app(settings: Settings | None = None, index: Index | None = None) -> FastAPI:
    """The app over the index that ``settings`` name, or over an ``index`` that is open already.

    The index is loaded when the app starts; starting raises UnusableIndex where it cannot be.
    """
    runtime = Runtime(settings or load_settings())

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        runtime.start(index)
        with forgetting(runtime.inbox):
            yield
        runtime.stop()

    app = FastAPI(
        title="Gyoryu",
        version=gyoryu_version(),
        description=ABOUT,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.runtime = runtime
    parts = (routes, feedback, records, exchange_routes, probes)
    for part in parts:
        app.include_router(part.router)
    add_console(app)
    add_site(app)
    embedding.add_widget(app, runtime.settings.allowed_origins)
    tell_problems(app)
    _guard(app, runtime)
    return app


def _guard(app: FastAPI, runtime: Runtime) -> None:
    """Put the guards around the app; the last one added is the outermost."""
    settings = runtime.settings
    app.add_middleware(BodyLimit, most=settings.max_body)
    app.add_middleware(RateLimit, rate=settings.rate_limit, exempt=settings.rate_exempt)
    app.add_middleware(Watch, metrics=runtime.metrics)
    app.add_middleware(AllowedOrigins, origins=settings.allowed_origins)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(HeadAsGet)
