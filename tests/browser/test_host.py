"""The widget on another website: its policy, its styles, its script."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Frame, Page, expect

from tests.browser.conftest import Host
from tests.browser.driving import ask, open_widget, wait_for_answer
from tests.browser.questions import ENGLISH, KOREAN

pytestmark = pytest.mark.browser

# Rules that would tear the widget apart if they reached it, and the widget's own that must not
# get out.
_LOUD = """<style nonce="own">
  * { color: red !important; font-size: 40px !important; display: block !important;
      position: static !important; animation: none; text-transform: uppercase; }
  html { font-size: 3px; } button, textarea { width: 900px !important; }
  body { display: grid; gap: 100px; } .card, .panel, .root { outline: 20px solid lime !important; }
</style>"""
_SHIFTS = """() => new Promise((resolve) => {
  let total = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) total += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(total), 300);
})"""
_STYLE = """() => {
  const style = getComputedStyle(document.querySelector('p'));
  return ['color', 'fontSize', 'fontFamily', 'margin'].map((name) => style[name]);
}"""


@pytest.fixture
def site(context: BrowserContext, host: Host) -> Page:
    """A page on the host's site; what its console says is the test's to look at."""
    host.head, host.body = host.script, "<main><h1>A town</h1><p>Welcome.</p></main>"
    page = context.new_page()
    page.errors = []  # type: ignore[attr-defined]
    page.on("console", lambda said: said.type == "error" and page.errors.append(said.text))  # type: ignore[attr-defined]
    page.on("pageerror", lambda fault: page.errors.append(str(fault)))  # type: ignore[attr-defined]
    return page


def complaints(page: Page) -> list[str]:
    return page.errors  # type: ignore[attr-defined,no-any-return]


def test_one_line_is_enough_under_the_strictest_policy(
    site: Page, host: Host, addresses: list[str]
) -> None:
    site.context.on("request", lambda request: addresses.append(request.url))
    site.goto(host.origin)
    ask(site, ENGLISH)
    expect(site.locator(".answer")).to_contain_text("13 October 2016")
    assert complaints(site) == []
    assert {url.split("/")[2] for url in addresses if url.startswith("http")} == {
        host.origin.split("/")[2],
        host.service.split("/")[2],
    }


def test_a_site_that_is_not_on_the_list_is_told_so_in_words(
    site: Page, host: Host, origin: str
) -> None:
    host.head = f'<script src="{origin}/widget.js" defer></script>'
    service, host.service = host.service, origin
    try:
        site.goto(host.origin)
        box = open_widget(site)
        box.fill(ENGLISH)
        box.press("Enter")
        expect(site.locator(".reply .notice")).to_contain_text("cannot be reached")
        expect(site.locator(".asked")).to_contain_text(ENGLISH)
    finally:
        host.service = service


def test_nothing_of_the_page_gets_into_the_widget(site: Page, host: Host) -> None:
    host.head = _LOUD + host.script
    site.goto(host.origin)
    ask(site, ENGLISH)
    style = site.locator(".answer").evaluate(
        "(e) => { const s = getComputedStyle(e); return [s.fontSize, s.color, s.textTransform]; }"
    )
    assert style == ["15.9375px", "rgb(27, 42, 47)", "none"]
    panel = site.locator(".panel").bounding_box()
    assert panel and (panel["width"], panel["height"]) == (416, 680)
    outline = site.locator(".panel").evaluate("(e) => getComputedStyle(e).outlineColor")
    assert outline != "rgb(0, 255, 0)"


def test_nothing_of_the_widget_gets_onto_the_page(site: Page, host: Host) -> None:
    script, host.head = host.head, ""
    site.goto(host.origin)
    before = site.evaluate(_STYLE), site.evaluate("document.body.scrollHeight")
    host.head = script
    site.goto(host.origin)
    ask(site, ENGLISH)
    site.get_by_role("button", name="Close").click()
    assert (site.evaluate(_STYLE), site.evaluate("document.body.scrollHeight")) == before
    globals_ = "Object.keys(window).filter((name) => /gyoryu|widget/i.test(name))"
    assert site.evaluate(globals_) == []


@pytest.mark.parametrize("display", ["block", "grid", "flex"])
def test_the_page_does_not_shift(site: Page, host: Host, display: str) -> None:
    own = f'<style nonce="own">body {{ display: {display}; gap: 50px; margin: 0; }}</style>'
    host.head = own + host.script
    host.body = "<main><h1>A town</h1></main><footer><p>Its foot</p></footer>"
    site.goto(host.origin)
    site.locator(".launcher").wait_for()
    assert site.evaluate(_SHIFTS) == 0
    ask(site, ENGLISH)
    assert site.evaluate(_SHIFTS) == 0
    parts = "[...document.body.children].map((e) => e.getBoundingClientRect().height)"
    assert site.evaluate(parts)[-1] == 0


def test_a_site_can_drive_it_and_hear_of_it(site: Page, host: Host) -> None:
    host.body += '<button id="own" type="button">Ask us</button>'
    site.goto(host.origin)
    site.locator(".launcher").wait_for()
    site.evaluate("""() => {
      window.heard = [];
      for (const name of ["open", "close", "question", "answer", "error"]) {
        document.addEventListener(`gyoryu:${name}`, (e) => heard.push([name, e.detail]));
      }
      own.focus();
    }""")
    widget = "document.querySelector('gyoryu-widget')"
    assert site.evaluate(f"{widget}.ask('{KOREAN}')") is True
    assert site.evaluate(f"{widget}.ask('another?')") is False
    wait_for_answer(site, 1)
    site.evaluate(f"{widget}.close()")
    expect(site.locator("#own")).to_be_focused()
    site.evaluate(f"{widget}.open()")
    expect(site.locator(".composer .box")).to_be_focused()
    site.evaluate(f"{widget}.clear()")
    expect(site.locator(".turn")).to_have_count(0)
    heard: list[Any] = site.evaluate("heard")
    assert [name for name, _ in heard] == ["open", "question", "answer", "close", "open"]
    assert heard[1][1] == {"question": KOREAN}
    assert heard[2][1]["question"] == KOREAN
    assert heard[2][1]["answer"]["status"] == "answered"


def test_a_site_hears_why_its_questions_are_refused(site: Page, host: Host) -> None:
    host.head = host.script.replace("data-lang", "data-district='atlantis' data-lang")
    site.goto(host.origin)
    heard = "(e) => { window.heard = e.detail; }"
    site.evaluate(f"document.addEventListener('gyoryu:error', {heard})")
    box = open_widget(site)
    box.fill(ENGLISH)
    box.press("Enter")
    expect(site.locator(".reply .notice")).to_contain_text("could not be taken")
    assert site.evaluate("heard.error") == "refused"
    assert "atlantis" in site.evaluate("heard.detail")


def test_the_examples_in_javascript_run_on_a_site_that_is_let_in(site: Page, host: Host) -> None:
    """Those of docs/integrate.md: the API, and the methods and events of the widget."""
    manual = (Path(__file__).parents[2] / "docs" / "integrate.md").read_text(encoding="utf-8")
    api, drive = sorted(
        re.findall(r"```js\n(.+?)```", manual, re.S), key=lambda e: "fetch(" not in e
    )
    told: list[str] = []
    site.on("console", lambda said: told.append(said.text))
    site.goto(host.origin)
    site.evaluate(f"async () => {{ {api.replace('https://HOST', host.service)} }}")
    assert "2016年10月13日" in told[-1]
    site.evaluate(
        f"async () => {{ {drive.replace('widget.clear();', '').replace('widget.close();', '')} }}"
    )
    wait_for_answer(site, 1)
    site.evaluate("document.querySelector('gyoryu-widget').ask('And Langfang?')")
    wait_for_answer(site, 2)
    assert told[-1] == "And Langfang? answered"


def test_a_greeting_a_theme_and_examples_of_the_site(site: Page, host: Host) -> None:
    host.head = host.script.replace(
        "data-lang",
        "data-greeting='Ask &lt;b&gt;us&lt;/b&gt;' data-theme='dark' data-position='left' "
        f"data-examples='{ENGLISH}| |{KOREAN}' data-lang",
    )
    own = "gyoryu-widget { --gyoryu-dark-accent: rgb(255, 200, 0); --gyoryu-offset-x: 33px; }"
    host.head += f'<style nonce="own">{own}</style>'
    site.goto(host.origin)
    launcher = site.locator(".launcher")
    box = launcher.bounding_box()
    assert box and box["x"] == 33
    style = launcher.evaluate("(e) => getComputedStyle(e).backgroundColor")
    assert style == "rgb(255, 200, 0)"
    launcher.click()
    expect(site.locator(".intro p")).to_have_text("Ask <b>us</b>")
    expect(site.locator(".intro .chip")).to_have_count(2)
    site.locator(".intro .chip").first.click()
    wait_for_answer(site, 1)


def test_an_element_that_the_site_placed_is_used(site: Page, host: Host) -> None:
    host.body += '<gyoryu-widget data-lang="ko" data-district="seocho"></gyoryu-widget>'
    site.goto(host.origin)
    expect(site.locator("gyoryu-widget")).to_have_count(1)
    with site.expect_request("**/v1/ask") as sent:
        ask(site, KOREAN)
    assert sent.value.post_data_json["district"] == "seocho"
    expect(site.locator(".root")).to_have_attribute("lang", "ko")


def test_a_frame_needs_no_script_of_the_site(site: Page, host: Host) -> None:
    host.head = ""
    address = f"{host.service}/embed?lang=en&amp;district=seocho&amp;theme=light"
    host.body = f'<iframe title="Ask" src="{address}" width="400" height="600"></iframe>'
    site.goto(host.origin)
    frame = next(frame for frame in site.frames if frame.url.startswith(host.service))
    ask_in_frame(frame, ENGLISH)
    expect(frame.locator(".answer")).to_contain_text("13 October 2016")
    expect(frame.get_by_role("button", name="Close")).to_have_count(0)
    assert complaints(site) == []


def ask_in_frame(frame: Frame, question: str) -> None:
    box = frame.locator(".composer .box")
    box.fill(question)
    box.press("Enter")
    frame.locator(".answer").wait_for()


def test_a_site_that_is_not_on_the_list_cannot_frame_it(
    site: Page, host: Host, origin: str
) -> None:
    service, host.service = host.service, origin
    host.body = f'<iframe title="Ask" src="{origin}/embed"></iframe>'
    try:
        site.goto(host.origin)
        site.wait_for_timeout(300)
        assert any("frame-ancestors" in text for text in complaints(site))
    finally:
        host.service = service
