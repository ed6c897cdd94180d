"""The command line: ``gyoryu`` and its commands. Each prepares, calls its noun and prints.

What a command needs is imported when it runs, so that help and small commands start at once.
"""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click
from pydantic import BaseModel

import corpus
from corpus.model import Language
from index.manifest import gyoryu_version
from service.failures import OneLineGroup
from service.options import (
    PATH,
    index_option,
    json_option,
    language_option,
    limit_option,
    model_option,
    places_option,
    questions_option,
)
from service.retrieval.commands import retrieval
from service.scale.commands import rebuild, scale
from service.settings import Settings, load_settings
from service.side.commands import embedding
from service.staff.commands import staff

if TYPE_CHECKING:
    from service.catalogue import Catalogue

PAGES = Path(corpus.__file__).parent / "pages"
_STREAM = ("-",)

Shown = TypeVar("Shown", bound=BaseModel)


@click.group("gyoryu", cls=OneLineGroup, invoke_without_command=True)
@click.version_option(gyoryu_version(), prog_name="gyoryu")
@click.pass_context
def cli(context: click.Context) -> None:
    """Answers questions about sister-city pages in Korean, Chinese and English."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@cli.command()
@click.argument("pages", type=PATH, default=PAGES)
@index_option
@model_option
@places_option
def build(pages: Path, index: Path | None, model: str | None, places: Path | None) -> None:
    """Index the folder PAGES [default: the pages that Gyoryu comes with]."""
    from index.build import build as build_index
    from index.progress import make_progress
    from service.reports import show_build

    settings = _prepare(index=index, model=model, places=places)
    report = build_index(pages, settings.index, settings.model, settings.places, make_progress())
    click.echo(show_build(report, settings.index))


@cli.command()
@click.argument("question", nargs=-1, required=True)
@index_option
@json_option
@language_option
@click.option("--district", help="The place whose website asks, by id or name.")
@limit_option
@click.option("--explain", is_flag=True, help="Show how the answer came about.")
def ask(
    question: tuple[str, ...],
    index: Path | None,
    as_json: bool,
    language: Language | None,
    district: str | None,
    limit: int,
    explain: bool,
) -> None:
    """Answer QUESTION; with - one question a line from standard input, one JSON line each."""
    from service.api import Answer
    from service.asking import Ask
    from service.asking import ask as answer
    from service.printing import show_answer

    settings = _prepare(index=index)
    catalogue = _open(settings)
    options = {"language": language, "district": district, "limit": limit}

    def reply(text: str) -> Answer:
        request = Ask.model_validate({"question": text, **options})
        return answer(request, catalogue, settings, explain)

    _reply(reply, question, as_json, show_answer)


@cli.command()
@click.argument("query", nargs=-1, required=True)
@index_option
@json_option
@language_option
@click.option("--place", help="Only passages about this place, by id or name.")
@limit_option
def search(
    query: tuple[str, ...],
    index: Path | None,
    as_json: bool,
    language: Language | None,
    place: str | None,
    limit: int,
) -> None:
    """Find passages for QUERY; with - one query a line from standard input, one JSON line each."""
    from service.asking import search as find
    from service.listing import SearchView
    from service.printing import show_search

    settings = _prepare(index=index)
    catalogue = _open(settings)

    def reply(text: str) -> SearchView:
        return find(text, catalogue, settings, place, language, limit)

    _reply(reply, query, as_json, show_search)


@cli.command()
@click.argument("page")
@index_option
@json_option
@places_option
def facts(page: str, index: Path | None, as_json: bool, places: Path | None) -> None:
    """Show what is extracted from PAGE, a source file or the id of a page of the index."""
    from service.extraction import extract_from
    from service.sheet import sheet_json, show_sheet

    extraction = extract_from(page, _prepare(index=index, places=places))
    click.echo(sheet_json(extraction) if as_json else show_sheet(extraction, _columns()))


@cli.command()
@click.argument("pages", type=PATH)
@json_option
@places_option
@click.pass_context
def check(context: click.Context, pages: Path, as_json: bool, places: Path | None) -> None:
    """List what looks wrong in PAGES, a file or folder; the exit code is 1 where something does."""
    from service.check_report import findings_json, show_findings
    from service.checking import check_pages

    checked = check_pages(pages, _prepare(places=places))
    click.echo(findings_json(checked) if as_json else show_findings(checked, _columns()))
    context.exit(1 if checked.findings else 0)


@cli.command()
@index_option
@click.option("--host", help="Address to listen on [default: GYORYU_HOST or 127.0.0.1].")
@click.option("--port", type=click.IntRange(0, 65535), help="Port [default: GYORYU_PORT or 8000].")
def serve(index: Path | None, host: str | None, port: int | None) -> None:
    """Serve the API and the demo page until told to stop."""
    from corpus.memory import start_loading

    start_loading()
    from service.serving import serve as serve_until_stopped

    settings = _prepare(serving=True, index=index, host=host, port=port)
    serve_until_stopped(settings, click.echo)


@cli.command()
@click.argument("files", type=PATH, nargs=-1, required=True)
@index_option
@json_option
@click.option("--failures/--no-failures", default=True, help="List what was wrong or missed.")
@click.option("--sealed", multiple=True, type=PATH, help="A file of which only totals are told.")
@click.option("--report", type=PATH, help="Write tables and plots into this folder.")
@click.option("--calibrate", type=PATH, help="Measure the confidence and write it to this file.")
def evaluate(
    files: tuple[Path, ...],
    index: Path | None,
    as_json: bool,
    failures: bool,
    sealed: tuple[Path, ...],
    report: Path | None,
    calibrate: Path | None,
) -> None:
    """Ask the golden questions of FILES and count right, wrong and missed."""
    from index.progress import make_progress
    from service.evaluated import evaluation_json, show_evaluation
    from service.evaluating import evaluate_files, write_calibration, write_report

    settings = _prepare(index=index)
    found = evaluate_files(files, sealed, _open(settings), settings.now(), make_progress())
    if report:
        write_report(found, report)
    if calibrate:
        write_calibration(found, calibrate)
    click.echo(evaluation_json(found) if as_json else show_evaluation(found, failures))


@cli.group(invoke_without_command=True)
@index_option
@json_option
@questions_option
@click.pass_context
def bench(context: click.Context, index: Path | None, as_json: bool, questions: int) -> None:
    """Measure answering over HTTP against the bare encoding of the same questions."""
    if context.invoked_subcommand:
        return
    from index.progress import make_progress
    from service.bench import measure
    from service.reports import measurement_json, show_measurement

    found = measure(_prepare(index=index), questions, make_progress())
    click.echo(measurement_json(found) if as_json else show_measurement(found))


bench.add_command(retrieval)
bench.add_command(scale)
bench.add_command(rebuild)
bench.add_command(embedding)
cli.add_command(staff)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    cli(prog_name=cli.name)


def _prepare(serving: bool = False, **given: object) -> Settings:
    """The settings with the options that were given laid over them, and the log started."""
    from service.log import start_log

    settings = load_settings()
    start_log(settings.log_level if serving or settings.log_level == "debug" else "warning")
    return settings.model_copy(update={k: v for k, v in given.items() if v is not None})


def _columns() -> int | None:
    """The width of the terminal; None where the output goes elsewhere and nothing is cut."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _open(settings: Settings) -> Catalogue:
    from index.search import open_index
    from service.catalogue import Catalogue

    return Catalogue(open_index(settings.index, settings.threads))


def _reply(
    reply: Callable[[str], Shown],
    words: tuple[str, ...],
    as_json: bool,
    show: Callable[[Shown], str],
) -> None:
    """Print one reply, or a stream of them where the words are a single dash."""
    from service.streaming import as_line, stream

    if words == _STREAM:
        stream(reply, sys.stdin.buffer, sys.stdout.buffer)
        return
    found = reply(" ".join(words))
    shown: bytes | str = as_line(found) if as_json else show(found)
    click.echo(shown)


if __name__ == "__main__":
    main()
