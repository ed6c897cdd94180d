"""Errors as the API tells them: problem details (RFC 9457), and nothing of what lies inside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

import orjson
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from service.api import ApiModel
from service.unicode import scrub

MEDIA_TYPE = "application/problem+json"

# Pydantic's kinds of error in the words of this API.
_WORDS = {
    "missing": "is required",
    "extra_forbidden": "is not a field of this request",
    "string_too_short": "must not be empty",
    "json_invalid": "is not JSON",
    "string_unicode": "holds half a surrogate pair; send valid Unicode",
}
# What FastAPI says of a body that fails in its parser and not in the JSON itself.
_UNPARSED = "There was an error parsing the body"
_BODY_SHAPES = frozenset({"model_type", "model_attributes_type", "dict_type"})


class ProblemDetails(ApiModel):
    """The body of every error; ``detail`` says what to do."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    instance: str


class Refused(ValueError):
    """A request that cannot be taken; names the field and says what is wrong with it."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field


def problem(
    status: int, detail: str, instance: str, headers: Mapping[str, str] | None = None
) -> Response:
    """The response for one error."""
    details = ProblemDetails(
        title=HTTPStatus(status).phrase, status=status, detail=scrub(detail), instance=instance
    )
    return Response(
        orjson.dumps(details.model_dump()),
        status,
        headers=dict(headers or {}),
        media_type=MEDIA_TYPE,
    )


def describe(errors: Sequence[Any]) -> str:
    """Validation errors in one line, each naming its field."""
    return "; ".join(dict.fromkeys(_describe(error) for error in errors))


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The error responses of a route for the OpenAPI document."""
    content = {MEDIA_TYPE: {"schema": ProblemDetails.model_json_schema()}}
    named: dict[int | str, dict[str, Any]] = {
        status: {"description": HTTPStatus(status).phrase, "content": content}
        for status in statuses
    }
    return {**named, "default": {"description": "Problem details", "content": content}}


def tell_problems(app: FastAPI) -> None:
    """Make ``app`` answer every expected error with problem details."""
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(Refused, _on_refused)


def _describe(error: Mapping[str, Any]) -> str:
    kind, where = error["type"], list(error["loc"])
    if kind == "json_invalid":
        return f"the body is not JSON: {error['ctx']['error']} at character {where[-1]}"
    names = [str(part) for part in where if part not in ("body", "query", "path")]
    if not names:
        shape = kind in _BODY_SHAPES or kind == "missing"
        wanted = "a JSON object with content-type application/json"
        return f"the body must be {wanted}" if shape else f"the body: {_reason(error)}"
    return f"{'.'.join(names)}: {_reason(error)}"


def _reason(error: Mapping[str, Any]) -> str:
    message: str = error["msg"]
    return _WORDS.get(error["type"]) or message[:1].lower() + message[1:]


def _on_invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return problem(400, describe(error.errors()), request.url.path)


def _on_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return problem(error.status_code, _http_detail(request, error), request.url.path, error.headers)


def _http_detail(request: Request, error: HTTPException) -> str:
    if error.detail not in (HTTPStatus(error.status_code).phrase, _UNPARSED):
        return error.detail
    if error.status_code == 400:
        return "the body is not JSON that can be read"
    if error.status_code == 404:
        return "nothing is here; /docs lists what there is"
    if error.status_code == 405:
        allowed = (error.headers or {}).get("Allow", "another method")
        return f"{request.method} is not for this path; use {allowed}"
    return error.detail


def _on_refused(request: Request, error: Exception) -> Response:
    return problem(400, str(error), request.url.path)
