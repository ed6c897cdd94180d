"""Tables of partners that crawling left with a space between cells, the date between two others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from corpus.dates import find_dates
from corpus.labels.meanings import is_known
from corpus.labels.types import DATED
from corpus.labels.words import property_of, structure_of
from corpus.reading.lines import collapse, split_bullet

# A header names so many columns at least.
_LEAST_COLUMNS = 3
_BAR = " | "
_EMPTY = "-"


def join_spaced(lines: Sequence[str]) -> list[str]:
    """``lines`` with bars between the cells of such tables.

    Most words of the header are known labels, one of them of a date; each row has one date, which
    shows what stands before it and behind it. Where each row has as many words before its date as
    the header, every word is a cell. Tabs part cells by themselves.
    """
    found: list[str] = []
    index = 0
    while index < len(lines):
        rows = list(_table_at(lines, index))
        found.extend(_BAR.join(["", *row, ""]).strip() for row in rows)
        if not rows:
            found.append(lines[index])
        index += len(rows) or 1
    return found


def _table_at(lines: Sequence[str], index: int) -> Iterator[list[str]]:
    header = [] if "\t" in lines[index].strip() else collapse(lines[index]).split(" ")
    dated = [i for i, word in enumerate(header) if property_of(word) in DATED]
    known = sum(map(is_known, header))
    named = 2 * known > len(header) >= _LEAST_COLUMNS and all(map(str.isalpha, header))
    if not named or len(dated) != 1 or not dated[0]:
        return
    rows = list(takewhile(bool, map(_cells, islice(lines, index + 1, None))))
    if not rows:
        return
    place, behind = header[: dated[0]], header[dated[0] + 1 :]
    last = behind[0] if len(behind) == 1 else _EMPTY
    if all(len(before.split()) == len(place) for before, *_ in rows):
        noted = len(behind) > 0 or any(row[-1] != _EMPTY for row in rows)
        yield [*place, header[dated[0]], *([last] if noted else [])]
        yield from ([*row[0].split(), row[1], *(row[2:] if noted else [])] for row in rows)
        return
    heads = next((word for word in place if structure_of(word) == "place"), place[-1])
    yield [heads, header[dated[0]], last]
    yield from rows


def _cells(line: str) -> list[str]:
    """What stands before the one date of ``line``, the date, and what stands behind it."""
    text = collapse(line)
    dates = find_dates(text) if text and "|" not in text and not split_bullet(text) else []
    if len(dates) != 1:
        return []
    start, end = dates[0].span
    before, behind = text[:start].strip(), text[end:].strip(" .")
    return [before, text[start:end], behind or _EMPTY] if before else []
