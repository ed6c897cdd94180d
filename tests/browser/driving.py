"""A real browser in front of the real service: shared by the tests and the screenshots."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from fastapi import FastAPI
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from service.serving import Server, listen, url_of

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_PATIENCE = 60.0


def find_chromium() -> str | None:
    """Where Chromium is installed, if it is."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def running_browser(executable: str) -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield browser
        browser.close()


@contextmanager
def serving(app: FastAPI, proxies: str = "") -> Iterator[str]:
    """The address of ``app``, served on a free port of this machine from a thread."""
    ready = threading.Event()
    with listen("127.0.0.1", 0) as bound:
        server = Server(app, ready.set, proxies)
        thread = threading.Thread(target=server.run, args=([bound],), daemon=True)
        thread.start()
        try:
            while not ready.wait(0.1):
                assert thread.is_alive(), "the service did not start; the log says why"
            yield url_of(bound)
        finally:
            server.should_exit = True
            thread.join(_PATIENCE)


def open_widget(page: Page) -> Locator:
    """The box of the widget to type into; opens the panel where it is closed."""
    launcher = page.locator(".launcher")
    if launcher.is_visible():
        launcher.click()
    return page.locator(".composer .box")


def ask(page: Page, question: str) -> None:
    """Type ``question`` into the widget, send it with Enter and wait until its answer is drawn."""
    turns = page.locator(".turn").count()
    send(page, question)
    wait_for_answer(page, turns + 1)


def ask_in_vain(page: Page, question: str) -> None:
    """Send ``question`` while the service cannot be reached, and wait until the widget says so."""
    page.route("**/v1/ask", lambda route: route.abort())
    send(page, question)
    page.locator(".reply .notice").wait_for()
    page.unroute("**/v1/ask")


def send(page: Page, question: str) -> None:
    """Type ``question`` into the widget and send it with Enter."""
    box = open_widget(page)
    box.fill(question)
    box.press("Enter")


def wait_for_answer(page: Page, turns: int) -> None:
    """Wait until the answer of the ``turns``-th question is drawn."""
    page.locator(".turn").nth(turns - 1).locator(".answer").wait_for()


def press(page: Page, key: str, until: str, most: int = 60) -> None:
    """Press ``key`` until what has the focus has the name, text or #id ``until``."""
    script = """() => {
      let e = document.activeElement;
      while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
      const words = e.matches('a, button, summary') ? e.textContent : '';
      return `#${e.id} ${e.getAttribute('aria-label') ?? ''} ${words}`;
    }"""
    for _ in range(most):
        page.keyboard.press(key)
        if until in page.evaluate(script):
            return
    raise AssertionError(f"{key} never came to {until}")
