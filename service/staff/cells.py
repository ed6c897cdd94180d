"""What exports hold: columns and their values, and text that no spreadsheet takes for a formula."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.model import Exchange
from service.staff.desk import Desk
from service.staff.rows import make_row
from service.staff.templates import in_words, say
from service.staff.ties import TieRow
from service.storage.tables import Asked

Cell = str | int | None
# Signs with which a spreadsheet may begin a formula, in full width too, or hide one.
_FORMULA = tuple("=+-@＝＋－＠\t\r\n")


@dataclass(frozen=True, slots=True)
class Table:
    """A table that is made while it is sent: keys of its columns, and rows of as many cells."""

    name: str
    columns: tuple[str, ...]
    rows: Iterable[tuple[Cell, ...]]

    def headings(self, desk: Desk) -> list[str]:
        """What the columns are called."""
        return [say(desk.voice, f"column.{column}") for column in self.columns]


def safe(cell: Cell) -> str:
    """A cell as text; one that a spreadsheet could run gets a quote in front."""
    text = "" if cell is None else str(cell)
    # Blanks of any kind may come first, and are themselves a risk where they hide the sign.
    begins = text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA)
    risky = isinstance(cell, str) and begins
    return f"'{text}" if risky else text


def exchange_table(desk: Desk, exchanges: Iterable[Exchange]) -> Table:
    """Exchanges, one a row; dates as EDTF, so that nothing is added to what the page says."""
    columns = ("date", "first", "last", "home", "partner", "kinds", "direction", "people",
               "leaders", "quote", "page", "url", "id")  # fmt: skip
    return Table("exchanges", columns, (_exchange_cells(desk, e) for e in exchanges))


def tie_table(rows: Iterable[TieRow]) -> Table:
    """Ties, one a row."""
    columns = ("home", "partner", "where", "stage", "since", "exchanges", "latest", "id")
    return Table(
        "ties",
        columns,
        (
            (r.home, r.partner, r.where, r.stage_name, r.since, r.exchanges, r.latest, r.tie.id)
            for r in rows
        ),
    )


def question_table(desk: Desk, questions: Iterable[Asked]) -> Table:
    """Citizens' questions, one a row."""
    columns = ("date", "question", "status", "language", "helpful", "comment", "handled", "note")
    return Table("questions", columns, (_question_cells(desk, q) for q in questions))


def _exchange_cells(desk: Desk, exchange: Exchange) -> tuple[Cell, ...]:
    row = make_row(desk, exchange)
    quotes = " / ".join(source.quote for source in row.quotes)
    kinds, people = ", ".join(row.kinds), sum(exchange.people) or None
    return (
        exchange.date, exchange.first, exchange.last, row.home, row.partner, kinds,
        row.direction, people, row.leaders, quotes, row.page, row.url, exchange.id,
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
