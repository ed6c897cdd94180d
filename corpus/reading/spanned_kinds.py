"""Cells for the kind of tie that spanned rows, which crawling left in the first of them alone."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.reading.flat_cells import NOTHING
from corpus.reading.flat_words import kind_end


def spread_kinds(rows: Mapping[int, list[str]]) -> dict[int, list[str]]:
    """``rows`` with each kind of the last column in the rows below it up to the next one.

    Only where the first row has one and each stands once: then it headed a group of rows.
    """
    cells = [rows[at][-1] for at in sorted(rows)]
    kinds = [cell for cell in cells if cell != NOTHING]
    once = len(set(kinds)) == len(kinds) > 1 and len(kinds) < len(cells)
    if not once or cells[0] == NOTHING or any(kind_end(kind) != len(kind) for kind in kinds):
        return dict(rows)
    spread: dict[int, list[str]] = {}
    above = NOTHING
    for at in sorted(rows):
        above = rows[at][-1] if rows[at][-1] != NOTHING else above
        spread[at] = [*rows[at][:-1], above]
    return spread
