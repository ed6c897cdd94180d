"""What an evaluation found, as text, as JSON and as Markdown.

Of sealed files, whose questions nobody is to tune on, nothing but totals is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property

import orjson

from service.calibration import Reliability, reliability
from service.evaluation import OUTCOMES, Report, Result, Tally
from service.tables import Row, one_line, render_table
from service.triples import Agreement, agreement

_RATES = ("right %", "wrong %")
_COUNTS = (*OUTCOMES, "all", *_RATES)


@dataclass(frozen=True)
class Evaluated:
    """The reports of files by name, those of sealed ones apart."""

    files: Mapping[str, Report]
    sealed: Mapping[str, Report]

    @cached_property
    def open(self) -> Report:
        """All questions that may be looked at."""
        return Report(tuple(result for report in self.files.values() for result in report.results))

    @cached_property
    def agreement(self) -> Agreement:
        """Whether the questions of each triple were answered alike."""
        return agreement(self.open.results)

    @cached_property
    def reliability(self) -> Reliability:
        """How far confidence and outcome agree, over the open files."""
        return reliability(self.open.claims)

    @cached_property
    def sealed_reliability(self) -> Reliability:
        """The same over the sealed ones."""
        return reliability([c for report in self.sealed.values() for c in report.claims])


def show_evaluation(found: Evaluated, with_failures: bool) -> str:
    """Every table under its title, the agreement of triples, and what failed."""
    parts = [f"{title}\n{render_table(head, rows)}" for title, head, rows in _tables(found)]
    parts += list(_sentences(found))
    if with_failures:
        parts += ["\n".join(_failure(result)) for result in found.open.failures]
        parts += ["\n".join(_apart(results)) for results in found.agreement.apart]
    return "\n\n".join(parts)


def markdown_of(found: Evaluated) -> str:
    """Every table and the sentences below them, without the failures."""
    parts = [f"## {title}\n\n{_markdown_table(head, rows)}" for title, head, rows in _tables(found)]
    return "\n\n".join(["# Results", *parts, *_sentences(found)]) + "\n"


def evaluation_json(found: Evaluated) -> bytes:
    """The outcomes by file, pair and kind, reliability, agreement, and what failed."""
    report, total = found.open, found.open.tally()
    return orjson.dumps(
        {
            "questions": total.total,
            "right_rate": round(total.right_rate, 4),
            "wrong_rate": round(total.wrong_rate, 4),
            "files": [{"file": name, **asdict(each.tally())} for name, each in _files(found)],
            "pairs": [
                {
                    "language": language,
                    "pages": pages,
                    **asdict(report.tally(language, None, pages)),
                }
                for language, pages in report.pairs()
            ],
            "groups": [
                {"language": language, "kind": kind, **asdict(report.tally(language, kind))}
                for language, kind in report.groups()
            ],
            "reliability": asdict(found.reliability),
            "triples": {
                "same": found.agreement.same,
                "total": found.agreement.total,
                "rate": round(found.agreement.rate, 4),
                "apart": [results[0].golden.triple for results in found.agreement.apart],
            },
            "failures": [
                {
                    "outcome": result.outcome,
                    **result.golden.model_dump(),
                    "got": {"status": result.answer.status, "answer": result.answer.answer},
                }
                for result in report.failures
            ],
        },
        option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE,
    )


def _tables(found: Evaluated) -> Iterator[tuple[str, tuple[str, ...], list[Row]]]:
    """Title, headers and rows of each table that there is something for."""
    report = found.open
    files = [(name, *_tally_cells(each.tally())) for name, each in _files(found)]
    yield "By file", ("file", *_COUNTS), [*files]
    if not report.results:
        return
    yield "By language of the question and of the page", _head("pages"), list(_pair_rows(report))
    yield "By language and kind of question", _head("kind"), list(_kind_rows(report))
    bins = [(b.claims, f"{b.confidence:.1%}", f"{b.right:.1%}") for b in found.reliability.bins]
    yield "Confidence of claims", ("claims", "confidence", "right"), [*bins]


def _head(second: str) -> tuple[str, ...]:
    return "question", second, *_COUNTS


def _files(found: Evaluated) -> Iterator[tuple[str, Report]]:
    yield from found.files.items()
    yield from ((f"{name} (sealed)", report) for name, report in found.sealed.items())


def _pair_rows(report: Report) -> Iterator[Row]:
    for language, pages in report.pairs():
        yield language, pages, *_tally_cells(report.tally(language, None, pages))
    for pages in sorted({pages for _, pages in report.pairs()}):
        yield "all", pages, *_tally_cells(report.tally(pages=pages))
    yield "all", "all", *_tally_cells(report.tally())


def _kind_rows(report: Report) -> Iterator[Row]:
    for language, kind in sorted(report.groups()):
        yield language, kind, *_tally_cells(report.tally(language, kind))
    for kind in sorted({kind for _, kind in report.groups()}):
        yield "all", kind, *_tally_cells(report.tally(kind=kind))
    for language in sorted({language for language, _ in report.groups()}):
        yield language, "all", *_tally_cells(report.tally(language))


def _tally_cells(tally: Tally) -> Row:
    counts = tally.right, tally.wrong, tally.missed, tally.other, tally.total
    return *counts, f"{tally.right_rate:6.1%}", f"{tally.wrong_rate:6.1%}"


def _sentences(found: Evaluated) -> Iterator[str]:
    """Reliability and agreement in words."""
    for name, each in (("", found.reliability), ("Sealed: ", found.sealed_reliability)):
        if each.claims:
            yield (
                f"{name}{each.claims} claims with an expected calibration error of "
                f"{each.error:.3f} and a Brier score of {each.brier:.3f} "
                f"({each.baseline:.3f} for the mere share of right ones)."
            )
    if found.agreement.total:
        same, total = found.agreement.same, found.agreement.total
        yield (
            f"{same} of {total} triples give the same fact in three languages "
            f"({found.agreement.rate:.1%})."
        )


def _markdown_table(head: tuple[str, ...], rows: list[Row]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(str(cell).strip() for cell in line)} |" for line in lines)


def _failure(result: Result) -> Iterator[str]:
    golden, answer = result.golden, result.answer
    follows = f" (after {golden.context_of})" if golden.context_of else ""
    yield f"{result.outcome} {golden.id}{follows}: {golden.question}"
    yield f"  expected {' or '.join(golden.status)}: {' & '.join(golden.expect) or 'no claim'}"
    yield f"  got {answer.status}: {one_line(answer.answer)}"


def _apart(results: tuple[Result, ...]) -> Iterator[str]:
    yield f"apart {results[0].golden.triple}"
    for result in results:
        golden, answer = result.golden, result.answer
        yield f"  {golden.language} {golden.question}"
        yield f"     {answer.status}: {one_line(answer.answer)}"
