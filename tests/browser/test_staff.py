"""The staff console as people use it, in a real browser over the real service."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from service.app import create_app
from service.catalogue import Catalogue
from service.settings import Settings
from service.staff.languages import TONGUES
from tests.browser.conftest import HOSTILE
from tests.browser.driving import ask, press, serving
from tests.browser.staff_desk import NAME, PAGES, PASSWORD, furnished, sign_in

Axe = Callable[[Page], list[Any]]

pytestmark = pytest.mark.browser

VIEWS = {
    **PAGES,
    "found": "/staff?q=대표단",
    "nothing": "/staff?q=zzzz&from=soon",
    "missing": "/staff/nowhere",
}


@pytest.fixture(scope="module")
def desk(
    settings: Settings, catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a service whose console has an account and questions."""
    address = f"sqlite:///{tmp_path_factory.mktemp('desk')}/g.db"
    changed = settings.model_copy(update={"database": address})
    with furnished(address), serving(create_app(changed, catalogue.index)) as origin:
        yield origin


@pytest.fixture(scope="module")
def signed_in(desk: str, browser: Browser) -> list[dict[str, object]]:
    """The cookies of a browser that is signed in: hashing passwords takes its time."""
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    sign_in(page, desk)
    cookies: list[dict[str, object]] = context.cookies()
    context.close()
    return cookies


@pytest.fixture
def staff(
    context: BrowserContext, bare_page: Page, desk: str, signed_in: list[dict[str, object]]
) -> Page:
    context.add_cookies(signed_in)  # type: ignore[arg-type]
    bare_page.goto(f"{desk}/staff")
    return bare_page


def speak(page: Page, desk: str, tongue: str) -> None:
    page.context.add_cookies([{"name": "gyoryu_staff_language", "value": tongue, "url": desk}])


def test_signing_in_and_out(bare_page: Page, desk: str, errors: list[str]) -> None:
    page = bare_page
    page.goto(f"{desk}/staff/ties")
    page.get_by_label("Name").fill(NAME)
    page.get_by_label("Password").fill("not this one")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("not right")
    expect(page.get_by_label("Name")).to_have_value(NAME)
    errors.clear()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/staff/ties")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/staff/sign-in")
    page.goto(f"{desk}/staff/ties")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_search_narrow_down_and_open_the_quote(staff: Page) -> None:
    page = staff
    page.get_by_label("Words").fill("허비")
    page.keyboard.press("Enter")
    expect(page.locator(".row").first).to_contain_text("Hebi")
    page.locator(".facet a", has_text="visit").click()
    expect(page.locator(".facet a[aria-current]")).to_contain_text("visit")
    shared = page.url
    assert "kind=visit" in shared and "from=" not in shared
    number = page.locator("#count").inner_text()
    page.get_by_role("link", name="Where the page says so").first.click()
    expect(page.locator("mark")).to_be_visible()
    page.goto(shared)
    expect(page.locator("#count")).to_have_text(number)
    page.get_by_role("link", name="Remove: Kind: visit").click()
    expect(page.locator(".facet a[aria-current]")).to_have_count(0)


def test_a_circle_of_the_timeline_opens_its_list(staff: Page, desk: str) -> None:
    page = staff
    page.goto(f"{desk}/staff/timeline?q=hebi")
    page.locator(".plot a:has(.dot)").last.click()
    expect(page.locator(".chip", has_text="Year:")).to_be_visible()
    expect(page.locator(".row").first).to_contain_text("Hebi")


def test_a_download_has_a_name_and_comes(staff: Page) -> None:
    staff.locator(".downloads summary").click()
    with staff.expect_download() as download:
        staff.get_by_role("link", name="Excel (XLSX)").click()
    assert download.value.suggested_filename.endswith(".xlsx")


def test_questions_are_handled_with_a_note(staff: Page, desk: str) -> None:
    page = staff
    page.goto(f"{desk}/staff/questions/groups")
    groups = page.locator(".group").count()
    group = page.locator(".group").first
    group.get_by_label("Note (optional)").fill(f"asked the office {HOSTILE}")
    group.get_by_role("button").click()
    expect(page.locator(".group")).to_have_count(groups - 1)
    page.goto(f"{desk}/staff/questions?handled=done")
    expect(page.locator(".note").first).to_contain_text(HOSTILE)
    assert page.evaluate("window.owned") is None


