"""GET /v1/exchanges as clients meet it: the real app over the default index."""

from __future__ import annotations

import csv
import io
import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import openpyxl
import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from corpus.dates import bounds
from service.api import ExchangeView
from service.app import create_app
from service.catalogue import Catalogue
from service.exchanges.calendars import has_days
from service.exchanges.cells import safe
from service.exchanges.making import AT_ONCE, made
from service.guards import SECURITY_HEADERS
from service.settings import Settings
from service.wording import Voice
from tests.service.test_problems import check

TOWN = "https://www.town.example"
SEARCHES: list[dict[str, Any]] = [
    {},
    {"place": "hebi"},
    {"place": "서초구", "partner": "鹤壁市"},
    {"q": "hospitals"},
    {"kind": ["visit", "youth"], "from": "2005", "to": "2016-10"},
    {"place": "langfang", "direction": "out"},
    {"place": "Paris"},
]
IDS = [str(search) for search in SEARCHES]


def found(client: TestClient, **params: Any) -> dict[str, Any]:
    response = client.get("/v1/exchanges", params=params)
    assert response.status_code == 200, response.text
    listed: dict[str, Any] = response.json()
    return listed


def every(client: TestClient, **params: Any) -> list[dict[str, Any]]:
    """All exchanges of a search, by following its links."""
    listed = found(client, **params)
    exchanges = listed["exchanges"]
    while listed["links"]["next"]:
        listed = client.get(listed["links"]["next"]).json()
        exchanges = [*exchanges, *listed["exchanges"]]
    assert len(exchanges) == listed["total"]
    return list(exchanges)


def has_told_days(exchange: dict[str, Any]) -> bool:
    return len(exchange["date"]) in (10, 21)


def lines(client: TestClient, **params: Any) -> list[list[str]]:
    sent = client.get("/v1/exchanges", params={**params, "format": "csv"})
    assert sent.status_code == 200, sent.text
    text = sent.content.decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_everything_is_listed_newest_first(client: TestClient, catalogue: Catalogue) -> None:
    listed = every(client)
    assert {e["id"] for e in listed} == catalogue.exchange_ids
    firsts = [bounds(e["date"].removesuffix("/.."))[0] for e in listed]
    assert firsts == sorted(firsts, reverse=True)
    assert all(ExchangeView(**exchange) for exchange in listed)


def test_quotes_are_words_of_their_page(client: TestClient) -> None:
    pages: dict[str, str] = {}
    for exchange in every(client, place="hebi"):
        for quote in exchange["quotes"]:
            page = quote["page"]
            text = pages.setdefault(page, client.get(f"/v1/pages/{page}").json()["text"])
            assert text[slice(*quote["span"])] == quote["text"]


@pytest.mark.parametrize("per_page", [1, 7, 100])
def test_the_links_lead_through_all_pages(client: TestClient, per_page: int) -> None:
    first = found(client, place="서초구", per_page=per_page)
    assert first["links"]["previous"] is None
    listed, page = first, 1
    ids = [e["id"] for e in first["exchanges"]]
    while listed["links"]["next"]:
        before = listed
        listed, page = client.get(listed["links"]["next"]).json(), page + 1
        assert listed["page"] == page
        assert client.get(listed["links"]["previous"]).json() == before
        ids += [e["id"] for e in listed["exchanges"]]
    assert page == listed["pages"]
    assert len(ids) == len(set(ids)) == first["total"]
    assert client.get(first["links"]["last"]).json() == listed
    assert client.get(listed["links"]["first"]).json() == first


def test_a_page_beyond_the_last_is_empty_and_shows_the_way_back(client: TestClient) -> None:
    listed = found(client, place="hebi", page=50)
    assert (listed["exchanges"], listed["links"]["next"]) == ([], None)
    assert listed["total"] > 0
    assert client.get(listed["links"]["previous"]).json()["exchanges"]


def test_nothing_found_is_no_error(client: TestClient) -> None:
    listed = found(client, place="Paris")
    assert (listed["total"], listed["pages"], listed["exchanges"]) == (0, 1, [])


