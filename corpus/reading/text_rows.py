"""Rows of tables in crawled text: bars or tabs between cells, wrapped rows, labels and a gap."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from corpus.labels.meanings import PLACES, is_known
from corpus.labels.types import fits
from corpus.labels.words import property_of, structure_of
from corpus.reading.lines import collapse, crumbs, split_bullet
from corpus.reading.outline import Cell
from corpus.reading.records import labels_event

Cells = tuple[Cell, ...]

_BAR = " | "
# A wrapped row takes at most this many lines and characters.
_MOST_LINES, _LONGEST_ROW = 24, 600
# A label or value that stands on a line of its own has at most so many characters.
_LONGEST_CELL = 80
# How many labels with their values on the next line follow on another at least, and what such a
# label may describe that is no property.
_LEAST_STACKED = 2
_DESCRIBING = PLACES | {"kind", "region", "country"}
# What parts a label from its value, or cells from one another, where no sign does.
_GAP = re.compile(r"\s*\t\s*|\s*\u3000\s*|(?<=\S)[ \u00a0]{2,}")


def join_wrapped(lines: Sequence[str]) -> list[str]:
    """``lines`` with each row of a table on one line, where cells or rows were wrapped.

    A row ends with a bar; how many cells it has, most of the rows beside it tell.
    """
    found: list[str] = []
    for blank, group in groupby(lines, key=lambda line: not line.strip()):
        run = list(group)
        barred = not blank and sum("|" in line for line in run) > 1
        found.extend(_unwrapped(run) if barred else run)
    return found


def _unwrapped(run: list[str]) -> Iterator[str]:
    run = list(_with_notes(run))
    closed = any(line.rstrip().endswith("|") for line in run)
    counts = Counter(
        len(split_bars(line)) for line in run if not closed or line.rstrip().endswith("|")
    )
    wanted = max(counts, key=lambda count: (counts[count], count), default=0)
    wanted = wanted if closed else max(counts)
    index = 0
    while index < len(run):
        taken = _wrapped(run, index, wanted, closed) if wanted > 1 else 1
        yield run[index] if taken == 1 else " ".join(map(collapse, run[index : index + taken]))
        index += taken


def _with_notes(run: list[str]) -> Iterator[str]:
    """Lines with what stands in brackets on the next one: the rest of a cell."""
    above: str | None = None
    for line in run:
        if above is not None and line.lstrip()[:1] in "(（" and not above.rstrip().endswith("|"):
            above = f"{above} {line.strip()}"
            continue
        if above is not None:
            yield above
        above = line
    if above is not None:
        yield above


def _wrapped(run: list[str], index: int, wanted: int, closed: bool) -> int:
    """How many lines from ``index`` on make one row of ``wanted`` cells; 1 where none do.

    A row is ``closed`` by a bar where any is.
    """
    if "|" not in run[index] or split_bullet(run[index].strip()):
        return 1
    text = ""
    for taken, line in enumerate(run[index : index + _MOST_LINES], 1):
        text = f"{text} {collapse(line)}".strip()
        whole = text.endswith("|") or not closed
        count = len(split_bars(text))
        if (whole and count == wanted) or count > wanted or len(text) > _LONGEST_ROW:
            return taken if whole and count == wanted else 1
    return 1


def split_bars(line: str) -> list[str]:
    """The cells between the bars of ``line``; bars at both ends frame it."""
    text = line.strip()
    framed = len(text) > 2 and text[0] == text[-1] == "|"
    return text[int(framed) :].removesuffix("|").split("|")


def cells_of(raw: str, line: str) -> Cells:
    """The cells of ``line`` if it looks like a row of a table: parted by tabs, bars or gaps."""
    if split_bullet(line):
        return ()
    pairs = _pairs(raw.strip())
    if pairs or "\t" not in raw.strip():
        return pairs or barred_cells(line, last=True)
    return _cells(raw.lstrip().rstrip(" \r\n").split("\t"))


def barred_cells(line: str, last: bool = False) -> Cells:
    """The cells of ``line`` that bars part, if it is a row of a table.

    A bar at the end of a line that none opens may close it; with ``last`` an empty cell is behind.
    """
    line = line.strip()
    bars = line.count(_BAR) + line.endswith(" |")
    framed = len(line) > 2 and line[0] == line[-1] == "|"
    behind = [""] if last and line.endswith(" |") and not framed else []
    return _cells([*split_bars(line), *behind]) if framed or bars > 1 else ()


def squared(rows: Sequence[Cells]) -> list[Cells]:
    """``rows`` without the last cell where it is empty in all of them: a bar closes each row."""
    closed = all(len(cells) > 2 and not cells[-1].text for cells in rows)
    return [cells[:-1] for cells in rows] if closed else list(rows)


def _cells(parts: Sequence[str]) -> Cells:
    cells = tuple(Cell(collapse(part)) for part in parts)
    return cells if sum(bool(cell.text) for cell in cells) > 1 else ()


def _pairs(raw: str) -> Cells:
    """Labels and values in turn that gaps part: ``市花　菊花　市樹　黑鐵黐``."""
    parts = [collapse(part) for part in _GAP.split(raw)]
    if len(parts) < 2 or len(parts) % 2 or not all(parts):
        return ()
    labels = parts[::2]
    if not all(property_of(label) for label in labels) or any(map(property_of, parts[1::2])):
        return ()
    return tuple(Cell(part, header=not index % 2) for index, part in enumerate(parts))


def stacked_pairs(lines: Sequence[str]) -> dict[int, Cells]:
    """Labels on lines of their own with their values on the next, where several follow on another.

    By the index of the label's line; what they are values of is known for each.
    """
    found: dict[int, Cells] = {}
    index = 0
    while index < len(lines):
        pairs = list(_stacked_from(lines, index))
        if len(pairs) >= _LEAST_STACKED:
            found.update((index + 2 * at, pair) for at, pair in enumerate(pairs))
        index += 2 * len(pairs) or 1
    return found


def _stacked_from(lines: Sequence[str], index: int) -> Iterator[Cells]:
    for at in range(index, len(lines) - 1, 2):
        label, value = collapse(lines[at]), collapse(lines[at + 1])
        name, describes = property_of(label), structure_of(label)
        known = name or describes in _DESCRIBING or labels_event(label)
        if not known or not value or len(value) > _LONGEST_CELL or labels_event(value):
            return
        if split_bullet(value) or crumbs(value, near_top=True):
            return
        # What kind of partner one is may be a word that heads a list of partners elsewhere.
        if property_of(value) or (structure_of(value) and describes != "kind"):
            return
        if "|" in value or (name and not fits(name, value)):
            return
        yield Cell(label, header=True), Cell(value)


def headers_of(rows: Sequence[Cells]) -> tuple[str, ...]:
    """What the first of ``rows`` calls the columns, if it does: labels, or words without digits."""
    first = [cell.text for cell in rows[0]]
    known = [text for text in first if is_known(text)]
    if len(rows) < 2 or len(first) < 2 or rows[0][0].header:
        return ()
    if len(first) == 2 or 2 * len(known) >= len(first):
        filled = [text for text in first if text]
        return tuple(first) if len(known) == len(filled) or len(first) > 2 else ()
    alike = {len(cells) for cells in rows} == {len(first)}
    return tuple(first) if alike and not any(map(str.isdigit, "".join(first))) else ()


def fitting(headers: tuple[str, ...], cells: Cells) -> tuple[str, ...]:
    """``headers`` for ``cells``, which may lack the first ones where those span several rows."""
    missing = len(headers) - len(cells)
    if missing <= 0:
        return headers
    spanning = {"number", "country", "region", "kind"}
    spanned = all(structure_of(header) in spanning for header in headers[:missing])
    return headers[missing:] if spanned else ()
