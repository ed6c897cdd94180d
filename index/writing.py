"""One generation, written into an empty folder: what is known is taken over, the rest made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from corpus.gazetteer import Gazetteer, load_gazetteer
from corpus.memory import keep_loaded
from corpus.model import Page, Place
from corpus.pages import Unread
from index import records
from index.assembly import assemble
from index.before import Generation, known_vectors, link_known, means_of, place_encoder
from index.centring import Means
from index.contents import BUILDING, ENCODER, LAYOUT, MEANS, PASSAGES, SENTENCES
from index.embedding import Embedded, Text, compute, keys_of, vector_space, write_vectors
from index.encoder import load_encoder
from index.export import cached_encoder, gpu_passages
from index.inputs import Inputs
from index.kept import Kept
from index.layout import CODES, Layout
from index.manifest import FORMAT, FileRecord, Manifest, gyoryu_version, record_files
from index.model import Encoder, Vectors
from index.near import NAME, code_rows, write_near
from index.origin import spliced
from index.plan import Plan
from index.progress import Progress
from index.reading import Reading, nothing_to_index
from index.sentences import embedded_text
from index.tables import PLACES, write_tables
from index.twins import Marks, find_twins, marks_of
from index.vectors import EXACT_UP_TO, Rows, load_vectors
from index.words import places_beside, write_terms, write_words

# From so many texts on a GPU is worth it: torch and the model take some 15 seconds to load, in
# which two CPU cores embed 15 to 30 texts each second.
GPU_WORTH = 500
# Inside the folder BUILDING: what tells copies of passages.
_MARKS = "marks.npy"

# Makes an encoder of vectors of that dimension.
Embedder = Callable[[int], Encoder]


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be built from what.

    ``previous`` is the generation to take vectors from, ``before`` the same where all that is made
    of a page that did not change would be the same.
    """

    reading: Reading
    inputs: Inputs
    model: str
    places: Sequence[Path]
    previous: Generation | None
    before: Kept | None
    progress: Progress
    quotable: bool
    embedder: Embedder | None = None

    def pages(self, kept: Kept | None) -> Sequence[Page | Unread]:
        """The pages to index; those that ``kept`` has and that must be made again are read."""
        if kept is None or self.before is not None:
            return self.reading.pages
        return [kept.page(p) if isinstance(p, Unread) else p for p in self.reading.pages]


def write_generation(folder: Path, job: Job, kept: Kept | None) -> tuple[Manifest, int]:
    """Write a generation into ``folder``; its manifest, and how many rows were embedded.

    ``kept`` has the pages that were not read. Raises UnusableIndex where nothing can be indexed.
    """
    gazetteer = load_gazetteer(*job.places)
    keep_loaded()
    cache = cached_encoder(job.model, job.progress.say)
    encoder = load_encoder(cache)
    if job.before is not None and job.before.manifest.space != vector_space(encoder):
        # The same model, exported anew, may be another encoder: no vector is taken over then.
        job = replace(job, before=None)
    pages = job.pages(kept)
    plan, skipped = assemble(pages, gazetteer, encoder, job.progress, job.quotable, job.before)
    if not any(card.passages for card in plan.cards):
        raise nothing_to_index(job.reading.root, (*job.reading.skipped, *skipped))
    counts = write_tables(folder, plan)
    own = places_beside(plan.cards, gazetteer)
    known = _write_encoder(folder, plan, cache, encoder, job.previous)
    known |= _write_places(folder, plan, gazetteer, own)
    _write_layout(folder, plan)
    write_words(folder, plan)
    write_terms(folder, plan, gazetteer, own)
    computed = _write_vectors(folder, plan, encoder, job)
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
        counts=counts | {"places": len(own.keys() | gazetteer.places.keys())},
        files=record_files(folder, known),
    )
    return manifest, computed


def _write_encoder(
    folder: Path, plan: Plan, cache: Path, encoder: Encoder, previous: Generation | None
) -> dict[str, FileRecord]:
    """Put the encoder and the means of its vectors into ``folder``; the records that are known."""
    kept = plan.before
    if kept is not None:
        names = [name for name in kept.manifest.files if name.startswith(f"{ENCODER}/")]
        return link_known(folder, kept, (*names, MEANS))
    place_encoder(cache, folder, previous)
    means_of(encoder, previous).save(folder / MEANS)
    return {}


