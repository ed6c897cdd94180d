"""The dates and numbers that stand side by side in each row of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.labels.types import fits
from corpus.labels.words import property_of
from corpus.reading.flat_cells import NOTHING
from corpus.reading.flat_elements import Element
from corpus.reading.flat_headers import Column


@dataclass(frozen=True, slots=True)
class Core:
    """The dates and numbers of one row: its elements from ``start`` to ``end``."""

    start: int
    end: int
    first: int
    last: int
    cells: tuple[str, ...]


def find_cores(columns: Sequence[Column], elements: Sequence[Element]) -> list[Core]:
    """Where elements stand one behind the other that are cells of ``columns``."""
    found: list[Core] = []
    index = 0
    while index + len(columns) <= len(elements):
        part = elements[index : index + len(columns)]
        near = part[-1].line - part[0].line <= len(part)
        if near and all(map(_fits, columns, part)):
            cells = tuple(NOTHING if e.kind == "empty" else e.text for e in part)
            found.append(Core(index, index + len(part), part[0].line, part[-1].line, cells))
            index += len(part)
        else:
            index += 1
    return found


def _fits(column: Column, element: Element) -> bool:
    """Whether an element may be a cell of a column of dates or numbers."""
    if element.kind == "empty":
        return True
    if element.kind != column.kind:
        return column.kind == "count" and element.kind == "date" and element.text.isdecimal()
    name = property_of(column.label)
    return name is None or fits(name, element.text)
