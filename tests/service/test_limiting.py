"""Limits for each client: counted, told with a time to come back, and not for everyone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from ipaddress import ip_address, ip_network
from pathlib import Path

import httpx
import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from starlette.types import Receive, Scope, Send

from service.app import create_app
from service.catalogue import Catalogue
from service.clients import Proxies, client_of, is_hidden
from service.settings import Settings
from service.storage.attempts import MOST_BY_CLIENT
from tests.browser.driving import serving

Client = Callable[[str], TestClient]
VISITOR = "203.0.113.7"


@pytest.fixture
def client_at(settings: Settings, catalogue: Catalogue) -> Iterator[Client]:
    """Clients of one app that takes three requests a minute, each at an address."""
    app = create_app(settings.model_copy(update={"rate_limit": "3/minute"}), catalogue.index)
    with ExitStack() as stack:
        yield lambda host: stack.enter_context(TestClient(app, client=(host, 5000)))


def test_beyond_the_limit_a_client_is_told_when_to_come_back(client_at: Client) -> None:
    client = client_at(VISITOR)
    assert [client.get("/v1/ties").status_code for _ in range(4)] == [200, 200, 200, 429]
    refused = client.post("/v1/ask", json={"question": "when?"})
    assert refused.status_code == 429
    assert refused.headers["content-type"] == "application/problem+json"
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert refused.headers["retry-after"] in refused.json()["detail"]
    assert 'status="429"' in client.get("/metrics").text


def test_each_client_has_its_own_count(client_at: Client) -> None:
    first, second = client_at(VISITOR), client_at("203.0.113.8")
    for _ in range(4):
        first.get("/v1/ties")
    assert second.get("/v1/ties").status_code == 200


def test_an_ipv6_subscriber_is_one_client(client_at: Client) -> None:
    hosts = [f"2001:db8:1:2::{n}" for n in range(1, 5)]
    assert [client_at(host).get("/v1/ties").status_code for host in hosts][-1] == 429
    assert client_at("2001:db8:1:3::1").get("/v1/ties").status_code == 200


@pytest.mark.parametrize("path", ["/", "/widget.js", "/embed", "/healthz", "/readyz", "/metrics"])
def test_pages_and_probes_are_not_limited(client_at: Client, path: str) -> None:
    client = client_at(VISITOR)
    assert {client.get(path).status_code for _ in range(5)} == {200}


def test_the_machine_itself_is_not_limited_unless_it_is_said(
    settings: Settings, catalogue: Catalogue
) -> None:
    update = {"rate_limit": "1/minute"}
    with TestClient(
        create_app(settings.model_copy(update=update), catalogue.index), client=("127.0.0.1", 1)
    ) as client:
        assert {client.get("/v1/ties").status_code for _ in range(3)} == {200}
    strict = settings.model_copy(update={**update, "rate_exempt": ()})
    with TestClient(create_app(strict, catalogue.index), client=("127.0.0.1", 1)) as client:
        assert [client.get("/v1/ties").status_code for _ in range(2)] == [200, 429]


# The proxy is on this machine, which is exempt: those who come through it are not.
@pytest.mark.parametrize(
    ("proxies", "headers", "counted"),
    [
        ("127.0.0.1", {"x-forwarded-for": "{n}"}, "apart"),
        ("127.0.0.1", {"x-forwarded-for": "203.0.113.7"}, "together"),
        ("127.0.0.1", {"x-forwarded-for": "127.0.0.1, 203.0.113.7"}, "together"),
        ("127.0.0.1", {"x-forwarded-for": "{n}, 203.0.113.7:5000"}, "together"),
        ("127.0.0.1", {"x-forwarded-for": "127.0.0.1"}, "not"),
        ("127.0.0.1", {"x-forwarded-for": "192.0.2.9"}, "not"),
        ("127.0.0.1", {"x-real-ip": "{n}"}, "together"),
        ("10.0.0.1", {"x-forwarded-for": "{n}"}, "together"),
        ("10.0.0.1", {"x-forwarded-for": "192.0.2.9"}, "together"),
        ("10.0.0.1", {"via": "1.1 proxy"}, "together"),
        ("127.0.0.1", {"x-forwarded-for": "unknown"}, "together"),
        ("127.0.0.1", {"x-forwarded-for": "{n}, _hidden"}, "together"),
        ("10.0.0.1", {}, "not"),
    ],
)
def test_a_client_is_not_exempt_because_its_proxy_is(
    settings: Settings,
    catalogue: Catalogue,
    proxies: str,
    headers: dict[str, str],
    counted: str,
) -> None:
    exempt = (*settings.rate_exempt, ip_network("192.0.2.0/24"))
    update = {"rate_limit": "2/minute", "rate_exempt": exempt}
    app = create_app(settings.model_copy(update=update), catalogue.index)

    def status(origin: str, client: str) -> int:
        sent = {name: value.format(n=client) for name, value in headers.items()}
        return httpx.get(f"{origin}/v1/ties", headers=sent).status_code

    with serving(app, proxies) as origin:
        told = [status(origin, f"198.51.100.{n}") for n in range(3)]
        assert told == [200, 200, 429 if counted == "together" else 200]
        again = [status(origin, "198.51.100.1") for _ in range(3)]
        assert again[-1] == (200 if counted == "not" else 429)


def test_failed_sign_ins_are_counted_by_who_the_proxy_says(
    settings: Settings, catalogue: Catalogue, tmp_path: Path
) -> None:
    changed = settings.model_copy(update={"database": f"sqlite:///{tmp_path}/g.db"})

    def fail(origin: str, number: int, client: str) -> int:
        with httpx.Client(base_url=origin, headers={"x-forwarded-for": client}) as visitor:
            page = visitor.get("/staff/sign-in")
            token = page.text.split('name="form_token" value="')[1].split('"')[0]
            form = {"name": f"name{number}", "password": "wrong", "form_token": token}
            return visitor.post("/staff/sign-in", data=form).status_code

    with serving(create_app(changed, catalogue.index), "127.0.0.1") as origin:
        for number in range(MOST_BY_CLIENT):
            assert fail(origin, number, f"2001:db8:1:2::{number + 1}") == 401
        assert fail(origin, 99, "2001:db8:1:2::ffff") == 429
        assert fail(origin, 99, "2001:db8:1:3::1") == 401
        assert fail(origin, 99, VISITOR) == 401


@pytest.mark.parametrize("name", ["unknown", "_hidden"])
def test_who_is_not_named_stands_for_the_proxy(name: str) -> None:
    seen: list[Scope] = []

    async def note(scope: Scope, _receive: Receive, _send: Send) -> None:
        seen.append(scope)

    scope = {"type": "http", "client": ("127.0.0.1", 5000),
             "headers": [(b"x-forwarded-for", name.encode())]}  # fmt: skip
    asyncio.run(Proxies(note, "127.0.0.1")(scope, None, None))  # type: ignore[arg-type]
    assert (client_of(seen[0]), is_hidden(seen[0])) == ("127.0.0.1", True)


def test_off_is_off(settings: Settings, catalogue: Catalogue) -> None:
    free = settings.model_copy(update={"rate_limit": "off"})
    with TestClient(create_app(free, catalogue.index), client=(VISITOR, 1)) as client:
        assert {client.get("/v1/ties").status_code for _ in range(5)} == {200}


@given(st.ip_addresses())
def test_a_client_is_its_address_or_its_network(address: object) -> None:
    name = client_of({"client": (str(address), 1)})
    assert name is not None
    found = ip_address(str(address))
    mapped = getattr(found, "ipv4_mapped", None)
    assert (mapped or found) in ip_network(name)


@pytest.mark.parametrize("client", [None, ("", 0), ("testclient", 50000)])
def test_without_an_address_there_is_no_client(client: object) -> None:
    assert client_of({"client": client}) is None
