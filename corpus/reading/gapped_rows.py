"""Tables that crawling left with wide gaps between cells: some spaces, or a full-width one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.labels.meanings import is_known
from corpus.reading.lines import collapse
from corpus.reading.records import labels_event

_GAP = re.compile(r"(?:[ \u00a0]{2,}|\s*\u3000+\s*)")
# A header names so many columns at least, and a table has so many rows below it.
_LEAST_COLUMNS, _LEAST_ROWS = 3, 2
_BAR = " | "


def join_gapped(lines: Sequence[str]) -> list[str]:
    """``lines`` with bars between the cells of such tables.

    Most cells of the header are known, and each row below it has as many: no cell was left out.
    """
    found: list[str] = []
    index = 0
    while index < len(lines):
        rows = _table_at(lines, index)
        found.extend(_BAR.join(["", *row, ""]).strip() for row in rows)
        if not rows:
            found.append(lines[index])
        index += len(rows) or 1
    return found


def _table_at(lines: Sequence[str], index: int) -> list[list[str]]:
    header = _cells(lines[index])
    known = sum(_names_column(cell) for cell in header)
    if len(header) < _LEAST_COLUMNS or 2 * known <= len(header):
        return []
    rows = [header]
    for line in lines[index + 1 :]:
        row = _cells(line)
        if len(row) != len(header):
            break
        rows.append(row)
    return rows if len(rows) > _LEAST_ROWS else []


def _cells(line: str) -> list[str]:
    text = line.strip()
    if "|" in text or "\t" in text or not _GAP.search(text):
        return []
    return [collapse(cell) for cell in _GAP.split(text)]


def _names_column(text: str) -> bool:
    return is_known(text) or labels_event(text)
