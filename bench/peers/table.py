"""The table of docs/performance.md, from a file of results."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.peers.material import ROOT
from bench.peers.results import Results, SystemResult, WayResult

DOCUMENT = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- bench.peers: written by `make peers` -->", "<!-- /bench.peers -->"

Number = Callable[[SystemResult, WayResult], float]


@dataclass(frozen=True, slots=True)
class Column:
    """A measure: how it is called, taken and written; ``more`` is better, or less, or
    neither (None).
    """

    title: str
    number: Number
    form: str
    more: bool | None = False


COLUMNS = (
    Column("sealed: first", lambda _, w: 100 * w.sealed.first, "{:.1f} %", True),
    Column("sealed: in five", lambda _, w: 100 * w.sealed.among, "{:.1f} %", True),
    Column("open: first", lambda _, w: 100 * w.open.first, "{:.1f} %", True),
    Column("open: in five", lambda _, w: 100 * w.open.among, "{:.1f} %", True),
    Column("page's language: in five", lambda _, w: 100 * w.alike.among, "{:.1f} %", True),
    Column("another language: in five", lambda _, w: 100 * w.across.among, "{:.1f} %", True),
    Column("characters of the first", lambda _, w: w.open.characters, "{:.0f}", None),
    Column("median", lambda _, w: w.median_ms, "{:.1f} ms"),
    Column("p95", lambda _, w: w.p95_ms, "{:.1f} ms"),
    Column("16 clients", lambda _, w: w.many_per_s, "{:.1f}/s", True),
    Column("start", lambda s, _: s.start_s, "{:.1f} s"),
    Column("memory", lambda s, _: s.serve_mb, "{:.0f} MB"),
    Column("build", lambda s, _: s.build_s, "{:.1f} s"),
    Column("memory of the build", lambda s, _: s.build_mb, "{:.0f} MB"),
    Column("installed", lambda s, _: s.install_mb, "{:,.0f} MB"),
    Column("lines written", lambda s, _: s.lines, "{:.0f}"),
)
# A machine whose load is more than this for each core did something else, and what is then said.
QUIET = 0.25
NOISE = "**Other work kept the machine busy in this run: its times are preliminary.**"
# Which of the systems is ours.
OURS = "Gyoryu"


def table(results: Results) -> str:
    """Measures down, ways to ask across; the best of each row in bold, and who leads where."""
    rows = [(system, way) for system in results.systems for way in system.ways]
    head = " | ".join(way.title for _, way in rows)
    lines = [f"| | {head} |", "|---|" + "---|" * len(rows)]
    lines += [_line(column, rows) for column in COLUMNS]
    return "\n".join([*lines, "", _setting(results), "", _led(rows)])


def put(results: Results, document: Path = DOCUMENT) -> None:
    """Write the table between its marks in ``document``."""
    before, _, rest = document.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    text = f"{before}{BEGIN}\n\n{table(results)}\n\n{END}{after}"
    document.write_text(text, encoding="utf-8")


def _line(column: Column, rows: Sequence[tuple[SystemResult, WayResult]]) -> str:
    told = [column.form.format(column.number(*row)) for row in rows]
    best = column.form.format(_best(column, rows))
    ranked = column.more is not None
    cells = " | ".join(f"**{cell}**" if ranked and cell == best else cell for cell in told)
    return f"| {column.title} | {cells} |"


def _best(column: Column, rows: Sequence[tuple[SystemResult, WayResult]]) -> float:
    numbers = [column.number(*row) for row in rows]
    return max(numbers) if column.more else min(numbers)


def _setting(results: Results) -> str:
    first = results.systems[0].ways[0]
    versions = ", ".join(f"{system.title} {system.version}" for system in results.systems)
    return (
        f"{results.day}, {results.cores} cores with a load of {results.load} before: "
        f"{results.pages} pages, {first.open.questions} open and {first.sealed.questions} sealed "
        f"questions, {first.alike.questions} of them in a language of their page; medians of "
        f"{results.builds} builds and {results.starts} starts. {versions}."
        + (f" {NOISE}" if results.load > QUIET * results.cores else "")
    )


def _led(rows: Sequence[tuple[SystemResult, WayResult]]) -> str:
    """Where another leads, said of the better of our ways."""
    others = [row for row in rows if row[0].title != OURS]
    ours = [row for row in rows if row[0].title == OURS]
    ahead = {
        column.title: _ahead(column, ours, others) for column in COLUMNS if column.more is not None
    }
    behind = [f"{title} ({', '.join(who)})" for title, who in ahead.items() if who]
    if not behind:
        return "Gyoryu leads every row."
    return f"Gyoryu does not lead in: {'; '.join(behind)}."


def _ahead(
    column: Column,
    ours: Sequence[tuple[SystemResult, WayResult]],
    others: Sequence[tuple[SystemResult, WayResult]],
) -> list[str]:
    """Who is better than the better of our ways."""
    mine = _best(column, ours)
    return [
        way.title
        for system, way in others
        if (column.number(system, way) > mine if column.more else column.number(system, way) < mine)
    ]
