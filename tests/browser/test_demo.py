"""The demo page as people use it, in a real browser over the real service."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import HOSTILE
from tests.browser.driving import ask, wait_for_answer

pytestmark = pytest.mark.browser

QUOTE = "결 연 일 : 2016년 10월 13일"
ENGLISH = "when did Seocho sign with Hebi?"
KOREAN = "서초구는 학벽시와 언제 우호도시 협정을 맺었나요?"
CHINESE = "瑞草区和鹤壁市什么时候签约？"
HEADLINES = [
    (ENGLISH, "en", "13 October 2016", "date of signing"),
    (KOREAN, "ko", "2016년 10월 13일", "체결일"),
    (CHINESE, "zh-Hans", "2016年10月13日", "签署日期"),
]
OPEN = [("population?", "Hebi"), ("인구가 얼마예요?", "학벽시"), ("人口是多少？", "鹤壁市")]
TITLES = {
    "ko": "자매·우호도시에 대해 물어보세요",
    "zh": "查询友好城市与友好交流",
    "en": "Ask about sister cities",
}


@pytest.mark.parametrize(("question", "lang", "date", "label"), HEADLINES)
def test_a_headline_question(page: Page, question: str, lang: str, date: str, label: str) -> None:
    ask(page, question)
    expect(page.locator(".answer")).to_contain_text(date)
    expect(page.locator(".answer")).to_have_attribute("lang", lang)
    expect(page.locator(".asked span:last-child")).to_have_attribute("lang", lang)
    card = page.locator(".card").first
    expect(card.locator(".value")).to_have_text(date)
    expect(card.locator(".value")).to_have_attribute("lang", lang)
    expect(card.locator(".label [lang]")).to_have_text(label)
    expect(card.locator("mark")).to_have_text(QUOTE)
    expect(page.locator(".passage mark").first).to_have_text(QUOTE)
    expect(page.locator(".passage blockquote").first).to_have_attribute("lang", "ko")
    expect(page.locator("#question")).to_have_value("")


@pytest.mark.parametrize("example", range(3))
def test_an_example_is_asked_with_one_click(page: Page, example: int) -> None:
    page.locator("[data-ask]").nth(example).click()
    wait_for_answer(page, 1)
    expect(page.locator(".answer")).to_contain_text(HEADLINES[example][2])


def test_a_follow_up_builds_on_the_answer_before(page: Page) -> None:
    ask(page, ENGLISH)
    expect(page.locator("#thread")).to_be_visible()
    ask(page, "What about Dongcheng?")
    expect(page.locator(".answer").last).to_contain_text("Seocho-gu and Dongcheng District")
    expect(page.locator(".answer").last).to_contain_text("18 May 2011")


def test_a_new_topic_forgets_the_answer_before(page: Page) -> None:
    ask(page, ENGLISH)
    page.locator("#fresh").click()
    expect(page.locator(".break")).to_be_visible()
    expect(page.locator("#question")).to_be_focused()
    with page.expect_request("**/v1/ask") as sent:
        ask(page, "What about Dongcheng?")
    assert "context" not in sent.value.post_data_json


@pytest.mark.parametrize(("question", "choice"), OPEN)
def test_a_choice_completes_the_question(page: Page, question: str, choice: str) -> None:
    ask(page, question)
    expect(page.locator(".status")).to_have_attribute("data-kind", "asks")
    page.get_by_role("button", name=choice, exact=True).click()
    wait_for_answer(page, 2)
    expect(page.locator(".answer").last).to_contain_text(re.compile("163万|163만|1,630,000"))
    expect(page.locator(".card .value").last).to_be_visible()


def test_a_choice_keeps_what_else_the_question_said(page: Page) -> None:
    ask(page, "when was the memorandum signed?")
    page.get_by_role("button", name="Hebi", exact=True).click()
    wait_for_answer(page, 2)
    expect(page.locator(".answer").last).to_contain_text("memorandum on 4 June 2015")


def test_one_choice_may_lead_to_another(page: Page) -> None:
    ask(page, "When did they sign?")
    page.get_by_role("button", name="Seocho-gu", exact=True).click()
    wait_for_answer(page, 2)
    page.locator(".turn").last.get_by_role("button", name="Hebi", exact=True).click()
    wait_for_answer(page, 3)
    expect(page.locator(".answer").last).to_contain_text("13 October 2016")


def test_a_suggestion_is_asked_as_it_stands(page: Page) -> None:
    ask(page, ENGLISH)
    suggestion = page.locator(".turn .chip").first
    question = suggestion.inner_text()
    suggestion.click()
    wait_for_answer(page, 2)
    expect(page.locator(".asked span:last-child").last).to_have_text(question)
    expect(page.locator(".status").last).to_have_attribute("data-kind", "says")


@pytest.mark.parametrize(
    "question", ["when did Seocho sign with Busan?", "Who is the mayor of Hebi?"]
)
def test_an_abstention_states_no_fact(page: Page, question: str) -> None:
    ask(page, question)
    expect(page.locator(".status")).to_have_attribute("data-kind", "silent")
    expect(page.locator(".answer")).not_to_be_empty()
    expect(page.locator(".card, mark, .events")).to_have_count(0)


def test_enter_that_ends_a_composition_does_not_send(page: Page) -> None:
    box = page.locator("#question")
    box.fill("서초")
    box.dispatch_event("compositionstart")
    box.dispatch_event("keydown", {"key": "Enter", "isComposing": True, "cancelable": True})
    box.dispatch_event("keydown", {"key": "Enter", "keyCode": 229, "cancelable": True})
    box.dispatch_event("compositionend")
    expect(page.locator(".turn")).to_have_count(0)
    expect(box).to_have_value("서초")
    box.press("Enter")
    expect(page.locator(".turn")).to_have_count(1)


def test_shift_and_enter_start_a_line(page: Page) -> None:
    box = page.locator("#question")
    box.fill("when")
    box.press("Shift+Enter")
    expect(box).to_have_value("when\n")
    expect(page.locator(".turn")).to_have_count(0)


def test_an_empty_question_is_not_sent(page: Page, addresses: list[str]) -> None:
    page.locator("#send").click()
    expect(page.get_by_role("alert")).to_have_text("Please type a question first.")
    expect(page.locator("#question")).to_be_focused()
    assert not [url for url in addresses if url.endswith("/v1/ask")]


def test_without_a_connection_the_question_stays(page: Page, errors: list[str]) -> None:
    page.route("**/v1/ask", lambda route: route.abort())
    page.locator("#question").fill(ENGLISH)
    page.locator("#send").click()
    expect(page.get_by_role("alert")).to_contain_text("could not be reached")
    expect(page.locator("#question")).to_have_value(ENGLISH)
    expect(page.locator(".turn")).to_have_count(0)
    assert [error for error in errors if "ERR_FAILED" not in error] == []
    errors.clear()
    page.unroute("**/v1/ask")
    ask(page, ENGLISH)
    expect(page.get_by_role("alert")).to_be_hidden()


def test_a_fault_of_the_service_is_told_in_words(page: Page, errors: list[str]) -> None:
    def fail(route: Route) -> None:
        route.fulfill(status=503, json={"title": "Service Unavailable", "detail": "not loaded"})

    page.route("**/v1/ask", fail)
    page.locator("#question").fill(KOREAN)
    page.locator("#send").click()
    expect(page.get_by_role("alert")).to_contain_text("not ready yet")
    page.locator("[data-tongue=ko]").click()
    expect(page.get_by_role("alert")).to_contain_text("준비 중")
    expect(page.locator("#question")).to_have_value(KOREAN)
    assert [error for error in errors if "503" not in error] == []
    errors.clear()


def test_a_question_that_is_refused_says_why(page: Page, errors: list[str]) -> None:
    page.locator("#question").fill("when? " * 400)
    page.locator("#send").click()
    expect(page.get_by_role("alert")).to_contain_text("at most 1000")
    assert [error for error in errors if "400" not in error] == []
    errors.clear()


@pytest.mark.parametrize("tongue", TITLES)
def test_the_page_speaks_three_languages(page: Page, tongue: str) -> None:
    ask(page, KOREAN)
    page.locator(f"[data-tongue={tongue}]").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLES[tongue])
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans" if tongue == "zh" else tongue)
    expect(page.locator(".answer")).to_have_attribute("lang", "ko")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLES[tongue])
    assert "undefined" not in page.locator("body").inner_text()


@pytest.mark.parametrize("tongue", TITLES)
def test_nothing_overflows_a_narrow_screen(page: Page, tongue: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.locator(f"[data-tongue={tongue}]").click()
    for question in (HEADLINES[0][0], "What is the homepage of Laoshan?", "When did they sign?"):
        ask(page, question)
    for summary in page.locator("summary").all():
        summary.click()
    width = "document.documentElement.scrollWidth"
    assert page.evaluate(width) == 320


def test_the_keyboard_alone_is_enough(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.locator("[data-tongue=ko]")).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.locator("[data-ask]").first).to_be_focused()
    page.keyboard.press("Enter")
    wait_for_answer(page, 1)


def test_a_long_visit_leaves_no_error_and_asks_no_one_else(
    page: Page, origin: str, errors: list[str], addresses: list[str]
) -> None:
    for question, *_ in HEADLINES:
        ask(page, question)
    ask(page, "What exchanges were there between Seocho-gu and Langfang?")
    for tongue in TITLES:
        page.locator(f"[data-tongue={tongue}]").click()
    page.goto(f"{origin}/docs")
    assert errors == []
    assert len(addresses) > len(HEADLINES)
    assert {url.split("/", 3)[2] for url in addresses} == {origin.removeprefix("http://")}


def test_tags_in_a_page_are_shown_as_text(bare_page: Page, hostile_origin: str) -> None:
    page = bare_page
    page.goto(hostile_origin)
    own = page.locator("img").count()
    for question in (
        "학벽시와 언제 결연했나요?",
        "학벽시의 지역특성은?",
        "2017년 방문은?",
        HOSTILE,
    ):
        ask(page, question)
    expect(page.locator(".asked").last).to_contain_text(HOSTILE)
    expect(page.locator(".passage mark").filter(has_text=HOSTILE).first).to_be_visible()
    expect(page.locator(".card").filter(has_text=HOSTILE).first).to_be_visible()
    assert page.locator("img").count() == own
    assert page.locator("[onerror]").count() == 0
    assert page.evaluate("window.owned") is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("tongue", TITLES)
def test_axe_finds_nothing_serious(page: Page, axe: str, tongue: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.locator(f"[data-tongue={tongue}]").click()
    for question in (HEADLINES[list(TITLES).index(tongue)][0], "When did they sign?"):
        ask(page, question)
    page.locator("#fresh").click()
    ask(page, "What exchanges were there between Seocho-gu and Langfang?")
    page.evaluate(axe)
    found = page.evaluate("axe.run().then(({violations}) => violations)")
    assert [
        (rule["id"], [node["html"] for node in rule["nodes"]])
        for rule in found
        if rule["impact"] in ("serious", "critical")
    ] == []
