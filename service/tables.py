"""Plain text tables, straight in any script."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

Row = Sequence[object]


def render_table(headers: Sequence[str], rows: Sequence[Row], widest: int | None = None) -> str:
    """Columns under headers, numbers to the right; the last column is cut to fit ``widest``."""
    cells = [[str(cell) for cell in row] for row in rows]
    widths = [
        max(width(text) for text in (header, *(row[i] for row in cells)))
        for i, header in enumerate(headers)
    ]
    right = [
        bool(rows) and all(isinstance(row[i], int | float) for row in rows)
        for i in range(len(headers))
    ]
    lines = [_line(line, widths, right) for line in (list(headers), *cells)]
    return "\n".join(shorten(line, widest) if widest else line for line in lines)


def width(text: str) -> int:
    """Columns that ``text`` takes on a terminal."""
    return sum(_columns(character) for character in text)


def shorten(text: str, most: int) -> str:
    """``text``, cut to ``most`` columns with an ellipsis where it is wider."""
    if width(text) <= most:
        return text
    kept, used = [], 1
    for character in text:
        used += _columns(character)
        if used > most:
            break
        kept.append(character)
    return "".join(kept) + "…"


def one_line(text: str) -> str:
    """``text`` with single spaces and no line breaks."""
    return " ".join(text.split())


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = [
        " " * (size - width(cell)) + cell if is_right else cell + " " * (size - width(cell))
        for cell, size, is_right in zip(cells, widths, right, strict=True)
    ]
    return "  ".join(padded).rstrip()


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