@pytest.mark.parametrize("name", ["hebi", "허비시", "학벽시", "鹤壁市", "鶴壁市", "Hebi"])
def test_a_place_by_id_or_by_any_name(client: TestClient, name: str) -> None:
    tie = client.get("/v1/ties/hebi--seocho").json()
    told = {e["id"] for e in tie["exchanges"]}
    assert {e["id"] for e in every(client, place=name)} == told
    assert {e["id"] for e in every(client, partner=name)} == told
    assert {e["id"] for e in every(client, place="seocho", partner=name)} == told
    assert {e["id"] for e in every(client, place=name, partner="seocho")} == told
    assert found(client, place=name, partner="langfang")["total"] == 0


def test_a_place_means_the_same_ties_as_its_neighbour_says(client: TestClient) -> None:
    for place in ("서초구", "wenling", "china", "shanghai", "henan"):
        ties = {t["id"] for t in client.get("/v1/ties", params={"place": place}).json()}
        assert {e["tie"] for e in every(client, place=place)} == ties, place


def test_directions_are_seen_from_the_place(client: TestClient) -> None:
    for place in ("seocho", "langfang"):
        out = every(client, place=place, direction="out")
        assert out
        assert {e["direction"][0] for e in out} == {place}
        into = every(client, place=place, direction="in")
        assert {e["direction"][1] for e in into} == {place}
    total = found(client)["total"]
    ways = [found(client, direction=way)["total"] for way in ("out", "in", "other", "unstated")]
    assert sum(ways) == total
    assert found(client, direction=["out", "in", "other", "unstated"])["total"] == total


def test_kinds_and_periods(client: TestClient) -> None:
    visits = every(client, kind="visit")
    assert visits
    assert all("visit" in e["kinds"] for e in visits)
    both = found(client, kind=["visit", "youth"])["total"]
    assert both >= len(visits)
    for exchange in every(client, **{"from": "2010-03", "to": "2012"}):
        first, last = bounds(exchange["date"].removesuffix("/.."))
        assert last >= "2010-03-01" or exchange["date"].endswith("/..")
        assert first <= "2012-12-31"
    year = found(client, **{"from": "2016", "to": "2016"})["total"]
    assert 0 < year < found(client)["total"]


def test_words(client: TestClient) -> None:
    found_by_word = every(client, q="Hospitals")
    assert found_by_word
    assert all(any("hospitals" in q["text"] for q in e["quotes"]) for e in found_by_word)
    of_hebi = {e["id"] for e in every(client, place="hebi")}
    assert {e["id"] for e in every(client, q="鹤壁")} == of_hebi
    assert {e["id"] for e in every(client, q="방문", place="hebi")} < of_hebi


def test_names_and_dates_are_in_the_language_asked_for(client: TestClient) -> None:
    names = {
        language: found(client, place="hebi", language=language)["exchanges"][0]["places"][1]
        for language in ("ko", "zh-Hant", "en")
    }
    assert [place["name"] for place in names.values()] == ["학벽시", "鹤壁市", "Hebi"]


def test_what_is_left_empty_counts_as_not_given(client: TestClient) -> None:
    blank = "place=&partner=&from=&to=&kind=&direction=&q=&page=1&per_page=20&format=json"
    listed = client.get(f"/v1/exchanges?{blank}").json()
    assert listed["total"] == found(client)["total"]
    assert found(client, kind=["", "visit"]) == found(client, kind="visit")
    assert "place" not in listed["links"]["next"]


