"""Parity: how close an exported encoder comes to the model that it was made from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from corpus.model import LANGUAGES
from index.centring import neutral_texts
from index.model import Encoder, Vectors

STEP = 10
# The default model gives 0.9998 and 0.996 with 4 bits, all of it due to activations in 8 bits. With
# its weights spoilt by rounding to a foreign grid of b bits, R@1 as in index.centring (zh>en,
# en>zh, ko>en, en>ko at weight 0.7; unspoilt 93.3, 93.0, 81.4, 79.9) was
#    b = 4: 0.994 and 0.971: 92.9, 92.4, 82.0, 79.0
#    b = 3: 0.923 and 0.781: 90.2, 89.3, 74.8, 74.1
LEAST_COSINE = 0.99
LEAST_AGREEMENT = 0.95


@dataclass(frozen=True, slots=True)
class Parity:
    """The smallest cosine between two vectors of a text, the smallest agreement of two rankings.

    ``agreement`` is Spearman's rank correlation of the passages by their likeness to a question.
    """

    cosine: float
    agreement: float

    @property
    def sufficient(self) -> bool:
        """Whether searching with the export finds what searching with the model would."""
        return self.cosine >= LEAST_COSINE and self.agreement >= LEAST_AGREEMENT


def bundle() -> tuple[list[str], list[str]]:
    """24 questions and 24 passages in three languages, the passages one to eight questions long."""
    questions, passages = [], []
    for texts in map(neutral_texts, LANGUAGES):
        starts = range(0, len(texts), STEP)
        questions += [texts[start] for start in starts]
        passages += [" ".join(texts[start : start + start // STEP + 1]) for start in starts]
    return questions, passages


def measure(expected: Encoder, found: Encoder) -> Parity:
    """The parity of ``found`` with ``expected`` over the bundle."""
    questions, passages = bundle()
    old = (expected.queries(questions), expected.passages(passages))
    new = (found.queries(questions), found.passages(passages))
    cosine = min(float((a * b).sum(axis=1).min()) for a, b in zip(old, new, strict=True))
    return Parity(cosine, _agreement(old[0] @ old[1].T, new[0] @ new[1].T))


def _agreement(old: Vectors, new: Vectors) -> float:
    """The smallest rank correlation of a row of ``old`` with the same row of ``new``."""
    ranks = [scores.argsort(axis=1).argsort(axis=1) for scores in (old, new)]
    rows = zip(*ranks, strict=True)
    return min(float(np.corrcoef(a, b)[0, 1]) for a, b in rows)
