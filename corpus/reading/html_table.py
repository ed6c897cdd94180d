"""Data tables of HTML: spans expanded, column headers beside each cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile

from selectolax.lexbor import LexborNode

from corpus.labels.marks import starts_with_label
from corpus.labels.meanings import PLACES, is_known
from corpus.labels.rows import names_columns
from corpus.labels.words import list_of, structure_of
from corpus.reading.lines import may_be_heading
from corpus.reading.outline import Cell, Piece, row
from corpus.reading.records import labels_event

Skip = Callable[[LexborNode], bool]
Read = Callable[[LexborNode], list[Piece]]

_HEADINGS = "h1, h2, h3, h4, h5, h6"
_MOST_COLUMNS, _MOST_ROWS = 100, 10_000
# A cell with this many list items is a list: its items become pieces under the row's label.
_LIST = 2
# The labels of a row that names what the columns of a table are about.


@dataclass(frozen=True, slots=True, eq=False)
class _Slot:
    """A cell as it lies in one row of the grid."""

    text: str
    header: bool
    items: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the grid; ``fresh`` are the columns at which a cell of its own starts."""

    slots: list[_Slot]
    head: bool
    fresh: set[int]

    @property
    def heads_columns(self) -> bool:
        """Whether all of the row is headers."""
        return bool(self.slots) and (self.head or all(slot.header for slot in self.slots))


# Cells that reach down into the next row by their column, with the number of rows still to go.
_Carried = dict[int, tuple[_Slot, int]]
_EMPTY = _Slot("", False)


def is_data_table(table: LexborNode) -> bool:
    """Whether ``table`` holds data: one that holds headings or tables only lays a page out."""
    if (table.attributes.get("role") or "").lower() in ("presentation", "none"):
        return False
    if len(table.css("table")) > 1 or table.css_first(_HEADINGS) is not None:
        return False
    return any(len(_cells(line)) > 1 for line in table.css("tr"))


def table_pieces(
    table: LexborNode, skip: Skip, read: Read, parents: tuple[str, ...]
) -> Iterator[Piece]:
    """The caption and rows of a data table; ``read`` reads the pieces within one cell."""
    for caption in table.iter():
        text = _join(read(caption)) if caption.tag == "caption" and not skip(caption) else ""
        if text:
            yield Piece("caption", text, parents=parents)
    rows = _expand(list(_lines(table, skip)), skip, read)
    heads = list(takewhile(lambda line: line.heads_columns, rows[:-1]))
    # One wide cell above all columns heads the rows below it, up to the next one.
    heads = [] if all(map(_is_wide, heads)) else heads
    heads = heads or _plain_head(rows) or _named_head(rows)
    columns = _column_headers(heads)
    group: tuple[str, ...] = ()
    inner: _Slot | None = None
    for index, line in enumerate(rows):
        again = index >= len(heads) and _heads_again(line, columns, rows[index + 1 : index + 2])
        opens = None if again else _opens_inner(line, rows[index + 1 : index + 2])
        is_head = index < len(heads) or again or opens is not None
        if inner is not None and line.slots[0] is not inner:
            inner, columns = None, _column_headers(heads)
        inner = opens or inner
        columns = _column_headers([line]) if again or opens else columns
        label = None if is_head else _group_label(line)
        yield from _row_pieces(line, () if is_head or label else columns, (*parents, *group))
        group = (label,) if label else group


def _plain_head(rows: list[_Row]) -> list[_Row]:
    """A first row that names columns, in a table that marks no cell as a header."""
    if len(rows) < 2 or any(slot.header for line in rows for slot in line.slots):
        return []
    return rows[:1] if names_columns([slot.text for slot in rows[0].slots]) else []


def _named_head(rows: list[_Row]) -> list[_Row]:
    """A first row that names the places its columns are about, where labels open all rows."""
    opened = [[index for index, slot in enumerate(line.slots) if slot.header] for line in rows]
    if len(rows) < 3 or len(rows[0].slots) < 3 or any(found != [0] for found in opened):
        return []
    return rows[:1] if structure_of(rows[0].slots[0].text) in PLACES else []


def _heads_again(line: _Row, columns: Sequence[str], below: Sequence[_Row]) -> bool:
    """Whether a row further down heads the columns of the rows below it, anew or once more."""
    texts = [slot.text for slot in line.slots]
    if len(set(texts)) < 2 or not below:
        return False
    return (line.heads_columns and names_columns(texts)) or texts == list(columns)


def _opens_inner(line: _Row, below: Sequence[_Row]) -> _Slot | None:
    """The label of a group of rows whose first row heads the columns of those below it.

    "교류현황 | 일자 | 내용 | 인원", where the first cell reaches down beside all of them.
    """
    label = line.slots[0] if line.slots else _EMPTY
    reaches = bool(below) and bool(below[0].slots) and below[0].slots[0] is label
    texts = [slot.text for slot in line.slots if slot is not label]
    named = 0 in line.fresh and reaches and (label.header or list_of(label.text))
    heads = len(set(texts)) > 1 and any(structure_of(text) == "date" for text in texts)
    known = sum(_names_column(text) for text in texts)
    return label if named and heads and 2 * known > len(texts) else None


