"""The cells behind a row's date, one after the other, where each column tells what its own are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.dates import find_dates
from corpus.quantities import find_quantities
from corpus.reading.flat_headers import Column
from corpus.reading.flat_words import continent_end, country_end, kind_end

_STROKE = re.compile(r"[-–—―](?=\s|$)")
_NUMBER = re.compile(r"(?:약|约|約|about )?\s?\d[\d,.]*(?=\s|$)")
# A column of any text is as wide as one word, unless it is the last or a known one follows.
_WIDEST = 200


def in_sequence(columns: Sequence[Column], text: str) -> list[str] | None:
    """The cells of ``columns`` that take ``text`` to its end; None where one does not fit.

    A cell of free text ends where the next one of another kind begins, of which one alone may be.
    """
    rest = text.strip()
    cells: list[str] = []
    for index, column in enumerate(columns):
        if len(columns) - index == 1 and column.kind in ("text", "open"):
            return [*cells, rest] if rest else None
        end = _end(column, rest)
        if end == 0 and column.kind in ("text", "open"):
            end = _before_next(columns[index + 1], rest)
        if not 0 < end <= len(rest):
            return None
        cells.append(rest[:end].strip())
        rest = rest[end:].strip()
    return None if rest else cells


def _end(column: Column, text: str) -> int:
    """Where the cell of ``column`` ends that ``text`` opens with; 0 where it opens with none."""
    stroke = _STROKE.match(text)
    if stroke:
        return stroke.end()
    if column.kind == "count":
        return _count_end(text)
    if column.kind == "date":
        dates = find_dates(text[:_WIDEST])
        return dates[0].span.end if dates and dates[0].span.start == 0 else 0
    find = {"kind": kind_end, "country": country_end, "region": continent_end}.get(column.kind)
    return find(text) if find else 0


def _count_end(text: str) -> int:
    """Where the number ends, with its unit, that ``text`` opens with."""
    plain = _NUMBER.match(text)
    counted = find_quantities(text[:_WIDEST])
    first = counted[0].span if counted and counted[0].span.start <= len("about ") else None
    if first is not None and text[first.end : first.end + 1] in ("", " "):
        return max(first.end, plain.end() if plain else 0)
    return plain.end() if plain else 0


def _before_next(column: Column, text: str) -> int:
    """Where the words that ``text`` opens with end before the one cell of ``column`` in it."""
    starts = [m.end() for m in re.finditer(r"(?<=\S)\s+(?=\S)", text[:_WIDEST])]
    fitting = [at for at in starts if _end(column, text[at:])]
    return fitting[0] if len(fitting) == 1 else 0
