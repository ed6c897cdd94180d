"""What a build and a measurement found, as text or JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from index.model import BuildReport
from service.search_bench import SearchCost
from service.tables import render_table

if TYPE_CHECKING:
    # It brings the whole server along, which few commands need.
    from service.bench import Measurement
    from service.load_bench import StartCost
    from service.retrieval.bench import Quality
    from service.scale.bench import ScaleCost
    from service.scale.rebuilding import RebuildCost
    from service.side.bench import SideCost
    from service.stage_bench import StageCost

_UNTOLD = "not told by this system"


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


def show_measurement(found: Measurement) -> str:
    """What was measured, one line each."""
    cost = found.knowledge
    rows = [
        *_answer_rows(found),
        *_stage_rows(found.stages),
        ("loading the index", f"{found.load_ms:.0f} ms"),
        ("the same asked again, median", f"{found.again_ms:.2f} ms"),
        *_start_rows(found.load.start),
        ("memory of a serving process", _megabytes(found.load.memory_mb)),
        ("answers to one client", f"{found.load.one_per_s:.1f} a second"),
        ("answers to 16 clients at once", f"{found.load.many_per_s:.1f} a second"),
        ("embedding of passages", f"{found.passages_per_s:.1f} a second"),
        ("linking a question, median", f"{cost.link_ms:.2f} ms"),
        ("extracting a page of 30 kB, median", f"{cost.extract_ms:.0f} ms"),
        (
            f"extracting the first page, of {cost.first_bytes / 1000:.0f} kB, median",
            f"{cost.first_ms:.0f} ms",
        ),
        ("loading the gazetteer", f"{cost.gazetteer_ms:.0f} ms"),
        ("memory of the gazetteer", _megabytes(cost.gazetteer_mb)),
        *_search_rows(found.search),
    ]
    header = (f"{found.questions} questions, generation {found.generation}", "")
    linking = [
        (
            each.written,
            each.answered,
            "derived" if each.derived else "given",
            each.right,
            each.total,
            f"{each.right / each.total:7.1%}",
        )
        for each in found.linking
    ]
    names = ("names in", "answers in", "names", "linked", "of", "share")
    return f"{render_table(header, rows)}\n\n{render_table(names, linking)}"


def measurement_json(found: Measurement) -> bytes:
    """What was measured."""
    return orjson.dumps(asdict(found))


def show_qualities(found: Sequence[Quality]) -> str:
    """The quality of retrieval, one row for each language pair, in percent."""
    headers = ("pair", "queries", "documents", "nDCG@10", "R@1", "R@5", "R@20", "MRR")
    shares = ("ndcg_10", "recall_1", "recall_5", "recall_20", "mrr")
    rows = [
        (one.pair, one.queries, one.documents, *(f"{100 * getattr(one, s):.2f}" for s in shares))
        for one in found
    ]
    return render_table(headers, rows)


def qualities_json(found: Sequence[Quality]) -> bytes:
    """The quality of retrieval by language pair, 0 to 1."""
    return orjson.dumps([asdict(one) for one in found])


def show_scale(found: ScaleCost) -> str:
    """What a size costs, one line each."""
    rows = [
        *_answer_rows(found),
        ("searching without encoding, median", f"{found.search_ms:.2f} ms"),
        ("of the 10 nearest passages found", f"{found.recall:.2%}"),
        ("opening the index", f"{found.open_ms:.0f} ms"),
        *_start_rows(found.start),
        ("memory of a serving process", _megabytes(found.memory_mb)),
        ("of it no mapped files", _megabytes(found.own_mb)),
        ("on disk", _megabytes(found.disk_mb)),
    ]
    return render_table((f"{found.passages:,} passages", ""), rows)


def scale_json(found: ScaleCost) -> bytes:
    """What a size costs."""
    return orjson.dumps(asdict(found))


def show_rebuild(found: RebuildCost) -> str:
    """What building again costs, one line each."""
    first = [] if found.first_s is None else [("from nothing", f"{found.first_s:.2f} s")]
    rows = [
        *first,
        ("one page changed", f"{found.changed_s:.2f} s"),
        ("the same on the clock", f"{found.changed_wall_s:.2f} s"),
        ("nothing changed", f"{found.unchanged_s:.2f} s"),
        ("opening the index", f"{found.open_s:.2f} s"),
    ]
    size = f"{found.pages:,} pages, {found.passages:,} passages, {found.sentences:,} sentences"
    return render_table((size, "processor time"), rows)


def rebuild_json(found: RebuildCost) -> bytes:
    """What building again costs."""
    return orjson.dumps(asdict(found))


def show_side(found: SideCost) -> str:
    """Embedding beside sentence-transformers, one line each."""
    rows = [
        ("as a build embeds them", f"{found.own_per_s:.1f} a second"),
        ("by plain sentence-transformers", f"{found.plain_per_s:.1f} a second"),
        ("ratio, the median of the turns", f"{found.ratio:.2f}"),
        ("ratio of processor time", f"{found.processor_ratio:.2f}"),
        ("least cosine between the two", f"{found.cosine:.4f}"),
    ]
    return render_table((f"{found.turns} turns of {found.texts} passages", ""), rows)


def side_json(found: SideCost) -> bytes:
    """Embedding beside sentence-transformers."""
    return orjson.dumps(asdict(found))


def _answer_rows(found: Measurement | ScaleCost) -> list[tuple[str, str]]:
    """What an answer takes over HTTP, against the bare encoding of its question."""
    return [
        ("bare encoding of a question, median", f"{found.encode_ms:.2f} ms"),
        ("POST /v1/ask of the same, median", f"{found.ask_ms:.2f} ms"),
        ("ratio", f"{found.ratio:.2f}"),
        ("POST /v1/ask, 95th percentile", f"{found.ask_p95_ms:.2f} ms"),
    ]


def _search_rows(cost: SearchCost) -> list[tuple[str, str]]:
    """What the console costs."""
    return [
        (f"making the ledger of {cost.exchanges:,} exchanges", f"{cost.ledger_ms:.0f} ms"),
        ("searching it with facets, median", f"{cost.search_ms:.1f} ms"),
        ("searching it with facets, 95 of 100", f"{cost.search_p95_ms:.1f} ms"),
        ("all of it as CSV", f"{cost.csv_s:.1f} s"),
        ("memory that this adds", _megabytes(cost.csv_mb)),
        ("all of it as XLSX", f"{cost.xlsx_s:.1f} s"),
        ("memory that this adds", _megabytes(cost.xlsx_mb)),
    ]


def _start_rows(cost: StartCost) -> list[tuple[str, str]]:
    """What a start takes, and how busy the machine is."""
    computed = cost.processor_s
    return [
        ("start of a server to its first answer", f"{cost.seconds:.2f} s"),
        ("of it processor time", _UNTOLD if computed is None else f"{computed:.2f} s"),
        ("start of a Python that does nothing", f"{cost.idle_s:.3f} s"),
    ]


def _stage_rows(cost: StageCost) -> list[tuple[str, str]]:
    """What an answer takes beside the encoder."""
    stages = (
        ("understanding", cost.understand_ms, cost.understand_p95_ms),
        ("finding evidence", cost.evidence_ms, cost.evidence_p95_ms),
        ("composing", cost.compose_ms, cost.compose_p95_ms),
    )
    return [
        (f"{name} beside the encoder, median; 95 of 100", f"{middle:.2f}; {most:.2f} ms")
        for name, middle, most in stages
    ]


def _megabytes(size: float | None) -> str:
    return _UNTOLD if size is None else f"{size:.0f} MB"
