"""Tables with a place at the head of each column: whom every cell is about."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.labels import is_document, is_label
from corpus.model import Block, Page, Span
from corpus.setting.naming import Names

Columns = Mapping[int, tuple[tuple[Span, str], ...]]


def find_columns(page: Page, names: Names) -> dict[int, tuple[tuple[Span, str], ...]]:
    """For rows that a label opens below headers that name places: the place above each cell."""
    found = {}
    for index, block in enumerate(page.blocks):
        if not _is_described(page, block):
            continue
        above = [
            (cell, names.headlined(header))
            for cell, header in zip(block.cells, block.headers, strict=False)
            if header
        ]
        named = tuple((cell, place) for cell, place in above if place)
        if named:
            found[index] = named
    return found


def _is_described(page: Page, block: Block) -> bool:
    """Whether the row has headers that are no labels, and a label in front."""
    if not block.cells or not block.headers or is_label(block.headers[-1]):
        return False
    # The label may stand behind that of a group of rows.
    leading = [page.quote(cell) for cell in block.cells[:2]]
    return any(is_label(text) or is_document(text) for text in leading)
