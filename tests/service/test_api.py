"""The API as clients meet it: the real app over the default index."""

from __future__ import annotations

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from service.settings import Settings

HEADLINES = [
    ("when did Seocho sign with Hebi?", "en", "13 October 2016"),
    ("서초구는 학벽시와 언제 우호도시 협정을 맺었나요?", "ko", "2016년 10월 13일"),
    ("瑞草区和鹤壁市什么时候签约？", "zh", "2016年10月13日"),
]
HEBI = "hebi--seocho"


def ask(client: TestClient, question: str, **more: Any) -> dict[str, Any]:
    response = client.post("/v1/ask", json={"question": question, **more})
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


@pytest.mark.parametrize(("question", "language", "date"), HEADLINES)
def test_the_headline_questions(
    client: TestClient, question: str, language: str, date: str
) -> None:
    answer = ask(client, question)
    assert (answer["status"], answer["language"]) == ("answered", language)
    assert date in answer["answer"]
    fact = answer["facts"][0]
    assert (fact["property"], fact["value"], fact["stage"]) == (
        "signed",
        "2016-10-13",
        "friendship",
    )
    page = client.get(f"/v1/pages/{fact['page']}").json()
    start, end = fact["span"]
    assert page["text"][start:end] == fact["quote"]
    passage = answer["passages"][0]
    lit = [passage["text"][start:end] for start, end in passage["highlights"]]
    assert fact["quote"] in lit
    assert passage["page"]["url"].startswith("https://")


def test_a_follow_up_inherits_from_its_context(client: TestClient) -> None:
    before = ask(client, "when did Seocho sign with Hebi?")
    after = ask(client, "And with Langfang?", context=before["context"])
    assert after["facts"][0]["value"] == "2011-05-17"


def test_an_abstention_is_no_error(client: TestClient) -> None:
    assert ask(client, "what is the weather in Paris?")["status"] == "out_of_scope"


def test_language_and_limit(client: TestClient) -> None:
    answer = ask(client, "when did Seocho sign with Hebi?", language="ko-KR", limit=1)
    assert answer["language"] == "ko"
    assert len(ask(client, "what is the weather in Paris?", limit=2)["passages"]) == 2


@pytest.mark.parametrize("district", ["seocho", "서초구", "瑞草区", "Seocho-gu"])
def test_a_district_by_id_or_by_any_name(client: TestClient, district: str) -> None:
    answer = ask(client, "우리 구는 학벽시와 언제 협정을 맺었나요?", district=district)
    assert answer["facts"][0]["value"] == "2016-10-13"


def test_a_context_from_anywhere_does_no_harm(client: TestClient) -> None:
    context = {"places": ["nowhere", "\u0000"], "property": "x", "operation": "y", "period": "z"}
    ask(client, "and then?", context=context)
    ask(client, "when did Seocho sign with Hebi?", context={**context, "language": "tlh"})


HOSTILE = [
    "\u0000\u200b?",
    "\ud800 Hebi",
    "👩‍👩‍👧‍👦" * 50,
    "ㅋ" * 999,
    "{date} {0} %s <script>",
    "서초구" * 300,
    "1" * 1000,
    "ﷺ" * 500,
]


@pytest.mark.parametrize("question", HOSTILE)
def test_any_text_gets_an_answer(client: TestClient, question: str) -> None:
    content = '{"question": "' + "".join(f"\\u{unit:04x}" for unit in _units(question)) + '"}'
    headers = {"content-type": "application/json"}
    response = client.post("/v1/ask", content=content, headers=headers)
    assert response.status_code == 200, response.text


def _units(text: str) -> list[int]:
    data = text.encode("utf-16-be", "surrogatepass")
    return [int.from_bytes(data[i : i + 2], "big") for i in range(0, len(data), 2)]


def test_search(client: TestClient) -> None:
    found = client.get("/v1/search", params={"q": "마스크", "limit": 3}).json()
    assert found["language"] == "ko"
    assert len(found["passages"]) == 3
    scores = [passage["score"] for passage in found["passages"]]
    assert scores == sorted(scores, reverse=True)


def test_search_about_one_place(client: TestClient) -> None:
    params = {"q": "방문", "place": "학벽시", "limit": 50}
    passages = client.get("/v1/search", params=params).json()["passages"]
    assert passages
    assert all("학벽" in " ".join([*p["heading"], p["text"]]) for p in passages)


def test_ties(client: TestClient) -> None:
    ties = client.get("/v1/ties", params={"language": "ko"}).json()
    assert len(ties) == 10
    assert [place["name"] for place in ties[-1]["places"]]
    own = client.get("/v1/ties", params={"place": "서초구"}).json()
    assert len(own) == 8
    assert {tie["places"][0]["id"] for tie in own} == {"seocho"}


def test_one_tie_with_all_that_is_known(client: TestClient) -> None:
    tie = client.get(f"/v1/ties/{HEBI}").json()
    assert [place["name"] for place in tie["places"]] == ["Seocho-gu", "Hebi"]
    formal = [stage for stage in tie["stages"] if stage["formal"]]
    assert [(stage["date"], stage["display_date"]) for stage in formal] == [
        ("2016-10-13", "13 October 2016")
    ]
    assert {"signed", "population"} <= {fact["property"] for fact in tie["facts"]}
    dates = [exchange["date"] for exchange in tie["exchanges"]]
    assert dates == sorted(dates)


def test_places(client: TestClient) -> None:
    places = client.get("/v1/places").json()
    assert all(place["ties"] for place in places)
    assert HEBI in next(place for place in places if place["id"] == "hebi")["ties"]
    found = client.get("/v1/places", params={"q": "서구"}).json()
    assert len(found) > 1
    assert found[0]["ties"]


def test_a_page(client: TestClient) -> None:
    pages = {page for tie in client.get("/v1/ties").json() for page in tie["pages"]}
    for page in pages:
        found = client.get(f"/v1/pages/{page}").json()
        assert found["id"] == page
        assert found["text"]
        assert found["contact"].keys() == {"department", "phone", "address"}


def test_probes(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "alive"}
    ready = client.get("/readyz").json()
    assert re.fullmatch(r"\d{8}T\d{6}Z-[0-9a-f]{16}", ready["generation"])
    assert ready["pages"] == 3


def test_not_ready_before_the_index_is_loaded(settings: Settings) -> None:
    from service.app import create_app

    unstarted = TestClient(create_app(settings))
    assert unstarted.get("/healthz").status_code == 200
    assert unstarted.get("/readyz").status_code == 503
    assert unstarted.post("/v1/ask", json={"question": "?"}).json()["status"] == 503


def test_metrics(client: TestClient) -> None:
    ask(client, "when did Seocho sign with Hebi?")
    client.get("/no/such/path")
    text = client.get("/metrics").text
    assert 'gyoryu_answers_total{language="en",status="answered"}' in text
    assert 'gyoryu_requests_total{method="POST",route="/v1/ask",status="200"}' in text
    assert 'route="/v1/ask"' in text
    assert "/no/such/path" not in text
    generation = client.get("/readyz").json()["generation"]
    assert f'generation="{generation}"' in text
    encoded = re.search(r"^gyoryu_encoding_seconds_count (\S+)$", text, re.MULTILINE)
    assert encoded and float(encoded[1]) > 0
    assert "Seocho" not in text
