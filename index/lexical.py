"""Word scores: BM25 over Han and Hangul character pairs, Latin words and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import orjson
from numpy.typing import NDArray

from corpus.language import HAN, HANGUL
from corpus.text import fold_text
from index.model import Vectors
from index.postings import Postings

KANA = "\u3040-\u30ff"
# Korean is spaced differently by everyone (자매결연, 자매 결연, 결 연 일), so pairs run across its
# spaces. On KorQuAD (1,925 questions, 964 paragraphs) that took R@1 from .877 to .889, and from
# .882 to .893 for questions typed without spaces. Single characters beside the pairs changed
# nothing (ko .877, zh .958 to .960), nor did one lexicon for each language (ko .878 to .877).
_SPACED_HANGUL = re.compile(f"(?<=[{HANGUL}])[ \u00a0]+(?=[{HANGUL}])")
_RUN = re.compile(f"([{HAN}]+|[{HANGUL}]+|[{KANA}]+)|(\\d+)|[^\\W\\d_{HAN}{HANGUL}{KANA}]+")


def tokenize(text: str) -> list[str]:
    """The words that ``text`` is matched by, in order, folded as names are (``fold_text``)."""
    return [token for run in token_runs(text) for token in run]


def token_runs(text: str) -> list[list[str]]:
    """The same by stretches of one script: in each the pairs overlap, and a Latin word is alone."""
    joined = _SPACED_HANGUL.sub("", fold_text(text))
    return [list(_tokens(match)) for match in _RUN.finditer(joined)]


def _tokens(match: re.Match[str]) -> Iterator[str]:
    characters, digits = match.groups()
    if digits:
        yield digits.lstrip("0") or "0"
    elif characters and len(characters) > 1:
        yield from map("".join, pairwise(characters))
    else:
        yield match.group()


# A question's words are looked up in so many rows at most, rarest words first: what nearly every
# text has says little and costs most. Below some 10,000 passages nothing is ever left out.
MOST_ROWS = 200_000
# Names inside a lexicon's folder.
_WORDS = "words.json"
_WEIGHTS, _ROWS, _STARTS = "weights.npy", "rows.npy", "starts.npy"


class Lexicon:
    """BM25 (Lucene's form) over a fixed list of texts; safe to share by threads.

    What each word adds to the score of each text that has it is worked out by the build (see
    index.postings); a question's scores are sums of those. Column w of them is
    ``weights[starts[w]:starts[w + 1]]``, of the texts in the same part of ``rows``. Serving reads
    these arrays as mapped files.
    """

    def __init__(
        self,
        words: Mapping[str, int],
        weights: Vectors,
        rows: NDArray[np.int32],
        starts: NDArray[np.int64],
        size: int,
    ) -> None:
        self._words = words
        self._weights, self._rows, self._starts = weights, rows, starts
        self._size = size

    @classmethod
    def of(cls, texts: Sequence[str]) -> Lexicon:
        """Index ``texts``, of which there must be one at least; rows keep their order."""
        return cls.of_postings(Postings.of([tokenize(text) for text in texts]))

    @classmethod
    def of_postings(cls, found: Postings) -> Lexicon:
        """Index texts of which is known what words they have."""
        words = {word: number for number, word in enumerate(found.words)}
        return cls(words, found.weights(), found.rows, found.starts, found.size)

    @classmethod
    def load(cls, folder: Path) -> Lexicon:
        """What ``save`` wrote, mapped; raises OSError or ValueError where it is not that."""
        described = orjson.loads((folder / _WORDS).read_bytes())
        weights, rows, starts = (
            np.asarray(np.load(folder / name, mmap_mode="r", allow_pickle=False))
            for name in (_WEIGHTS, _ROWS, _STARTS)
        )
        words = {word: number for number, word in enumerate(described["words"])}
        if len(starts) != len(words) + 1 or len(weights) != len(rows):
            raise ValueError(f"{folder.name}: its files do not fit each other")
        return cls(words, weights, rows, starts, described["texts"])

    def save(self, folder: Path) -> None:
        """Write the lexicon into ``folder``, made where it is missing."""
        folder.mkdir(parents=True, exist_ok=True)
        described = {"texts": self._size, "words": list(self._words)}
        (folder / _WORDS).write_bytes(orjson.dumps(described))
        np.save(folder / _WEIGHTS, self._weights, allow_pickle=False)
        np.save(folder / _ROWS, self._rows, allow_pickle=False)
        np.save(folder / _STARTS, self._starts, allow_pickle=False)

    def parts(
        self,
    ) -> tuple[Mapping[str, int], Vectors, NDArray[np.int32], NDArray[np.int64], int]:
        """What it was made of."""
        return self._words, self._weights, self._rows, self._starts, self._size

    def rows_of(self, word: str) -> NDArray[np.int32]:
        """The rows that have ``word``, shape (m,); none where no row has it."""
        number = self._words.get(word)
        if number is None:
            return np.empty(0, dtype=np.int32)
        return self._rows[self._starts[number] : self._starts[number + 1]]

    def scores(self, text: str) -> Vectors:
        """BM25 score of each row for ``text``, shape (n,); zero where no word is shared."""
        return self.token_scores(tokenize(text))

    def token_scores(self, tokens: Sequence[str]) -> Vectors:
        """BM25 score of each row for words that are given as such, shape (n,)."""
        scores = np.zeros(self._size, dtype=np.float32)
        words = [self._words[token] for token in tokens if token in self._words]
        if words:
            parts = self._affordable(words)
            rows = np.concatenate([self._rows[part] for part in parts])
            np.add.at(scores, rows, np.concatenate([self._weights[part] for part in parts]))
        return scores

    def _affordable(self, words: Sequence[int]) -> Sequence[slice]:
        """Where those of ``words`` lie that few enough rows have (see MOST_ROWS); the rarest one
        is always there.
        """
        numbers = np.asarray(words, dtype=np.int64)
        starts, ends = self._starts[numbers], self._starts[numbers + 1]
        parts = list(map(slice, starts.tolist(), ends.tolist()))
        lengths = ends - starts
        if lengths.sum() <= MOST_ROWS:
            return parts
        order = np.argsort(lengths, kind="stable")
        spent = np.cumsum(lengths[order])
        kept = order[: max(1, int(np.searchsorted(spent, MOST_ROWS, side="right")))]
        return [parts[place] for place in sorted(kept.tolist())]
