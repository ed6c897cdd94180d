"""Citizens' questions on both databases."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from service.storage.database import Database
from service.storage.questions import (
    QuestionFilter,
    count_by_day,
    count_questions,
    each_question,
    find_question,
    find_questions,
    forget_before,
    give_feedback,
    handle,
    keep_vector,
    reopen,
    with_vectors,
)
from service.storage.tables import Asked

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)


@pytest.fixture
def full(database: Database) -> Database:
    """Three questions on two days: q0 and q2 answered, q1 not; q0 found helpful."""
    rows = [("q0", 0, "학벽시 100%?", "answered"), ("q1", 1, "Hebi?", "not_stated"),
            ("q2", 1, "鹤壁?", "partial")]  # fmt: skip
    with database.writing() as session:
        for name, days, text, status in rows:
            moment = NOW - timedelta(days=days, minutes=int(name[1]))
            session.add(
                Asked(
                    id=name,
                    asked=moment,
                    day=moment.date().isoformat(),
                    text=text,
                    status=status,
                    language="ko",
                )
            )
    with database.writing() as session:
        give_feedback(session, "q0", False, "no")
    with database.writing() as session:
        give_feedback(session, "q0", True, None)
    return database


@pytest.mark.parametrize(
    ("chosen", "ids"),
    [
        (QuestionFilter(), ["q0", "q1", "q2"]),
        (QuestionFilter(since=date(2026, 11, 22)), ["q0"]),
        (QuestionFilter(until=date(2026, 11, 21)), ["q1", "q2"]),
        (QuestionFilter(statuses=("answered", "partial")), ["q0", "q2"]),
        (QuestionFilter(language="zh"), []),
        (QuestionFilter(opinion="yes"), ["q0"]),
        (QuestionFilter(opinion="no"), []),
        (QuestionFilter(opinion="comment"), ["q0"]),
        (QuestionFilter(text="hebi"), ["q1"]),
        (QuestionFilter(text="%"), ["q0"]),
        (QuestionFilter(handled="open"), ["q0", "q1", "q2"]),
    ],
)
def test_filters(full: Database, chosen: QuestionFilter, ids: list[str]) -> None:
    with full.reading() as session:
        assert [row.id for row in find_questions(session, chosen)] == ids
        assert [row.id for row in each_question(session, chosen)] == ids
        assert count_questions(session, chosen) == len(ids)
        assert [row.id for row in find_questions(session, chosen, 1, 1)] == ids[1:2]


def test_a_rating_alone_leaves_the_comment_and_a_comment_replaces_it(full: Database) -> None:
    with full.reading() as session:
        row = find_question(session, "q0")
    assert row is not None and row.feedback is not None
    assert (row.feedback.helpful, row.feedback.comment) == (True, "no")
    with full.writing() as session:
        give_feedback(session, "q0", True, "yes, now")
    with full.reading() as session:
        row = find_question(session, "q0")
    assert row is not None and row.feedback is not None
    assert (row.feedback.helpful, row.feedback.comment) == (True, "yes, now")


def test_counts_by_day(full: Database) -> None:
    with full.reading() as session:
        counts = count_by_day(session, QuestionFilter())
    assert counts == {"2026-11-21": (2, 1), "2026-11-22": (1, 1)}


def test_handling_and_taking_it_back(full: Database) -> None:
    with full.writing() as session:
        assert handle(session, ["q1", "none"], "kim", "told them") == 1
    with full.reading() as session:
        row = find_question(session, "q1")
        assert row is not None and row.handled is not None
        assert (row.handled_by, row.note) == ("kim", "told them")
    with full.writing() as session:
        assert reopen(session, ["q1"]) == 1
        assert count_questions(session, QuestionFilter(handled="done")) == 0


def test_vectors_are_kept_as_they_are(full: Database) -> None:
    with full.writing() as session:
        keep_vector(session, "q1", bytes(range(256)), "e")
    with full.reading() as session:
        rows = with_vectors(session, QuestionFilter(statuses=("not_stated",)), 10)
    assert [(row.vector, row.encoder) for row in rows] == [(bytes(range(256)), "e")]


def test_forgetting_takes_the_feedback_along(full: Database) -> None:
    with full.writing() as session:
        assert forget_before(session, NOW + timedelta(days=1)) == 3
    with full.writing() as session:
        assert count_questions(session, QuestionFilter()) == 0
        session.add(Asked(id="q0", asked=NOW, day="2026-11-22", text="?", status="answered",
                          language="ko"))  # fmt: skip
    with full.reading() as session:
        row = find_question(session, "q0")
        assert row is not None and row.feedback is None
