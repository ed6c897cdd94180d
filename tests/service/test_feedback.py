"""What citizens ask and say is kept, without personal data, for as long as it may be."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient

from service.app import create_app
from service.catalogue import Catalogue
from service.inbox import Inbox
from service.retention import forgetting
from service.settings import Settings
from service.storage.database import open_database
from service.storage.questions import QuestionFilter, find_question, find_questions
from service.storage.tables import Asked

ASKED = "서초구는 학벽시와 언제 우호도시 협정을 맺었나요? 010-1234-5678"


@pytest.fixture
def inbox(settings: Settings, catalogue: Catalogue, tmp_path: Path) -> Inbox:
    return Inbox(open_database(f"sqlite:///{tmp_path}/g.db"), settings, catalogue.index)


def ask(client: TestClient, question: str = ASKED) -> dict[str, Any]:
    answer: dict[str, Any] = client.post("/v1/ask", json={"question": question}).json()
    return answer


def kept(client: TestClient, question: str) -> Asked | None:
    inbox: Inbox = client.app.state.runtime.inbox  # type: ignore[attr-defined]
    with inbox.database.reading() as session:
        return find_question(session, question)


def test_a_question_is_kept_without_personal_data(client: TestClient) -> None:
    answer = ask(client)
    row = kept(client, answer["id"])
    assert row is not None
    assert row.text.endswith("맺었나요? ⟦phone⟧")
    assert (row.status, row.language, row.encoder) == ("answered", "ko", None)


def test_an_unanswered_one_is_kept_with_its_meaning(client: TestClient) -> None:
    row = kept(client, ask(client, "Who is the mayor of Hebi?")["id"])
    assert row is not None
    with client.app.state.runtime.inbox.database.reading() as session:  # type: ignore[attr-defined]
        assert len(session.get(Asked, row.id).vector) % 4 == 0


def test_feedback_is_taken_and_may_change(client: TestClient) -> None:
    question = ask(client)["id"]
    said = {"question_id": question, "helpful": False, "comment": "mail me at a@example.com"}
    assert client.post("/v1/feedback", json=said).status_code == 204
    later = {"question_id": question, "helpful": True}
    assert client.post("/v1/feedback", json=later).status_code == 204
    row = kept(client, question)
    assert row is not None and row.feedback is not None
    assert (row.feedback.helpful, row.feedback.comment) == (True, "mail me at ⟦mail⟧")


@pytest.mark.parametrize(
    ("body", "status", "told"),
    [
        ({"question_id": "0" * 32, "helpful": True}, 404, "no question with this id"),
        ({"question_id": "0" * 33, "helpful": True}, 400, "question_id"),
        ({"helpful": True}, 400, "question_id: is required"),
        ({"question_id": "x", "helpful": True, "comment": "a" * 2001}, 400, "comment"),
        ({"question_id": "x", "helpful": True, "stars": 5}, 400, "stars: is not a field"),
    ],
)
def test_feedback_that_cannot_be_taken(
    client: TestClient, body: dict[str, Any], status: int, told: str
) -> None:
    response = client.post("/v1/feedback", json=body)
    assert response.status_code == status
    assert told in response.json()["detail"]


def test_keeping_can_be_switched_off(settings: Settings, catalogue: Catalogue) -> None:
    off = settings.model_copy(update={"keep_questions": False})
    with TestClient(create_app(off, catalogue.index)) as client:
        answer = ask(client)
        assert answer["id"] is None
        said = {"question_id": answer["answer_id"], "helpful": True}
        assert client.post("/v1/feedback", json=said).status_code == 404


def test_a_full_disk_does_not_keep_the_answer_back(
    settings: Settings, catalogue: Catalogue, tmp_path: Path
) -> None:
    path = tmp_path / "g.db"
    changed = settings.model_copy(update={"database": f"sqlite:///{path}"})
    with TestClient(create_app(changed, catalogue.index)) as client:
        question = ask(client)["id"]
        with sqlite3.connect(path) as other:
            other.execute("DROP TABLE feedback")
            other.execute("DROP TABLE questions")
        answer = ask(client)
        assert (answer["status"], answer["id"]) == ("answered", None)
        said = {"question_id": question, "helpful": True}
        assert client.post("/v1/feedback", json=said).status_code == 503


def test_old_questions_are_forgotten_with_their_feedback(inbox: Inbox) -> None:
    now = datetime.now(UTC)
    with inbox.database.writing() as session:
        for days in (1, 89, 91, 400):
            row = Asked(
                id=f"{days}",
                asked=now - timedelta(days=days),
                day="2026-01-01",
                text="?",
                status="answered",
                language="ko",
            )
            session.add(row)
    assert all(inbox.take_feedback(str(days), True, None) for days in (1, 91))
    with forgetting(inbox):
        pass
    with inbox.database.reading() as session:
        rows = find_questions(session, QuestionFilter())
        assert [row.id for row in rows] == ["1", "89"]
    assert not inbox.take_feedback("91", True, None)


def test_what_is_forgotten_is_in_no_file_any_more(inbox: Inbox, tmp_path: Path) -> None:
    told = "이 말은 남지 않아야 한다 " * 400
    with inbox.database.writing() as session:
        for number in range(5):
            row = Asked(
                id=f"{number}",
                asked=datetime.now(UTC) - timedelta(days=400),
                day="2025-01-01",
                text=told if number % 2 else "short",
                status="answered",
                language="ko",
            )
            session.add(row)
    assert inbox.take_feedback("2", True, told)

    def kept() -> bool:
        return any(told[:10].encode() in path.read_bytes() for path in tmp_path.iterdir())

    assert kept()
    with forgetting(inbox):
        pass
    assert not kept()


@pytest.mark.slow
def test_killing_the_service_loses_no_acknowledged_feedback(
    default_index: Path, tmp_path: Path
) -> None:
    path = tmp_path / "g.db"
    command = [sys.executable, "-m", "service.cli", "serve", "--port", "0"]
    environment = {
        **os.environ,
        "GYORYU_DATABASE": f"sqlite:///{path}",
        "GYORYU_INDEX": str(default_index.resolve()),
    }
    acknowledged: list[str] = []
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        origin = process.stdout.readline().split()[0]
        for _ in range(12):
            question = httpx.post(f"{origin}/v1/ask", json={"question": "Hebi?"}).json()["id"]
            body = {"question_id": question, "helpful": True}
            if httpx.post(f"{origin}/v1/feedback", json=body).status_code == 204:
                acknowledged.append(question)
        process.send_signal(signal.SIGKILL)
    with sqlite3.connect(path) as database:
        found = {row[0] for row in database.execute("SELECT question_id FROM feedback")}
    assert len(acknowledged) == 12
    assert set(acknowledged) <= found
