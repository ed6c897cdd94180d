"""The demo page, open in Chromium, over the real service."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from playwright.sync_api import Browser, BrowserContext, Page

from index.build import build
from index.progress import Silent
from service.app import create_app
from service.catalogue import Catalogue
from service.settings import Settings
from tests.browser.driving import NAMES, find_chromium, running_browser, serving

_PATIENCE_MS = 15_000
# Every rule that is on by default, best practices too, and the size of targets of WCAG 2.2.
_FIND = """axe.run({ rules: { "target-size": { enabled: true } } })
  .then(({ violations }) => violations)"""

HOSTILE = "<img src=x onerror=\"window.owned='yes'\">"
_HOSTILE_PAGE = f"""서초구와 학벽시의 교류 {HOSTILE}

학벽시 {HOSTILE}

○ 결 연 일 : 2016년 10월 13일 {HOSTILE}
○ 결연명칭 : 서초구 - 학벽시 우호도시 협정서 {HOSTILE}
○ 지역특성 : 은과 옥의 고장 {HOSTILE}
○ 2017년 5월 3일 학벽시 대표단 6명 서초구 방문 {HOSTILE}
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, closed before the next module: its event loop would be in other tests' way."""
    executable = find_chromium()
    if executable is None:
        reason = f"no Chromium here (looked for {', '.join(NAMES)}): apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with running_browser(executable) as running:
        yield running


@pytest.fixture(scope="module")
def origin(settings: Settings, catalogue: Catalogue) -> Iterator[str]:
    """The address of the real app over the default index."""
    with serving(create_app(settings, catalogue.index)) as address:
        yield address


@pytest.fixture(scope="module")
def hostile_origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real app over a page whose every line has an HTML tag in its text."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "pages").mkdir()
    (folder / "pages" / "hostile.txt").write_text(_HOSTILE_PAGE, encoding="utf-8")
    build(folder / "pages", folder / "index", progress=Silent())
    with serving(create_app(Settings(index=folder / "index"))) as address:
        yield address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile of an English reader who wants no motion."""
    fresh = browser.new_context(locale="en-GB", reduced_motion="reduce")
    fresh.set_default_timeout(_PATIENCE_MS)
    yield fresh
    fresh.close()


@pytest.fixture
def errors() -> list[str]:
    """What the console and the scripts complained of; a test that expects some clears it."""
    return []


@pytest.fixture
def addresses() -> list[str]:
    """Every address that was requested."""
    return []


@pytest.fixture
def bare_page(context: BrowserContext, errors: list[str], addresses: list[str]) -> Iterator[Page]:
    """A page that fails its test where the console shows an error or a request goes elsewhere."""
    page = context.new_page()
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda fault: errors.append(str(fault)))
    context.on("request", lambda request: addresses.append(request.url))
    yield page
    own = page.url.split("/", 3)[:3]
    assert errors == []
    assert [url for url in addresses if url.split("/", 3)[:3] != own] == []


@pytest.fixture
def page(bare_page: Page, origin: str) -> Page:
    """The demo page over the default index."""
    bare_page.goto(origin)
    return bare_page


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[Any]]:
    """Finds what axe-core has against a page as it stands: rules, each with its elements."""
    folder = Path(axe_playwright_python.__file__).parent
    script = (folder / "axe.min.js").read_text(encoding="utf-8")

    def find(page: Page) -> list[Any]:
        page.evaluate(script)
        found = page.evaluate(_FIND)
        return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]

    return find


@pytest.fixture(scope="module")
def host(settings: Settings, catalogue: Catalogue) -> Iterator[Host]:
    """Another website with the strictest policy, that the service lets in."""
    site = Host()
    with serving(site.app) as site.origin:
        allowed = settings.model_copy(update={"allowed_origins": (site.origin,)})
        with serving(create_app(allowed, catalogue.index)) as site.service:
            yield site


class Host:
    """A website of its own origin: ``body`` and ``head`` are set by each test."""

    def __init__(self) -> None:
        self.origin = self.service = self.head = self.body = ""
        self.app = FastAPI()
        self.app.add_api_route("/", self._page, response_class=HTMLResponse)

    @property
    def policy(self) -> str:
        """The policy that docs/integrate.md gives; the host's own are its style and its icon."""
        return (
            f"default-src 'none'; script-src {self.service}; connect-src {self.service}; "
            f"frame-src {self.service}; img-src data:; style-src 'nonce-own'; "
            "require-trusted-types-for 'script'"
        )

    @property
    def script(self) -> str:
        """The one line that puts the widget on a page."""
        return f'<script src="{self.service}/widget.js" data-lang="auto" defer></script>'

    def _page(self) -> HTMLResponse:
        text = (
            "<!DOCTYPE html><html lang='en'><head><title>A town</title>"
            "<link rel='icon' href='data:,'>"
            f"{self.head}</head><body>{self.body}</body></html>"
        )
        return HTMLResponse(text, headers={"content-security-policy": self.policy})
