"""What files hold: columns and their values, and text that no spreadsheet takes for a formula."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.model import Exchange
from service.exchanges.reader import Reader
from service.exchanges.rows import make_row

Cell = str | int | None
# Signs with which a spreadsheet may begin a formula, in full width too, or hide one.
_FORMULA = tuple("=+-@＝＋－＠\t\r\n")
_COLUMNS = ("date", "first", "last", "home", "partner", "kinds", "direction", "people",
            "leaders", "quote", "page", "url", "id")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Table:
    """A table that is made while it is sent.

    ``name`` is for programs and ``title`` for people; ``columns`` has what each key is called, and
    every row as many cells.
    """

    name: str
    title: str
    columns: Mapping[str, str]
    rows: Iterable[tuple[Cell, ...]]


def safe(cell: Cell) -> str:
    """A cell as text; one that a spreadsheet could run gets a quote in front."""
    text = "" if cell is None else str(cell)
    # Blanks of any kind may come first, and are themselves a risk where they hide the sign.
    begins = text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA)
    risky = isinstance(cell, str) and begins
    return f"'{text}" if risky else text


def exchange_table(reader: Reader, exchanges: Iterable[Exchange]) -> Table:
    """Exchanges, one a row; dates as EDTF, so that nothing is added to what the page says."""
    return Table(
        "exchanges",
        reader.voice.say("exchanges.title"),
        {column: reader.voice.say(f"exchanges.column.{column}") for column in _COLUMNS},
        (_exchange_cells(reader, exchange) for exchange in exchanges),
    )


def _exchange_cells(reader: Reader, exchange: Exchange) -> tuple[Cell, ...]:
    row = make_row(reader, exchange)
    quotes = " / ".join(source.quote for source in row.quotes)
    kinds, people = ", ".join(row.kinds), sum(exchange.people) or None
    return (
        exchange.date, exchange.first, exchange.last, row.home, row.partner, kinds,
        row.direction, people, row.leaders, quotes, row.page, row.url, exchange.id,
    )  # fmt: skip