def _names_column(text: str) -> bool:
    return is_known(text) or labels_event(text)


def _row_pieces(line: _Row, columns: Sequence[str], parents: tuple[str, ...]) -> Iterator[Piece]:
    cells = []
    for slot, same in groupby(line.slots):
        cells.append(Cell(slot.text, len(list(same)), slot.header and not line.heads_columns))
    headers = [columns[i] if i < len(columns) else "" for i in range(len(line.slots))]
    piece = row(cells, headers, parents)
    if piece is not None:
        yield piece
    for index in sorted(line.fresh):
        for item in line.slots[index].items:
            labels = (*parents, *_labels(line, index, headers[index]))
            yield Piece("item", item.text, item.depth, (*labels, *item.parents))


def _labels(line: _Row, index: int, header: str) -> Iterator[str]:
    """What the list in a cell is about: the column's header, and the cell before it."""
    before = next((slot.text for slot in reversed(line.slots[:index]) if slot.text), "")
    yield from dict.fromkeys(label for label in (header, before) if label)


def _group_label(line: _Row) -> str | None:
    """The text of a row that is one cell wide and stands above the rows after it."""
    text = line.slots[0].text if _is_wide(line) else ""
    return text if text and may_be_heading(text) else None


def _is_wide(line: _Row) -> bool:
    return len(line.slots) > 1 and all(slot is line.slots[0] for slot in line.slots)


def _column_headers(heads: list[_Row]) -> list[str]:
    width = max((len(line.slots) for line in heads), default=0)
    columns = []
    for index in range(width):
        texts = [line.slots[index].text for line in heads if index < len(line.slots)]
        columns.append(" ".join(dict.fromkeys(filter(None, texts))))
    return columns


def _expand(lines: list[LexborNode], skip: Skip, read: Read) -> list[_Row]:
    rows: list[_Row] = []
    above: _Carried = {}
    for line in lines:
        cells = [cell for cell in _cells(line) if not skip(cell)]
        filled, above = _fill(cells, above, read)
        head = line.parent is not None and line.parent.tag == "thead"
        rows.append(_Row(filled.slots, head, filled.fresh))
    return rows


def _fill(cells: list[LexborNode], above: _Carried, read: Read) -> tuple[_Row, _Carried]:
    """One row of the grid from its own cells and those that reach into it from above."""
    slots: list[_Slot] = []
    fresh: set[int] = set()
    below: _Carried = {}
    for cell in cells:
        _carry(slots, above, below)
        if len(slots) >= _MOST_COLUMNS:
            break
        slot = _slot(cell, read)
        fresh.add(len(slots))
        rows_left = _number(cell, "rowspan", _MOST_ROWS) - 1
        for _ in range(_number(cell, "colspan", _MOST_COLUMNS - len(slots))):
            if rows_left:
                below[len(slots)] = (slot, rows_left)
            slots.append(slot)
    for column in sorted(above):
        slots += [_EMPTY] * (column - len(slots))
        _carry(slots, above, below)
    return _Row(slots, False, fresh), below


def _carry(slots: list[_Slot], above: _Carried, below: _Carried) -> None:
    """Move cells that reach into this row to their place, and on to the next row."""
    while len(slots) in above and len(slots) < _MOST_COLUMNS:
        column = len(slots)
        slot, left = above.pop(column)
        if left > 1:
            below[column] = (slot, left - 1)
        slots.append(slot)


def _slot(cell: LexborNode, read: Read) -> _Slot:
    pieces = _as_items(read(cell))
    items = tuple(piece for piece in pieces if piece.kind == "item")
    if len(items) < _LIST:
        return _Slot(_join(pieces), cell.tag == "th")
    return _Slot(_join([p for p in pieces if p.kind != "item"]), cell.tag == "th", items)


def _as_items(pieces: list[Piece]) -> list[Piece]:
    """The lines of a cell as items of a list, where they are labelled values one below another."""
    labelled = sum(starts_with_label(piece.text) for piece in pieces)
    if labelled < _LIST:
        return pieces
    return [replace(p, kind="item", depth=max(1, p.depth), inferred=False) for p in pieces]


def _join(pieces: list[Piece]) -> str:
    return " ".join(piece.text for piece in pieces)


def _lines(table: LexborNode, skip: Skip) -> Iterator[LexborNode]:
    for child in table.iter():
        if child.tag == "tr" and not skip(child):
            yield child
        elif child.tag in ("thead", "tbody", "tfoot") and not skip(child):
            yield from (line for line in child.iter() if line.tag == "tr" and not skip(line))


def _cells(line: LexborNode) -> list[LexborNode]:
    return [cell for cell in line.iter() if cell.tag in ("td", "th")]


def _number(cell: LexborNode, name: str, most: int) -> int:
    value = (cell.attributes.get(name) or "1").strip()
    return max(1, min(int(value), most)) if value.isascii() and value.isdigit() else 1
