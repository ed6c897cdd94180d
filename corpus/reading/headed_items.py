"""Tables whose rows crawling left as a line of name and date with bulleted lines below it.

Nation City Agreement Info
Japan Otsu 1987-11-14
  • Population 340,000
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from corpus.dates import find_dates
from corpus.labels.meanings import PLACES
from corpus.labels.words import is_document, property_of, structure_of
from corpus.reading.flat_headers import labels_of
from corpus.reading.lines import collapse, indent_of, split_bullet

# A header takes so many lines, a table so many, and a name with its date so many letters.
_MOST_HEADER, _MOST_LINES, _LONGEST = 3, 400, 80
_LEAST_ROWS = 2
# A label has fewer words than this.
_MOST_WORDS = 6
_WORDS = range(1, _MOST_WORDS)
_NAMED = PLACES | {"country", "region"}
_EDGES = " \t,，.:：|/·-–—(（'’‘`´"


class _Row(NamedTuple):
    """A row: its name and its date as written, in the lines from ``first`` to ``end``."""

    name: str
    date: str
    first: int
    end: int


def part_headed(lines: Sequence[str]) -> list[str]:
    """``lines`` with the date of each such row on a line of its own, behind its column's label."""
    found: list[str] = []
    index = 0
    while index < len(lines):
        label, start = _header(lines, index)
        rows, end = _rows(lines, start) if label else ([], index)
        if len(rows) < _LEAST_ROWS:
            found.append(lines[index])
            index += 1
            continue
        found.extend(lines[index:start])
        found.extend(_parted(lines, rows, label, start, end))
        index = end
    return found


def _header(lines: Sequence[str], index: int) -> tuple[str, int]:
    """The label of the dates in a header that begins at ``index``, and the line behind it.

    It opens with a label, and its first row stands right below.
    """
    taken: list[str] = []
    for at in range(index, min(index + _MOST_HEADER, len(lines))):
        text = collapse(lines[at])
        if not text or any(map(str.isdigit, text)) or split_bullet(text) or "|" in text:
            break
        taken.append(text)
        opens = any(labels_of(taken, n)[:1] and labels_of(taken, n)[0][1] for n in _WORDS)
        if not opens or len(text.split()) < _LEAST_ROWS:
            break
        behind = lines[at + 1 : at + 3]
        if any(_has_date(collapse(line)) for line in behind):
            label = _date_label(taken)
            return (label, at + 1) if label else ("", index)
    return "", index


def _date_label(header: Sequence[str]) -> str:
    """The label of dates among those of places: that of a signing, else that of any date."""
    found: list[str] = []
    for most in range(_MOST_WORDS, 0, -1):
        labels = labels_of(header, most)
        known = [label for label, is_known in labels if is_known]
        if any(_is_name(label) for label in known) and 2 * len(known) >= len(labels):
            found.extend(label for label in known if not _is_name(label.split()[0]))
    for fits in (_is_signing, _is_date, _is_document):
        chosen = next(filter(fits, found), "")
        if chosen:
            return chosen
    return ""


def _is_name(label: str) -> bool:
    return structure_of(label) in _NAMED


def _is_signing(label: str) -> bool:
    return property_of(label) == "signed"


def _is_document(label: str) -> bool:
    return is_document(label) or property_of(label) == "agreement"


def _is_date(label: str) -> bool:
    return structure_of(label) == "date"


def _has_date(text: str) -> bool:
    return len(text) <= _LONGEST and not split_bullet(text) and len(find_dates(text)) == 1


def _rows(lines: Sequence[str], start: int) -> tuple[list[_Row], int]:
    """The rows from line ``start`` on, and the line behind the last that belongs to them.

    There are none where no bulleted line stands below the first of them.
    """
    rows: list[_Row] = []
    bulleted = False
    at = end = start
    while at < min(len(lines), start + _MOST_LINES):
        text = collapse(lines[at])
        row = _row(lines, at, max(start, rows[-1].end if rows else start)) if text else None
        if row is not None:
            rows.append(row)
            end = row.end
        elif split_bullet(text):
            bulleted = bool(rows)
            end = at + 1
        elif rows and bulleted and text and indent_of(lines[at]):
            end = at + 1
        at += 1
        if rows and not bulleted and len(rows) > 1:
            return [], start
    return (rows, end) if bulleted else ([], start)


def _row(lines: Sequence[str], at: int, lowest: int) -> _Row | None:
    """The row whose date stands in line ``at``: behind its name, or below that."""
    text = collapse(lines[at])
    if not _has_date(text) or text[0] in "(（[【※":
        return None
    date = find_dates(text)[0].span
    before, behind = text[: date.start].rstrip(_EDGES), text[date.end :].strip(" .)")
    if behind:
        return None
    written = text[len(before) :].strip(" ,，:：|-–—")
    if any(map(str.isalpha, before)):
        return None if any(map(str.isdigit, before)) else _Row(before, written, at, at + 1)
    above = collapse(lines[at - 1]) if at > lowest else ""
    named = above and not split_bullet(above) and not any(map(str.isdigit, above))
    plain = named and len(above) <= _LONGEST and not indent_of(lines[at - 1])
    return _Row(above, written, at - 1, at + 1) if plain else None


def _parted(
    lines: Sequence[str], rows: Sequence[_Row], label: str, start: int, end: int
) -> list[str]:
    """The lines of the table from ``start`` to ``end`` with the dates behind their label."""
    found: list[str] = []
    heads = {row.first: row for row in rows}
    at = start
    while at < end:
        row = heads.get(at)
        found.extend(["", row.name, f"{label} : {row.date}"] if row else [lines[at]])
        at = row.end if row else at + 1
    return [*found, ""]
