"""The pages that people open: the demo, and the API to read and to try."""

from __future__ import annotations

import mimetypes
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.staticfiles import StaticFiles

from service.demo import render_demo
from service.manual import render_manual
from service.runtime import runtime_of
from service.tongue import choose_language

WEB = Path(__file__).parent / "web"
# A browser asks each time whether it has the newest: these files are small and change together.
_REVALIDATE = {"cache-control": "no-cache"}


def add_site(app: FastAPI) -> None:
    """Serve the demo at ``/``, ``/docs``, and the files of both beside them and at ``/static``."""
    mimetypes.add_type("text/javascript", ".js")
    app.add_route("/docs", _manual, include_in_schema=False)
    app.add_route("/", _demo, include_in_schema=False)
    for path in sorted(WEB.iterdir()):
        if path.is_file():
            app.add_route(f"/{path.name}", _file(path), include_in_schema=False)
    app.mount("/static", _Static(directory=WEB), name="static")


async def _demo(request: Request) -> Response:
    catalogue, query = runtime_of(request).catalogue, request.query_params
    accepted = request.headers.get("accept-language", "")
    language = choose_language(query.get("lang"), accepted)
    page = render_demo(catalogue, language, query.get("district"))
    return HTMLResponse(page, headers={**_REVALIDATE, "vary": "accept-language"})


async def _manual(request: Request) -> Response:
    return HTMLResponse(render_manual(request.app.openapi()), headers=_REVALIDATE)


def _file(path: Path) -> Callable[[Request], Awaitable[Response]]:
    async def send_file(_request: Request) -> Response:
        return FileResponse(path, headers=_REVALIDATE)

    return send_file


class _Static(StaticFiles):
    """Static files that browsers ask about each time."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        """See StaticFiles."""
        response = super().file_response(*args, **kwargs)
        response.headers.update(_REVALIDATE)
        return response
