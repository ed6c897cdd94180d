"""From a folder of pages to a published index: incremental, and all or nothing."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from corpus.gazetteer import Gazetteer, load_gazetteer
from corpus.memory import keep_loaded
from corpus.model import Page
from index.assembly import Parts, assemble
from index.before import (
    Generation,
    known_vectors,
    means_of,
    place_encoder,
    previous_generation,
    take_over,
)
from index.contents import LAYOUT, LEXICON, MEANS, PASSAGES, SENTENCES, TERMS, Contents
from index.embedding import Text, compute, gather, keys_of, vector_space
from index.encoder import load_encoder
from index.export import cached_encoder, gpu_passages
from index.inputs import Inputs, make_inputs
from index.kept import Kept, save_terms
from index.layout import Layout
from index.lexical import Lexicon
from index.manifest import (
    FORMAT,
    Manifest,
    file_digest,
    gyoryu_version,
    record_files,
    write_manifest,
)
from index.model import BuildReport, Encoder, UnusableIndex
from index.near import NAME, write_near
from index.progress import Progress, make_progress
from index.reading import Reading, nothing_to_index, read_pages
from index.sentences import embedded_text
from index.store import (
    draft,
    locked,
    publish,
)
from index.terms import PageTerms, page_terms
from index.vectors import EXACT_UP_TO, load_vectors

# From so many texts on a GPU is worth it: torch and the model take some 15 seconds to load, in
# which two CPU cores embed 15 to 30 texts each second.
GPU_WORTH = 500


@dataclass(frozen=True, slots=True)
class _Job:
    """What is to be built from what; ``previous`` is the generation to take vectors from."""

    reading: Reading
    inputs: Inputs
    model: str
    places: Sequence[Path]
    previous: Generation | None
    progress: Progress
    quotable: bool
    kept: Kept | None

    def parts(self, page: Page) -> Parts | None:
        """What was made of ``page`` before, if it is still right."""
        return self.kept.parts(page, self.inputs) if self.kept else None


def build(
    pages: Path,
    target: Path,
    model: str = "default",
    extra_places: Path | None = None,
    progress: Progress | None = None,
) -> BuildReport:
    """Index the folder ``pages`` into ``target`` and publish it; what did not change is kept.

    ``model`` is ``default``, or a sentence-transformers model by name or path; ``extra_places``
    is a CSV file of the operator's own places, read after any ``places.csv`` of the folder.
    Publishes nothing where nothing changed. Raises UnusableIndex (GazetteerError for files of
    places), and leaves what is served as it was, where no index can be made.
    """
    started = time.monotonic()
    progress = progress or make_progress()
    kept = take_over(previous_generation(target, progress))
    reading = read_pages(pages, kept)
    return _build(reading, target, model, extra_places, progress, True, kept, started)


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
    progress = progress or make_progress()
    started = time.monotonic()
    return _build(reading, target, model, extra_places, progress, quotable, None, started)


def _build(
    reading: Reading,
    target: Path,
    model: str,
    extra_places: Path | None,
    progress: Progress,
    quotable: bool,
    kept: Kept | None,
    started: float,
) -> BuildReport:
    try:
        with locked(target):
            places = [path for path in (reading.places, extra_places) if path]
            inputs = make_inputs(reading.pages, model, places)
            previous = previous_generation(target, progress)
            if previous is not None and previous.manifest.inputs == inputs:
                progress.say(f"{target}: the index is up to date")
                return _report(previous, reading, started)
            job = _Job(reading, inputs, model, places, previous, progress, quotable, kept)
            made, computed = _make(target, job)
    except OSError as error:
        reason = f"{error.filename or target}: {error.strerror}"
        raise UnusableIndex(f"{reason}; what was served stays as it was") from error
    return _report(made, reading, started, computed, published=True)


def _make(target: Path, job: _Job) -> tuple[Generation, int]:
    """Write a generation and publish it; with how many rows were embedded."""
    with draft(target) as folder:
        manifest, computed = _write(folder, job)
        generation = write_manifest(folder, manifest)
        return Generation(publish(target, folder, generation), manifest), computed


def _write(folder: Path, job: _Job) -> tuple[Manifest, int]:
    """Write a generation into ``folder``; its manifest, and how many rows were embedded."""
    gazetteer = load_gazetteer(*job.places)
    keep_loaded()
    cache = cached_encoder(job.model, job.progress.say)
    encoder = load_encoder(cache)
    contents, skipped = assemble(
        job.reading.pages, gazetteer, encoder, job.progress, job.quotable, job.parts
    )
    if not contents.passages:
        raise nothing_to_index(job.reading.root, (*job.reading.skipped, *skipped))
    contents.save(folder)
    Layout.of(contents).save(folder / LAYOUT)
    Lexicon.of([item.embedded for item in contents.passages]).save(folder / LEXICON)
    _write_terms(folder, contents, job)
    computed = _write_vectors(folder, contents, encoder, job)
    place_encoder(cache, folder, job.previous)
    manifest = Manifest(
        format=FORMAT,
        gyoryu=gyoryu_version(),
        created=datetime.now(UTC).isoformat(timespec="microseconds"),
        inputs=job.inputs,
        encoder=encoder.name,
        fingerprint=encoder.fingerprint,
        dimension=encoder.dimension,
        space=vector_space(encoder),
        skipped=skipped,
        counts=contents.counts(),
        files=record_files(folder),
    )
    return manifest, computed


def _write_terms(folder: Path, contents: Contents, job: _Job) -> None:
    """Write the terms of all passages into ``folder``; those of pages that are kept are known."""
    places = file_digest(folder / "places.jsonl")

    def known(page: str) -> PageTerms | None:
        return job.kept.terms(page, job.inputs, places) if job.kept else None

    by_page = page_terms(contents, Gazetteer(contents.places), known)
    save_terms(folder, by_page)
    Lexicon.of_tokens([terms for page in by_page for terms in page]).save(folder / TERMS)


def _write_vectors(folder: Path, contents: Contents, encoder: Encoder, job: _Job) -> int:
    """Write the means and all vectors into ``folder``; how many rows had to be embedded."""
    means = means_of(encoder, job.previous)
    means.save(folder / MEANS)
    space = vector_space(encoder)
    texts = {
        PASSAGES: [Text(item.embedded, item.language) for item in contents.passages],
        SENTENCES: [Text(embedded_text(item), item.language) for item in contents.sentences],
    }
    keys = {name: keys_of(items, space) for name, items in texts.items()}
    vectors = known_vectors(job.previous)
    pairs = [pair for name in texts for pair in zip(keys[name], texts[name], strict=True)]
    wanted = {key: text for key, text in pairs if key not in vectors}
    if wanted:
        faster = gpu_passages(job.model) if len(wanted) >= GPU_WORTH else None
        with job.progress.count("embedding", len(wanted)) as advance:
            vectors |= compute(wanted, faster or encoder, means, advance)
    for name in texts:
        gather(keys[name], vectors, encoder.dimension).save(folder, name)
    if len(contents.passages) > EXACT_UP_TO:
        job.progress.say("sorting vectors into lists")
        write_near(folder / NAME, load_vectors(folder / f"{PASSAGES}.npy"))
    return sum(key in wanted for key, _ in pairs)


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
