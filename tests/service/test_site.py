"""The pages that people open, and what stands around every response."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from service.guards import SECURITY_HEADERS
from service.site import WEB


@pytest.mark.parametrize(
    "path", ["/", "/docs", "/v1/ties", "/metrics", "/healthz", "/openapi.json"]
)
def test_security_headers_everywhere(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 200
    assert "default-src 'self'" in response.headers["content-security-policy"]
    for name, value in SECURITY_HEADERS.items():
        assert response.headers[name] == value


def test_the_demo_page_and_everything_it_links(client: TestClient) -> None:
    page = client.get("/")
    assert page.headers["content-type"].startswith("text/html")
    links = re.findall(r'(?:src|href)="([^"#:]+)"', page.text)
    assert links
    for link in links:
        assert client.get(f"/{link}").status_code == 200, link


def test_files_are_served_with_types_that_browsers_take(client: TestClient) -> None:
    for path in filter(Path.is_file, WEB.iterdir()):
        for prefix in ("/", "/static/"):
            response = client.get(f"{prefix}{path.name}")
            if path.suffix == ".js":
                assert response.headers["content-type"].startswith("text/javascript")
            assert response.status_code == 200
            assert response.headers["cache-control"] == "no-cache"


def test_a_file_that_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    etag = client.get("/demo.js").headers["etag"]
    assert client.get("/demo.js", headers={"if-none-match": etag}).status_code in (200, 304)


def test_the_manual_needs_nothing_from_elsewhere(client: TestClient) -> None:
    page = client.get("/docs").text
    assert "<script" not in page
    assert "style=" not in page
    assert not re.findall(r'(?:src|href|action)="(?:https?:)?//', page)
    for link in re.findall(r'<link rel="\w+" href="([^"]+)"', page):
        assert client.get(f"/{link}").status_code == 200, link


def test_the_manual_lists_every_route_and_type(client: TestClient) -> None:
    page, document = client.get("/docs").text, client.get("/openapi.json").json()
    for path, methods in document["paths"].items():
        for method in methods:
            assert f"<code>{method.upper()} {path}</code>" in page
    for name in document["components"]["schemas"]:
        assert f'id="type-{name}"' in page
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets <= set(re.findall(r'id="([^"]+)"', page))


def test_the_document_tells_of_problems_and_not_of_422(client: TestClient) -> None:
    for methods in client.get("/openapi.json").json()["paths"].values():
        for route in methods.values():
            assert "422" not in route["responses"]
    asked = client.get("/openapi.json").json()["paths"]["/v1/ask"]["post"]["responses"]
    assert {"200", "400", "413", "503"} <= asked.keys()
    assert "application/problem+json" in asked["400"]["content"]


@pytest.mark.parametrize("path", ["/", "/healthz", "/v1/ties", "/demo.js", "/static/demo.css"])
def test_head_is_get_without_the_body(client: TestClient, path: str) -> None:
    head, got = client.head(path), client.get(path)
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["content-type"] == got.headers["content-type"]
