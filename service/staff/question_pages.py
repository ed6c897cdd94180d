"""What citizens asked: listed, counted, grouped, handled and exported."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import Annotated, Any, Literal, get_args
from urllib.parse import urlencode

import numpy as np
from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse, Response

from service.model import Status
from service.staff.day_chart import draw_days
from service.staff.desk import Desk, SignedIn, private_headers
from service.staff.export_pages import send_table
from service.staff.grouping import Group, group_questions
from service.staff.tables import question_table
from service.storage.questions import (
    UNANSWERED,
    Handled,
    Opinion,
    QuestionFilter,
    count_by_day,
    count_questions,
    each_question,
    find_questions,
    handle,
    keep_vector,
    reopen,
    with_vectors,
)
from service.storage.tables import Asked

router = APIRouter(prefix="/staff", include_in_schema=False)

HOME = "/staff/questions"
PER_PAGE = 50
# Unanswered questions that are grouped, the newest; encoding one that has no vector yet takes
# some 15 ms, so that few of them are encoded in one visit.
MOST_GROUPED, MOST_ENCODED = 1000, 100
LANGUAGES = ("ko", "zh", "zh-Hant", "en")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@router.get("/questions")
def show_questions(desk: SignedIn) -> Response:
    """The questions that fit, newest first, and how many there were on each day."""
    chosen = _chosen(desk)
    with desk.console.inbox.database.reading() as session:
        number = count_questions(session, chosen)
        days = count_by_day(session, chosen)
        pages = max(1, ceil(number / PER_PAGE))
        page = min(_page(desk), pages)
        questions = find_questions(session, chosen, PER_PAGE, (page - 1) * PER_PAGE)
    return desk.page(
        "questions.html",
        questions=questions,
        number=number,
        page=page,
        pages=pages,
        chart=draw_days(desk, days),
        **_form(desk, chosen),
    )


@router.get("/questions/groups")
def show_groups(desk: SignedIn) -> Response:
    """The unanswered questions that nobody handled yet, grouped by meaning."""
    chosen = QuestionFilter(statuses=UNANSWERED, handled="open")
    with desk.console.inbox.database.reading() as session:
        questions = with_vectors(session, chosen, MOST_GROUPED)
        number = count_questions(session, chosen)
    groups = _grouped(desk, questions)
    return desk.page("groups.html", groups=groups, number=number, grouped=MOST_GROUPED)


@router.get("/export/questions.{form}")
def export_questions(desk: SignedIn, form: Literal["csv", "xlsx", "json"]) -> Response:
    """The questions that a search finds."""
    chosen = _chosen(desk)

    def questions() -> Any:
        with desk.console.inbox.database.reading() as session:
            yield from each_question(session, chosen)

    return send_table(desk, question_table(desk, questions()), form)


@router.post("/questions/handle")
def mark_handled(
    desk: SignedIn,
    question: Annotated[list[str], Form(max_length=MOST_GROUPED)],
    note: Annotated[str, Form(max_length=2000)] = "",
    back: Annotated[str, Form(max_length=4000)] = HOME,
) -> Response:
    """Mark questions as handled, with a note."""
    assert desk.visitor is not None
    with desk.console.inbox.database.writing() as session:
        handle(session, question, desk.visitor.name, note.strip())
    return _back(back)


@router.post("/questions/reopen")
def mark_open(
    desk: SignedIn,
    question: Annotated[list[str], Form(max_length=MOST_GROUPED)],
    back: Annotated[str, Form(max_length=4000)] = HOME,
) -> Response:
    """Take it back."""
    with desk.console.inbox.database.writing() as session:
        reopen(session, question)
    return _back(back)


def _grouped(desk: Desk, questions: Sequence[Asked]) -> list[Group]:
    """The questions whose meaning is known or is found out now, in groups."""
    inbox = desk.console.inbox
    usable = [q for q in questions if q.vector is not None and q.encoder == inbox.encoder]
    known = {q.id: q.vector for q in usable if q.vector is not None}
    missing = [q for q in questions if q.id not in known][:MOST_ENCODED]
    found = {q.id: inbox.meaning(q.text) for q in missing}
    if found:
        with inbox.database.writing() as session:
            for question, vector in found.items():
                keep_vector(session, question, vector, inbox.encoder)
    known |= found
    kept = [q for q in questions if q.id in known]
    if not kept:
        return []
    return group_questions(kept, np.stack([np.frombuffer(known[q.id], np.float32) for q in kept]))


def _chosen(desk: Desk) -> QuestionFilter:
    """The filter of an address; what cannot be used is left out."""
    given = desk.request.query_params
    handled, opinion = given.get("handled"), given.get("opinion")
    return QuestionFilter(
        since=_day(given.get("from", "")),
        until=_day(given.get("to", "")),
        statuses=tuple(s for s in given.getlist("status") if s in get_args(Status)),
        language=given.get("language") if given.get("language") in LANGUAGES else None,
        opinion=opinion if opinion in get_args(Opinion) else None,  # type: ignore[arg-type]
        handled=handled if handled in get_args(Handled) else None,  # type: ignore[arg-type]
        text=given.get("q", "").strip()[:200],
    )


def _form(desk: Desk, chosen: QuestionFilter) -> dict[str, Any]:
    """What the form above the list needs."""
    return {
        "chosen": chosen,
        "query": _query(chosen),
        "statuses": get_args(Status),
        "languages": LANGUAGES,
        "settings": desk.console.settings,
    }


def _query(chosen: QuestionFilter) -> str:
    pairs = [
        ("q", chosen.text),
        ("from", chosen.since),
        ("to", chosen.until),
        *(("status", status) for status in chosen.statuses),
        ("language", chosen.language),
        ("opinion", chosen.opinion),
        ("handled", chosen.handled),
    ]
    return urlencode([(name, str(value)) for name, value in pairs if value])


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def _page(desk: Desk) -> int:
    page = desk.request.query_params.get("page", "1")
    return max(1, int(page)) if page.isascii() and page.isdigit() and len(page) < 7 else 1


def _back(address: str) -> Response:
    inside = address.startswith((f"{HOME}?", f"{HOME}/")) or address == HOME
    target = address if inside and address.isprintable() and "\\" not in address else HOME
    return RedirectResponse(target, 303, headers=private_headers())
