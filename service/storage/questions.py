"""What citizens asked, in the database: kept, commented, looked through, handled, forgotten."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal, TypeVar, cast

from sqlalchemy import ColumnElement, CursorResult, Select, delete, func, select, update
from sqlalchemy.orm import Session, undefer

from service.model import CLAIMING
from service.storage.tables import Asked, Feedback

Handled = Literal["open", "done"]
Opinion = Literal["yes", "no", "comment"]
Rows = TypeVar("Rows", bound=Select[*tuple[Any, ...]])
# Statuses of a question that was about the pages and got no answer from them.
UNANSWERED = ("not_stated", "no_such_tie", "not_found")


@dataclass(frozen=True, slots=True)
class QuestionFilter:
    """Which questions: ``since`` and ``until`` are inclusive days, ``text`` a part of one."""

    since: date | None = None
    until: date | None = None
    statuses: tuple[str, ...] = ()
    language: str | None = None
    opinion: Opinion | None = None
    handled: Handled | None = None
    text: str = ""


def find_question(session: Session, question: str) -> Asked | None:
    """The question of an id, if it is kept."""
    return session.get(Asked, question)


def give_feedback(session: Session, question: str, helpful: bool, comment: str | None) -> None:
    """Keep what the asker says of an answer: the last rating, and the last comment if any."""
    said = Feedback(question_id=question, helpful=helpful, given=datetime.now(UTC))
    if comment:
        said.comment = comment
    session.merge(said)


def find_questions(
    session: Session, chosen: QuestionFilter, limit: int | None = None, offset: int = 0
) -> list[Asked]:
    """The chosen questions, newest first."""
    query = _chosen(select(Asked), chosen).order_by(Asked.asked.desc(), Asked.id)
    return list(session.scalars(query.limit(limit).offset(offset)))


def each_question(session: Session, chosen: QuestionFilter) -> Iterator[Asked]:
    """The chosen questions, newest first, a few at a time."""
    query = _chosen(select(Asked), chosen).order_by(Asked.asked.desc(), Asked.id)
    yield from session.scalars(query.execution_options(yield_per=500))


def with_vectors(session: Session, chosen: QuestionFilter, limit: int) -> list[Asked]:
    """The newest of the chosen questions with their vectors."""
    query = _chosen(select(Asked), chosen).options(undefer(Asked.vector))
    return list(session.scalars(query.order_by(Asked.asked.desc(), Asked.id).limit(limit)))


def count_questions(session: Session, chosen: QuestionFilter) -> int:
    """How many questions are chosen."""
    query = _chosen(select(func.count()).select_from(Asked), chosen)
    return session.scalar(query) or 0


def count_by_day(session: Session, chosen: QuestionFilter) -> dict[str, tuple[int, int]]:
    """For each day (ISO) with chosen questions, how many and how many of them were answered."""
    query = _chosen(select(Asked.day, Asked.status, func.count()), chosen)
    counts: dict[str, tuple[int, int]] = {}
    for day, status, number in session.execute(query.group_by(Asked.day, Asked.status)):
        total, claimed = counts.get(day, (0, 0))
        counts[day] = (total + number, claimed + number * (status in CLAIMING))
    return dict(sorted(counts.items()))


def handle(session: Session, questions: Collection[str], by: str, note: str) -> int:
    """Mark questions as handled ``by`` someone, with a note; how many there were."""
    values = {"handled": datetime.now(UTC), "handled_by": by, "note": note or None}
    return _changed(session, update(Asked).where(Asked.id.in_(questions)).values(values))


def reopen(session: Session, questions: Collection[str]) -> int:
    """Take back that questions were handled; how many there were."""
    values = {"handled": None, "handled_by": None, "note": None}
    return _changed(session, update(Asked).where(Asked.id.in_(questions)).values(values))


def forget_before(session: Session, moment: datetime) -> int:
    """Delete what was asked before ``moment``, with its feedback; how many questions."""
    return _changed(session, delete(Asked).where(Asked.asked < moment))


def keep_vector(session: Session, question: str, vector: bytes, encoder: str) -> None:
    """Keep what a question means to an encoder."""
    values = {"vector": vector, "encoder": encoder}
    session.execute(update(Asked).where(Asked.id == question).values(values))


def retention(days: int) -> datetime:
    """The moment before which nothing is kept."""
    return datetime.now(UTC) - timedelta(days=days)


def _changed(session: Session, statement: Any) -> int:
    return cast("CursorResult[Any]", session.execute(statement)).rowcount


def _chosen(query: Rows, chosen: QuestionFilter) -> Rows:
    return query.where(*_conditions(chosen)).outerjoin(Asked.feedback)


def _conditions(chosen: QuestionFilter) -> Iterator[ColumnElement[bool]]:
    if chosen.since:
        yield Asked.day >= chosen.since.isoformat()
    if chosen.until:
        yield Asked.day <= chosen.until.isoformat()
    if chosen.statuses:
        yield Asked.status.in_(chosen.statuses)
    if chosen.language:
        yield Asked.language == chosen.language
    if chosen.opinion == "comment":
        yield Feedback.comment.is_not(None)
    elif chosen.opinion:
        yield Feedback.helpful.is_(chosen.opinion == "yes")
    if chosen.handled:
        yield Asked.handled.is_not(None) if chosen.handled == "done" else Asked.handled.is_(None)
    if chosen.text:
        yield Asked.text.icontains(chosen.text, autoescape=True)
