"""From a folder of pages to a published index: incremental, and all or nothing."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from index.before import Generation, previous_generation, take_over
from index.inputs import make_inputs
from index.kept import Kept
from index.manifest import write_manifest
from index.model import BuildReport, UnusableIndex
from index.progress import Progress, make_progress
from index.reading import Reading, read_pages
from index.store import current_generation, draft, locked, publish
from index.writing import Embedder, Job, write_generation


def build(
    pages: Path,
    target: Path,
    model: str = "default",
    extra_places: Path | None = None,
    progress: Progress | None = None,
    embedder: Embedder | None = None,
) -> BuildReport:
    """Index the folder ``pages`` into ``target`` and publish it; what did not change is kept.

    ``model`` is ``default``, or a sentence-transformers model by name or path; ``extra_places``
    is a CSV file of the operator's own places, read after any ``places.csv`` of the folder.
    ``embedder`` makes what embeds passages in place of the model, for measurements.
    Publishes nothing where nothing changed. Raises UnusableIndex (GazetteerError for files of
    places), and leaves what is served as it was, where no index can be made.
    """
    started = time.monotonic()
    progress = progress or make_progress()
    previous = previous_generation(target, progress)
    kept = take_over(previous)
    order = _Order(target, model, extra_places, progress, True, embedder)
    return _build(read_pages(pages, kept), order, previous, kept, started)


def build_from(
    reading: Reading,
    target: Path,
    model: str = "default",
    extra_places: Path | None = None,
    progress: Progress | None = None,
    quotable: bool = True,
) -> BuildReport:
    """Index pages that were read already; see ``build``.

    Where not ``quotable`` the index finds passages and knows no sentences, which are most of the
    texts to embed.
    """
    started = time.monotonic()
    progress = progress or make_progress()
    previous = previous_generation(target, progress)
    order = _Order(target, model, extra_places, progress, quotable)
    return _build(reading, order, previous, None, started)


@dataclass(frozen=True, slots=True)
class _Order:
    """What the caller wants."""

    target: Path
    model: str
    extra_places: Path | None
    progress: Progress
    quotable: bool
    embedder: Embedder | None = None


def _build(
    reading: Reading,
    order: _Order,
    previous: Generation | None,
    kept: Kept | None,
    started: float,
) -> BuildReport:
    target, progress = order.target, order.progress
    try:
        with locked(target):
            _check_still(previous, target)
            places = [path for path in (reading.places, order.extra_places) if path]
            known = kept.manifest.inputs.pages if kept else {}
            inputs = make_inputs(reading.pages, order.model, places, known)
            if previous is not None and previous.manifest.inputs == inputs:
                progress.say(f"{target}: the index is up to date")
                return _report(previous, reading, started)
            before = kept if kept is not None and kept.alike(inputs) else None
            job = Job(
                reading=reading,
                inputs=inputs,
                model=order.model,
                places=places,
                previous=previous,
                before=before,
                progress=progress,
                quotable=order.quotable,
                embedder=order.embedder,
            )
            with draft(target) as folder:
                manifest, computed = write_generation(folder, job, kept)
                generation = write_manifest(folder, manifest)
                made = Generation(publish(target, folder, generation), manifest)
    except OSError as error:
        reason = f"{error.filename or target}: {error.strerror}"
        raise UnusableIndex(f"{reason}; what was served stays as it was") from error
    return _report(made, reading, started, computed, published=True)


def _check_still(previous: Generation | None, target: Path) -> None:
    """Raises UnusableIndex where another build has published since ``previous`` was looked at."""
    if previous is not None and current_generation(target) != previous.folder:
        raise UnusableIndex(f"{target}: another build has published meanwhile; run this one again")


def _report(
    made: Generation,
    reading: Reading,
    started: float,
    computed: int = 0,
    published: bool = False,
) -> BuildReport:
    counts = made.manifest.counts
    return BuildReport(
        generation=made.folder.name,
        pages=counts["pages"],
        passages=counts["passages"],
        sentences=counts["sentences"],
        facts=counts["facts"],
        exchanges=counts["exchanges"],
        ties=counts["ties"],
        embedded=computed,
        reused=counts["passages"] + counts["sentences"] - computed,
        published=published,
        skipped=(*reading.skipped, *made.manifest.skipped),
        seconds=time.monotonic() - started,
    )
