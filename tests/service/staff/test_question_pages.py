"""What citizens asked, as the staff see it: found, grouped, handled, never leaking."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient

from index.search import Index
from service.catalogue import Catalogue
from service.inbox import Inbox
from service.staff.grouping import ALIKE
from service.storage.tables import Asked
from tests.service.staff.conftest import token_of
from tests.service.staff.measure_grouping import labelled, score

QUESTIONS = [
    "when did Seocho sign with Hebi?",
    "Who is the mayor of Hebi?",
    "학벽시 시장 이름이 뭐예요? 010-1234-5678",
    "鹤壁市市长是谁？",
    "<script>alert(1)</script> 학벽시 시장 급여는?",
]


def inbox_of(client: TestClient) -> Inbox:
    inbox: Inbox = client.app.state.runtime.inbox  # type: ignore[attr-defined]
    return inbox


@pytest.fixture
def asked(staff: TestClient) -> list[str]:
    """The ids of some questions, the first of them with feedback."""
    with inbox_of(staff).database.writing() as session:
        session.query(Asked).delete()
    answers = [staff.post("/v1/ask", json={"question": text}).json() for text in QUESTIONS]
    said = {"question_id": answers[0]["id"], "helpful": False, "comment": "=cmd() a@example.com"}
    assert staff.post("/v1/feedback", json=said).status_code == 204
    return [answer["id"] for answer in answers]


def test_they_are_listed_with_outcome_and_feedback(staff: TestClient, asked: list[str]) -> None:
    page = staff.get("/staff/questions").text
    assert f"{len(asked)} questions" in page
    assert "<i>[telephone]</i>" in page
    assert "did not help" in page and "[mail address]" in page
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("q=mayor", 1), ("status=answered", 1),
        ("status=not_stated&status=not_found", 4), ("language=zh", 1),
        ("opinion=no", 1), ("opinion=comment", 1), ("opinion=yes", 0), ("handled=open", 5),
        ("handled=done", 0), ("from=2020-01-01&to=2020-01-02", 0), ("from=soon&page=x", 5),
        ("q=100%25", 0),
    ],
)  # fmt: skip
def test_filters(staff: TestClient, asked: list[str], query: str, number: int) -> None:
    page = staff.get(f"/staff/questions?{query}").text
    assert page.count('class="row asked"') == number
    table = staff.get(f"/staff/export/questions.csv?{query}").content.decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(table)))) == number + 1


def test_an_export_runs_nothing(staff: TestClient, asked: list[str]) -> None:
    table = staff.get("/staff/export/questions.csv").content.decode("utf-8-sig")
    comments = [row[5] for row in csv.reader(io.StringIO(table))]
    assert "'=cmd() [mail address]" in comments


def test_handling_needs_the_form_of_this_browser(staff: TestClient, asked: list[str]) -> None:
    form = {"question": asked[1], "note": "asked the protocol office"}
    assert staff.post("/staff/questions/handle", data=form).status_code == 403
    token = token_of(staff.get("/staff/questions"))
    sent = staff.post(
        "/staff/questions/handle",
        data={**form, "form_token": token, "back": "/staff/questions?handled=done"},
        follow_redirects=False,
    )
    assert sent.headers["location"] == "/staff/questions?handled=done"
    page = staff.get("/staff/questions?handled=done").text
    assert "asked the protocol office" in page and "handled by kim" in page
    form = {"question": asked[1], "form_token": token, "back": "https://evil.example"}
    back = staff.post("/staff/questions/reopen", data=form, follow_redirects=False)
    assert back.headers["location"] == "/staff/questions"
    assert "asked the protocol office" not in staff.get("/staff/questions").text


FESTIVAL = [
    "When is the festival next year?",
    "내년 축제는 언제 열리나요?",
    "明年的节庆什么时候举行？",
]


def test_unanswered_ones_that_mean_alike_are_one_group(staff: TestClient) -> None:
    others = ["Do I need a visa to visit the sister city?", "축제 010-1234-5678"]
    with inbox_of(staff).database.writing() as session:
        session.query(Asked).delete()
        for number, text in enumerate([*FESTIVAL, *others]):
            status = "not_found" if text in FESTIVAL or text == others[0] else "answered"
            session.add(
                Asked(
                    id=str(number),
                    asked=datetime.now(UTC),
                    day="2026-11-22",
                    text=text,
                    status=status,
                    language="en",
                )
            )
    page = staff.get("/staff/questions/groups").text
    groups = re.findall(r'<li class="row group">(.*?)</form>', page, re.DOTALL)
    ids = [set(re.findall(r'name="question" value="(\w+)"', group)) for group in groups]
    assert ids == [{"0", "1", "2"}, {"3"}]
    for number in range(10, 13):
        with inbox_of(staff).database.writing() as session:
            again = Asked(
                id=str(number),
                asked=datetime.now(UTC),
                day="2026-11-22",
                text=FESTIVAL[1],
                status="not_found",
                language="ko",
            )
            session.add(again)
    page = staff.get("/staff/questions/groups").text
    assert page.count(FESTIVAL[1]) == 1
    assert re.search("6 questions", page)
    assert "×4" in page
    every = ["0", "1", "2", "3", "10", "11", "12"]
    form = {"question": every, "form_token": token_of(staff.get("/staff/questions"))}
    staff.post("/staff/questions/handle", data=form)
    assert "Nothing is waiting." in staff.get("/staff/questions/groups").text


def test_grouping_is_as_good_as_it_was_measured(catalogue: Catalogue) -> None:
    index: Index = catalogue.index
    subjects, vectors = labelled(index)
    precision, recall = score(subjects, vectors, ALIKE)
    assert precision >= 0.95
    assert recall >= 0.65
