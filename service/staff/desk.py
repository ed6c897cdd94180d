"""One visit to the console: who visits, in which language, and the page that is sent back."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import quote

import structlog
from fastapi import Depends, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from service.exchanges.reader import Reader
from service.problems import problem
from service.runtime import runtime_of
from service.staff.console import Console
from service.staff.languages import TONGUES, html_tag, tongue_of, voice_of
from service.staff.templates import render
from service.storage.accounts import Visitor, find_visitor
from service.wording import Voice

COOKIE = "gyoryu_staff"
SIGN_IN = "/staff/sign-in"
# Nothing of the console stays in a browser or on the way to it.
_PRIVATE = {"cache-control": "no-store"}
# Seconds after which a database may be there again.
_AGAIN = "5"

_log = structlog.get_logger("gyoryu")


class SignInNeeded(Exception):
    """Nobody is signed in with this request."""


class FormExpired(Exception):
    """A form came without the token of the browser that it was sent to."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a page of the console is made with; ``visitor`` is None on the sign-in page."""

    request: Request
    console: Console
    tongue: str
    visitor: Visitor | None = None

    @property
    def voice(self) -> Voice:
        """How the visitor is spoken to."""
        return voice_of(self.tongue)

    @property
    def reader(self) -> Reader:
        """The visitor as a reader of exchanges."""
        return Reader(self.console.catalogue, self.voice)

    def name(self, place: str) -> str:
        """The name of a place for the visitor."""
        return self.reader.name(place)

    def page(
        self,
        template: str,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        **values: Any,
    ) -> Response:
        """A page of the console."""
        path = self.request.url.path
        query = f"?{self.request.url.query}" if self.request.url.query else ""
        html = render(
            template,
            voice=self.voice,
            lang=html_tag(self.voice),
            tongues=TONGUES,
            visitor=self.visitor,
            path=path,
            here=path + query,
            **values,
        )
        return HTMLResponse(html, status, headers={**_PRIVATE, **(headers or {})})


def open_desk(request: Request) -> Desk:
    """The desk of a visit that needs nobody to be signed in."""
    return Desk(request, runtime_of(request).console, tongue_of(request))


def signed_in(request: Request) -> Desk:
    """The desk of whoever is signed in; raises SignInNeeded where nobody is."""
    console = runtime_of(request).console
    secret = request.cookies.get(COOKIE, "")
    if not secret:
        raise SignInNeeded
    with console.inbox.database.reading() as session:
        visitor = find_visitor(session, secret)
    if visitor is None:
        raise SignInNeeded
    return Desk(request, console, tongue_of(request), visitor)


SignedIn = Annotated[Desk, Depends(signed_in)]
OpenDesk = Annotated[Desk, Depends(open_desk)]


async def checked_form(request: Request, desk: SignedIn) -> None:
    """Let a form pass that carries the token of this browser; raises FormExpired otherwise."""
    if request.method == "GET":
        return
    given = (await request.form()).get("form_token")
    kept = desk.visitor.form_token if desk.visitor else ""
    if not isinstance(given, str) or not hmac.compare_digest(given.encode(), kept.encode()):
        raise FormExpired


def private_headers() -> dict[str, str]:
    """Headers of everything that the console sends."""
    return dict(_PRIVATE)


def on_sign_in_needed(request: Request, _error: Exception) -> Response:
    """People are sent to the sign-in page, programs are told."""
    if request.method == "GET" and "text/html" in request.headers.get("accept", ""):
        query = f"?{request.url.query}" if request.url.query else ""
        wanted = quote(request.url.path + query, safe="")
        return RedirectResponse(f"{SIGN_IN}?next={wanted}", 303, headers=_PRIVATE)
    return problem(401, f"sign in first, at {SIGN_IN}", request.url.path, _PRIVATE)


def on_no_database(request: Request, error: Exception) -> Response:
    """Accounts and questions cannot be reached just now; the log says why.

    A page in the console, which is what browsers ask for; problem details for all others.
    """
    _log.error("database", path=request.url.path, exc_info=error)
    again = {"retry-after": _AGAIN}
    inside = f"{request.url.path}/".startswith("/staff/")
    if inside and "text/html" in request.headers.get("accept", ""):
        return open_desk(request).page("unavailable.html", 503, again, method=request.method)
    detail = "the database cannot be used just now; try again in a moment"
    return problem(503, detail, request.url.path, {**_PRIVATE, **again})


def on_form_expired(request: Request, _error: Exception) -> Response:
    """A page that says that nothing was changed."""
    return open_desk(request).page("expired.html", 403)
