"""Plain text as it is crawled: bullets and indentation make lists, short lines make headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import NamedTuple

from corpus.dates import find_dates
from corpus.labels.marks import starts_with_label
from corpus.labels.words import is_label, property_of
from corpus.reading.dated_bullets import join_bulleted
from corpus.reading.dated_labels import join_dated_labels
from corpus.reading.flat_rows import join_flat
from corpus.reading.flat_transposed import turn_flat
from corpus.reading.gapped_rows import join_gapped
from corpus.reading.glued_labels import part_glued
from corpus.reading.headed_items import part_headed
from corpus.reading.lines import (
    Bullets,
    collapse,
    indent_of,
    may_be_heading,
    opens_with_date,
    split_bullet,
    starts_with_year,
)
from corpus.reading.month_lines import MonthLines
from corpus.reading.outline import Piece, Reading, row
from corpus.reading.page_labels import page_labels
from corpus.reading.spaced_pairs import spaced_pairs
from corpus.reading.spaced_rows import join_spaced
from corpus.reading.stacked_labels import join_labels
from corpus.reading.stacked_rows import join_dated, join_stacked
from corpus.reading.text_rows import (
    Cells,
    cells_of,
    fitting,
    headers_of,
    join_wrapped,
    squared,
    stacked_pairs,
)

# A Chinese line that ends with a word which something must follow, and how that begins.
_OPEN_END = re.compile(r"[\u4e00-\u9fff\d]{6,}[的于於在经經与與和及由被从從]$")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LEAST_WRAPPED = 60
# What only heads other lines is no longer than this, and names no number and no value.
_LONGEST_LABEL = 20
_SAYS = re.compile(r"[\d:：,，.。]")
# How ``split_bullet`` calls "1.".
_NUMBERED = "digits ."


class _Line(NamedTuple):
    indent: int
    text: str
    cells: Cells
    after_blank: bool


@dataclass(slots=True)
class _Reader:
    """Turns lines into pieces, one group of table rows or one other line at a time."""

    pieces: list[Piece] = field(default_factory=list)
    bullets: Bullets = field(default_factory=Bullets)
    months: MonthLines = field(default_factory=MonthLines)
    indent: int = 0

    def read(self, line: _Line, dated: bool, numbered: bool) -> None:
        """Take one line; ``dated`` says that a line beside it starts with a year too.

        ``numbered``: it is a heading with a number and no item of a list.
        """
        bullet = self.months.split(line.text)
        self.months.note(bullet.text if bullet else line.text, heads=bullet is None or numbered)
        if bullet is not None and numbered:
            self.bullets.clear()
            self.pieces.append(_loose(bullet.text))
        elif bullet is not None:
            depth, parents = self.bullets.place(line.indent, bullet)
            self.pieces.append(Piece("item", bullet.text, depth, parents))
            self.indent = line.indent
        elif bullet is None and split_bullet(line.text) is not None:
            self.bullets.clear()
            self.pieces.append(Piece("paragraph", line.text))
        elif self._continues(line):
            heads = self._heading_item()
            named = self._named_item() if starts_with_label(line.text) else None
            if named:
                parents = (*named.parents, named.text)
                self.pieces.append(Piece("item", line.text, named.depth + 1, parents))
            elif heads and _opens_with_date(line.text):
                parents = (*heads.parents, heads.text)
                self.pieces.append(Piece("item", line.text, heads.depth + 1, parents))
            else:
                self._join(line)
        else:
            self.bullets.clear()
            self.pieces.append(_loose(line.text, dated))

    def _continues(self, line: _Line) -> bool:
        """Whether ``line`` goes on with the piece above it, which was wrapped."""
        if not self.pieces:
            return False
        above = self.pieces[-1]
        if line.after_blank:
            # Below a label alone and deeper than it stands its value.
            label = above.text.rstrip(" :：") if above.kind == "item" else ""
            deeper = line.indent > self.indent and not above.text.endswith((".", "。"))
            return bool(label) and deeper and property_of(label) is not None
        if above.kind == "item":
            return line.indent > self.indent and not page_labels(line.text)
        if above.kind != "row" and _OPEN_END.search(above.text) and _HAN.match(line.text):
            return True
        wrapped = above.kind != "row" and len(above.text) >= _LEAST_WRAPPED
        return wrapped and line.text[0].islower() and above.text[-1] not in ".!?:"

    def _heading_item(self) -> Piece | None:
        """The item that only says what the dated lines below it are ("○ 교류내역")."""
        for piece in reversed(self.pieces):
            text = piece.text.rstrip(" :：")
            if piece.kind == "item" and len(text) <= _LONGEST_LABEL and not _SAYS.search(text):
                return piece
            if piece.kind != "item" or not _opens_with_date(piece.text):
                return None
        return None

    def _named_item(self) -> Piece | None:
        """The item that is a name alone, of which the labelled lines below it tell."""
        for piece in reversed(self.pieces):
            if piece.kind != "item":
                return None
            if not starts_with_label(piece.text):
                bare = len(piece.text) <= _LONGEST_LABEL and not _SAYS.search(piece.text)
                return piece if bare and not is_label(piece.text) else None
        return None

    def _join(self, line: _Line) -> None:
        above = self.pieces.pop()
        label = above.text.rstrip(" :：")
        named = above.kind == "item" and property_of(label) is not None
        # A label by itself, whose value was wrapped: "○ 특산물", and below it "쌀, 과일".
        text = f"{label} : {line.text}" if named else f"{above.text} {line.text}"
        whole = replace(above, text=text) if above.kind == "item" else _loose(text)
        self.pieces.append(whole)


def _opens_with_date(line: str) -> bool:
    """Whether a remark stands behind a date in ``line``, or behind several."""
    dates = find_dates(line[:_LEAST_WRAPPED])
    return opens_with_date(line) or (bool(dates) and dates[0].span.start <= len("('"))


def read_text(text: str) -> Reading:
    """Read plain text."""
    reader = _Reader()
    for is_table, group in groupby(_lines(text), key=lambda line: bool(line.cells)):
        lines = list(group)
        if is_table:
            reader.bullets.clear()
            for rows in _tables(lines):
                reader.pieces.extend(_table(rows))
            continue
        years = [starts_with_year(line.text) for line in lines]
        for index, line in enumerate(lines):
            beside = years[max(0, index - 1) : index] + years[index + 1 : index + 2]
            reader.read(line, years[index] and any(beside), _is_numbered_heading(lines, index))
    return Reading(tuple(reader.pieces))


def _is_numbered_heading(lines: list[_Line], index: int) -> bool:
    """Whether a numbered line stands by itself, with other lines than the next number below."""
    bullet = split_bullet(lines[index].text)
    if bullet is None or bullet.marker != _NUMBERED or not lines[index].after_blank:
        return False
    below = lines[index + 1] if index + 1 < len(lines) else None
    if below is None:
        return may_be_heading(bullet.text)
    alone = split_bullet(below.text) is None and not below.after_blank
    return alone and may_be_heading(bullet.text)


def _lines(text: str) -> Iterator[_Line]:
    after_blank = True
    lines = join_dated_labels(part_glued(text.splitlines()))
    lines = join_wrapped(join_labels(lines))
    lines = part_headed(turn_flat(join_stacked(join_gapped(lines))))
    lines = join_spaced(join_bulleted(join_dated(join_flat(lines))))
    pairs, stacked = spaced_pairs(lines), stacked_pairs(lines)
    for index, raw in enumerate(lines):
        line = collapse(raw)
        if index - 1 in stacked:
            continue
        if line:
            cells = cells_of(raw, line) or stacked.get(index) or pairs.get(index, ())
            yield _Line(indent_of(raw), line, cells, after_blank)
        after_blank = not line


def _tables(lines: list[_Line]) -> Iterator[list[Cells]]:
    """The rows of tables, which blank lines part."""
    rows: list[Cells] = []
    for line in lines:
        if rows and line.after_blank:
            yield rows
            rows = []
        rows.append(line.cells)
    yield rows


def _table(rows: list[Cells]) -> Iterator[Piece]:
    """Rows as pieces, each below the headers of the first one if that names the columns."""
    rows = squared(rows)
    headers = headers_of(rows)
    for index, cells in enumerate(rows):
        piece = row(cells, fitting(headers, cells) if index else (), ())
        if piece is not None and any(c.isalnum() for c in piece.text):
            yield piece


def _loose(line: str, dated: bool = False) -> Piece:
    """A line outside lists; ``dated`` says that it is one of several remarks behind years."""
    if not may_be_heading(line):
        return Piece("paragraph", line)
    return Piece("caption" if dated else "heading", line)
