"""Word scores: BM25 over Han and Hangul character pairs, Latin words and numbers."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from pathlib import Path

import bm25s
import numpy as np

from corpus.language import HAN, HANGUL
from corpus.text import fold_text
from index.model import Vectors

# It asks for its debug messages to be heard, whatever the program around it wants.
logging.getLogger("bm25s").setLevel(logging.WARNING)

KANA = "\u3040-\u30ff"
# Korean is spaced differently by everyone (자매결연, 자매 결연, 결 연 일), so pairs run across its
# spaces. On KorQuAD (1,925 questions, 964 paragraphs) that took R@1 from .877 to .889, and from
# .882 to .893 for questions typed without spaces. Single characters beside the pairs changed
# nothing (ko .877, zh .958 to .960), nor did one lexicon for each language (ko .878 to .877).
_SPACED_HANGUL = re.compile(f"(?<=[{HANGUL}])[ \u00a0]+(?=[{HANGUL}])")
_RUN = re.compile(f"([{HAN}]+|[{HANGUL}]+|[{KANA}]+)|(\\d+)|[^\\W\\d_{HAN}{HANGUL}{KANA}]+")


def tokenize(text: str) -> list[str]:
    """The words that ``text`` is matched by, in order, folded as names are (``fold_text``)."""
    joined = _SPACED_HANGUL.sub("", fold_text(text))
    return [token for match in _RUN.finditer(joined) for token in _tokens(match)]


def _tokens(match: re.Match[str]) -> Iterator[str]:
    characters, digits = match.groups()
    if digits:
        yield digits.lstrip("0") or "0"
    elif characters and len(characters) > 1:
        yield from map("".join, pairwise(characters))
    else:
        yield match.group()


class Lexicon:
    """BM25 (Lucene's form, k1 1.5, b 0.75) over a fixed list of texts; safe to share by threads."""

    def __init__(self, ranker: bm25s.BM25) -> None:
        self._ranker = ranker
        self._size = int(ranker.scores["num_docs"])

    @classmethod
    def of(cls, texts: Sequence[str]) -> Lexicon:
        """Index ``texts``, of which there must be one at least; rows keep their order."""
        return cls.of_tokens([tokenize(text) for text in texts])

    @classmethod
    def of_tokens(cls, tokens: Sequence[Sequence[str]]) -> Lexicon:
        """Index texts that come as their words."""
        words = {word: number for number, word in enumerate(sorted({"", *chain(*tokens)}))}
        ranker = bm25s.BM25()
        rows = [[words[token] for token in row] for row in tokens]
        with np.errstate(invalid="ignore"):  # its mean length is 0 where no text has a word
            ranker.index((rows, words), show_progress=False)
        return cls(ranker)

    @classmethod
    def load(cls, folder: Path) -> Lexicon:
        """What ``save`` wrote; raises OSError or ValueError where it is not that."""
        return cls(bm25s.BM25.load(folder, show_progress=False))

    def save(self, folder: Path) -> None:
        """Write the lexicon into ``folder``, made where it is missing."""
        self._ranker.save(folder, show_progress=False)

    def scores(self, text: str) -> Vectors:
        """BM25 score of each row for ``text``, shape (n,); zero where no word is shared."""
        return self.token_scores(tokenize(text))

    def token_scores(self, tokens: Sequence[str]) -> Vectors:
        """BM25 score of each row for words that are given as such, shape (n,)."""
        words = self._ranker.get_tokens_ids(list(tokens))
        if not words:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._ranker.get_scores_from_ids(words), dtype=np.float32)
