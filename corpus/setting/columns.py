"""Tables with a place at the head of each column: whom every cell is about."""

from __future__ import annotations

from corpus.labels.rows import describes_columns
from corpus.model import Page, Span
from corpus.setting.naming import Names

# Above a column whose header names no place that is known: its cells are about nobody.
NOBODY = ""


def find_columns(page: Page, names: Names) -> dict[int, tuple[tuple[Span, str], ...]]:
    """For rows that a label opens below headers that name places: the place above each cell."""
    found = {}
    for index, block in enumerate(page.blocks):
        if not describes_columns(page, block):
            continue
        above = [
            (cell, names.headlined(header))
            for cell, header in zip(block.cells, block.headers, strict=False)
            if header
        ]
        if any(place for _, place in above):
            found[index] = tuple((cell, place or NOBODY) for cell, place in above)
    return found
