"""``gyoryu bench retrieval``."""

from __future__ import annotations

from pathlib import Path

import click

from service.options import PATH, json_option, model_option


@click.command()
@click.argument("path", type=PATH)
@click.option(
    "--format",
    "kind",
    required=True,
    type=click.Choice(["beir", "squad", "belebele"]),
    help="BEIR folder, SQuAD-style JSON or Belebele JSON lines.",
)
@click.option("--split", help="Which file of a BEIR folder's qrels/ [default: test].")
@model_option
@json_option
def retrieval(path: Path, kind: str, split: str | None, model: str | None, as_json: bool) -> None:
    """Measure how well the passages of a public set are found: PATH is its file or folder.

    Files that are translations of each other, as those of Belebele and XQuAD, give every pair of
    languages; each language is an index of its own, built and removed again.
    """
    from index.progress import make_progress
    from service.log import start_log
    from service.reports import qualities_json, show_qualities
    from service.retrieval.bench import measure_retrieval
    from service.settings import load_settings

    start_log("warning")
    model = model or load_settings().model
    found = measure_retrieval(kind, path, split, model, make_progress())
    click.echo(qualities_json(found) if as_json else show_qualities(found))