@pytest.mark.parametrize("search", SEARCHES, ids=IDS)
def test_each_form_holds_what_the_list_counts(client: TestClient, search: dict[str, Any]) -> None:
    listed = every(client, **search)
    ids = [exchange["id"] for exchange in listed]
    table = lines(client, **search)
    assert [line[-1] for line in table[1:]] == ids
    sent = client.get("/v1/exchanges", params={**search, "format": "xlsx"})
    cells = list(openpyxl.load_workbook(io.BytesIO(sent.content)).active.values)
    assert list(cells[0]) == table[0]
    assert [row[-1] for row in cells[1:]] == ids
    sent = client.get("/v1/exchanges", params={**search, "format": "ics"})
    if not any(has_told_days(e) for e in listed):
        check(sent, 404, "a calendar would be empty", str(len(listed)), "csv")
        return
    calendar = Calendar.from_ical(sent.content)
    events = {str(event["uid"]): event for event in calendar.walk("VEVENT")}
    dated = [e for e in listed if has_told_days(e)]
    assert list(events) == [f"{e['id']}@gyoryu" for e in dated]
    assert f"{len(dated)} of {len(listed)} exchanges" in str(calendar["description"])
    for exchange in dated:
        event = events[f"{exchange['id']}@gyoryu"]
        first, _, last = exchange["date"].partition("/")
        assert str(event["dtstart"].dt) == first
        assert exchange["quotes"][0]["text"] in str(event["description"])
        if last:
            assert event["dtend"].dt == date.fromisoformat(last) + timedelta(days=1)


def test_an_event_of_several_days_ends_with_the_last(client: TestClient) -> None:
    assert any(len(e["date"]) == 21 for e in every(client))


def test_a_calendar_adds_no_day_that_the_page_does_not_tell(catalogue: Catalogue) -> None:
    dates = {e.date for e in catalogue.index.exchanges if has_days(e)}
    others = {e.date for e in catalogue.index.exchanges} - dates
    assert dates and others
    assert all(date.fromisoformat(part) for told in dates for part in told.split("/"))


def test_no_cell_of_a_file_begins_a_formula(client: TestClient) -> None:
    table = lines(client)
    assert len(table) > 100
    # Cells come out as a guard leaves them: guarding a safe one changes nothing.
    assert all(safe(cell) == cell for line in table for cell in line)


def test_a_quote_that_is_a_formula_is_sent_as_text(
    settings: Settings, catalogue: Catalogue
) -> None:
    index = catalogue.index
    exchange = index.exchanges[0]
    quote = '=HYPERLINK("https://evil.example")'
    hostile = replace(exchange, sources=(replace(exchange.sources[0], quote=quote),))
    changed = replace(index, exchanges=(hostile,))
    with TestClient(create_app(settings, changed)) as client:
        assert f"'{quote}" in lines(client)[1]
        sent = client.get("/v1/exchanges?format=xlsx")
        sheet = openpyxl.load_workbook(io.BytesIO(sent.content)).active
        cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]
        assert quote in [cell.value for cell in cells]
        assert all(cell.data_type != "f" for cell in cells)


@pytest.mark.parametrize(
    ("form", "kind"),
    [("csv", "text/csv"), ("xlsx", "application/vnd.openxml"), ("ics", "text/calendar")],
)
def test_a_file_has_a_type_and_a_name(client: TestClient, form: str, kind: str) -> None:
    sent = client.get("/v1/exchanges", params={"format": form, "language": "ko"})
    assert sent.headers["content-type"].startswith(kind)
    disposition = sent.headers["content-disposition"]
    assert f'attachment; filename="exchanges-2026-11-22.{form}"' in disposition
    assert f"filename*=UTF-8''%EA%B5%90%EB%A5%98-2026-11-22.{form}" in disposition
    for name, value in SECURITY_HEADERS.items():
        assert sent.headers[name] == value


def test_a_file_is_sent_in_parts(client: TestClient) -> None:
    sent = client.get("/v1/exchanges?format=csv")
    assert "content-length" not in sent.headers


