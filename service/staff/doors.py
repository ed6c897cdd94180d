"""Signing in and out, the language, and the files that the pages need."""

from __future__ import annotations

import hmac
import secrets
from datetime import timedelta
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, RedirectResponse, Response

from service.clients import client_of
from service.staff.admission import Denied, admit
from service.staff.desk import COOKIE, SIGN_IN, Desk, OpenDesk, SignedIn, private_headers
from service.staff.languages import COOKIE as LANGUAGE_COOKIE
from service.staff.languages import TONGUES
from service.staff.templates import say
from service.storage.accounts import sign_out

router = APIRouter(prefix="/staff", include_in_schema=False)
closed = APIRouter(prefix="/staff", include_in_schema=False)

STATIC = Path(__file__).parent / "static"
HOME = "/staff"
# The sign-in form's own token: there is no sign-in yet that could hold one.
_FORM_COOKIE = "gyoryu_staff_form"
_YEAR = 365 * 24 * 3600


@router.get("/static/{name}")
def send_file(name: str) -> Response:
    """A style sheet or script of the console."""
    known = {path.name: path for path in STATIC.iterdir()}
    if name not in known:
        raise HTTPException(404)
    return FileResponse(known[name], headers={"cache-control": "no-cache"})


@router.get("/sign-in")
def show_sign_in(desk: OpenDesk, next: Annotated[str, Query()] = HOME) -> Response:
    """The page to sign in on."""
    return _sign_in_page(desk, next)


@router.post("/sign-in")
def try_sign_in(
    desk: OpenDesk,
    name: Annotated[str, Form(max_length=200)] = "",
    password: Annotated[str, Form(max_length=1000)] = "",
    next: Annotated[str, Form(max_length=4000)] = HOME,
    form_token: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """Sign in; the same page comes again where that is not possible."""
    kept = desk.request.cookies.get(_FORM_COOKIE, "")
    if not kept or not hmac.compare_digest(kept.encode(), form_token.encode()):
        return _sign_in_page(desk, next, name, ("stale", {}), 403)
    client = client_of(desk.request.scope) or ""
    lifetime = timedelta(hours=desk.console.settings.staff_hours)
    try:
        secret = admit(desk.console.inbox.database, name, password, client, lifetime)
    except Denied as denied:
        if denied.until is None:
            return _sign_in_page(desk, next, name, ("wrong", {}), 401)
        until = {"time": denied.until.astimezone().strftime("%H:%M")}
        return _sign_in_page(desk, next, name, ("locked", until), 429)
    response = RedirectResponse(_inside(next), 303, headers=private_headers())
    _set_cookie(response, desk.request, COOKIE, secret, int(lifetime.total_seconds()))
    response.delete_cookie(_FORM_COOKIE, path=SIGN_IN)
    return response


@closed.post("/sign-out")
def leave(desk: SignedIn) -> Response:
    """Sign this browser out."""
    with desk.console.inbox.database.writing() as session:
        sign_out(session, desk.request.cookies[COOKIE])
    response = RedirectResponse(SIGN_IN, 303, headers=private_headers())
    response.delete_cookie(COOKIE, path=HOME)
    return response


@router.get("/language")
def choose_language(
    request: Request, to: Annotated[str, Query()], back: Annotated[str, Query()] = HOME
) -> Response:
    """Speak another language from now on, and go on where the reader was."""
    if to not in TONGUES:
        raise HTTPException(404)
    response = RedirectResponse(_inside(back), 303, headers=private_headers())
    _set_cookie(response, request, LANGUAGE_COOKIE, to, _YEAR)
    return response


def _sign_in_page(
    desk: Desk,
    wanted: str,
    name: str = "",
    complaint: tuple[str, dict[str, str]] | None = None,
    status: int = 200,
) -> Response:
    token = secrets.token_urlsafe(32)
    response = desk.page(
        "sign_in.html",
        status,
        wanted=_inside(wanted),
        name=name[:80],
        form_token=token,
        complaint=complaint and say(desk.voice, f"enter.{complaint[0]}", **complaint[1]),
    )
    _set_cookie(response, desk.request, _FORM_COOKIE, token, 3600, SIGN_IN)
    return response


def _set_cookie(
    response: Response, request: Request, name: str, value: str, seconds: int, path: str = HOME
) -> None:
    """A cookie that no script reads and no other site sends; over TLS only where there is TLS."""
    response.set_cookie(
        name,
        value,
        max_age=seconds,
        path=path,
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",
    )


def _inside(wanted: str) -> str:
    """``wanted`` if it is an address of the console, else its first page."""
    if wanted != HOME and not wanted.startswith((f"{HOME}/", f"{HOME}?")):
        return HOME
    parts = urlsplit(wanted)
    clean = wanted.isprintable() and "\\" not in wanted and not parts.scheme and not parts.netloc
    signing = parts.path.startswith(SIGN_IN)
    return wanted if clean and not signing else HOME
