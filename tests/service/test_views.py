"""What the API shows of knowledge: people, counts, steps of a tie, units that are no more."""

from __future__ import annotations

from dataclasses import replace

from fastapi.testclient import TestClient

from corpus.model import Count, Exchange, Fact, Person, Place, Source, Span, Stage, Value
from service.catalogue import Catalogue
from service.listing import place_view, stage_view
from service.views import exchange_view, fact_view
from service.wording import Voice

EN = Voice("en")
MAYOR = Person("조은희", "구청장", "seocho")


def source(catalogue: Catalogue) -> Source:
    page = next(iter(catalogue.index.pages.values()))
    return Source(page.id, Span(0, 4), page.text[:4], "ko")


def test_counts_of_a_text(catalogue: Catalogue) -> None:
    value = Value("text", "3개 구, 2개 현", counts=(Count(3, "구"), Count(2, "현")))
    view = fact_view(Fact("f", "hebi", "divisions", value, source(catalogue)), catalogue, EN)
    assert [(count.number, count.of) for count in view.counts] == [(3, "구"), (2, "현")]


def test_leaders_of_an_exchange(catalogue: Catalogue) -> None:
    exchange = Exchange(
        "x",
        "hebi--seocho",
        ("seocho", "hebi"),
        "2018",
        "2018-01-01",
        "2018-12-31",
        ("visit",),
        (source(catalogue),),
        ("seocho", "hebi"),
        (6,),
        (MAYOR,),
        "seoul",
    )
    view = exchange_view(exchange, catalogue, EN)
    (leader,) = view.leaders
    assert (leader.name, leader.office, leader.place) == ("조은희", "구청장", "seocho")
    assert view.actor == "seoul"


def test_a_step_of_a_tie_with_its_label_and_signatories(catalogue: Catalogue) -> None:
    stage = Stage("renewal", "2019", False, source(catalogue), signatories=(MAYOR,))
    assert stage_view(stage, EN).label == "a renewal of the agreement"
    assert stage_view(replace(stage, kind="intent"), Voice("zh")).label == "意向书"
    assert [person.name for person in stage_view(stage, EN).signatories] == ["조은희"]


def test_a_unit_that_is_no_more(catalogue: Catalogue) -> None:
    place = Place("old", "district", {"zh": ("旧区",)}, None, ("en",), True, "hebi")
    view = place_view(place, catalogue)
    assert (view.former, view.successor, view.derived) == (True, "hebi", ["en"])


def test_all_of_it_over_http(client: TestClient) -> None:
    ties = client.get("/v1/ties", params={"place": "hebi", "language": "ko"}).json()
    assert {"label", "signatories"} <= ties[0]["stages"][0].keys()
    detail = client.get(f"/v1/ties/{ties[0]['id']}").json()
    assert all({"leaders", "actor"} <= exchange.keys() for exchange in detail["exchanges"])
    assert any(fact["counts"] for fact in detail["facts"])
    (place,) = client.get("/v1/places", params={"q": "학벽시"}).json()
    assert place["former"] is False
