"""Plain text as it is crawled: bullets and indentation make lists, short lines make headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import NamedTuple

from corpus.lines import (
    Bullets,
    collapse,
    indent_of,
    may_be_heading,
    split_bullet,
    starts_with_year,
)
from corpus.outline import Cell, Piece, Reading, row
from corpus.page_labels import page_labels

_BAR = " | "
_LEAST_WRAPPED = 60


class _Line(NamedTuple):
    indent: int
    text: str
    cells: tuple[str, ...]
    after_blank: bool


@dataclass(slots=True)
class _Reader:
    """Turns lines into pieces, one group of table rows or one other line at a time."""

    pieces: list[Piece] = field(default_factory=list)
    bullets: Bullets = field(default_factory=Bullets)
    indent: int = 0

    def read(self, line: _Line, dated: bool) -> None:
        """Take one line; ``dated`` says that a line beside it starts with a year too."""
        bullet = split_bullet(line.text)
        if bullet is not None:
            depth, parents = self.bullets.place(line.indent, bullet)
            self.pieces.append(Piece("item", bullet.text, depth, parents))
            self.indent = line.indent
        elif self._continues(line):
            self._join(line)
        else:
            self.bullets.clear()
            self.pieces.append(_loose(line.text, dated))

    def _continues(self, line: _Line) -> bool:
        """Whether ``line`` goes on with the piece above it, which was wrapped."""
        if line.after_blank or not self.pieces:
            return False
        above = self.pieces[-1]
        if above.kind == "item":
            return line.indent > self.indent and not page_labels(line.text)
        wrapped = above.kind != "row" and len(above.text) >= _LEAST_WRAPPED
        return wrapped and line.text[0].islower() and above.text[-1] not in ".!?:"

    def _join(self, line: _Line) -> None:
        above = self.pieces.pop()
        text = f"{above.text} {line.text}"
        whole = replace(above, text=text) if above.kind == "item" else _loose(text)
        self.pieces.append(whole)


def read_text(text: str) -> Reading:
    """Read plain text."""
    reader = _Reader()
    for is_table, group in groupby(_lines(text), key=lambda line: bool(line.cells)):
        lines = list(group)
        if is_table:
            reader.bullets.clear()
            reader.pieces.extend(_table([line.cells for line in lines]))
            continue
        years = [starts_with_year(line.text) for line in lines]
        for index, line in enumerate(lines):
            beside = years[max(0, index - 1) : index] + years[index + 1 : index + 2]
            reader.read(line, years[index] and any(beside))
    return Reading(tuple(reader.pieces))


def _lines(text: str) -> Iterator[_Line]:
    after_blank = True
    for raw in text.splitlines():
        line = collapse(raw)
        if line:
            yield _Line(indent_of(raw), line, _cells(raw, line), after_blank)
        after_blank = not line


def _cells(raw: str, line: str) -> tuple[str, ...]:
    """The cells of ``line`` if it looks like a row of a table: parted by tabs or bars."""
    if split_bullet(line):
        return ()
    parts = raw.strip().split("\t") if "\t" in raw.strip() else _bars(line)
    cells = tuple(collapse(part) for part in parts)
    return cells if sum(map(bool, cells)) > 1 else ()


def _bars(line: str) -> list[str]:
    framed = len(line) > 2 and line[0] == line[-1] == "|"
    return line.strip("|").split("|") if framed or line.count(_BAR) > 1 else []


def _table(rows: list[tuple[str, ...]]) -> Iterator[Piece]:
    """Rows as pieces; a first row of three cells or more without a digit heads the others."""
    first = rows[0]
    headed = len(rows) > 1 and len(first) > 2 and {len(cells) for cells in rows} == {len(first)}
    headed = headed and not any(c.isdigit() for cell in first for c in cell)
    for index, cells in enumerate(rows):
        headers = first if headed and index else ()
        piece = row([Cell(cell) for cell in cells], headers, ())
        if piece is not None and any(c.isalnum() for c in piece.text):
            yield piece


def _loose(line: str, dated: bool = False) -> Piece:
    """A line outside lists; ``dated`` says that it is one of several remarks behind years."""
    if not may_be_heading(line):
        return Piece("paragraph", line)
    return Piece("caption" if dated else "heading", line)
