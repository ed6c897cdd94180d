"""The briefing of a tie, to read, to print, or for Word."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from service.staff.briefing import make_briefing
from service.staff.desk import SignedIn
from service.staff.export_pages import send_file
from service.staff.templates import say

router = APIRouter(prefix="/staff", include_in_schema=False)


@router.get("/briefing/{tie:path}.docx")
def send_briefing(desk: SignedIn, tie: str) -> Response:
    """The briefing as a document; what writes it is imported for the first."""
    from service.staff.briefing_docx import write_briefing

    found = desk.console.catalogue.ties.get(tie)
    if found is None:
        return desk.page("missing.html", 404)
    document = write_briefing(make_briefing(desk, found), desk)
    return send_file(desk, iter([document]), "briefing", say(desk.voice, "export.briefing"), "docx")


@router.get("/briefing/{tie:path}")
def show_briefing(desk: SignedIn, tie: str) -> Response:
    """The briefing as a page that prints well."""
    found = desk.console.catalogue.ties.get(tie)
    if found is None:
        return desk.page("missing.html", 404)
    return desk.page("briefing.html", briefing=make_briefing(desk, found))
