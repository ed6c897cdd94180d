"""``gyoryu bench embedding``."""

from __future__ import annotations

from pathlib import Path

import click

from service.options import index_option, json_option, model_option


@click.command()
@index_option
@model_option
@click.option("--texts", type=click.IntRange(8, 10_000), default=64, help="Passages a turn.")
@click.option("--turns", type=click.IntRange(1, 100), default=3, help="How often, in turns.")
@json_option
def embedding(index: Path | None, model: str | None, texts: int, turns: int, as_json: bool) -> None:
    """Embed passages of an index as a build does, beside plain sentence-transformers.

    Both run the same weights, those of --model, on the same cores. Needs sentence-transformers,
    which the `build` extra brings.
    """
    from index.progress import make_progress
    from service.log import start_log
    from service.reports import show_side, side_json
    from service.settings import load_settings
    from service.side.bench import measure_side

    start_log("warning")
    given = {"index": index, "model": model}
    settings = load_settings().model_copy(update={k: v for k, v in given.items() if v})
    found = measure_side(settings, texts, turns, make_progress())
    click.echo(side_json(found) if as_json else show_side(found))
