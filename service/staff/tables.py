"""Tables that only the staff may have: ties as they are listed, and citizens' questions."""

from __future__ import annotations

from collections.abc import Iterable

from service.exchanges.cells import Cell, Table
from service.staff.desk import Desk
from service.staff.templates import heading, in_words, say
from service.staff.ties import TieRow
from service.storage.tables import Asked

_OF_TIES = ("home", "partner", "where", "stage", "since", "exchanges", "latest", "id")
_OF_QUESTIONS = (
    "date", "question", "status", "language", "helpful", "comment", "handled", "note"
)  # fmt: skip


def tie_table(desk: Desk, rows: Iterable[TieRow]) -> Table:
    """Ties, one a row."""
    return _table(desk, "ties", _OF_TIES, (_tie_cells(row) for row in rows))


def question_table(desk: Desk, questions: Iterable[Asked]) -> Table:
    """Citizens' questions, one a row."""
    return _table(desk, "questions", _OF_QUESTIONS, (_question_cells(desk, q) for q in questions))


def _table(
    desk: Desk, name: str, columns: Iterable[str], rows: Iterable[tuple[Cell, ...]]
) -> Table:
    headings = {column: heading(desk.voice, column) for column in columns}
    return Table(name, say(desk.voice, f"export.{name}"), headings, rows)


def _tie_cells(row: TieRow) -> tuple[Cell, ...]:
    return (
        row.home, row.partner, row.where, row.stage_name, row.since, row.exchanges, row.latest,
        row.tie.id,
    )  # fmt: skip


def _question_cells(desk: Desk, asked: Asked) -> tuple[Cell, ...]:
    said = asked.feedback
    helpful = (
        "" if said is None else say(desk.voice, f"questions.{'yes' if said.helpful else 'no'}")
    )
    return (
        asked.day,
        in_words(desk.voice, asked.text),
        say(desk.voice, f"status.{asked.status}"),
        asked.language,
        helpful,
        in_words(desk.voice, said.comment) if said and said.comment else None,
        asked.handled_by,
        asked.note,
    )
