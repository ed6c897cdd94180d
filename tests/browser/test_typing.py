"""Typing a question: input methods, lines, and troubles that lose nothing typed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.driving import ask, ask_in_vain, open_widget, wait_for_answer
from tests.browser.questions import ENGLISH, KOREAN

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("typed", ["서초", "瑞草区", "ruicao"])
def test_enter_that_ends_a_composition_does_not_send(page: Page, typed: str) -> None:
    box = open_widget(page)
    box.fill(typed)
    box.dispatch_event("compositionstart")
    box.dispatch_event("keydown", {"key": "Enter", "isComposing": True, "cancelable": True})
    box.dispatch_event("keydown", {"key": "Enter", "keyCode": 229, "cancelable": True})
    box.dispatch_event("compositionend")
    expect(page.locator(".turn")).to_have_count(0)
    expect(box).to_have_value(typed)
    box.press("Enter")
    expect(page.locator(".turn")).to_have_count(1)


def test_an_input_method_of_the_browser_composes_without_sending(page: Page) -> None:
    box = open_widget(page)
    box.focus()
    client = page.context.new_cdp_session(page)
    for text in ("ㅅ", "서", "섳", "서초"):
        client.send(
            "Input.imeSetComposition",
            {"text": text, "selectionStart": len(text), "selectionEnd": len(text)},
        )
    enter = {"type": "rawKeyDown", "key": "Enter", "windowsVirtualKeyCode": 229}
    client.send("Input.dispatchKeyEvent", enter)
    expect(page.locator(".turn")).to_have_count(0)
    client.send("Input.insertText", {"text": "서초구"})
    expect(box).to_have_value("서초구")
    expect(page.locator(".turn")).to_have_count(0)


def test_shift_and_enter_start_a_line(page: Page) -> None:
    box = open_widget(page)
    box.fill("when")
    box.press("Shift+Enter")
    expect(box).to_have_value("when\n")
    expect(page.locator(".turn")).to_have_count(0)


def test_an_empty_question_is_not_sent(page: Page, addresses: list[str]) -> None:
    box = open_widget(page)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_have_text("Please type a question first.")
    expect(box).to_be_focused()
    assert not [url for url in addresses if url.endswith("/v1/ask")]


def test_while_an_answer_is_awaited_what_is_typed_stays(page: Page) -> None:
    held: list[Route] = []
    page.route("**/v1/ask", lambda route: held.append(route))
    box = open_widget(page)
    box.fill(ENGLISH)
    box.press("Enter")
    expect(page.locator(".waiting")).to_be_visible()
    box.fill("and next?")
    box.press("Enter")
    expect(box).to_have_value("and next?")
    expect(page.locator(".turn")).to_have_count(1)
    held[0].continue_()
    wait_for_answer(page, 1)
    expect(box).to_have_value("and next?")


def test_slowness_is_told(page: Page) -> None:
    page.clock.install()
    held: list[Route] = []
    page.route("**/v1/ask", lambda route: held.append(route))
    box = open_widget(page)
    box.fill(ENGLISH)
    box.press("Enter")
    expect(page.locator(".waiting")).to_contain_text("Looking through")
    page.clock.fast_forward(7_000)
    expect(page.locator(".waiting")).to_contain_text("longer than usual")
    page.clock.fast_forward(30_000)
    expect(page.locator(".reply .notice")).to_contain_text("took too long")
    page.unroute("**/v1/ask")
    page.get_by_role("button", name="Try again").click()
    wait_for_answer(page, 1)


def test_without_a_connection_a_click_asks_again(page: Page, errors: list[str]) -> None:
    ask_in_vain(page, ENGLISH)
    expect(page.locator(".reply .notice")).to_contain_text("cannot be reached")
    expect(page.locator(".asked")).to_contain_text(ENGLISH)
    assert [error for error in errors if "ERR_FAILED" not in error] == []
    errors.clear()
    page.get_by_role("button", name="Try again").click()
    wait_for_answer(page, 1)
    expect(page.locator(".answer")).to_contain_text("13 October 2016")
    expect(page.locator(".turn")).to_have_count(1)


def test_a_question_without_an_answer_survives_a_reload(page: Page, errors: list[str]) -> None:
    ask_in_vain(page, ENGLISH)
    errors.clear()
    page.reload()
    open_widget(page)
    page.get_by_role("button", name="Try again").click()
    wait_for_answer(page, 1)


FAILURES = [
    (429, {"retry-after": "7"}, "in 7 seconds", "7초 뒤"),
    (503, {}, "just starting", "준비하고"),
    (500, {}, "went wrong", "문제가 생겼습니다"),
    (400, {}, "could not be taken", "처리할 수 없습니다"),
]


@pytest.mark.parametrize(("status", "headers", "english", "korean"), FAILURES)
def test_a_fault_is_told_in_words_of_the_language(
    page: Page, errors: list[str], status: int, headers: dict[str, str], english: str, korean: str
) -> None:
    problem = {"title": "No", "detail": "internal words"}
    page.route(
        "**/v1/ask", lambda route: route.fulfill(status=status, headers=headers, json=problem)
    )
    box = open_widget(page)
    box.fill(KOREAN)
    box.press("Enter")
    notice = page.locator(".reply .notice")
    expect(notice).to_contain_text(english)
    page.get_by_label("Language").last.select_option("ko")
    expect(notice).to_contain_text(korean)
    expect(page.locator(".panel")).not_to_contain_text("internal words")
    assert [error for error in errors if str(status) not in error] == []
    errors.clear()


def test_an_answer_that_is_none_is_a_fault(page: Page) -> None:
    page.route("**/v1/ask", lambda route: route.fulfill(body="<html>proxy</html>"))
    box = open_widget(page)
    box.fill(ENGLISH)
    box.press("Enter")
    expect(page.locator(".reply .notice")).to_contain_text("went wrong")


def test_the_box_grows_with_what_is_typed(page: Page) -> None:
    box = open_widget(page)
    small = box.bounding_box()
    box.fill("one\ntwo\nthree")
    large = box.bounding_box()
    assert small and large and large["height"] > small["height"] + 30
    ask(page, ENGLISH)
    expect(box).to_have_value("")
    after = box.bounding_box()
    assert after and after["height"] == small["height"]
