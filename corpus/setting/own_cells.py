"""Rows of a table whose first column says on whose side their tie is ("浙江省 | 新泽西州")."""

from __future__ import annotations

from corpus.labels.words import is_empty, structure_of
from corpus.model import Page, Span
from corpus.reading.own_column import has_own_column


def own_cells(page: Page) -> dict[int, tuple[int, Span]]:
    """For each row with such a column the cell that says it, with the position of its row.

    The cell stands in the first row of a place and is empty in those below it.
    """
    found: dict[int, tuple[int, Span]] = {}
    table: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    last: tuple[int, Span] | None = None
    for index, block in enumerate(page.blocks):
        kinds = [structure_of(header) or "" for header in block.headers]
        if block.kind != "row" or not has_own_column(block.headers, kinds):
            table = last = None
            continue
        if (block.headers, block.path) != table:
            table, last = (block.headers, block.path), None
        cell = block.cells[0]
        if not is_empty(page.quote(cell)):
            last = index, cell
        if last is not None:
            found[index] = last
    return found
