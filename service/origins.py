"""Which other websites a visitor's browser may call the API from: those on the list, no others."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

_SHARED = "/v1/"
# How long a browser remembers that it may call, in seconds; none keeps it longer than two hours.
_REMEMBERED = 7200


class AllowedOrigins:
    """Lets pages of ``origins`` call the public API without credentials; other paths stay closed.

    With no origins there is no cross-origin access at all.
    """

    def __init__(self, app: ASGIApp, origins: Sequence[str]) -> None:
        self.app = app
        self.shared = app if not origins else _share(app, origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        is_shared = scope["type"] == "http" and scope["path"].startswith(_SHARED)
        await (self.shared if is_shared else self.app)(scope, receive, send)


def _share(app: ASGIApp, origins: Sequence[str]) -> CORSMiddleware:
    return CORSMiddleware(
        app,
        allow_origins=list(origins),
        allow_methods=["GET", "POST"],
        allow_headers=["content-type"],
        expose_headers=["retry-after", "content-disposition"],
        max_age=_REMEMBERED,
    )
