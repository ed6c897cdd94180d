"""Tables that crawling left with each cell on a line of its own.

Their headers stand first, or each row begins with its date on a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.dates import find_dates
from corpus.labels.words import list_of, property_of, structure_of
from corpus.reading.lines import collapse, split_bullet
from corpus.spans import text_without
from corpus.text import fold_text
from corpus.wordlists import load_toml

# A table has so many columns, and a cell at most so many letters.
_LEAST_COLUMNS, _MOST_COLUMNS, _LONGEST_CELL = 3, 8, 200
# What a date tells takes so many lines at most, and so many dates make a list of events.
_MOST_TOLD, _LEAST_DATED = 3, 2
# The line above the first date says no more than what is listed.
_LONGEST_HEADING = 10
_BAR = " | "
# A year as a line of its own, and what opens the lines of what happened in it.
_YEAR = re.compile(r"\W*(?:19|20)\d\d\s*(?:년도?|年度?)?\W*")
_MONTH = re.compile(r"[^\w(（\[【]{0,3}(?:1[0-2]|0?[1-9])\s?(?:[月월]|\.\s?\d{1,2}\.?(?!\d)\s?\D)")
_MOST_OF_YEAR = 60
_STROKE = re.compile(r"[-–—―]{1,2}")
# What may stand beside a date: its day of the week, a part of the month, what is planned.
_SIGNS = re.compile(
    r"[\W_]|[월화수목금토일](?=\s*[)）])|예정|계획|[상중하]순|[초중말경](?![가-힣])"
)


def join_stacked(lines: Sequence[str]) -> list[str]:
    """``lines`` with the cells of a stacked table joined by bars, a line for each row.

    Its headers are known ones, and the column of dates shows where each row begins and that no
    cell was left out.
    """
    found: list[str] = []
    index = 0
    while index < len(lines):
        rows, end = _table_at(lines, index)
        found.extend(_BAR.join(["", *row, ""]).strip() for row in rows)
        if not rows:
            found.append(lines[index])
        elif end < len(lines) and lines[end].strip():
            # What stands right below the last row is none of the table.
            found.append("")
        index = end if rows else index + 1
    return found


def join_dated(lines: Sequence[str]) -> list[str]:
    """``lines`` with each date on a line of its own joined by bars to what stands below it.

    Where several follow on another: an event each.
    """
    found: list[str] = []
    index = 0
    while index < len(lines):
        rows, end = _dated_at(lines, index)
        found.extend(_BAR.join(["", *row, ""]).strip() for row in rows)
        if not rows:
            found.extend(lines[index:end])
        index = end
    return found


def _dated_at(lines: Sequence[str], index: int) -> tuple[list[list[str]], int]:
    """The rows of a date and what it tells from ``index`` on, and where to go on behind them.

    No rows unless there are several, nor where one of the dates has nothing below it: none of the
    dates before that one begins a list then.
    """
    above = collapse(lines[index - 1]) if index else ""
    if not is_date(collapse(lines[index])) or not _may_head(above):
        return [], index + 1
    rows: list[list[str]] = []
    end, least = index, _MOST_TOLD + 1
    while end < len(lines) and is_date(collapse(lines[end])):
        told = max(_months_below(lines, end), _told_below(lines, end + 1, least - 1), key=len)
        if not told:
            # A date at the end of what it dates, and not above it: the title of a post comes first.
            return [], end + 1
        rows.append([collapse(lines[end]), *told])
        end += len(rows[-1])
        least = min(least, len(rows[-1]))
    return (rows, end) if len(rows) >= _LEAST_DATED else ([], index + 1)


def _may_head(line: str) -> bool:
    """Whether a list of events may begin below ``line``: nothing, or what heads one."""
    return (
        not line
        or list_of(line) is not None
        or (len(line) <= _LONGEST_HEADING and not property_of(line))
    )


def _told_below(lines: Sequence[str], start: int, most: int) -> list[str]:
    """The lines below a date up to the next one; not more than a date above had, if it is last."""
    told: list[str] = []
    for line in lines[start : start + _MOST_TOLD + 1]:
        text = collapse(line)
        if is_date(text):
            return told
        plain = text and "|" not in text and len(text) <= _LONGEST_CELL and not property_of(text)
        if not plain or split_bullet(text):
            break
        told.append(text)
    return told[:most] if most <= _MOST_TOLD else told[:1]


def _months_below(lines: Sequence[str], index: int) -> list[str]:
    """The lines below a year that open with a month or a day, which are all of that year."""
    told: list[str] = []
    if not _YEAR.fullmatch(collapse(lines[index])):
        return told
    for line in lines[index + 1 : index + 1 + _MOST_OF_YEAR]:
        text = collapse(line)
        if not _MONTH.match(text) or "|" in text or not len(text) <= _LONGEST_CELL:
            break
        told.append(text)
    # A day alone is a line whose event stands in the next one.
    return [] if any(map(is_date, told)) else told


def _table_at(lines: Sequence[str], index: int) -> tuple[list[list[str]], int]:
    """The rows of the stacked table that starts at ``index``, its headers first, and its end.

    No rows if there is no such table.
    """
    columns = _columns_at(lines, index)
    dated = next((i for i, header in enumerate(columns) if _heads_dates(header)), None)
    if dated is None or not _LEAST_COLUMNS <= len(columns) <= _MOST_COLUMNS:
        return [], index
    rows, end = _rows(lines, index + len(columns), len(columns), dated)
    return ([columns, *rows] if rows else []), end


def _columns_at(lines: Sequence[str], index: int) -> list[str]:
    columns = []
    for line in lines[index : index + _MOST_COLUMNS + 1]:
        text = collapse(line)
        if not text or not _is_header(text):
            break
        columns.append(text)
    return columns if len(set(columns)) == len(columns) else []


def _rows(lines: Sequence[str], start: int, width: int, dated: int) -> tuple[list[list[str]], int]:
    """Rows of ``width`` lines with a date in the column ``dated``, up to the first that is none.

    Blank lines may part rows, but not the cells of one. A stroke stands where there is no date.
    """
    rows: list[list[str]] = []
    end = start
    while (first := _after_blanks(lines, end)) + width <= len(lines):
        row = [collapse(line) for line in lines[first : first + width]]
        whole = all(row) and all(len(cell) <= _LONGEST_CELL and "|" not in cell for cell in row)
        at = row[dated]
        dates = is_date(at) or _YEAR.fullmatch(at) is not None
        if not whole or not (dates or _STROKE.fullmatch(at)) or any(map(_is_item, row)):
            break
        rows.append(row)
        end = first + width
    return (rows, end) if any(is_date(row[dated]) for row in rows) else ([], start)


def _after_blanks(lines: Sequence[str], index: int) -> int:
    """Where the next line stands that is not empty, with one between at most."""
    return index + 1 if index < len(lines) and not lines[index].strip() else index


def _is_item(text: str) -> bool:
    """Whether a line is an item of a list; a stroke alone is a cell."""
    return split_bullet(text) is not None and _STROKE.fullmatch(text) is None


def _is_header(text: str) -> bool:
    named = property_of(text) or structure_of(text) or list_of(text)
    return bool(named) or any(_key(text) in names for names in _columns().values())


def _heads_dates(header: str) -> bool:
    return _key(header) in _columns()["date"] or property_of(header) == "signed"


def is_year(text: str) -> bool:
    """Whether ``text`` is a year and nothing else."""
    return _YEAR.fullmatch(text) is not None


@lru_cache(maxsize=1024)
def is_date(text: str) -> bool:
    """Whether ``text`` is a date or an interval and nothing else."""
    dates = find_dates(text)
    return bool(dates) and not _SIGNS.sub("", text_without(text, dates))


@lru_cache(maxsize=1024)
def _key(header: str) -> str:
    return "".join(fold_text(header).split()).strip("()[]·-*")


@lru_cache(maxsize=1)
def _columns() -> dict[str, frozenset[str]]:
    table = load_toml("kinds.toml")["_columns"]
    return {name: frozenset(words) for name, words in table.items()}
