"""Everything that can be wrong with a request, told as problem details (RFC 9457)."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

import pytest
from fastapi.testclient import TestClient

from service.app import create_app
from service.catalogue import Catalogue
from service.guards import SECURITY_HEADERS
from service.settings import Settings

JSON = {"content-type": "application/json"}


def check(response: Any, status: int, *parts: str) -> None:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    details = response.json()
    assert details.keys() == {"type", "title", "status", "detail", "instance"}
    assert (details["type"], details["status"]) == ("about:blank", status)
    assert details["title"] == HTTPStatus(status).phrase
    assert details["instance"] == response.request.url.path
    for part in parts:
        assert part in details["detail"]
    for name, value in SECURITY_HEADERS.items():
        assert response.headers[name] == value


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"{bad", "not JSON"),
        (b"\xff\xfe\x00", "not JSON"),
        (b"", "JSON object"),
        (b"[1]", "JSON object"),
        (b'"hello"', "JSON object"),
        (b"[" * 50_000, ""),
        (b'{"question": ' + b"1" * 5000 + b"}", "not JSON"),
    ],
)
def test_malformed_json(client: TestClient, content: bytes, part: str) -> None:
    check(client.post("/v1/ask", content=content, headers=JSON), 400, part)


def test_a_body_that_is_not_declared_json(client: TestClient) -> None:
    content = b'{"question": "when?"}'
    headers = {"content-type": "text/plain"}
    check(client.post("/v1/ask", content=content, headers=headers), 400, "application/json")


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ({}, ["question: is required"]),
        ({"question": ""}, ["question: must not be empty"]),
        ({"question": " \u200b\u3164\n"}, ["question: must not be empty"]),
        ({"question": "x" * 10_000}, ["question: has 10000 characters", "1000"]),
        ({"question": 5}, ["question: "]),
        ({"question": None}, ["question: "]),
        ({"question": "?", "limit": 0}, ["limit: "]),
        ({"question": "?", "limit": "many"}, ["limit: "]),
        ({"question": "?", "language": "fr"}, ["language: ", "'ko', 'zh' or 'en'"]),
        ({"question": "?", "language": 5}, ["language: "]),
        ({"question": "?", "place": "x"}, ["place: is not a field"]),
        ({"question": "?", "\ud800": "x"}, ["the body: holds half a surrogate pair"]),
        ({"question": "?", "district": "Atlantis"}, ["district: no place is called “Atlantis”"]),
        ({"question": "?", "district": "\ud800"}, ["district: "]),
        ({"question": "?", "context": {"places": ["a"] * 9}}, ["context.places: "]),
        ({"question": "?", "context": {"secret": 1}}, ["context.secret: is not a field"]),
    ],
)
def test_an_invalid_question(client: TestClient, body: dict[str, Any], parts: list[str]) -> None:
    content = json.dumps(body).encode("ascii")
    check(client.post("/v1/ask", content=content, headers=JSON), 400, *parts)


@pytest.mark.parametrize(
    ("path", "status", "part"),
    [
        ("/v1/search", 400, "q: is required"),
        ("/v1/search?q=", 400, "q: must not be empty"),
        ("/v1/search?q=x&limit=51", 400, "limit: "),
        ("/v1/search?q=x&place=Atlantis", 400, "place: no place"),
        ("/v1/search?q=" + "x" * 1001, 400, "q: has 1001 characters"),
        ("/v1/ties?place=", 400, "place: must not be empty"),
        ("/v1/ties?language=xx", 400, "language: "),
        ("/v1/ties/nope", 404, "/v1/ties"),
        ("/v1/pages/nope", 404, "nope"),
        ("/v1/pages/..%2f..%2fetc%2fpasswd", 404, ""),
        ("/static/..%2fapp.py", 404, ""),
        ("/static/", 404, ""),
        ("/nowhere", 404, "/docs"),
        ("/v1/ask", 405, "use POST"),
        ("/v2/ask", 404, ""),
    ],
)
def test_what_cannot_be_got(client: TestClient, path: str, status: int, part: str) -> None:
    check(client.get(path), status, part)


def test_a_wrong_method_names_the_right_one(client: TestClient) -> None:
    response = client.delete("/v1/ties")
    check(response, 405, "GET")
    assert response.headers["allow"] == "GET"


def test_a_body_over_the_limit(client: TestClient) -> None:
    body = b'{"question": "' + b"x" * 100_000 + b'"}'
    check(client.post("/v1/ask", content=body, headers=JSON), 413, "65536 bytes")
    check(client.post("/v1/ask", content=iter([body]), headers=JSON), 413, "65536 bytes")


def test_a_fault_shows_nothing_of_the_inside(
    settings: Settings, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("secret")

    with TestClient(create_app(settings, catalogue.index), raise_server_exceptions=False) as app:
        monkeypatch.setattr("service.routes.ask", fail)
        response = app.post("/v1/ask", json={"question": "?"})
        assert 'status="500"' in app.get("/metrics").text
    check(response, 500, "logged")
    assert "secret" not in response.text
    assert "RuntimeError" not in response.text
