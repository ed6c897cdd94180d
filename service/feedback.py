"""What askers say of their answers."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from pydantic import Field
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException

from service.api import ApiModel
from service.problems import responses
from service.runtime import runtime_of
from service.storage.tables import ID

router = APIRouter(tags=["ask"], responses=responses(400, 404, 413, 503))
# Characters of a comment.
LONGEST = 2000


class FeedbackIn(ApiModel):
    """Was it helpful? ``question_id`` is the ``id`` that came with the answer."""

    question_id: str = Field(min_length=1, max_length=ID)
    helpful: bool
    comment: str | None = Field(default=None, max_length=LONGEST)


@router.post("/v1/feedback", summary="Say whether an answer helped", status_code=204)
def give_feedback(body: FeedbackIn, request: Request) -> Response:
    """Kept on disk once 204 is answered. A later rating or comment on the same answer replaces the
    one before; a rating alone leaves the comment.
    """
    inbox = runtime_of(request).inbox
    try:
        kept = inbox.take_feedback(body.question_id, body.helpful, body.comment)
    except SQLAlchemyError as error:
        detail = "the feedback could not be written; send it again in a moment"
        raise HTTPException(503, detail, {"retry-after": "5"}) from error
    if not kept:
        raise HTTPException(404, "no question with this id is kept; it may have been too long ago")
    return Response(status_code=204)
