"""Dense and lexical scores made one: pure functions over arrays."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from corpus.model import Language
from index.model import Vectors

# The share of words within a script, by language. On 1,444 questions of KorQuAD and 1,073 of CMRC
# nDCG@10 is, with TERM_WEIGHT:
#           dense alone  BM25 alone   0.3    0.35   0.4    0.5
#    ko         86.0        94.8     95.43  95.73  95.84  95.73
#    zh         97.5        98.0     99.27         99.19  99.07
# With 0.4 two of 64 Korean golden questions lose their first passage, with 0.35 none. For English
# there is no such set; it keeps what was chosen over both before.
LEXICAL_WEIGHTS: Mapping[Language, float] = {"ko": 0.35, "zh": 0.3, "en": 0.3}
# What a passage in another script gets instead of shared words. With 1.0, passages in the
# question's language win by any shared word: the first passage for the 117 answerable questions of
# tests/eval/golden-dev.jsonl is on the right page for 68 %, with 1.5 for 79 %; Chinese questions
# find their English sentence among 999 Chinese ones (Tatoeba) in 39 % and 73 %, Korean ones in
# 21 % and 56 %. Korean questions over Korean and Chinese paragraphs lose a point of R@1 (88 to
# 87), with 2.0 five. Z-scores taken apart by language instead do worse in both.
ACROSS_WEIGHT = 1.5
# What a term that one passage alone has adds where a question has it (see index.terms and
# docs/decisions/0012-terms.md). nDCG@10 with words and with meaning alone, as across scripts:
#             0             1             2             3             4
#    ko   95.00 85.97   95.33 86.89   95.39 87.22   95.43 87.45   95.43 87.59   (KorQuAD)
#    zh   99.23 97.54   99.27 97.59   99.27 97.63   99.27 97.64   99.23 97.69   (CMRC)
TERM_WEIGHT = 3.0
# Spreads below this are rounding, not difference: all scores alike.
_NO_SPREAD = 1e-6


def fuse(
    dense: Vectors,
    lexical: Vectors,
    same_script: NDArray[np.bool_],
    shared: Vectors,
    words_share: float,
) -> Vectors:
    """One score a passage, shape (n,): comparable within one question only.

    ``dense`` are cosines, ``lexical`` BM25 scores and ``shared`` those of terms in units of the
    rarest possible term, all of shape (n,). Where ``same_script`` the score mixes the first two as
    z-scores, words with ``words_share`` (see LEXICAL_WEIGHTS); elsewhere words cannot meet, and it
    is the dense one alone. Terms count everywhere.
    """
    meaning = zscores(dense)
    scores = ACROSS_WEIGHT * meaning
    if same_script.any():
        words = zscores(lexical[same_script])
        scores[same_script] = (1 - words_share) * meaning[same_script] + words_share * words
    return np.asarray(scores + TERM_WEIGHT * shared, dtype=np.float32)


def zscores(values: Vectors) -> Vectors:
    """``values`` with mean 0 and standard deviation 1; all 0 where they do not differ."""
    if values.size == 0:
        return np.zeros(0, dtype=np.float32)
    centred = values - values.sum(dtype=np.float64) / values.size
    spread = math.sqrt(centred @ centred / values.size)
    if spread < _NO_SPREAD:
        return np.zeros(values.shape, dtype=np.float32)
    return np.asarray(centred / spread, dtype=np.float32)


def one_of_each(groups: NDArray[np.int64], preferred: NDArray[np.bool_]) -> NDArray[np.intp]:
    """A position for each of ``groups``, in order: the first one ``preferred``, else the first."""
    order = np.argsort(~preferred, kind="stable")
    return np.sort(order[np.unique(groups[order], return_index=True)[1]])


def ranked(scores: Vectors, limit: int) -> NDArray[np.intp]:
    """Positions of the ``limit`` highest scores, best first, ties in their order."""
    return np.argsort(-scores, kind="stable")[:limit]
