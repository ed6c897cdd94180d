"""For everyone: axe-core, the keyboard alone, focus, zoom, small screens, forced colours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.driving import ask, open_widget, press, wait_for_answer
from tests.browser.questions import ENGLISH, EVENTS, HEADLINES

pytestmark = pytest.mark.browser

Axe = Callable[[Page], list[Any]]
OPEN_QUESTION = {
    "ko": "인구가 얼마예요?",
    "zh-Hans": "人口是多少？",
    "zh-Hant": "人口是多少？",
    "en": "population?",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", HEADLINES)
def test_axe_finds_nothing(page: Page, origin: str, axe: Axe, language: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(f"{origin}/?lang={language}")
    assert axe(page) == []
    for question in (HEADLINES[language][0], OPEN_QUESTION[language], "best pizza?", EVENTS):
        ask(page, question)
    for summary in page.locator("summary").all():
        summary.click()
    assert axe(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/embed?lang=ko", "/embed?lang=zh-Hant", "/embed", "/docs"])
def test_axe_finds_nothing_on_the_other_pages(
    page: Page, origin: str, axe: Axe, path: str, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(origin + path)
    if "embed" in path:
        ask(page, ENGLISH)
    assert axe(page) == []


def test_axe_finds_nothing_in_trouble_or_in_feedback(
    page: Page, axe: Axe, errors: list[str]
) -> None:
    page.route("**/v1/ask", lambda route: route.fulfill(status=503))
    box = open_widget(page)
    box.fill(ENGLISH)
    box.press("Enter")
    page.locator(".reply .notice").wait_for()
    page.unroute("**/v1/ask")
    page.route("**/v1/ask", lambda route: route.fulfill(json={**route.fetch().json(), "id": "q"}))
    page.route("**/v1/feedback", lambda route: route.fulfill(status=204))
    ask_again = page.get_by_role("button", name="Try again")
    assert axe(page) == []
    ask_again.click()
    wait_for_answer(page, 1)
    assert axe(page) == []
    page.locator(".feedback").get_by_role("button", name="Yes").click()
    page.locator(".feedback .box").wait_for()
    assert axe(page) == []
    page.get_by_role("button", name="Clear the conversation").click()
    assert axe(page) == []
    errors.clear()


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
def test_everything_by_keyboard_alone(browser: Browser, origin: str, size: tuple[int, int]) -> None:
    width, height = size
    page = browser.new_page(viewport={"width": width, "height": height}, locale="en-GB")
    page.goto(origin)
    press(page, "Tab", "Ask about sister cities")
    page.keyboard.press("Enter")
    expect(page.locator(".composer .box")).to_be_focused()
    page.keyboard.type("population?")
    page.keyboard.press("Enter")
    wait_for_answer(page, 1)
    press(page, "Shift+Tab", "Hebi")
    page.keyboard.press("Enter")
    wait_for_answer(page, 2)
    expect(page.locator(".composer .box")).to_be_focused()
    press(page, "Shift+Tab", "Show the whole passage")
    page.keyboard.press("Space")
    press(page, "Shift+Tab", "Clear the conversation")
    page.keyboard.press("Enter")
    press(page, "Tab", "Undo")
    page.keyboard.press("Enter")
    expect(page.locator(".turn")).to_have_count(2)
    expect(page.locator(".composer .box")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".panel")).to_be_hidden()
    expect(page.locator(".launcher")).to_be_focused()
    page.close()


def test_trouble_a_new_topic_and_feedback_by_keyboard_alone(page: Page, errors: list[str]) -> None:
    page.route("**/v1/ask", lambda route: route.fulfill(status=503))
    press(page, "Tab", "Ask about sister cities")
    page.keyboard.press("Enter")
    page.keyboard.type(ENGLISH)
    page.keyboard.press("Enter")
    page.locator(".reply .notice").wait_for()
    page.unroute("**/v1/ask")
    press(page, "Shift+Tab", "Try again")
    page.keyboard.press("Enter")
    wait_for_answer(page, 1)
    press(page, "Shift+Tab", "Yes")
    page.keyboard.press("Space")
    expect(page.locator(".feedback .box")).to_be_focused()
    page.keyboard.type("well done")
    press(page, "Tab", "Send comment")
    page.keyboard.press("Enter")
    expect(page.locator(".feedback")).to_have_text("Thank you for telling us.")
    press(page, "Tab", "New topic")
    page.keyboard.press("Enter")
    expect(page.locator(".following")).to_be_hidden()
    expect(page.locator(".composer .box")).to_be_focused()
    press(page, "Shift+Tab", "Language")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".root")).to_have_attribute("lang", "zh-Hant")
    errors.clear()


def test_the_log_tells_of_answers_and_keeps_the_rest_quiet(page: Page) -> None:
    ask(page, ENGLISH)
    log = page.get_by_role("log", name="Conversation")
    expect(log.locator(".answer")).to_be_visible()
    expect(log.locator(".rest")).to_have_attribute("aria-live", "off")
    expect(page.get_by_role("dialog", name="Exchange guide")).to_be_visible()


def test_on_a_phone_the_panel_holds_the_focus(browser: Browser, origin: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844}, locale="en-GB")
    page.goto(origin)
    open_widget(page)
    expect(page.locator(".panel.sheet")).to_be_visible()
    inside = "document.activeElement === document.body || document.activeElement.localName"
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(inside) in (True, "gyoryu-widget")
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.locator(".panel:not(.sheet)")).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(page.locator(".launcher")).to_be_focused()
    page.close()


@pytest.mark.parametrize("language", HEADLINES)
def test_nothing_overflows_320_pixels(page: Page, origin: str, language: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{origin}/?lang={language}")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    for question in (HEADLINES[language][0], "What is the homepage of Laoshan?", EVENTS):
        ask(page, question)
    for summary in page.locator("summary").all():
        summary.click()
    assert page.locator(".log").evaluate("(e) => e.scrollWidth - e.clientWidth") == 0
    assert page.locator(".panel").evaluate("(e) => e.scrollWidth") == 320


@pytest.mark.parametrize("size", [(640, 400), (320, 256)])
def test_at_200_and_400_percent_everything_can_be_reached(
    browser: Browser, origin: str, size: tuple[int, int]
) -> None:
    """Zoom makes the viewport of 1280 by 800 (or 1024) smaller in CSS pixels."""
    page = browser.new_page(viewport={"width": size[0], "height": size[1]}, locale="en-GB")
    page.goto(origin)
    ask(page, ENGLISH)
    for target in (page.locator(".answer"), page.locator(".composer .box"), page.locator(".title")):
        target.scroll_into_view_if_needed()
        expect(target).to_be_in_viewport()
    assert page.locator(".panel").evaluate("(e) => e.scrollWidth - e.clientWidth") == 0
    page.close()


def test_targets_are_large_enough(page: Page) -> None:
    ask(page, ENGLISH)
    for control in page.locator(".panel button, .panel select").all():
        box = control.bounding_box()
        if box and box["height"]:
            assert box["height"] >= 24, control.inner_text()


def test_forced_colours_keep_the_highlight(browser: Browser, origin: str) -> None:
    page = browser.new_page(forced_colors="active", locale="en-GB")
    page.goto(origin)
    ask(page, ENGLISH)
    outline = "(e) => getComputedStyle(e).outlineStyle"
    assert page.locator(".passage mark").first.evaluate(outline) == "solid"
    page.close()


def test_without_motion_nothing_moves(page: Page) -> None:
    page.route("**/v1/ask", lambda route: None)
    box = open_widget(page)
    box.fill(ENGLISH)
    box.press("Enter")
    moving = "document.getAnimations().length"
    page.locator(".waiting").wait_for()
    assert page.evaluate(moving) == 0
    page.unroute_all(behavior="ignoreErrors")