def test_the_keyboard_alone_is_enough(staff: Page) -> None:
    page = staff
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#f-q")).to_be_focused()
    page.keyboard.type("hebi")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=hebi")
    summary = page.locator(".downloads summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="CSV (opens in Excel)")).to_be_focused()
    page.keyboard.press("Escape")
    expect(summary).to_be_focused()


def test_every_flow_by_keyboard_alone(bare_page: Page, desk: str) -> None:
    page = bare_page
    page.goto(f"{desk}/staff")
    press(page, "Tab", "#name")
    page.keyboard.type(NAME)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/staff")
    press(page, "Tab", "letter", most=300)
    page.keyboard.press("Enter")
    page.wait_for_url("**kind=letter*")
    press(page, "Tab", "Where the page says so")
    page.keyboard.press("Enter")
    expect(page.locator("mark").first).to_be_visible()
    press(page, "Tab", "Timeline")
    page.keyboard.press("Enter")
    page.wait_for_url("**/staff/timeline")
    press(page, "Tab", "Hebi, 2016", most=200)
    page.keyboard.press("Enter")
    page.wait_for_url("**year=2016*")
    press(page, "Tab", "Questions")
    page.keyboard.press("Enter")
    page.wait_for_url("**/staff/questions")
    press(page, "Tab", "Mark as handled")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("told them by keyboard")
    page.keyboard.press("Enter")
    expect(page.locator(".note", has_text="told them by keyboard")).to_be_visible()
    press(page, "Tab", "Sign out")
    page.keyboard.press("Enter")
    page.wait_for_url("**/staff/sign-in")


def test_the_language_is_switched_and_stays(staff: Page) -> None:
    page = staff
    page.locator(".visitor .menu summary").click()
    page.get_by_role("link", name="繁體中文").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hant")
    page.reload()
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hant")


def test_the_briefing_prints_without_what_is_around_it(staff: Page, desk: str) -> None:
    page = staff
    page.goto(f"{desk}/staff/briefing/hebi--seocho")
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".top")).to_be_hidden()
    expect(page.get_by_role("button", name="Print")).to_be_hidden()


def test_what_a_citizen_says_of_an_answer_is_read_by_staff(staff: Page, desk: str) -> None:
    page = staff
    page.goto(f"{desk}/?lang=en")
    question = f"population of Hebi {HOSTILE}? mail me: a@example.com"
    ask(page, question)
    row = page.locator(".feedback")
    row.get_by_role("button", name="No").click()
    row.locator(".box").fill("조금 더 자세히, 010-1234-5678")
    row.get_by_role("button", name="Send comment").click()
    expect(row).to_have_text("Thank you for telling us.")
    page.goto(f"{desk}/staff/questions")
    told = page.locator(".row.asked", has_text="population of Hebi").first
    expect(told).to_contain_text(f"population of Hebi {HOSTILE}? mail me: ")
    expect(told).not_to_contain_text("a@example.com")
    expect(told).to_contain_text("조금 더 자세히")
    expect(told).not_to_contain_text("1234")
    assert page.evaluate("window.owned") is None


@pytest.mark.parametrize("tongue", TONGUES)
def test_nothing_overflows_a_narrow_screen(
    staff: Page, desk: str, tongue: str, errors: list[str]
) -> None:
    page = staff
    page.set_viewport_size({"width": 320, "height": 640})
    speak(page, desk, tongue)
    for name, path in VIEWS.items():
        page.goto(f"{desk}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") == 320, name
    errors[:] = [error for error in errors if "404" not in error]


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    staff: Page, desk: str, axe: Axe, tongue: str, scheme: str, errors: list[str]
) -> None:
    page = staff
    page.emulate_media(color_scheme=scheme)
    speak(page, desk, tongue)
    told: list[tuple[str, str, list[str]]] = []
    for name, path in {**VIEWS, "sign in": "/staff/sign-in"}.items():
        page.goto(f"{desk}{path}")
        for summary in page.locator("main summary").all():
            summary.click()
        told += [(name, *found) for found in axe(page)]
    assert told == []
    errors[:] = [error for error in errors if "404" not in error]
