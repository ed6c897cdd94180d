"""The demo page as visitors see it, and what its widget costs them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.driving import ask, wait_for_answer
from tests.browser.questions import ENGLISH, HEADLINES

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", HEADLINES)
def test_the_page_speaks_the_language_of_its_address(
    page: Page, origin: str, language: str
) -> None:
    page.goto(f"{origin}/?lang={language}")
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("nav [aria-current]")).to_have_attribute("lang", language)
    expect(page.locator(".partners li")).to_have_count(8)
    expect(page.locator(".news [lang=ko]").first).to_be_visible()


def test_what_is_typed_on_the_page_is_asked_in_the_widget(page: Page) -> None:
    page.locator("#question").fill(ENGLISH)
    page.locator("#question").press("Enter")
    wait_for_answer(page, 1)
    expect(page.locator(".answer")).to_contain_text("13 October 2016")
    expect(page.locator("#question")).to_have_value("")


@pytest.mark.parametrize("language", HEADLINES)
def test_every_question_that_the_page_offers_is_answered(
    page: Page, origin: str, language: str
) -> None:
    page.goto(f"{origin}/?lang={language}")
    offered = page.locator(".hero [data-ask]").all()
    assert len(offered) == 3
    for n, button in enumerate(offered, start=1):
        button.evaluate("(e) => e.click()")
        wait_for_answer(page, n)
        expect(page.locator(".status.silent")).to_have_count(0)
    expect(page.locator(".answer").first).to_have_attribute("lang", HEADLINES[language][2])


def test_the_page_reads_without_scripts(page: Page, origin: str) -> None:
    page.route("**/*.js", lambda route: route.abort())
    bare = page.context.browser.new_page(java_script_enabled=False)  # type: ignore[union-attr]
    bare.goto(f"{origin}/?lang=en")
    expect(bare.get_by_role("heading", level=1)).to_contain_text("Seocho-gu")
    expect(bare.locator(".partners li").first).to_contain_text("3 August 1998")
    bare.close()


def test_a_browser_without_style_sheets_by_script_takes_the_file(page: Page) -> None:
    page.context.add_init_script("delete ShadowRoot.prototype.adoptedStyleSheets")
    with page.expect_response("**/widget.css"):
        page.reload()
    launcher = page.locator(".launcher")
    expect(launcher).to_have_css("position", "fixed")
    expect(launcher).to_have_css("background-color", "rgb(15, 92, 99)")
    page.wait_for_load_state("networkidle")


def test_an_answer_is_drawn_when_the_site_hears_of_it(page: Page) -> None:
    """Nothing waits in between; how long it takes is told by tests.browser.measure_answer."""
    heard = """() => document.addEventListener('gyoryu:answer', () => {
      const { shadowRoot } = document.querySelector('gyoryu-widget');
      window.drawn = shadowRoot.querySelector('.turn .answer')?.textContent;
    })"""
    page.evaluate(heard)
    ask(page, ENGLISH)
    assert "13 October 2016" in page.evaluate("window.drawn")
