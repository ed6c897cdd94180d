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
# For the people of one side, who read "from us to them"; and for readers anywhere.
_OWN = ("date", "first", "last", "home", "partner", "kinds", "direction", "people", "leaders",
        "actor", "quote", "page", "url", "id")  # fmt: skip
_PUBLIC = ("date", "first", "last", "place", "partner", "kinds", "from", "to", "people", "leaders",
           "actor", "quote", "page", "url", "id")  # fmt: skip


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


def exchange_table(reader: Reader, exchanges: Iterable[Exchange], *, public: bool = False) -> Table:
    """Exchanges, one a row; dates as EDTF, so that nothing is added to what the page says.

    A ``public`` table names places where the console says "us" and "them".
    """
    columns = _PUBLIC if public else _OWN
    return Table(
        "exchanges",
        reader.voice.say("exchanges.title"),
        {column: reader.voice.say(f"exchanges.column.{column}") for column in columns},
        (_exchange_cells(reader, exchange, columns) for exchange in exchanges),
    )


def _exchange_cells(reader: Reader, exchange: Exchange, columns: Iterable[str]) -> tuple[Cell, ...]:
    row = make_row(reader, exchange)
    cells: dict[str, Cell] = {
        "date": exchange.date,
        "first": exchange.first,
        # Of what goes on, no page tells a last day.
        "last": None if exchange.date.endswith("/..") else exchange.last,
        "home": row.home,
        "place": row.home,
        "partner": row.partner,
        "kinds": ", ".join(row.kinds),
        "direction": row.direction,
        "from": row.origin,
        "to": row.target,
        "people": sum(exchange.people) or None,
        "leaders": row.leaders,
        "actor": row.actor,
        "quote": " / ".join(source.quote for source in row.quotes),
        "page": row.page,
        "url": row.url,
        "id": exchange.id,
    }
    return tuple(cells[column] for column in columns)
