"""``gyoryu bench scale`` and ``gyoryu bench rebuild``."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from service.options import PATH, json_option, questions_option


@click.command()
@click.option("--index", type=PATH, help="Index that lends its encoder [default: GYORYU_INDEX].")
@click.option("--passages", type=click.IntRange(1000), default=100_000, help="Passages in all.")
@click.option("--distinct", type=click.IntRange(1000), help="Different ones [default: 100000].")
@click.option("--encoded", type=click.IntRange(30), default=450, help="How many are encoded.")
@questions_option
@click.option("--into", type=PATH, help="Folder to keep the index in, and to take it from.")
@json_option
def scale(
    index: Path | None,
    passages: int,
    distinct: int | None,
    encoded: int,
    questions: int,
    into: Path | None,
    as_json: bool,
) -> None:
    """Measure an index of generated pages, which may have a million passages.

    Of these few are encoded; the others get vectors near theirs. docs/performance.md says what
    that does and does not show.
    """
    from index.progress import make_progress
    from service.log import start_log
    from service.reports import scale_json, show_scale
    from service.scale.bench import measure_scale
    from service.scale.building import Size
    from service.settings import load_settings

    start_log("warning")
    settings = load_settings()
    if index:
        settings = settings.model_copy(update={"index": index})
    size = Size(passages, min(passages, distinct or 100_000), encoded)
    with TemporaryDirectory(prefix="gyoryu-scale-") as folder:
        target = into or Path(folder) / "index"
        found = measure_scale(settings, target, size, questions, make_progress())
    click.echo(scale_json(found) if as_json else show_scale(found))


@click.command()
@click.option("--pages", type=click.IntRange(10), default=100, help="Pages in all.")
@click.option("--sections", type=click.IntRange(1, 20), default=20, help="Partners on each.")
@click.option("--into", type=PATH, help="Folder to keep pages and index in, and to take them from.")
@json_option
def rebuild(pages: int, sections: int, into: Path | None, as_json: bool) -> None:
    """Measure building again where one page of many has changed, without encoding.

    Pages are generated, and vectors drawn by chance.
    """
    from index.progress import make_progress
    from service.log import start_log
    from service.reports import rebuild_json, show_rebuild
    from service.scale.rebuilding import measure_rebuild

    start_log("warning")
    with TemporaryDirectory(prefix="gyoryu-rebuild-") as folder:
        found = measure_rebuild(into or Path(folder), pages, sections, make_progress())
    click.echo(rebuild_json(found) if as_json else show_rebuild(found))
