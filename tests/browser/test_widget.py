"""Asking in the widget: what an answer shows, and where it leads from there."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.conftest import HOSTILE
from tests.browser.driving import ask, ask_in_vain, open_widget, wait_for_answer
from tests.browser.questions import CHINESE, ENGLISH, EVENTS, HEADLINES, KOREAN, OPEN, QUOTE

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", HEADLINES)
def test_an_answer_shows_what_it_rests_on(page: Page, language: str) -> None:
    question, date, lang = HEADLINES[language]
    ask(page, question)
    expect(page.locator(".answer")).to_contain_text(date)
    expect(page.locator(".answer")).to_have_attribute("lang", lang)
    expect(page.locator(".asked span:last-child")).to_have_attribute("lang", lang)
    card = page.locator(".card").first
    expect(card).to_have_attribute("lang", lang)
    expect(card.locator(".value")).to_have_text(date)
    expect(card.locator(".steps li")).to_have_count(3)
    expect(card.locator(".steps .lead")).to_contain_text(date)
    expect(page.locator(".passage mark").first).to_have_text(QUOTE)
    expect(page.locator(".passage blockquote").first).to_have_attribute("lang", "ko")
    expect(page.locator(".composer .box")).to_have_value("")


def test_a_passage_links_to_its_words_on_the_page(page: Page) -> None:
    ask(page, ENGLISH)
    link = page.locator(".passage a").first
    expect(link).to_have_attribute("href", re.compile(r"^https://www\.seocho\.go\.kr/.+#:~:text="))
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    expect(link.locator("span").first).to_have_attribute("lang", "ko")


def test_the_words_of_a_page_keep_their_language_in_a_card(page: Page) -> None:
    ask(page, ENGLISH)
    name = page.locator(".card dd span", has_text="학벽시 우호도시 협정서")
    expect(name).to_have_attribute("lang", "ko")


def test_a_long_passage_unfolds(page: Page) -> None:
    ask(page, ENGLISH)
    figure = page.locator(".passage").first
    button = figure.locator(".link")
    far = figure.locator("blockquote p").last
    expect(far).to_be_hidden()
    button.click()
    expect(far).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    button.click()
    expect(far).to_be_hidden()


def test_several_exchanges_are_a_timeline_that_starts_short(page: Page) -> None:
    ask(page, EVENTS)
    expect(page.locator(".answer")).to_have_text("Exchanges between Seocho-gu and Langfang: 7.")
    events = page.locator(".events li")
    expect(events).to_have_count(7)
    expect(events.first).to_contain_text("Seocho-gu → Langfang")
    assert [event.is_visible() for event in events.all()] == [True] * 5 + [False] * 2
    page.locator("summary", has_text="2 more").click()
    expect(events.last).to_be_visible()
    expect(events.first.locator("p").first).to_have_attribute("lang", "en")
    expect(events.first.locator("p").last).to_have_attribute("lang", "ko")


def test_a_follow_up_builds_on_the_answer_before(page: Page) -> None:
    ask(page, ENGLISH)
    expect(page.locator(".following")).to_be_visible()
    ask(page, "What about Dongcheng?")
    expect(page.locator(".answer").last).to_contain_text("Seocho-gu and Dongcheng District")
    expect(page.locator(".answer").last).to_contain_text("18 May 2011")


def test_a_new_topic_forgets_the_answer_before(page: Page) -> None:
    ask(page, ENGLISH)
    page.get_by_role("button", name="New topic").click()
    expect(page.locator(".following")).to_be_hidden()
    expect(page.locator(".composer .box")).to_be_focused()
    with page.expect_request("**/v1/ask") as sent:
        ask(page, "What about Dongcheng?")
    assert "context" not in sent.value.post_data_json


def test_a_new_topic_begins_also_after_a_question_that_failed(
    page: Page, errors: list[str]
) -> None:
    ask(page, ENGLISH)
    ask_in_vain(page, "What about Dongcheng?")
    page.get_by_role("button", name="New topic").click()
    expect(page.locator(".following")).to_be_hidden()
    with page.expect_request("**/v1/ask") as sent:
        ask(page, "population of Langfang?")
    assert "context" not in sent.value.post_data_json
    expect(page.locator(".following")).to_be_visible()
    errors.clear()


def test_what_is_asked_again_builds_on_what_stood_before_it(page: Page, errors: list[str]) -> None:
    ask(page, ENGLISH)
    ask_in_vain(page, "What about Dongcheng?")
    ask(page, "population of Langfang?")
    page.reload()
    open_widget(page)
    with page.expect_request("**/v1/ask") as sent:
        page.get_by_role("button", name="Try again").click()
    assert "hebi" in sent.value.post_data_json["context"]["places"]
    expect(page.locator(".answer").nth(1)).to_contain_text("18 May 2011")
    errors.clear()


@pytest.mark.parametrize(("question", "choice"), OPEN)
def test_a_choice_completes_the_question(page: Page, question: str, choice: str) -> None:
    ask(page, question)
    page.locator(".turn").get_by_role("button", name=choice, exact=True).click()
    wait_for_answer(page, 2)
    expect(page.locator(".answer").last).to_contain_text(re.compile("163万|163만|1,630,000"))
    expect(page.locator(".card .value").last).to_be_visible()


def test_a_suggestion_is_asked_as_it_stands(page: Page) -> None:
    ask(page, ENGLISH)
    suggestion = page.locator(".turn .chips .chip").first
    question = suggestion.inner_text()
    suggestion.click()
    wait_for_answer(page, 2)
    expect(page.locator(".asked span:last-child").last).to_have_text(question)


@pytest.mark.parametrize(
    "question", ["when did Seocho sign with Busan?", "Who is the mayor of Hebi?", "best pizza?"]
)
def test_an_abstention_states_no_fact_and_says_whom_to_ask(page: Page, question: str) -> None:
    ask(page, question)
    expect(page.locator(".status.silent")).to_be_visible()
    expect(page.locator(".answer")).not_to_be_empty()
    expect(page.locator("article.card, mark, .events")).to_have_count(0)
    phone = page.locator(".contact a")
    expect(phone).to_have_text("02-2155-6168")
    expect(phone).to_have_attribute("href", "tel:0221556168")


def test_the_district_of_the_site_goes_with_every_question(page: Page) -> None:
    with page.expect_request("**/v1/ask") as sent:
        ask(page, "hello")
    assert sent.value.post_data_json["district"] == "seocho"


def test_the_conversation_survives_a_reload(page: Page) -> None:
    ask(page, ENGLISH)
    page.reload()
    open_widget(page)
    expect(page.locator(".answer")).to_contain_text("13 October 2016")
    expect(page.locator(".passage mark").first).to_have_text(QUOTE)
    ask(page, "What about Dongcheng?")
    expect(page.locator(".answer").last).to_contain_text("18 May 2011")


def test_a_cleared_conversation_can_be_brought_back_until_it_is_gone(page: Page) -> None:
    ask(page, ENGLISH)
    page.get_by_role("button", name="Clear the conversation").click()
    expect(page.locator(".turn")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".answer")).to_contain_text("13 October 2016")
    page.get_by_role("button", name="Clear the conversation").click()
    page.reload()
    open_widget(page)
    expect(page.locator(".turn")).to_have_count(0)
    assert "Hebi?" not in page.evaluate("JSON.stringify(localStorage)")


def test_two_districts_on_one_site_do_not_share_a_conversation(page: Page, origin: str) -> None:
    ask(page, ENGLISH)
    page.goto(f"{origin}/?district=changning-shanghai&lang=en")
    open_widget(page)
    expect(page.locator(".turn")).to_have_count(0)


@pytest.mark.parametrize("language", HEADLINES)
def test_the_interface_follows_the_page(page: Page, origin: str, language: str) -> None:
    page.goto(f"{origin}/?lang={language}")
    ask(page, KOREAN)
    expect(page.locator(".root")).to_have_attribute("lang", language)
    expect(page.locator(".answer")).to_have_attribute("lang", "ko")
    assert "undefined" not in page.locator(".panel").inner_text()


def test_a_language_chosen_by_hand_stays(page: Page) -> None:
    ask(page, KOREAN)
    page.get_by_label("Language").last.select_option("zh-Hant")
    expect(page.locator(".title")).to_have_text("交流問答")
    expect(page.locator(".status")).to_have_text("網頁有明確記載")
    expect(page.locator(".answer")).to_have_attribute("lang", "ko")
    page.reload()
    open_widget(page)
    expect(page.locator(".title")).to_have_text("交流問答")


def test_without_storage_everything_but_memory_works(page: Page, context: BrowserContext) -> None:
    refuse = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})"
    context.add_init_script(refuse)
    page.reload()
    ask(page, CHINESE)
    expect(page.locator(".answer")).to_contain_text("2016年10月13日")


def test_highlights_count_characters_and_not_code_units(page: Page) -> None:
    text = "🎉𠮷 first line\nsecond 🎉 line\nthird"
    highlights = [[3, 8], [5, 13], [21, 22]]

    def rewrite(route: Route) -> None:
        answer = route.fetch().json()
        passage = {**answer["passages"][0], "text": text, "highlights": highlights}
        route.fulfill(json={**answer, "passages": [passage]})

    page.route("**/v1/ask", rewrite)
    ask(page, ENGLISH)
    assert page.locator(".passage mark").all_text_contents() == ["first line", "🎉"]
    lines = page.locator(".passage blockquote p").all_text_contents()
    assert "\n".join(lines) == text


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
    for summary in page.locator("summary").all():
        summary.click()
    expect(page.locator(".passage mark").filter(has_text=HOSTILE).first).to_be_visible()
    expect(page.locator(".card").filter(has_text=HOSTILE).first).to_be_visible()
    assert page.locator("img").count() == own
    assert page.locator("[onerror]").count() == 0
    assert page.evaluate("window.owned") is None
