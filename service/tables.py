"""Plain text tables, straight in any script."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

Row = Sequence[object]

# From this width on (columns) a quote stands beside what it is quoted for; else below it.
_WIDE = 120
_INDENT = "  "
# A column is never cut below this.
_NARROWEST = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a grouped table with the quote it rests on and further lines below it."""

    cells: Sequence[str]
    quote: str
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a title."""

    title: str
    entries: Sequence[Entry] = field(default_factory=list)


def render_table(headers: Sequence[str], rows: Sequence[Row], widest: int | None = None) -> str:
    """Columns under headers, numbers to the right; the last column is cut to fit ``widest``."""
    cells = [[str(cell) for cell in row] for row in rows]
    widths = _widths(headers, cells)
    right = [
        bool(rows) and all(isinstance(row[i], int | float) for row in rows)
        for i in range(len(headers))
    ]
    lines = [_line(line, widths, right) for line in (list(headers), *cells)]
    return "\n".join(_fitted(lines, widest))


def render_groups(headers: Sequence[str], groups: Sequence[Group], widest: int | None) -> str:
    """One table in groups under titles, columns the same in all of them.

    Quotes are the last column where ``widest`` leaves room for them, and a line of their own where
    it does not.
    """
    wide = widest is None or widest >= _WIDE
    widths = _widths(headers, [entry.cells for group in groups for entry in group.entries])
    if widest is not None:
        widths = _narrowed(widths, widest * 6 // 10 if wide else widest)
    left = [False] * len(headers)
    head = _line(headers, widths, left)
    lines = [
        f"{_INDENT}{_pad(head, sum(widths) + 2 * len(widths))}quote" if wide else _INDENT + head
    ]
    for group in groups:
        lines += ["", group.title]
        for entry in group.entries:
            lines += _entry_lines(entry, widths, wide)
    return "\n".join(_fitted(lines, widest))


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


def _entry_lines(entry: Entry, widths: Sequence[int], wide: bool) -> Iterator[str]:
    fitted = [shorten(cell, size) for cell, size in zip(entry.cells, widths, strict=True)]
    cells = _line(fitted, widths, [False] * len(widths))
    quote = f"“{entry.quote}”"
    if wide:
        yield f"{_INDENT}{_pad(cells, sum(widths) + 2 * len(widths))}{quote}"
    else:
        yield _INDENT + cells
        yield _INDENT * 3 + quote
    yield from (_INDENT * 3 + note for note in entry.notes)


def _widths(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    return [
        max(width(text) for text in (header, *(row[i] for row in rows)))
        for i, header in enumerate(headers)
    ]


def _narrowed(widths: Sequence[int], room: int) -> list[int]:
    """``widths`` with the widest cut so that all of them fit into ``room`` columns."""
    excess = sum(widths) + 2 * len(widths) - room
    widest = max(range(len(widths)), key=lambda i: widths[i])
    kept = max(widths[widest] - max(excess, 0), _NARROWEST)
    return [kept if i == widest else size for i, size in enumerate(widths)]


def _fitted(lines: Sequence[str], widest: int | None) -> Iterator[str]:
    return (shorten(line, widest) if widest else line for line in lines)


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = [
        " " * (size - width(cell)) + cell if is_right else _pad(cell, size)
        for cell, size, is_right in zip(cells, widths, right, strict=True)
    ]
    return "  ".join(padded).rstrip()


def _pad(text: str, size: int) -> str:
    return text + " " * (size - width(text))


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
