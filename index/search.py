"""The index as it is served: opened once, read by many threads, never changed."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from corpus.gazetteer import Gazetteer
from corpus.model import Exchange, Fact, Language, Page, Passage, Place, Span, Tie
from index import near
from index.centring import Means
from index.contents import ENCODER, LAYOUT, LEXICON, MEANS, PASSAGES, SENTENCES, TERMS, Contents
from index.encoder import load_encoder
from index.fusion import LEXICAL_WEIGHTS, fuse, one_of_each, ranked
from index.layout import CODES, Layout
from index.lexical import Lexicon
from index.manifest import check_generation, unusable
from index.meanings import Meanings
from index.model import Encoder, Hit, Sentence, UnusableIndex, Vectors
from index.shelf import Named
from index.store import current_generation
from index.terms import place_term, text_terms
from index.vectors import ExactVectors, Rows, VectorIndex, cosines, highest, load_vectors

# Questions whose vector is remembered, by default: 1.5 MB. Encoding takes most of answering, and
# suggestions and follow-ups are asked in the same words again and again.
REMEMBERED = 1024
# A question is fused over so many passages of each ranking, and over all of a smaller index. Over
# 964 paragraphs (KorQuAD) all of them give nDCG@10 95.0, 400 of each ranking 94.8, 100 give 94.5.
# Searching takes 0.14 ms among 100 passages, 0.3 among 1,000, 2 among 10,000, 3 among 20,000.
POOL = 1000


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LookedUp:
    """What the words of a question find: scores of shape (n,) over all passages.

    ``words`` are BM25 scores, ``shared`` those of terms; ``wanted`` says which passages may come,
    all of them where it is None.
    """

    language: Language
    words: Vectors
    shared: Vectors
    wanted: NDArray[np.bool_] | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Index:
    """One generation: everything read from the pages, and what finds it. Read-only throughout."""

    generation: str
    created: str
    pages: Mapping[str, Page]
    passages: Sequence[Passage]
    sentences: Sequence[Sentence]
    places: Mapping[str, Place]
    ties: tuple[Tie, ...]
    facts: tuple[Fact, ...]
    exchanges: tuple[Exchange, ...]
    homes: Mapping[str, str]
    encoder: Encoder
    means: Means
    gazetteer: Gazetteer
    _meanings: Meanings
    _remembered: int
    _lexicon: Lexicon
    _terms: Lexicon
    _vectors: VectorIndex
    _sentence_vectors: Vectors
    _layout: Layout

    def embed(self, question: str, language: Language) -> Vectors:
        """The centred unit vector of ``question``, shape (dimension,), not to be written to."""
        return self.embed_soon(question, language).result()

    def embed_soon(self, question: str, language: Language) -> Future[Vectors]:
        """The same, begun now and waited for when it is needed."""
        return self._meanings.of(question, language)

    def with_encoder(self, encoder: Encoder) -> Index:
        """The same with ``encoder``, of the same model, for its questions."""
        meanings = _meanings(encoder, self.means, self._remembered)
        return replace(self, encoder=encoder, _meanings=meanings)

    def search(
        self,
        vector: Vectors,
        text: str,
        language: Language,
        limit: int = 10,
        pages: Collection[str] | None = None,
        terms: Sequence[str] | None = None,
        twins: bool = False,
    ) -> list[Hit]:
        """The passages that fit a question best, best first; of ``pages`` only, where given.

        ``vector`` is what ``embed`` made of the question, ``text`` its words and ``language``
        theirs: words count for passages in that language. ``terms`` count for all passages (see
        index.terms); where None, those of ``text``. Of passages that say the same (see index.twins)
        the one in ``language`` comes, else the best one, unless ``twins``. Scores compare within
        one question.
        """
        return self.found(self.look_up(text, language, pages, terms), vector, limit, twins)

    def look_up(
        self,
        text: str,
        language: Language,
        pages: Collection[str] | None = None,
        terms: Sequence[str] | None = None,
    ) -> LookedUp:
        """All of a search that does without the vector; ``found`` does the rest."""
        return LookedUp(
            language=language,
            words=self._lexicon.scores(text),
            shared=self._terms.token_scores(self.terms(text) if terms is None else terms),
            wanted=None if pages is None else self._layout.on_pages(pages),
        )

    def found(
        self, looked_up: LookedUp, vector: Vectors, limit: int = 10, twins: bool = False
    ) -> list[Hit]:
        """See ``search``."""
        words, shared, wanted = looked_up.words, looked_up.shared, looked_up.wanted
        rows = self._candidates(vector, (words, shared), wanted)
        dense = self._vectors.scores(vector, rows)
        same = self._layout.languages[rows] == CODES[looked_up.language]
        told = shared[rows] / np.float32(math.log1p(len(self.passages)))
        scores = fuse(dense, words[rows], same, told, LEXICAL_WEIGHTS[looked_up.language])
        kept = np.arange(len(rows)) if wanted is None else np.flatnonzero(wanted[rows])
        order = kept[ranked(scores[kept], len(kept))]
        if not twins:
            order = order[one_of_each(self._layout.twins[rows[order]], same[order])]
        return [
            Hit(
                passage=self.passages[rows[i]],
                score=float(scores[i]),
                dense=float(dense[i]),
                lexical=float(words[rows[i]]) if same[i] else None,
            )
            for i in order[:limit].tolist()
        ]

    def nearest(self, vector: Vectors, limit: int) -> Rows:
        """Rows of the ``passages`` nearest to ``vector`` by meaning alone, best first."""
        rows = self._vectors.nearest(vector, max(limit, POOL))
        return rows[highest(self._vectors.scores(vector, rows), limit)]

    def terms(self, question: str) -> list[str]:
        """The places, dates and numbers of a question, as terms."""
        return text_terms(question, self.gazetteer, question=True)

    def passages_with(self, word: str) -> NDArray[np.int32]:
        """The rows of ``passages`` that have ``word``, one of ``index.lexical.tokenize``."""
        return self._lexicon.rows_of(word)

    def passages_about(self, place: str) -> NDArray[np.int32]:
        """The rows of ``passages`` that name a place, by id, or what lies in it, or are its own."""
        return self._terms.rows_of(place_term(place))

    def named_together(self, places: Sequence[str]) -> Rows:
        """The rows of ``passages`` that name any of ``places``, on pages that name all of them.

        There must be one place at least. A page that is a place's own names it. No passage is
        read for it.
        """
        rows = [self.passages_about(place) for place in places]
        pages = [self._layout.pages_of(found) for found in rows]
        shared = reduce(np.intersect1d, pages)
        kept = [r[np.isin(p, shared)] for r, p in zip(rows, pages, strict=True)]
        together: Rows = np.unique(np.concatenate(kept)).astype(np.int64)
        return together

    def nearest_of(self, vector: Vectors, passages: Rows, limit: int) -> Rows:
        """Those of the rows ``passages`` that are nearest to ``vector``, at most ``limit``."""
        if len(passages) <= limit:
            return passages
        return np.sort(passages[highest(self._vectors.scores(vector, passages), limit)])

    def similarity(self, vector: Vectors, rows: Sequence[int]) -> Vectors:
        """Cosine of ``vector`` to those rows of ``sentences``, shape (len(rows),)."""
        return cosines(self._sentence_vectors, vector, np.asarray(rows, dtype=np.int64))

    def sentences_of(self, page: str) -> range:
        """The rows of ``sentences`` that lie on ``page``; none for a page that is not here."""
        return self._layout.sentences_of(page)

    def passage(self, passage: str) -> Passage:
        """The passage of an id; raises KeyError where there is none."""
        page, _, number = passage.rpartition("#")  # see corpus.passages
        rows = self._layout.passages_of(page)
        if number.isdecimal() and int(number) < len(rows):
            found = self.passages[rows[int(number)]]
            if found.id == passage:
                return found
        raise KeyError(passage)

    def rows_within(self, page: str, span: Span) -> list[int]:
        """The rows of ``sentences`` on ``page`` that share a character with ``span``."""
        return self._layout.overlapping(self.sentences_of(page), span)

    def sentences_in(self, passage: int) -> list[int]:
        """The rows of ``sentences`` that lie in the passage of that row, in reading order."""
        found = self.passages[passage]
        rows = {row for span in found.spans for row in self.rows_within(found.page, span)}
        return sorted(rows)

    def _candidates(
        self, vector: Vectors, lexical: Iterable[Vectors], wanted: NDArray[np.bool_] | None
    ) -> Rows:
        """Rows worth fusing, in order: all of a small index, else the best of each ranking."""
        if len(self.passages) <= POOL:
            return np.arange(len(self.passages))
        chosen = [self._vectors.nearest(vector, POOL)]
        for scores in lexical:
            having = np.flatnonzero(scores > 0)  # of floats it takes ten times as long
            chosen.append(having[highest(scores[having], POOL)])
        if wanted is not None:
            chosen.append(np.flatnonzero(wanted))
        return np.unique(np.concatenate(chosen))


def open_index(path: Path, threads: int | None = None, remembered: int = REMEMBERED) -> Index:
    """The current generation of the index at ``path``, after every file of it was checked.

    ``threads`` bounds the encoder's; the vectors of the last ``remembered`` different questions
    are kept. Raises UnusableIndex where there is no index fit to serve.
    """
    while True:
        folder = current_generation(path)
        try:
            return _open(folder, path, threads, remembered)
        except UnusableIndex:
            if current_generation(path) == folder:
                raise


def _open(folder: Path, path: Path, threads: int | None, remembered: int) -> Index:
    manifest = check_generation(folder, path)
    try:
        contents = Contents.load(folder)
        layout = Layout.load(folder / LAYOUT)
        vectors = _open_vectors(folder)
        sentence_vectors = load_vectors(folder / f"{SENTENCES}.npy")
        lexicon = Lexicon.load(folder / LEXICON)
        terms = Lexicon.load(folder / TERMS)
        means = Means.load(folder / MEANS)
    except (OSError, ValueError) as error:
        raise unusable(path, f"its files do not fit this version of Gyoryu ({error})") from error
    encoder = load_encoder(folder / ENCODER, threads)
    return Index(
        generation=folder.name,
        created=manifest.created,
        pages=Named(contents.pages, layout.pages),
        passages=contents.passages,
        sentences=contents.sentences,
        places=MappingProxyType({place.id: place for place in contents.places}),
        ties=contents.ties,
        facts=contents.facts,
        exchanges=contents.exchanges,
        homes=contents.homes,
        encoder=encoder,
        means=means,
        gazetteer=Gazetteer(contents.places),
        _meanings=_meanings(encoder, means, remembered),
        _remembered=remembered,
        _lexicon=lexicon,
        _terms=terms,
        _vectors=vectors,
        _sentence_vectors=sentence_vectors,
        _layout=layout,
    )


def _open_vectors(folder: Path) -> VectorIndex:
    """The vectors of the passages, with what finds the nearest of very many (see index.near)."""
    matrix = load_vectors(folder / f"{PASSAGES}.npy")
    path = folder / near.NAME
    return near.NearVectors.load(path, matrix) if path.exists() else ExactVectors(matrix)


def _meanings(encoder: Encoder, means: Means, remembered: int) -> Meanings:
    """What turns questions into their vectors, with a memory for the last ones."""

    def embed(question: str, language: Language) -> Vectors:
        vector: Vectors = means.centre_queries(encoder.queries([question]), [language])[0]
        vector.setflags(write=False)
        return vector

    return Meanings(embed, remembered)
