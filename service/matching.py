"""How well sentences fit a question: by meaning, and within a language by words too."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.model import Vectors
from service.enquiry import Enquiry

# What sharing every word with the question is worth, in cosine.
WORDS = 0.25


def fit(enquiry: Enquiry, rows: Sequence[int]) -> Vectors:
    """A score for each of those rows of the index's sentences, shape (len(rows),)."""
    cosines = enquiry.catalogue.index.similarity(enquiry.vector, rows)
    return cosines + WORDS * np.array([_shared(enquiry, row) for row in rows], dtype=np.float32)


def _shared(enquiry: Enquiry, row: int) -> float:
    """The share of the question's words that a sentence of the same language has."""
    sentence = enquiry.catalogue.index.sentences[row]
    words = enquiry.words
    if sentence.language != enquiry.question.language or not words:
        return 0.0
    return len(words & enquiry.catalogue.words(row)) / len(words)
