"""Tables with a partner above each column, whose lines crawling left with spaces for cells.

City Ningbo Izumi
Date of agreement 1997. 5. 8. 2012. 3. 2.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.dates import find_dates
from corpus.labels.meanings import PLACES, is_known, is_of_date, is_of_number
from corpus.labels.words import structure_of
from corpus.quantities import find_quantities
from corpus.reading.flat_cells import NOTHING
from corpus.reading.lines import collapse, is_sentence, split_bullet

# A table has so many lines at least, a label so many words at most, a line so many letters.
_LEAST_LINES, _MOST_WORDS, _LONGEST = 3, 4, 200
_NAMED = PLACES | {"country"}


class _Line(NamedTuple):
    """A line with the label that it begins with, and what stands behind that."""

    label: str
    rest: str


def turn_flat(lines: Sequence[str]) -> list[str]:
    """``lines`` with bars between the cells of such tables; what cannot be parted is left empty."""
    found: list[str] = []
    index = 0
    while index < len(lines):
        group = _group(lines, index)
        rows = _rows(group) if len(group) >= _LEAST_LINES else []
        found.extend(rows or lines[index : index + 1])
        index += len(group) if rows else 1
    return found


def _group(lines: Sequence[str], index: int) -> list[_Line]:
    """The lines from ``index`` on that each begin with a label; the first names the partners."""
    found: list[_Line] = []
    for line in lines[index:]:
        read = _read(collapse(line))
        names = read is not None and structure_of(read.label) in _NAMED
        if read is None or not (found or names):
            break
        found.append(read)
    return found


def _read(text: str) -> _Line | None:
    """``text`` as a label and several words or numbers behind it."""
    if not text or len(text) > _LONGEST or "|" in text or is_sentence(text.rstrip(". ")):
        return None
    words = text.split(" ")
    if split_bullet(text) or any(sign in text for sign in ":：\t"):
        return None
    for count in range(min(_MOST_WORDS, len(words) - 2), 0, -1):
        label = " ".join(words[:count])
        if is_known(label):
            return _Line(label, " ".join(words[count:]))
    return None


def _rows(group: Sequence[_Line]) -> list[str]:
    """The rows of a table with bars; none unless several dates say how many partners there are.

    Where nothing is dated two lines of numbers say it.
    """
    counts = [len(find_dates(line.rest)) for line in group if is_of_date(line.label)]
    if not counts:
        told = [len(find_quantities(x.rest)) for x in group if is_of_number(x.label)]
        counts = told if len(told) > 1 else []
    if len(set(counts)) != 1 or (number := counts[0]) < _LEAST_LINES - 1:
        return []
    rows = [(line.label, _cells(line, number)) for line in group]
    named = any(cells and structure_of(label) in _NAMED for label, cells in rows)
    if not named or not all(cells for label, cells in rows if is_of_date(label)):
        return []
    empty = [NOTHING] * number
    return [f"| {' | '.join((label, *(cells or empty)))} |" for label, cells in rows]


def _cells(line: _Line, number: int) -> list[str]:
    """The cells of a line, one for each partner; none where they cannot be told apart."""
    if is_of_date(line.label):
        spans = [date.span for date in find_dates(line.rest)]
    elif is_of_number(line.label):
        spans = [quantity.span for quantity in find_quantities(line.rest)]
    else:
        words = line.rest.split(" ")
        return words if len(words) == number else []
    cells = [line.rest[span.start : span.end] for span in spans]
    between = line.rest
    for cell in cells:
        between = between.replace(cell, " ", 1)
    alone = len(cells) == number and not re.search(r"[^\W_]", between)
    return cells if alone else []