def _write_places(
    folder: Path, plan: Plan, gazetteer: Gazetteer, own: Mapping[str, Place]
) -> dict[str, FileRecord]:
    """Write the places of the gazetteer and of pages; the record of the file, if that is known."""
    kept = plan.before
    if kept is not None and list(places_beside(kept.cards, gazetteer).values()) == [*own.values()]:
        return link_known(folder, kept, [PLACES])
    records.write_lines(folder / PLACES, (*own.values(), *gazetteer.places.values()))
    return {}


def _write_layout(folder: Path, plan: Plan) -> None:
    """Write where everything lies, and what tells copies of passages."""
    passages = [item for parts in plan.made for item in parts.passages]
    sentences = [item for parts in plan.made for item in parts.sentences]
    languages = np.array([CODES[item.language] for item in passages], dtype=np.int8)
    spans = np.array([item.span for item in sentences], dtype=np.int64).reshape(-1, 2)
    marks = marks_of(passages)
    origin = plan.origin_of(PASSAGES)
    old = Layout.load(plan.before.folder / LAYOUT) if plan.before else None
    every_mark = spliced(origin, _old_marks(plan, marks), marks)
    np.save(folder / BUILDING / _MARKS, every_mark, allow_pickle=False)
    starts = plan.starts(PASSAGES)
    layout = Layout(
        pages={card.id: number for number, card in enumerate(plan.cards)},
        languages=spliced(origin, old.languages if old else languages[:0], languages),
        twins=find_twins(every_mark, _translations(plan, starts)),
        passage_starts=starts,
        sentence_starts=plan.starts(SENTENCES),
        spans=spliced(plan.origin_of(SENTENCES), old.spans if old else spans[:0], spans),
    )
    layout.save(folder / LAYOUT)


def _old_marks(plan: Plan, made: Marks) -> Marks:
    if plan.before is None:
        return made[:0]
    found: Marks = np.load(plan.before.folder / BUILDING / _MARKS, allow_pickle=False)
    return found


def _translations(plan: Plan, starts: Rows) -> Iterator[tuple[int, int]]:
    """Rows of passages that tell the same in two languages."""
    for card, start in zip(plan.cards, starts.tolist(), strict=False):
        for one, other in card.twins:
            yield start + one, start + other


def _write_vectors(folder: Path, plan: Plan, encoder: Encoder, job: Job) -> int:
    """Write all vectors into ``folder``; how many rows had to be embedded."""
    space = vector_space(encoder)
    texts = {
        PASSAGES: [Text(i.embedded, i.language) for parts in plan.made for i in parts.passages],
        SENTENCES: [
            Text(embedded_text(i), i.language) for parts in plan.made for i in parts.sentences
        ],
    }
    keys = {name: keys_of(items, space) for name, items in texts.items()}
    pairs = [pair for name in texts for pair in zip(keys[name], texts[name], strict=True)]
    vectors: dict[bytes, Vectors] = {}
    for table in known_vectors(job.previous):
        vectors |= table.find({key for key, _ in pairs})
    wanted = {key: text for key, text in pairs if key not in vectors}
    if wanted:
        embedder = _embedder(job, encoder, len(wanted))
        means = Means.load(folder / MEANS)
        with job.progress.count("embedding", len(wanted)) as advance:
            vectors |= compute(wanted, embedder, means, advance)
    for name in texts:
        before = Embedded(plan.before.folder, name) if plan.before else None
        origin = plan.origin_of(name)
        write_vectors(folder, name, origin, before, keys[name], vectors, encoder.dimension)
    if plan.starts(PASSAGES)[-1] > EXACT_UP_TO:
        _write_near(folder, plan, job.progress)
    return sum(key in wanted for key, _ in pairs)


def _embedder(job: Job, encoder: Encoder, texts: int) -> Encoder:
    """What embeds so many ``texts``."""
    if job.embedder is not None:
        return job.embedder(encoder.dimension)
    faster = gpu_passages(job.model) if texts >= GPU_WORTH else None
    return faster or encoder


def _write_near(folder: Path, plan: Plan, progress: Progress) -> None:
    """Write what finds the nearest of very many passages."""
    progress.say("sorting vectors into lists")
    matrix = load_vectors(folder / f"{PASSAGES}.npy")
    before = plan.before.folder / BUILDING if plan.before else None
    coded = code_rows(matrix, plan.origin_of(PASSAGES), before)
    coded.save(folder / BUILDING)
    write_near(folder / NAME, coded)
