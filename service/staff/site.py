"""The console on the app: its routes, open and closed, and what happens where one is refused."""

from __future__ import annotations

from fastapi import APIRouter, Depends, FastAPI
from sqlalchemy.exc import SQLAlchemyError
from starlette.responses import Response

from service.staff import (
    briefing_pages,
    doors,
    export_pages,
    question_pages,
    search_pages,
)
from service.staff.desk import (
    FormExpired,
    SignedIn,
    SignInNeeded,
    checked_form,
    on_form_expired,
    on_no_database,
    on_sign_in_needed,
    signed_in,
)

_CLOSED = (
    doors.closed,
    search_pages.router,
    export_pages.router,
    briefing_pages.router,
    question_pages.router,
)


def add_console(app: FastAPI) -> None:
    """Serve the console under ``/staff``: all but the way in needs a sign-in, and forms a token."""
    app.include_router(doors.router)
    for router in _CLOSED:
        app.include_router(router, dependencies=[Depends(signed_in), Depends(checked_form)])
    app.include_router(_rest, dependencies=[Depends(signed_in)])
    app.add_exception_handler(SignInNeeded, on_sign_in_needed)
    app.add_exception_handler(FormExpired, on_form_expired)
    app.add_exception_handler(SQLAlchemyError, on_no_database)


_rest = APIRouter(prefix="/staff", include_in_schema=False)


@_rest.get("/{path:path}")
def show_missing(desk: SignedIn) -> Response:
    """What is not there, in words; like everything else, only for those who are signed in."""
    return desk.page("missing.html", 404)
