"""Where the pages do not say it, the answer names whom to ask."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient


def ask(client: TestClient, question: str, **more: str) -> dict[str, Any]:
    answer: dict[str, Any] = client.post("/v1/ask", json={"question": question, **more}).json()
    return answer


@pytest.mark.parametrize(
    ("question", "more"),
    [
        ("Who is the mayor of Hebi?", {}),
        ("학벽시 시장은 누구인가요?", {}),
        ("when did Seocho sign with Busan?", {}),
        ("best pizza in town?", {"district": "seocho"}),
    ],
)
def test_an_open_question_names_the_office_of_the_page(
    client: TestClient, question: str, more: dict[str, str]
) -> None:
    contact = ask(client, question, **more)["contact"]
    assert (contact["department"], contact["phone"]) == ("행정지원과", "02-2155-6168")
    assert contact["page"]["publisher"] == "서초구청"
    assert contact["page"]["language"] == "ko"


@pytest.mark.parametrize(
    "question", ["when did Seocho sign with Hebi?", "hello", "population?", "best pizza in town?"]
)
def test_no_office_is_named_without_need_or_at_a_guess(client: TestClient, question: str) -> None:
    assert ask(client, question)["contact"] is None


def test_suggestions_stay_with_the_district_that_asks(client: TestClient) -> None:
    suggestions = ask(client, "hello", district="seocho")["suggestions"]
    assert suggestions
    assert all("Seocho" in text or "Laoshan" in text for text in suggestions)
