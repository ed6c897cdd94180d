"""Telling whether an answer helped, against the contract of POST /v1/feedback."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.driving import ask, open_widget
from tests.browser.questions import ENGLISH

pytestmark = pytest.mark.browser


@pytest.fixture
def told(page: Page) -> list[Any]:
    """What the widget sent to a service that keeps feedback: its answers carry an id."""
    sent: list[Any] = []

    def keep(route: Route) -> None:
        sent.append(route.request.post_data_json)
        route.fulfill(status=204)

    def identify(route: Route) -> None:
        route.fulfill(json={**route.fetch().json(), "id": "q1"})

    page.route("**/v1/ask", identify)
    page.route("**/v1/feedback", keep)
    return sent


def test_a_rating_counts_at_once_and_a_comment_may_follow(page: Page, told: list[Any]) -> None:
    ask(page, ENGLISH)
    page.get_by_role("group", name="Was this helpful?").get_by_role("button", name="No").click()
    box = page.get_by_label("Would you like to tell us more? (optional)")
    expect(box).to_be_focused()
    assert told == [{"question_id": "q1", "helpful": False, "comment": None}]
    box.fill("조금 더 자세히")
    page.get_by_role("button", name="Send comment").click()
    expect(page.locator(".feedback")).to_have_text("Thank you for telling us.")
    assert told[1:] == [{"question_id": "q1", "helpful": False, "comment": "조금 더 자세히"}]


def test_no_comment_is_needed_and_the_rating_is_remembered(page: Page, told: list[Any]) -> None:
    ask(page, ENGLISH)
    page.locator(".feedback").get_by_role("button", name="Yes").click()
    page.get_by_role("button", name="No comment").click()
    expect(page.locator(".feedback")).to_have_text("Thank you for telling us.")
    assert told == [{"question_id": "q1", "helpful": True, "comment": None}]
    page.reload()
    open_widget(page)
    expect(page.locator(".feedback")).to_have_text("Thank you for telling us.")


def test_what_could_not_be_sent_can_be_sent_again(
    page: Page, told: list[Any], errors: list[str]
) -> None:
    ask(page, ENGLISH)
    page.locator(".feedback").get_by_role("button", name="Yes").click()
    box = page.locator(".feedback .box")
    box.fill("well done")
    page.route("**/v1/feedback", lambda route: route.fulfill(status=500))
    page.get_by_role("button", name="Send comment").click()
    expect(page.locator(".feedback").get_by_role("alert")).to_contain_text("could not be sent")
    expect(box).to_have_value("well done")
    page.unroute("**/v1/feedback")
    page.route("**/v1/feedback", lambda route: route.fulfill(status=204))
    page.get_by_role("button", name="Send comment").click()
    expect(page.locator(".feedback")).to_have_text("Thank you for telling us.")
    assert [error for error in errors if "500" not in error] == []
    errors.clear()


# The question may have been forgotten in the meantime: nothing that can be done again helps.
def test_what_is_refused_is_not_asked_for_again(
    page: Page, told: list[Any], errors: list[str]
) -> None:
    ask(page, ENGLISH)
    page.route("**/v1/feedback", lambda route: route.fulfill(status=404, json={"status": 404}))
    row = page.locator(".feedback")
    row.get_by_role("button", name="Yes").click()
    expect(row).to_have_text(re.compile("^This answer can no longer be rated"))
    expect(row.locator("p")).to_be_focused()
    expect(row.get_by_role("button")).to_have_count(0)
    page.reload()
    open_widget(page)
    expect(row).to_have_text(re.compile("^This answer can no longer be rated"))
    expect(row.get_by_role("button")).to_have_count(0)
    assert [error for error in errors if "404" not in error] == []
    errors.clear()


def test_a_comment_on_what_was_forgotten_since_its_rating(
    page: Page, told: list[Any], errors: list[str]
) -> None:
    ask(page, ENGLISH)
    row = page.locator(".feedback")
    row.get_by_role("button", name="Yes").click()
    row.locator(".box").fill("well done")
    page.route("**/v1/feedback", lambda route: route.fulfill(status=404))
    row.get_by_role("button", name="Send comment").click()
    expect(row).to_have_text(re.compile("^This answer can no longer be rated"))
    errors.clear()


def test_without_an_id_nothing_is_asked(page: Page) -> None:
    def anonymous(route: Route) -> None:
        answer = route.fetch().json()
        answer.pop("id", None)
        route.fulfill(json=answer)

    page.route("**/v1/ask", anonymous)
    ask(page, ENGLISH)
    expect(page.locator(".feedback")).to_have_count(0)
