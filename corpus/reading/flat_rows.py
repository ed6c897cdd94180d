"""Tables of partners that crawling left with spaces and line ends between their cells.

A header names the columns; in each row the date and the numbers stand in their order, and what
stands before and behind them are the names and the remarks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from corpus.labels.partner_dates import names_tie
from corpus.labels.words import is_section
from corpus.reading.flat_cells import NOTHING, leading_cells, trailing_cells
from corpus.reading.flat_cores import Core, find_cores
from corpus.reading.flat_elements import Element, elements_of
from corpus.reading.flat_headers import Column, are_labels, columns_at
from corpus.reading.flat_words import country_end, kind_end
from corpus.reading.lines import collapse, is_sentence, split_bullet
from corpus.reading.own_column import has_own_column, names_own
from corpus.reading.spanned_kinds import spread_kinds

_BAR = " | "
_NOTE = re.compile(r"[(（][^()（）]{1,30}[)）]")
_CORE = frozenset({"date", "count"})
# A table has so many rows at least, or one of so many columns that are dates and numbers.
_LEAST_ROWS, _LEAST_CORE = 2, 3
_MOST_IN_LINE = 100
# So many lines above a header may be titles of the table.
_MOST_TITLES = 3
# A table has so many lines, a name takes so many lines, and a line of it so many letters.
_MOST_LINES, _MOST_NAME_LINES, _LONGEST_NAME, _LONGEST_HEADING = 400, 3, 80, 40


def join_flat(lines: Sequence[str]) -> list[str]:
    """``lines`` with bars between the cells of such tables; a row whose name is lost has none."""
    found: list[str] = []
    index = 0
    while index < len(lines):
        joined, taken = _table_at(lines, index)
        found.extend(joined or lines[index : index + 1])
        index += taken or 1
    return found


def _table_at(lines: Sequence[str], index: int) -> tuple[list[str], int]:
    """The table that begins at ``index``, a line for each row, and how many lines it takes.

    The line above a header may have a label in it as well: it is the title of the table.
    """
    best = _longest_at(lines, index)
    above = range(1, min(best[1], _MOST_TITLES + 1))
    titled = any(_is_titled(lines, index, index + more, best[1] - more) for more in above)
    return ([], 0) if titled else best


def _is_titled(lines: Sequence[str], first: int, header: int, taken: int) -> bool:
    """Whether the lines from ``first`` to ``header`` are the title of a table of ``taken`` lines.

    Columns that stand a line each are none: each is known, and says what no other says.
    """
    if _longest_at(lines, header)[1] < taken:
        return False
    title = " ".join(map(collapse, lines[first:header]))
    return not are_labels(title) or names_tie(title)


def _longest_at(lines: Sequence[str], index: int) -> tuple[list[str], int]:
    """As ``_table_at``, whatever begins in the line below."""
    best: tuple[list[str], int] = ([], 0)
    most = (0, 0)
    for columns, taken in columns_at(lines, index):
        table = _Table(columns, _body(lines, index + taken))
        rows = table.rows()
        fitting = (len(rows) * len(table.core), sum(map(table.sure, rows.values())))
        if fitting > most:
            most = fitting
            best = [*table.joined(rows)], taken + table.taken
    return best


def _barred(cells: Sequence[str]) -> str:
    return f"| {_BAR.join(cells)} |"


def _body(lines: Sequence[str], start: int) -> list[str]:
    """The lines of a table below its header, up to an empty one."""
    found: list[str] = []
    for line in lines[start : start + _MOST_LINES]:
        text = collapse(line)
        if not text or "|" in text or "\t" in line.strip():
            break
        found.append(text)
    heads = (at for at in range(1, len(found)) if columns_at(found, at))
    return found[: next(heads, len(found))]


class _Table:
    """The columns of a table and the lines below them."""

    def __init__(self, columns: Sequence[Column], body: Sequence[str]) -> None:
        kinds = [column.kind for column in columns]
        first = next(i for i, kind in enumerate(kinds) if kind in _CORE)
        end = next((i for i in range(first, len(kinds)) if kinds[i] not in _CORE), len(kinds))
        self.before, self.core, self.behind = columns[:first], columns[first:end], columns[end:]
        self.body = body
        self.elements = [e for at, line in enumerate(body) for e in elements_of(line, at)]
        self.first_of: dict[int, int] = {}
        for index, element in enumerate(self.elements):
            self.first_of.setdefault(element.line, index)
        self.cores = find_cores(self.core, self.elements)
        self.taken = 0
        self.noted = False
        self.ends: dict[int, int] = {}

    @property
    def shown(self) -> list[Column]:
        """The columns of the rows that are told."""
        note = [Column(NOTHING, "open")] if self.noted else []
        return [*self.before, *self.core, *self.behind, *note]

    def sure(self, cells: Sequence[str]) -> int:
        """How many cells of a row are for certain what their columns hold."""
        ends = {"country": country_end, "kind": kind_end}
        return sum(
            ends[column.kind](cell) == len(cell)
            for column, cell in zip(self.shown, cells, strict=False)
            if column.kind in ends
        )

    def joined(self, rows: Mapping[int, list[str]]) -> Iterator[str]:
        """The header and the rows as lines with bars, and lines that are part of neither.

        A line of dates or numbers that do not fit is a row of which nothing is told; below a
        heading between rows the header stands again.
        """
        head = _barred([column.label for column in self.shown])
        headed = False
        taken = 0
        for at in range(self.taken):
            if at < taken:
                continue
            if at in rows or self._is_odd(at):
                yield from () if headed else (head,)
                headed = True
                blank = [NOTHING] * (len(self.shown) - 1)
                yield _barred(rows.get(at) or [*blank, self.body[at]])
                taken = self.ends.get(at, at + 1)
            else:
                headed = False
                yield self.body[at]

    def rows(self) -> dict[int, list[str]]:
        """The cells of each row by its first line; none where they are no table."""
        told = bool(self.before) and any(c.kind in ("place", "country") for c in self.before)
        enough = len(self.cores) >= _LEAST_ROWS or (self.cores and len(self.core) >= _LEAST_CORE)
        if not told or not enough or any(c.kind == "date" for c in self.behind):
            return {}
        if any(map(split_bullet, self.body[: self.cores[-1].last + 1])):
            return {}
        self.noted = not self.behind and any(self._rest(core) for core in self.cores)
        starts = self._starts()
        behind = [*starts[1:], self._end(starts)]
        ends = [self._cut(core.last + 1, end) for core, end in zip(self.cores, behind, strict=True)]
        self.ends = dict(zip(starts, ends, strict=True))
        self.taken = ends[-1]
        names = [self._names(core, at) for core, at in zip(self.cores, starts, strict=True)]
        by_word = all(len(" ".join(name).split()) == len(self.before) for name in names)
        labels, kinds = [c.label for c in self.before], [c.kind for c in self.before]
        if has_own_column(labels, kinds) and not names_own(labels[0], names):
            return {}
        rows = list(zip(self.cores, names, starts, strict=True))
        return spread_kinds(
            {start: self._row(core, name, self.ends[start], by_word) for core, name, start in rows}
        )

    def _cut(self, start: int, end: int) -> int:
        """The first line from ``start`` on that is of no row: dates and numbers, or a heading."""
        goes_on = bool(self.behind) or self.noted
        for at in range(start, end):
            text = self.body[at]
            heads = len(text) <= _LONGEST_HEADING and (names_tie(text) or is_section(text))
            if heads or not goes_on or self._is_odd(at):
                return at
        return end

    def _is_odd(self, at: int) -> bool:
        """Whether a line has a date or several numbers, as rows do."""
        kinds = [element.kind for element in self._in_line(at)]
        return "date" in kinds or kinds.count("count") > 1

    def _starts(self) -> list[int]:
        """The line in which each row begins; that of its dates where the name above is open."""
        found = []
        above: Core | None = None
        for core in self.cores:
            found.append(self._start(core, above))
            above = core
        return found

    def _start(self, core: Core, above: Core | None) -> int:
        lowest = above.last + 1 if above else 0
        gap = range(lowest, core.first)
        if self.before[0].kind == "country":
            heads = [at for at in (*gap, core.first) if country_end(self.body[at])]
            if heads:
                return self._whole_head(heads)
        if core.start and self.elements[core.start - 1].line == core.first:
            # The name stands before its dates; lines above it are the rest of the row above.
            return core.first if above or not gap else self._wrapped_name(gap, core.first)
        if not gap or self._tells(gap):
            return core.first
        if len(gap) == 1 or (above is None and len(gap) <= _MOST_NAME_LINES):
            return gap[0]
        rest = self._rest(above) if above else ""
        closed = is_sentence(rest) or (above is not None and self._all_above_are_told())
        return gap[0] if closed and len(gap) <= _MOST_NAME_LINES else core.first

    def _whole_head(self, heads: list[int]) -> int:
        """The last line that a country opens; that of the country alone where its name is again."""
        last = heads[-1]
        before = self.body[last - 1] if last - 1 in heads else ""
        return last - 1 if before and country_end(before) == len(before) else last

    def _wrapped_name(self, gap: range, first: int) -> int:
        return gap[0] if len(gap) < _MOST_NAME_LINES and not self._tells(gap) else first

    def _all_above_are_told(self) -> bool:
        """Whether nothing stands behind the numbers of any row: what is between them are names."""
        return not self.behind and not any(self._rest(core) for core in self.cores)

    def _tells(self, gap: range) -> bool:
        """Whether lines tell more than a name: a date, numbers, or too many letters."""
        marked = any(e.kind != "words" for at in gap for e in self._in_line(at))
        return marked or any(len(self.body[at]) > _LONGEST_NAME for at in gap)

    def _rest(self, core: Core) -> str:
        """What stands behind the numbers of a row in the same line."""
        return " ".join(e.text for e in self._in_line(core.last, core.end))

    def _end(self, starts: Sequence[int]) -> int:
        """The line behind the last row, which is no longer than others are."""
        last = self.cores[-1]
        behind = [after - core.last for core, after in zip(self.cores, starts[1:], strict=False)]
        wrapped = bool(self.behind) and bool(behind) and min(behind) > 1
        longest = last.last + max(behind, default=1) if wrapped else last.last + 1
        return min(longest, len(self.body))

    def _names(self, core: Core, start: int) -> list[str]:
        """The lines of a row before its dates and numbers."""
        lines = [self._line_before(core, at) for at in range(start, core.first + 1)]
        return [text for text in lines if text]

    def _row(self, core: Core, names: list[str], end: int, by_word: bool) -> list[str]:
        """The cells of a row up to line ``end``."""
        before = leading_cells(self.before, names, by_word)
        rest = [self._rest(core), *self.body[core.last + 1 : end]]
        rest = [text for text in rest if text]
        cells = list(core.cells)
        if rest and self.core[-1].kind == "date" and _NOTE.fullmatch(rest[0]):
            cells[-1] = f"{cells[-1]} {rest.pop(0)}"
        return [*before, *cells, *trailing_cells(self.behind, rest, self.noted)]

    def _line_before(self, core: Core, at: int) -> str:
        if at != core.first:
            return self.body[at]
        return " ".join(e.text for e in self._in_line(at)[: core.start - self.first_of[at]])

    def _in_line(self, at: int, start: int = 0) -> list[Element]:
        """The elements of line ``at``, from the one of index ``start`` on."""
        first = max(start, self.first_of.get(at, len(self.elements)))
        return list(
            takewhile(
                lambda element: element.line == at, self.elements[first : first + _MOST_IN_LINE]
            )
        )
