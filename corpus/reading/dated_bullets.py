"""Logs of events that crawling left with each date on a line and what it tells in bullets below.

A year alone is a heading of what stands below it, and no row.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.reading.lines import collapse, indent_of, split_bullet
from corpus.reading.stacked_rows import is_date, is_year

# So many dates make a log, and so many lines at most tell of one.
_LEAST, _MOST = 2, 12
_LONGEST = 600


def join_bulleted(lines: Sequence[str]) -> list[str]:
    """``lines`` with each date that has bullets below it joined by bars to them, a row each."""
    found: list[str] = []
    index = 0
    while index < len(lines):
        rows = _log_at(lines, index)
        found.extend(f"| {row[0]} | {' / '.join(row[1:])} |" for row in rows)
        if not rows:
            found.append(lines[index])
        index += sum(map(len, rows)) or 1
    return found


def _log_at(lines: Sequence[str], index: int) -> list[list[str]]:
    """The dates from ``index`` on with the lines below each; none unless there are several."""
    rows: list[list[str]] = []
    while index < len(lines) and _is_lone_date(lines[index]):
        told = _told_below(lines, index)
        if not told:
            break
        rows.append([collapse(lines[index]), *told])
        index += len(rows[-1])
    return rows if len(rows) >= _LEAST else []


def _told_below(lines: Sequence[str], index: int) -> list[str]:
    """The bullets below a date, with lines indented under them; none where too much is told."""
    told: list[str] = []
    bulleted = 0
    for line in lines[index + 1 : index + 2 + _MOST]:
        bullet = split_bullet(line.strip())
        goes_on = bullet or (told and collapse(line) and indent_of(line) > bulleted)
        if not goes_on or "|" in line or _is_lone_date(line):
            break
        bulleted = indent_of(line) if bullet else bulleted
        told.append(collapse(bullet.text if bullet else line))
    fits = 0 < len(told) <= _MOST and sum(map(len, told)) <= _LONGEST
    return told if fits else []


def _is_lone_date(line: str) -> bool:
    text = collapse(line)
    return bool(text) and split_bullet(text) is None and is_date(text) and not is_year(text)
