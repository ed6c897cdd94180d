"""The index as it is served: opened once, read by many threads, never changed."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus.gazetteer import Gazetteer
from corpus.model import LANGUAGES, Exchange, Fact, Language, Page, Passage, Place, Span, Tie
from index.centring import Means
from index.contents import ENCODER, LEXICON, MEANS, PASSAGES, SENTENCES, TERMS, Contents
from index.encoder import load_encoder
from index.fusion import fuse, ranked
from index.lexical import Lexicon
from index.manifest import check_generation, unusable
from index.model import Encoder, Hit, Sentence, UnusableIndex, Vectors
from index.store import current_generation
from index.terms import text_terms
from index.vectors import FlatVectors, Rows, VectorIndex, cosines, load_vectors

Identified = TypeVar("Identified", Page, Place)

_CODES: Mapping[Language, int] = {language: code for code, language in enumerate(LANGUAGES)}
# A question is fused over so many passages of each ranking, and over all of a smaller index. Over
# 964 paragraphs (KorQuAD) all of them give nDCG@10 95.0, 400 of each ranking 94.8, 100 give 94.5.
# Searching takes 0.14 ms among 100 passages, 0.3 among 1,000, 2 among 10,000, 3 among 20,000.
POOL = 1000


@dataclass(frozen=True, slots=True, eq=False)
class _Layout:
    """Where things lie: language of each passage, rows of each page, bounds of each sentence."""

    languages: NDArray[np.int8]
    passage_rows: Mapping[str, range]
    sentence_rows: Mapping[str, range]
    starts: Rows
    ends: Rows

    @classmethod
    def of(cls, passages: Sequence[Passage], sentences: Sequence[Sentence]) -> _Layout:
        return cls(
            languages=np.array([_CODES[item.language] for item in passages], dtype=np.int8),
            passage_rows=_by_page(passages),
            sentence_rows=_by_page(sentences),
            starts=np.array([item.span.start for item in sentences], dtype=np.int64),
            ends=np.array([item.span.end for item in sentences], dtype=np.int64),
        )

    def on_pages(self, pages: Collection[str]) -> NDArray[np.bool_]:
        """For each passage, whether it is on one of ``pages``."""
        mask = np.zeros(len(self.languages), dtype=np.bool_)
        for page in pages:
            rows = self.passage_rows.get(page, range(0))
            mask[rows.start : rows.stop] = True
        return mask

    def overlapping(self, rows: range, span: Span) -> list[int]:
        starts, ends = self.starts[rows.start : rows.stop], self.ends[rows.start : rows.stop]
        inside = np.flatnonzero((starts < span.end) & (ends > span.start))
        return (inside + rows.start).tolist()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Index:
    """One generation: everything read from the pages, and what finds it. Read-only throughout."""

    generation: str
    created: str
    pages: Mapping[str, Page]
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]
    places: Mapping[str, Place]
    ties: tuple[Tie, ...]
    facts: tuple[Fact, ...]
    exchanges: tuple[Exchange, ...]
    homes: Mapping[str, str]
    encoder: Encoder
    means: Means
    gazetteer: Gazetteer
    _lexicon: Lexicon
    _terms: Lexicon
    _vectors: VectorIndex
    _sentence_vectors: Vectors
    _layout: _Layout

    def embed(self, question: str, language: Language) -> Vectors:
        """The centred unit vector of ``question``, shape (dimension,)."""
        vectors = self.encoder.queries([question])
        vector: Vectors = self.means.centre_queries(vectors, [language])[0]
        return vector

    def search(
        self,
        vector: Vectors,
        text: str,
        language: Language,
        limit: int = 10,
        pages: Collection[str] | None = None,
        terms: Sequence[str] | None = None,
    ) -> list[Hit]:
        """The passages that fit a question best, best first; of ``pages`` only, where given.

        ``vector`` is what ``embed`` made of the question, ``text`` its words and ``language``
        theirs: words count for passages in that language. ``terms`` count for all passages (see
        index.terms); where None, those of ``text``. Scores compare within one question.
        """
        words = self._lexicon.scores(text)
        shared = self._shared(self.terms(text) if terms is None else terms)
        wanted = None if pages is None else self._layout.on_pages(pages)
        rows = self._candidates(vector, (words, shared), wanted)
        dense = self._vectors.scores(vector, rows)
        same = self._layout.languages[rows] == _CODES[language]
        scores = fuse(dense, words[rows], same, shared[rows])
        kept = np.arange(len(rows)) if wanted is None else np.flatnonzero(wanted[rows])
        return [
            Hit(
                passage=self.passages[rows[i]],
                score=float(scores[i]),
                dense=float(dense[i]),
                lexical=float(words[rows[i]]) if same[i] else None,
            )
            for i in kept[ranked(scores[kept], limit)].tolist()
        ]

    def terms(self, question: str) -> list[str]:
        """The places, dates and numbers of a question, as terms."""
        return text_terms(question, self.gazetteer, question=True)

    def similarity(self, vector: Vectors, rows: Sequence[int]) -> Vectors:
        """Cosine of ``vector`` to those rows of ``sentences``, shape (len(rows),)."""
        return cosines(self._sentence_vectors, vector, np.asarray(rows, dtype=np.int64))

    def sentences_of(self, page: str) -> range:
        """The rows of ``sentences`` that lie on ``page``; none for a page that is not here."""
        return self._layout.sentence_rows.get(page, range(0))

    def rows_within(self, page: str, span: Span) -> list[int]:
        """The rows of ``sentences`` on ``page`` that share a character with ``span``."""
        return self._layout.overlapping(self.sentences_of(page), span)

    def _shared(self, terms: Sequence[str]) -> Vectors:
        """Scores of terms, shape (n,), in units of what a term of one passage alone is worth."""
        scores = self._terms.token_scores(terms)
        return np.asarray(scores / math.log1p(len(self.passages)), dtype=np.float32)

    def _candidates(
        self, vector: Vectors, lexical: Iterable[Vectors], wanted: NDArray[np.bool_] | None
    ) -> Rows:
        """Rows worth fusing: all of a small index, else the best of each ranking."""
        if len(self.passages) <= POOL:
            return np.arange(len(self.passages))
        chosen = np.zeros(len(self.passages), dtype=np.bool_) if wanted is None else wanted.copy()
        chosen[self._vectors.nearest(vector, POOL)] = True
        for scores in lexical:
            chosen[np.argpartition(-scores, POOL)[:POOL]] = True
        return np.flatnonzero(chosen)


def open_index(path: Path, threads: int | None = None) -> Index:
    """The current generation of the index at ``path``, after every file of it was checked.

    ``threads`` bounds the encoder's. Raises UnusableIndex where there is no index fit to serve.
    """
    while True:
        folder = current_generation(path)
        try:
            return _open(folder, path, threads)
        except UnusableIndex:
            if current_generation(path) == folder:
                raise


def _open(folder: Path, path: Path, threads: int | None) -> Index:
    manifest = check_generation(folder, path)
    try:
        contents = Contents.load(folder)
        vectors = FlatVectors(load_vectors(folder / f"{PASSAGES}.npy"))
        sentence_vectors = load_vectors(folder / f"{SENTENCES}.npy")
        lexicon = Lexicon.load(folder / LEXICON)
        terms = Lexicon.load(folder / TERMS)
        means = Means.load(folder / MEANS)
    except (OSError, ValueError) as error:
        raise unusable(path, f"its files do not fit this version of Gyoryu ({error})") from error
    return Index(
        generation=folder.name,
        created=manifest.created,
        pages=_by_id(contents.pages),
        passages=contents.passages,
        sentences=contents.sentences,
        places=_by_id(contents.places),
        ties=contents.ties,
        facts=contents.facts,
        exchanges=contents.exchanges,
        homes=contents.homes,
        encoder=load_encoder(folder / ENCODER, threads),
        means=means,
        gazetteer=Gazetteer(contents.places),
        _lexicon=lexicon,
        _terms=terms,
        _vectors=vectors,
        _sentence_vectors=sentence_vectors,
        _layout=_Layout.of(contents.passages, contents.sentences),
    )


def _by_id(items: Iterable[Identified]) -> Mapping[str, Identified]:
    return MappingProxyType({item.id: item for item in items})


def _by_page(items: Iterable[Passage | Sentence]) -> dict[str, range]:
    """The rows of each page, which lie together."""
    rows: dict[str, range] = {}
    for row, item in enumerate(items):
        rows[item.page] = range(rows.get(item.page, range(row, row)).start, row + 1)
    return rows