def test_a_file_holds_so_many_exchanges(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    total = found(client)["total"]
    monkeypatch.setattr("service.exchanges.query.MOST_IN_FILE", total)
    assert len(lines(client)) == total + 1
    monkeypatch.setattr("service.exchanges.query.MOST_IN_FILE", total - 1)
    for form in ("csv", "xlsx", "ics"):
        refused = client.get("/v1/exchanges", params={"format": form})
        check(refused, 400, f"{total} exchanges are found", f"{total - 1} at most", "narrow")
    assert found(client)["total"] == total


def test_few_files_are_made_at_once_and_none_for_the_head_alone(client: TestClient) -> None:
    path = "/v1/exchanges?format=csv"
    waiting = threading.Event()
    begun = [threading.Event() for _ in range(AT_ONCE)]

    def slow(started: threading.Event) -> Iterator[bytes]:
        started.set()
        waiting.wait()
        yield b"done"

    makers = [threading.Thread(target=lambda s=s: list(made(slow(s)))) for s in begun]
    for maker in makers:
        maker.start()
    try:
        assert all(started.wait(10) for started in begun)
        refused = client.get(path)
        check(refused, 503, "try again")
        assert int(refused.headers["retry-after"]) > 0
        head = client.head(path)
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["content-type"].startswith("text/csv")
        assert found(client)["total"] > 0
    finally:
        waiting.set()
        for maker in makers:
            maker.join()
    assert client.get(path).status_code == 200


def test_a_file_that_fails_frees_its_turn(client: TestClient) -> None:
    def failing() -> Iterator[bytes]:
        yield b"so far"
        raise OSError("no space")

    for _ in range(AT_ONCE + 1):
        with pytest.raises(OSError, match="no space"):
            made(failing())
    assert client.get("/v1/exchanges?format=csv").status_code == 200


def test_a_file_names_places_for_readers_anywhere(settings: Settings, catalogue: Catalogue) -> None:
    pattern = catalogue.index.exchanges[0]
    home, partner = catalogue.ties[pattern.tie].places
    actor = next(p for p in catalogue.index.places if p not in (home, partner))
    changed = replace(
        pattern,
        date="2010/..",
        first="2010-01-01",
        last="9999-12-31",
        direction=(partner, home),
        actor=actor,
    )
    dated = replace(changed, id="other@1", date="2016-10-13", first="2016-10-13", last="2016-10-13")
    index = replace(catalogue.index, exchanges=(changed, dated))
    with TestClient(create_app(settings, index)) as client:
        head, day, going_on = lines(client)
        cells = dict(zip(head, going_on, strict=True))
        name = {place: catalogue.name(place, Voice("en")) for place in (home, partner, actor)}
        assert (cells["From"], cells["To"]) == (name[partner], name[home])
        assert (cells["Place"], cells["Third place"]) == (name[home], name[actor])
        assert (cells["Earliest day"], cells["Latest day"]) == ("2010-01-01", "")
        assert "2016-10-13" in day
        for language in ("ko", "zh-Hans", "zh-Hant", "en"):
            text = str(lines(client, language=language))
            assert not re.search(r"\b(us|our)\b|우리|我方|本地", text, re.I)
        sent = client.get("/v1/exchanges?format=ics").content
        (event,) = Calendar.from_ical(sent).walk("VEVENT")
        assert f"({name[actor]})" in event["summary"]


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("from=2016-13", ["from: “2016-13” is no date", "2016-10-13"]),
        ("to=2015-02-29", ["to: “2015-02-29” is no date"]),
        ("from=last year", ["from: ", "a year, a month or a day"]),
        ("from=20161013", ["from: "]),
        ("from=2018&to=2015-06", ["from: 2018 is after 2015-06"]),
        ("place=Atlantis", ["place: no place is called “Atlantis”; see /v1/places"]),
        ("partner=Atlantis", ["partner: no place is called"]),
        ("kind=party", ["kind: “party” is not known; give one of", "visit"]),
        ("kind=visit&kind=party", ["kind: “party”"]),
        ("direction=up", ["direction: “up”", "out, in, other, unstated"]),
        ("format=pdf", ["format: ", "'json', 'csv', 'xlsx' or 'ics'"]),
        ("language=fr", ["language: "]),
        ("page=0", ["page: "]),
        ("page=two", ["page: "]),
        ("page=1000000", ["page: "]),
        ("per_page=101", ["per_page: ", "100"]),
        ("per_page=0", ["per_page: "]),
        ("q=" + "x" * 201, ["q: ", "200"]),
        ("q=%E2%80%8B%E3%85%A4", ["q: must not be empty"]),
        ("since=2016", ["since: is not a field of this request"]),
        ("format=csv&page=2", ["page: csv holds all that is found"]),
        ("place=hebi&place=langfang", ["place: may be given once only"]),
        ("q=youth&q=", ["q: may be given once only"]),
        ("format=ics&per_page=5", ["per_page: ics holds all that is found"]),
    ],
)
def test_what_cannot_be_asked(client: TestClient, query: str, parts: list[str]) -> None:
    check(client.get(f"/v1/exchanges?{query}"), 400, *parts)


