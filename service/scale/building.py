"""A large index made up: real encoder and search, generated pages, vectors near those of real ones.

Encoding a million passages takes days on two cores, so ``encoded`` of them are, and every row gets
the vector of one of these, moved along differences of others in its language: that leaves it where
passages lie. Sections beyond ``distinct`` repeat those before, on pages of their own.
There are no facts, exchanges and sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.lib.format import open_memmap
from numpy.typing import NDArray

from corpus.gazetteer import Gazetteer
from corpus.model import Page, Passage
from index.contents import ENCODER, LAYOUT, LEXICON, MEANS, PASSAGES, SENTENCES, TERMS, Contents
from index.embedding import Text, compute, keys_of, vector_space
from index.encoder import unit
from index.inputs import Inputs
from index.layout import CODES, Layout
from index.lexical import Lexicon, tokenize
from index.manifest import FORMAT, Manifest, gyoryu_version, record_files, write_manifest
from index.model import Vectors
from index.near import NAME, code_rows, write_near
from index.postings import Postings
from index.progress import Progress
from index.search import Index
from index.shelf import write_shelf
from index.store import copy_file, draft, link_file, locked, publish
from index.terms import date_terms, place_terms
from index.vectors import EXACT_UP_TO, load_vectors, save_vectors
from service.scale.generated import SEED, Draft, make_drafts

# How far a vector is moved, along so many differences of others: the cosine to where it was is
# about 0.9 then.
MOVED, _PAIRS = 0.35, 2
# Rows of vectors made at once.
_ROWS = 50_000


@dataclass(frozen=True, slots=True)
class Size:
    """Passages of the index, how many of them differ in their text, and how many are encoded."""

    passages: int
    distinct: int
    encoded: int


def build_scaled(source: Index, folder: Path, target: Path, size: Size, progress: Progress) -> Path:
    """Write an index of ``size`` to ``target``, with the encoder in the generation ``folder``."""
    drafts = list(make_drafts(source.gazetteer, size.distinct))
    with locked(target), draft(target) as new:
        progress.say("generating pages")
        contents = _Copies(drafts, size)
        contents.write(new, source)
        passages = contents.first
        progress.say("words and terms")
        words = [tokenize(passage.embedded) for passage in passages]
        repeated(_lexicon(words), contents.times).save(new / LEXICON)
        terms = list(_terms(drafts, words, source.gazetteer))
        repeated(_lexicon(terms), contents.times).save(new / TERMS)
        known = _encoded(passages, size, source, progress)
        progress.say("vectors")
        _write_vectors(new, passages, known, contents.times)
        for path in (folder / ENCODER).rglob("*"):
            if path.is_file():
                link_file(path, new / ENCODER / path.relative_to(folder / ENCODER))
        copy_file(folder / MEANS, new / MEANS)
        progress.say("digests")
        generation = write_manifest(new, _manifest(new, source, contents.counts()))
        return publish(target, new, generation)


class _Copies:
    """The generated pages, as many times as it takes."""

    def __init__(self, drafts: Sequence[Draft], size: Size) -> None:
        self.drafts = drafts
        self._pages = [item.page() for item in drafts]
        self.first = [
            passage
            for item, page in zip(drafts, self._pages, strict=True)
            for passage in item.passages(page)
        ]
        self.times = max(1, size.passages // len(self.first))

    def write(self, folder: Path, source: Index) -> None:
        """Pages, passages, the gazetteer and where everything lies; nothing else is there."""
        places = tuple(source.places.values())
        Contents((), (), (), places, (), (), (), self._homes()).save(folder)
        write_shelf(folder, "pages", self._every_page())
        write_shelf(folder, "passages", self._every_passage())
        self._layout().save(folder / LAYOUT)

    def _every_page(self) -> Iterator[Page]:
        for turn in range(self.times):
            for page in self._pages:
                yield replace(page, id=f"{page.id}-{turn}")

    def _every_passage(self) -> Iterator[Passage]:
        for turn in range(self.times):
            for item in self.first:
                page, _, number = item.id.partition("#")
                yield replace(item, id=f"{page}-{turn}#{number}", page=f"{page}-{turn}")

    def _homes(self) -> dict[str, str]:
        return {f"{d.id}-{turn}": d.home for turn in range(self.times) for d in self.drafts}

    def _layout(self) -> Layout:
        sizes = [len(item.sections) for item in self.drafts] * self.times
        codes = [CODES[item.language] for item in self.drafts] * self.times
        names = (f"{item.id}-{turn}" for turn in range(self.times) for item in self.drafts)
        return Layout(
            pages={name: number for number, name in enumerate(names)},
            languages=np.repeat(np.array(codes, dtype=np.int8), sizes),
            twins=np.arange(sum(sizes), dtype=np.int64),
            passage_starts=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
            sentence_starts=np.zeros(len(sizes) + 1, dtype=np.int64),
            spans=np.zeros((0, 2), dtype=np.int64),
        )

    def counts(self) -> dict[str, int]:
        """How many records each table has."""
        made = {"pages": len(self.drafts) * self.times, "passages": len(self.first) * self.times}
        return {
            **dict.fromkeys(("sentences", "ties", "facts", "exchanges"), 0),
            **made,
        }


def _lexicon(texts: Sequence[Sequence[str]]) -> Lexicon:
    return Lexicon.of_postings(Postings.of(texts))


def repeated(lexicon: Lexicon, times: int) -> Lexicon:
    """The lexicon of the same texts ``times`` over, with the scores that it has for them once."""
    words, weights, rows, starts, size = lexicon.parts()
    lengths = np.diff(starts)
    column = np.repeat(np.arange(len(lengths)), lengths)
    first = (starts[:-1] * times)[column] + np.arange(len(rows)) - starts[column]
    new_weights = np.empty(len(weights) * times, dtype=np.float32)
    new_rows = np.empty(len(rows) * times, dtype=np.int32)
    for turn in range(times):
        places = first + turn * lengths[column]
        new_weights[places], new_rows[places] = weights, rows + turn * size
    return Lexicon(words, new_weights, new_rows, starts * times, size * times)


def _terms(
    drafts: Sequence[Draft], words: Sequence[Sequence[str]], gazetteer: Gazetteer
) -> Iterator[list[str]]:
    """Terms of each passage, as reading it would find them, from what it was made of."""
    rows = iter(words)
    for item in drafts:
        home = place_terms([item.home], gazetteer)
        for section in item.sections:
            dates = [term for date in section.dates for term in date_terms(date)]
            numbers = [f"number:{word}" for word in next(rows) if word.isdigit()]
            yield [*home, *place_terms([section.partner], gazetteer), *dates, *numbers]


def _encoded(
    passages: Sequence[Passage], size: Size, source: Index, progress: Progress
) -> dict[str, Vectors]:
    """Real vectors by language, shape (n, dimension), of passages from all over."""
    wanted = passages[:: max(1, len(passages) // size.encoded)]
    texts = [Text(passage.embedded, passage.language) for passage in wanted]
    keys = keys_of(texts, "scale")
    with progress.count("embedding", len(texts)) as advance:
        found = compute(dict(zip(keys, texts, strict=True)), source.encoder, source.means, advance)
    return {
        language: np.stack(
            [found[k] for k, t in zip(keys, texts, strict=True) if t.language == language]
        )
        for language in {text.language for text in texts}
    }


def _write_vectors(
    folder: Path, passages: Sequence[Passage], known: dict[str, Vectors], times: int
) -> None:
    dimension = next(iter(known.values())).shape[1]
    path = folder / f"{PASSAGES}.npy"
    matrix = open_memmap(path, "w+", np.float32, (len(passages) * times, dimension))
    chance = np.random.default_rng(SEED)
    languages = np.array([passage.language for passage in passages] * times)
    for start in range(0, len(matrix), _ROWS):
        matrix[start : start + _ROWS] = moved(languages[start : start + _ROWS], known, chance)
    matrix.flush()
    save_vectors(folder / f"{SENTENCES}.npy", np.zeros((0, dimension), dtype=np.float32))
    if len(matrix) > EXACT_UP_TO:
        write_near(folder / NAME, code_rows(load_vectors(path)))


def moved(
    languages: NDArray[np.str_], known: dict[str, Vectors], chance: np.random.Generator
) -> Vectors:
    """A unit vector for each of ``languages``, near one of those ``known``."""
    found = np.empty((len(languages), next(iter(known.values())).shape[1]), dtype=np.float32)
    for language, vectors in known.items():
        rows = np.flatnonzero(languages == language)
        picked = vectors[chance.integers(0, len(vectors), len(rows))]
        for _ in range(_PAIRS):
            one, other = chance.integers(0, len(vectors), (2, len(rows)))
            far = MOVED * chance.standard_normal((len(rows), 1), dtype=np.float32)
            picked += far * (vectors[one] - vectors[other])
        found[rows] = unit(picked)
    return found


def _manifest(folder: Path, source: Index, counts: dict[str, int]) -> Manifest:
    counts = {**counts, "places": len(source.places)}
    return Manifest(
        format=FORMAT,
        gyoryu=gyoryu_version(),
        created=datetime.now(UTC).isoformat(timespec="microseconds"),
        inputs=Inputs(model=source.encoder.name, code="", places="", pages={}),
        encoder=source.encoder.name,
        fingerprint=source.encoder.fingerprint,
        dimension=source.encoder.dimension,
        space=vector_space(source.encoder),
        skipped=(),
        counts=counts,
        files=record_files(folder),
    )
