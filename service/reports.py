"""What a build, an extraction, an evaluation and a measurement found, as people read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import orjson

from corpus.model import Fact, Tie
from index import records
from index.model import BuildReport
from service.bench import Measurement
from service.evaluation import OUTCOMES, Report, Result, Tally
from service.extraction import Extraction
from service.render import render_number
from service.tables import Row, one_line, render_table


def show_build(report: BuildReport, target: Path) -> str:
    """What a build did, and each source that was skipped."""
    done = "published" if report.published else "already up to date"
    lines = [
        f"{target}: generation {report.generation} {done} ({report.seconds:.1f} s)",
        f"  {report.pages} pages, {report.passages} passages, {report.sentences} sentences",
        f"  {report.ties} ties, {report.facts} facts, {report.exchanges} exchanges",
        f"  {report.embedded} texts embedded, {report.reused} reused",
    ]
    if report.skipped:
        lines.append(f"  skipped {len(report.skipped)}:")
        lines += [f"    {skipped.source}: {skipped.reason}" for skipped in report.skipped]
    return "\n".join(lines)


def show_extraction(extraction: Extraction, widest: int | None) -> str:
    """Facts and exchanges of a page as two tables."""
    page, knowledge = extraction.page, extraction.knowledge
    facts = [_fact_row(fact, extraction) for fact in knowledge.facts]
    events = [
        (_tie_name(e.places, extraction), e.date, " ".join(e.kinds), one_line(e.sources[0].quote))
        for e in knowledge.exchanges
    ]
    parts = [f"{page.title} ({page.id}), {' '.join(page.languages)}, {page.url or 'no address'}"]
    parts.append(f"{len(facts)} facts")
    if facts:
        headers = ("about", "property", "value", "as of", "quote")
        parts.append(render_table(headers, facts, widest))
    parts.append(f"{len(events)} exchanges")
    if events:
        parts.append(render_table(("between", "date", "kind", "quote"), events, widest))
    return "\n\n".join(parts)


def show_evaluation(report: Report, with_failures: bool) -> str:
    """The outcomes by language and kind with totals, and what failed."""
    headers = ("language", "kind", *OUTCOMES, "all", "right %", "wrong %")
    parts = [render_table(headers, list(_tally_rows(report)))]
    if with_failures:
        parts += ["\n".join(_failure(result)) for result in report.failures]
    return "\n\n".join(parts)


def show_measurement(found: Measurement) -> str:
    """What was measured, one line each."""
    memory = "not told by this system" if found.memory_mb is None else f"{found.memory_mb:.0f} MB"
    rows = [
        ("bare encoding of a question, median", f"{found.encode_ms:.2f} ms"),
        ("POST /v1/ask of the same, median", f"{found.ask_ms:.2f} ms"),
        ("ratio", f"{found.ratio:.2f}"),
        ("POST /v1/ask, 95th percentile", f"{found.ask_p95_ms:.2f} ms"),
        ("loading the index", f"{found.load_ms:.0f} ms"),
        ("memory of a serving process", memory),
        ("embedding of passages", f"{found.passages_per_s:.1f} a second"),
    ]
    header = (f"{found.questions} questions, generation {found.generation}", "")
    return render_table(header, rows)


def extraction_json(extraction: Extraction) -> bytes:
    """The page with all ties, facts and exchanges, each with its span and quote."""
    return records.dump(
        {
            "page": extraction.page,
            "home": extraction.knowledge.home,
            "ties": extraction.knowledge.ties,
            "facts": extraction.knowledge.facts,
            "exchanges": extraction.knowledge.exchanges,
        }
    )


def evaluation_json(report: Report) -> bytes:
    """The outcomes by language and kind, the rates, and what failed."""
    total = report.tally()
    return orjson.dumps(
        {
            "questions": total.total,
            "right_rate": round(total.right_rate, 4),
            "wrong_rate": round(total.wrong_rate, 4),
            "groups": [
                {"language": language, "kind": kind, **asdict(report.tally(language, kind))}
                for language, kind in report.groups()
            ],
            "failures": [
                {
                    "outcome": result.outcome,
                    **result.golden.model_dump(),
                    "got": {"status": result.answer.status, "answer": result.answer.answer},
                }
                for result in report.failures
            ],
        }
    )


def measurement_json(found: Measurement) -> bytes:
    """What was measured."""
    return orjson.dumps(asdict(found))


def _fact_row(fact: Fact, extraction: Extraction) -> Row:
    ties = {tie.id: tie for tie in extraction.knowledge.ties}
    value = fact.value
    typed = value.edtf or (
        value.text if value.number is None else render_number(value.number, "en")
    )
    marks = "about " * fact.approximate + "? " * fact.uncertain
    return (
        _subject(fact.subject, ties, extraction),
        f"{fact.property} ({fact.stage})" if fact.stage else fact.property,
        one_line(f"{marks}{typed} {value.unit or ''}")[:60],
        fact.as_of or "",
        one_line(fact.source.quote),
    )


def _subject(subject: str, ties: dict[str, Tie], extraction: Extraction) -> str:
    return _tie_name(ties[subject].places if subject in ties else (subject,), extraction)


def _tie_name(places: tuple[str, ...], extraction: Extraction) -> str:
    known = extraction.gazetteer.places
    return " – ".join(known[place].name("en") if place in known else place for place in places)


def _tally_rows(report: Report) -> Iterator[Row]:
    languages = list(dict.fromkeys(language for language, _ in report.groups()))
    kinds = list(dict.fromkeys(kind for _, kind in report.groups()))
    for language, kind in sorted(report.groups()):
        yield _tally_row(language, kind, report.tally(language, kind))
    for kind in sorted(kinds):
        yield _tally_row("all", kind, report.tally(kind=kind))
    for language in sorted(languages):
        yield _tally_row(language, "all", report.tally(language))
    yield _tally_row("all", "all", report.tally())


def _tally_row(language: str, kind: str, tally: Tally) -> Row:
    counts = tally.right, tally.wrong, tally.missed, tally.other, tally.total
    rates = f"{tally.right_rate:6.1%}", f"{tally.wrong_rate:6.1%}"
    return language, kind, *counts, *rates


def _failure(result: Result) -> Iterator[str]:
    golden, answer = result.golden, result.answer
    follows = f" (after {golden.context_of})" if golden.context_of else ""
    yield f"{result.outcome} {golden.id}{follows}: {golden.question}"
    yield f"  expected {' or '.join(golden.status)}: {' & '.join(golden.expect) or 'no claim'}"
    yield f"  got {answer.status}: {one_line(answer.answer)}"
