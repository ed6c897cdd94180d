"""Asking and searching."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, Query, Request, Response

from service.api import Answer
from service.asking import LIMIT, MOST, Ask, LanguageTag, ask, search
from service.explanation import ExplainedAnswer
from service.listing import SearchView
from service.problems import responses
from service.runtime import runtime_of

router = APIRouter(tags=["ask"], responses=responses(400, 429, 503))


@router.post(
    "/v1/ask",
    summary="Answer a question",
    responses=responses(413),
    response_model=ExplainedAnswer | Answer,
)
def ask_question(
    body: Ask,
    request: Request,
    later: BackgroundTasks,
    explain: Annotated[bool, Query(description="add how the answer came about")] = False,
) -> Response:
    """One sentence that answers, its facts, and the passages it rests on; or an honest no."""
    runtime = runtime_of(request)
    answer = ask(body, runtime.catalogue, runtime.settings, explain)
    runtime.metrics.count_answer(answer)
    kept = runtime.inbox.keep(body, answer)
    if runtime.inbox.is_open(kept):
        later.add_task(runtime.inbox.note_meaning, kept)
    return Response(kept.model_dump_json(), media_type="application/json")


@router.get("/v1/search", summary="Passages for words, best first")
def search_passages(
    request: Request,
    q: Annotated[str, Query(description="words, in Korean, Chinese or English")],
    place: Annotated[
        str | None, Query(max_length=200, description="only about this place (id or name)")
    ] = None,
    language: Annotated[
        LanguageTag | None, Query(description="language of the words; otherwise it is detected")
    ] = None,
    limit: Annotated[int, Query(ge=1, le=MOST, description="passages at most")] = LIMIT,
) -> SearchView:
    """The passages of all pages that fit best, whatever language they are in."""
    runtime = runtime_of(request)
    return search(q, runtime.catalogue, runtime.settings, place, language, limit)
