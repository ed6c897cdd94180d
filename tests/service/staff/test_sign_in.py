"""Nothing answers without a sign-in, and signing in is guarded."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update

from service.staff.doors import HOME, _inside
from service.storage.attempts import LOCKED, MOST_BY_CLIENT, MOST_BY_NAME
from service.storage.tables import Attempt, SignIn
from tests.service.staff.conftest import NAME, PASSWORD, enter, token_of

OPEN = {"/staff/sign-in", "/staff/language", "/staff/static/{name}"}


def routes(client: TestClient) -> list[tuple[str, str]]:
    """Method and path of every route of the console, found through the app itself."""
    found: list[tuple[str, str]] = []

    def visit(nodes: list[Any], prefix: str) -> None:
        for node in nodes:
            if isinstance(node, APIRoute):
                found.extend((method, prefix + node.path) for method in node.methods)
            elif hasattr(node, "original_router"):
                visit(node.original_router.routes, prefix)

    visit(client.app.routes, "")  # type: ignore[attr-defined]
    return [(method, path) for method, path in found if path.startswith("/staff")]


def database(client: TestClient) -> Any:
    return client.app.state.runtime.inbox.database  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def no_attempts(service: TestClient) -> None:
    with database(service).writing() as session:
        session.query(Attempt).delete()


def test_nothing_but_the_way_in_answers_without_a_sign_in(visitor: TestClient) -> None:
    found = routes(visitor)
    assert len(found) > 15
    for method, path in found:
        if path in OPEN:
            continue
        address = path.replace("{form}", "csv").replace("{path:path}", "x")
        address = address.replace("{tie:path}", "hebi--seocho").replace("{exchange:path}", "x@0")
        response = visitor.request(method, address, follow_redirects=False)
        if method == "GET":
            assert response.status_code == 303, path
            assert response.headers["location"].startswith("/staff/sign-in?next=%2Fstaff")
        else:
            assert response.status_code == 401, path
        told = visitor.request(method, address, headers={"accept": "*/*"}, follow_redirects=False)
        assert told.status_code == 401, path
        assert "no-store" in told.headers["cache-control"]


def test_signing_in_leads_where_one_wanted_to_go(visitor: TestClient) -> None:
    response = enter(visitor, next="/staff/ties?q=hebi")
    assert (response.status_code, response.headers["location"]) == (303, "/staff/ties?q=hebi")
    page = visitor.get("/staff/ties?q=hebi")
    assert page.status_code == 200
    assert page.headers["cache-control"] == "no-store"
    assert NAME in page.text


@pytest.mark.parametrize("secure", [False, True])
def test_the_cookie_is_for_this_site_and_no_script(visitor: TestClient, secure: bool) -> None:
    scheme = "https" if secure else "http"
    page = visitor.get(f"{scheme}://testserver/staff/sign-in")
    form = {"name": NAME, "password": PASSWORD, "form_token": token_of(page)}
    response = visitor.post(
        f"{scheme}://testserver/staff/sign-in", data=form, follow_redirects=False
    )
    cookie = next(
        c for c in response.headers.get_list("set-cookie") if c.startswith("gyoryu_staff=")
    )
    assert {"HttpOnly", "Path=/staff", "SameSite=lax"} <= set(cookie.split("; "))
    assert ("Secure" in cookie.split("; ")) == secure


def test_the_secret_is_kept_nowhere(visitor: TestClient) -> None:
    enter(visitor)
    secret = visitor.cookies["gyoryu_staff"]
    with database(visitor).reading() as session:
        kept = [row.digest for row in session.query(SignIn)]
    assert kept and secret not in kept


@pytest.mark.parametrize(("name", "password"), [(NAME, "wrong"), ("nobody", PASSWORD), ("", "")])
def test_a_failure_does_not_say_what_was_wrong(
    visitor: TestClient, name: str, password: str
) -> None:
    response = enter(visitor, name, password)
    assert response.status_code == 401
    assert "The name or the password is not right." in response.text
    assert visitor.get("/staff", follow_redirects=False).status_code == 303


def test_a_form_from_elsewhere_signs_nobody_in(visitor: TestClient) -> None:
    form = {"name": NAME, "password": PASSWORD, "form_token": "guessed"}
    assert visitor.post("/staff/sign-in", data=form).status_code == 403
    token = token_of(visitor.get("/staff/sign-in"))
    visitor.cookies.clear()
    assert visitor.post("/staff/sign-in", data={**form, "form_token": token}).status_code == 403


def test_an_account_is_locked_after_failures_and_opens_in_time(visitor: TestClient) -> None:
    for _ in range(MOST_BY_NAME):
        assert enter(visitor, password="wrong").status_code == 401
    assert enter(visitor).status_code == 429
    assert enter(visitor, name="KIM").status_code == 429
    with database(visitor).writing() as session:
        before = datetime.now(UTC) - LOCKED - timedelta(seconds=1)
        session.execute(update(Attempt).values(locked_until=before, last=before))
    assert enter(visitor).status_code == 303


def test_a_client_is_locked_whatever_names_it_tries(visitor: TestClient) -> None:
    for number in range(MOST_BY_CLIENT):
        assert enter(visitor, f"name{number}", "wrong").status_code == 401
    assert enter(visitor).status_code == 429


def test_a_success_forgets_failures(visitor: TestClient) -> None:
    for _ in range(2):
        for _ in range(MOST_BY_NAME - 1):
            assert enter(visitor, password="wrong").status_code == 401
        assert enter(visitor).status_code == 303


def test_signing_out_ends_it_everywhere_for_this_browser(staff: TestClient) -> None:
    secret = staff.cookies["gyoryu_staff"]
    token = token_of(staff.get("/staff"))
    assert staff.post("/staff/sign-out").status_code == 403
    left = staff.post("/staff/sign-out", data={"form_token": token}, follow_redirects=False)
    assert left.headers["location"] == "/staff/sign-in"
    staff.cookies.clear()
    staff.cookies.set("gyoryu_staff", secret)
    assert staff.get("/staff", follow_redirects=False).status_code == 303


def test_a_sign_in_expires(staff: TestClient) -> None:
    with database(staff).writing() as session:
        session.execute(update(SignIn).values(expires=datetime.now(UTC)))
    assert staff.get("/staff", follow_redirects=False).status_code == 303


@pytest.mark.parametrize(
    ("wanted", "led"),
    [
        ("/staff/ties?q=a", "/staff/ties?q=a"),
        ("//evil.example/staff", HOME),
        ("https://evil.example/staff", HOME),
        ("/staff\\..\\evil", HOME),
        ("/staffx", HOME),
        ("/staff/sign-in", HOME),
        ("", HOME),
    ],
)
def test_only_the_console_is_led_to(wanted: str, led: str) -> None:
    assert _inside(wanted) == led


@given(st.text(max_size=40))
def test_no_address_leads_out(wanted: str) -> None:
    assert _inside(wanted).startswith(HOME)
    assert _inside(f"/staff/{wanted}").startswith(HOME)


@pytest.mark.parametrize(
    ("accepts", "lang"),
    [
        ("ko-KR,ko;q=0.9", "ko"),
        ("zh-TW", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("zh", "zh-Hans"),
        ("fr, zh-CN;q=0.5, en;q=0.4", "zh-Hans"),
        ("fr", "en"),
        (";;q=x,", "en"),
    ],
)
def test_the_browser_s_language(visitor: TestClient, accepts: str, lang: str) -> None:
    page = visitor.get("/staff/sign-in", headers={"accept-language": accepts})
    assert f'<html lang="{lang}">' in page.text


def test_a_language_by_hand_lasts(visitor: TestClient) -> None:
    to = visitor.get("/staff/language?to=zh-Hant&back=/staff/sign-in", follow_redirects=False)
    assert to.headers["location"] == HOME
    assert '<html lang="zh-Hant">' in visitor.get("/staff/sign-in").text
    assert visitor.get("/staff/language?to=xx").status_code == 404
