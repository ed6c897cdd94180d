"""The files that other websites take: the script, its style, the page for frames."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from service.bundle import widget


def test_the_script_comes_zipped_and_is_sent_once(client: TestClient) -> None:
    response = client.get("/widget.js", headers={"accept-encoding": "gzip"})
    assert response.headers["content-type"].startswith("text/javascript")
    assert response.headers["content-encoding"] == "gzip"
    assert int(response.headers["content-length"]) == len(widget().zipped)
    assert response.content == widget().script
    again = client.get(
        "/widget.js",
        headers={"accept-encoding": "gzip", "if-none-match": response.headers["etag"]},
    )
    assert (again.status_code, again.content) == (304, b"")
    plain = client.get("/widget.js", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.content == widget().script
    assert plain.headers["etag"] != response.headers["etag"]


@pytest.mark.parametrize("path", ["/widget.js", "/widget.css"])
def test_a_site_that_isolates_itself_may_load_it(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.headers["cross-origin-resource-policy"] == "cross-origin"
    assert response.headers["access-control-allow-origin"] == "*"
    assert "max-age" in response.headers["cache-control"]


def test_the_frame_takes_its_options_as_text(client: TestClient) -> None:
    hostile = '"><script>alert(1)</script>'
    page = client.get("/embed", params={"greeting": hostile, "district": hostile, "x": "y"}).text
    assert "<script>alert" not in page
    assert page.count("data-greeting=") == page.count("data-district=") == 1
    assert "data-x" not in page


def test_the_frame_allows_itself_no_more_than_it_needs(client: TestClient) -> None:
    response = client.get("/embed")
    policy = response.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; connect-src 'self'")
    assert "unsafe" not in policy
    assert not re.search(r"<script>|style=|\son\w+=", response.text)


@pytest.mark.parametrize(
    ("query", "accepted", "language"),
    [
        ("?lang=ko", "en", "ko"),
        ("?lang=auto", "ko-KR,ko;q=0.9", "ko"),
        ("?lang=xx", "zh-TW", "zh-Hant"),
        ("", "fr,zh;q=0.8,en;q=0.9", "en"),
        ("", "zh-CN", "zh-Hans"),
        ("", "zh-Hant-HK;q=0.5, ko;q=0", "zh-Hant"),
        ("", "fr", "en"),
        ("", "en;q=x,,;q=", "en"),
    ],
)
def test_pages_open_in_the_visitors_language(
    client: TestClient, query: str, accepted: str, language: str
) -> None:
    for path in ("/embed", "/"):
        response = client.get(path + query, headers={"accept-language": accepted})
        assert f'<html lang="{language}">' in response.text
        assert "accept-language" in response.headers["vary"]
