"""Other websites: none may call or frame the service but those that are named."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from pydantic import ValidationError

from service.app import create_app
from service.catalogue import Catalogue
from service.settings import Settings

TOWN = "https://www.town.example"
PREFLIGHT = {
    "access-control-request-method": "POST",
    "access-control-request-headers": "content-type",
}


@pytest.fixture
def open_client(settings: Settings, catalogue: Catalogue) -> Iterator[TestClient]:
    """A service that lets one website in."""
    update = {"allowed_origins": (TOWN,), "rate_limit": "2/minute"}
    app = create_app(settings.model_copy(update=update), catalogue.index)
    with TestClient(app, client=("203.0.113.7", 1)) as running:
        yield running


def test_by_default_no_other_website_may_call(client: TestClient) -> None:
    response = client.get("/v1/ties", headers={"origin": TOWN})
    assert "access-control-allow-origin" not in response.headers
    assert client.options("/v1/ask", headers={"origin": TOWN, **PREFLIGHT}).status_code == 405
    assert "frame-ancestors 'self'" in client.get("/embed").headers["content-security-policy"]
    assert not client.get("/embed").headers["content-security-policy"].endswith("example")


def test_a_named_website_may_call_without_credentials(open_client: TestClient) -> None:
    asked = open_client.options("/v1/ask", headers={"origin": TOWN, **PREFLIGHT})
    assert asked.status_code == 200
    assert asked.headers["access-control-allow-origin"] == TOWN
    assert "access-control-allow-credentials" not in asked.headers
    answer = open_client.get("/v1/ties", headers={"origin": TOWN})
    assert answer.headers["access-control-allow-origin"] == TOWN
    assert "origin" in answer.headers["vary"].lower()


def test_a_refusal_can_be_read_by_the_website_too(open_client: TestClient) -> None:
    for _ in range(3):
        response = open_client.get("/v1/ties", headers={"origin": TOWN})
    assert response.status_code == 429
    assert response.headers["access-control-allow-origin"] == TOWN
    assert "retry-after" in response.headers["access-control-expose-headers"].lower()


@pytest.mark.parametrize("origin", ["https://town.example", "http://www.town.example", "null"])
def test_another_website_may_not(open_client: TestClient, origin: str) -> None:
    asked = open_client.options("/v1/ask", headers={"origin": origin, **PREFLIGHT})
    assert asked.status_code == 400
    assert "access-control-allow-origin" not in asked.headers


@pytest.mark.parametrize("path", ["/", "/docs", "/metrics", "/openapi.json"])
def test_beside_the_api_nothing_is_shared(open_client: TestClient, path: str) -> None:
    response = open_client.get(path, headers={"origin": TOWN})
    assert "access-control-allow-origin" not in response.headers


def test_named_websites_may_frame_the_embedded_page_and_nothing_else(
    open_client: TestClient,
) -> None:
    frame = open_client.get("/embed")
    assert frame.headers["content-security-policy"].endswith(f"frame-ancestors 'self' {TOWN}")
    assert "x-frame-options" not in frame.headers
    page = open_client.get("/")
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
    assert page.headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("", ()),
        ("https://a.example", ("https://a.example",)),
        (
            " https://A.example/ , http://b.example:8080,",
            ("https://a.example", "http://b.example:8080"),
        ),
    ],
)
def test_origins_are_read_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, text: str, origins: tuple[str, ...]
) -> None:
    monkeypatch.setenv("GYORYU_ALLOWED_ORIGINS", text)
    assert Settings().allowed_origins == origins


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ALLOWED_ORIGINS", "a.example"),
        ("ALLOWED_ORIGINS", "*"),
        ("ALLOWED_ORIGINS", "https://*.example"),
        ("ALLOWED_ORIGINS", "https://a.example/page"),
        ("ALLOWED_ORIGINS", "https://me@a.example"),
        ("ALLOWED_ORIGINS", "https://a.example; script-src *"),
        ("ALLOWED_ORIGINS", "https://[bad"),
        ("RATE_LIMIT", "many"),
        ("RATE_LIMIT", "5"),
        ("RATE_EXEMPT", "10.0.0.0/99"),
    ],
)
def test_what_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, text: str) -> None:
    monkeypatch.setenv(f"GYORYU_{name}", text)
    with pytest.raises(ValidationError):
        Settings()
