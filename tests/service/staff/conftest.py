"""The console over the default index, with an account that may enter it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from service.app import create_app
from service.catalogue import Catalogue
from service.settings import Settings
from service.staff.passwords import hash_password
from service.storage.accounts import add_account
from service.storage.database import open_database

NAME, PASSWORD = "kim", "correct horse battery"


def token_of(page: Response) -> str:
    found = re.search(r'name="form_token" value="([^"]+)"', page.text)
    assert found, page.text
    return found[1]


def enter(client: TestClient, name: str = NAME, password: str = PASSWORD, **more: Any) -> Response:
    """Fill in the sign-in form and send it."""
    token = token_of(client.get("/staff/sign-in"))
    form = {"name": name, "password": password, "form_token": token, **more}
    sent: Any = client.post("/staff/sign-in", data=form, follow_redirects=False)
    response: Response = sent
    return response


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database with one account."""
    url = f"sqlite:///{tmp_path_factory.mktemp('staff')}/g.db"
    database = open_database(url)
    with database.writing() as session:
        add_account(session, NAME, hash_password(PASSWORD))
    database.close()
    return url


@pytest.fixture(scope="module")
def service(address: str, settings: Settings, catalogue: Catalogue) -> Iterator[TestClient]:
    """The service; nobody is signed in."""
    changed = settings.model_copy(update={"database": address})
    app = create_app(changed, catalogue.index)
    with TestClient(app, raise_server_exceptions=False) as running:
        running.headers["accept"] = "text/html"
        yield running


@pytest.fixture
def visitor(service: TestClient) -> Iterator[TestClient]:
    """A browser that nobody signed in with."""
    service.cookies.clear()
    yield service
    service.cookies.clear()


@pytest.fixture
def staff(visitor: TestClient) -> TestClient:
    """A browser that is signed in, in English."""
    assert enter(visitor).status_code == 303
    visitor.cookies.set("gyoryu_staff_language", "en")
    return visitor
