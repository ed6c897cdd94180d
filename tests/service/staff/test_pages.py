"""The pages of the console: what is shown, its links, and what is never run."""

from __future__ import annotations

import re
from html import escape, unescape

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.exc import OperationalError

PAGES = [
    "/staff",
    "/staff?q=학벽시&kind=visit&year=2016&size=1-9&direction=in&home=seocho",
    "/staff?q=zzzz",
    "/staff?from=soon&page=9999",
    "/staff?partner=atlantis&kind=war&size=many",
    "/staff/timeline",
    "/staff/timeline?q=zzzz",
    "/staff/ties",
    "/staff/ties?q=hebi&stage=friendship&from=2016",
    "/staff/ties?q=zzzz",
    "/staff/picture",
    "/staff/questions",
    "/staff/questions/groups",
    "/staff/briefing/hebi--seocho",
    "/staff/exchanges/changning-gangseo@0",
]


@pytest.mark.parametrize("tongue", ["ko", "zh-Hans", "zh-Hant", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_in_every_language(staff: TestClient, path: str, tongue: str) -> None:
    staff.cookies.set("gyoryu_staff_language", tongue)
    page = staff.get(path)
    assert page.status_code == 200
    assert f'<html lang="{tongue}">' in page.text
    assert "style=" not in page.text
    assert "<script>" not in page.text
    assert not re.findall(r"\son\w+=", page.text)
    assert len(set(re.findall(r'id="([^"]+)"', page.text))) == page.text.count(' id="')


def test_every_link_of_a_page_leads_somewhere(staff: TestClient) -> None:
    seen: set[str] = set()
    for path in ("/staff", "/staff/timeline", "/staff/ties", "/staff/picture"):
        links = {unescape(link) for link in re.findall(r'href="(/[^"]+)"', staff.get(path).text)}
        kinds: dict[str, str] = {}
        for link in links - seen:
            kinds.setdefault(re.sub(r"[^/?&=]+$|=[^&]*", "", link), link)
        for link in kinds.values():
            response = staff.get(link)
            assert response.status_code == 200, link
        seen |= links
    assert len(seen) > 100


def order(page: str, facet: str) -> list[str]:
    """The values of a facet in the order they are offered."""
    return re.findall(rf"[?;]{facet}=([^&\"]+)\"", page)


def test_facets_are_in_the_order_one_looks_for_them(staff: TestClient) -> None:
    page = staff.get("/staff").text
    assert order(page, "size") == ["1-9", "10-29", "30-99", "unstated"]
    years = order(page, "year")
    assert years == sorted(years, reverse=True)
    chosen = staff.get("/staff?year=1998").text
    first = re.search(r"<h3>Year</h3>\s*<ul>\s*<li><a[^>]*aria-current[^>]*>.*?1998", chosen)
    assert first


def test_where_nothing_is_found_there_is_nothing_to_narrow_down(staff: TestClient) -> None:
    assert 'id="narrow"' in staff.get("/staff").text
    assert "narrow" not in staff.get("/staff?q=zzzz").text


def test_a_briefing_says_a_label_once(staff: TestClient) -> None:
    page = staff.get("/staff/briefing/hebi--seocho").text
    labels = re.findall("<dt>([^<]+)</dt>", page)
    assert len(labels) == len(set(labels)) > 4
    assert page.count("<dd>") > len(labels)


@pytest.mark.parametrize("path", ["/staff", "/staff/ties?q=hebi", "/staff/export/exchanges.csv"])
def test_a_database_that_is_gone_is_told_in_words(
    staff: TestClient, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OperationalError("SELECT secret", {}, Exception("gone"))

    monkeypatch.setattr("service.staff.desk.find_visitor", fail)
    page = staff.get(path, headers={"accept": "text/html"})
    assert (page.status_code, page.headers["retry-after"]) == (503, "5")
    assert "cannot be reached" in page.text and "secret" not in page.text
    assert f'href="{escape(path)}"' in page.text
    told = staff.get(path, headers={"accept": "*/*"})
    assert told.status_code == 503
    assert "secret" not in told.text


@pytest.mark.parametrize("accept", ["text/html", "*/*"])
def test_the_api_tells_problems_whoever_asks(
    staff: TestClient, accept: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OperationalError("SELECT secret", {}, Exception("gone"))

    monkeypatch.setattr("service.exchanges.routes.find_rows", fail)
    told = staff.get("/v1/exchanges", headers={"accept": accept})
    assert (told.status_code, told.headers["retry-after"]) == (503, "5")
    assert told.headers["content-type"] == "application/problem+json"
    assert "secret" not in told.text


def test_a_form_with_empty_fields_becomes_an_address_fit_to_share(staff: TestClient) -> None:
    sent = staff.get("/staff?q=학벽시&from=&to=&sort=-date&page=1", follow_redirects=False)
    assert sent.status_code == 303
    assert sent.headers["location"] == "/staff?q=%ED%95%99%EB%B2%BD%EC%8B%9C"


def test_what_was_left_out_is_said(staff: TestClient) -> None:
    assert "Left out, as it cannot be used: soon" in staff.get("/staff?from=soon").text


def test_what_is_typed_is_shown_as_text(staff: TestClient) -> None:
    page = staff.get('/staff?q=<img src=x onerror=alert(1)>&partner="><b>').text
    assert "<img src=x" not in page
    assert "&lt;img src=x" in page
    assert "<b>" not in page


def test_a_quote_is_lit_in_its_place_on_the_page(staff: TestClient) -> None:
    row = staff.get("/staff/export/exchanges.json?q=학벽시").json()[0]
    page = staff.get(f"/staff/exchanges/{row['id']}").text
    lit = re.search(r"<mark>(.*?)</mark>", page, re.DOTALL)
    assert lit and unescape(lit[1]) == row["quote"].split(" / ")[0]
    assert "#:~:text=" in page


@pytest.mark.parametrize(
    "path", ["/staff/exchanges/none@1", "/staff/briefing/none", "/staff/briefing/none.docx",
             "/staff/nowhere"]
)  # fmt: skip
def test_what_is_not_there_is_told_in_words(staff: TestClient, path: str) -> None:
    page = staff.get(path)
    assert page.status_code == 404
    assert "There is no such thing here." in page.text


def test_facets_count_what_a_click_shows(staff: TestClient) -> None:
    page = staff.get("/staff?q=방문").text
    found = re.findall(
        r'<a href="(/staff\?[^"]+)"><span class="label">[^<]+</span> '
        r'<span class="number">([\d,]+)</span>',
        page,
    )
    assert len(found) > 20
    for link, number in found[::4]:
        shown = staff.get(unescape(link)).text
        told = re.search(r'id="count">([\d,]+) exchange', shown)
        assert told and told[1] == number, link


def test_the_timeline_counts_every_exchange(staff: TestClient) -> None:
    page = staff.get("/staff/timeline").text
    total = int(re.findall(r"(\d+) exchanges", page)[0])
    numbers = [int(n) for n in re.findall(r"<td>(\d+)</td></tr>", page)]
    assert sum(numbers) == total
    assert page.count('class="dot"') == len(re.findall(r'class="hit"', page))


def test_files_of_the_console_need_no_sign_in_and_nothing_else_is_sent(
    visitor: TestClient,
) -> None:
    assert visitor.get("/staff/static/staff.css").headers["content-type"].startswith("text/css")
    assert (
        visitor.get("/staff/static/staff.js").headers["content-type"].startswith("text/javascript")
    )
    for name in ("..%2fdesk.py", "desk.py", "../templates/base.html"):
        sent = visitor.get(f"/staff/static/{name}", follow_redirects=False)
        assert sent.status_code in (303, 404), name
