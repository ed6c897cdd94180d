"""The pages that people open: the demo, and the API to read and to try."""

from __future__ import annotations

import mimetypes
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.staticfiles import StaticFiles

from service.manual import render_manual

WEB = Path(__file__).parent / "web"
_START = "index.html"
# A browser asks each time whether it has the newest: these files are small and change together.
_REVALIDATE = {"cache-control": "no-cache"}


def add_site(app: FastAPI) -> None:
    """Serve the demo page at ``/``, its files beside it and under ``/static``, and ``/docs``."""
    mimetypes.add_type("text/javascript", ".js")
    app.add_route("/docs", _manual, include_in_schema=False)
    app.add_route("/", _file(WEB / _START), include_in_schema=False)
    for path in sorted(WEB.iterdir()):
        if path.is_file() and path.name != _START:
            app.add_route(f"/{path.name}", _file(path), include_in_schema=False)
    app.mount("/static", _Static(directory=WEB), name="static")


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