NAMES = ["place", "partner", "from", "to", "kind", "direction", "q", "page", "per_page", "format",
         "language"]  # fmt: skip
TEXTS = st.text(st.characters(codec="utf-8"), max_size=8) | st.sampled_from(
    ["0001", "9999-12-31", "2016-02", "hebi", "visit", "out", "csv", "ics", "\x00", "\u200b", "-1"]
)


@given(params=st.lists(st.tuples(st.sampled_from(NAMES), TEXTS), max_size=4))
def test_whatever_is_asked_is_answered_or_refused(
    client: TestClient, params: list[tuple[str, str]]
) -> None:
    assert client.get("/v1/exchanges", params=params).status_code in (200, 400)


def test_a_name_of_several_places_is_refused_with_the_choices(client: TestClient) -> None:
    told = client.get("/v1/ties", params={"place": "광주"})
    asked = client.get("/v1/exchanges", params={"place": "광주"})
    assert told.status_code == asked.status_code == 400
    assert asked.json()["detail"] == told.json()["detail"]


@pytest.fixture
def limited(settings: Settings, catalogue: Catalogue) -> Iterator[TestClient]:
    """A service that lets one website in, for two requests a minute."""
    update = {"allowed_origins": (TOWN,), "rate_limit": "2/minute"}
    app = create_app(settings.model_copy(update=update), catalogue.index)
    with TestClient(app, client=("203.0.113.7", 1)) as running:
        yield running


@pytest.mark.parametrize("form", ["json", "csv"])
def test_limits_and_origins_are_those_of_the_api(limited: TestClient, form: str) -> None:
    path, origin = f"/v1/exchanges?format={form}", {"origin": TOWN}
    sent = limited.get(path, headers=origin)
    assert sent.status_code == 200
    assert sent.headers["access-control-allow-origin"] == TOWN
    assert "content-disposition" in sent.headers["access-control-expose-headers"].lower()
    assert (
        "access-control-allow-origin"
        not in limited.get(path, headers={"origin": "https://evil.example"}).headers
    )
    check(limited.get(path), 429, "try again in")


def test_not_ready_before_the_index_is_loaded(settings: Settings) -> None:
    check(TestClient(create_app(settings)).get("/v1/exchanges"), 503, "try again")


def test_the_document_describes_it(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    route = document["paths"]["/v1/exchanges"]["get"]
    told = {p["name"]: p for p in route["parameters"]}
    assert list(told) == ["place", "partner", "from", "to", "kind", "direction", "q", "page",
                          "per_page", "format", "language"]  # fmt: skip
    assert all(p["description"] for p in told.values())
    assert "visit" in told["kind"]["schema"]["items"]["enum"]
    content = route["responses"]["200"]["content"]
    assert {"application/json", "text/csv", "text/calendar"} <= content.keys()
    assert content["application/json"]["schema"]["$ref"].endswith("/ExchangeList")
    assert {"400", "429", "503"} <= route["responses"].keys()


def test_the_example_of_the_manual_s_form_works(client: TestClient) -> None:
    form = re.search(r'<form action="v1/exchanges".*?</form>', client.get("/docs").text, re.S)
    assert form
    fields = re.findall(r'name="([^"]+)" value="([^"]*)"', form[0])
    assert client.get("/v1/exchanges", params=fields).status_code == 200
