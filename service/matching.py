"""How well sentences fit a question: by meaning, and within a language by words too."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.model import Vectors
from service.enquiry import Enquiry

# What sharing every word with the question is worth, in cosine.
WORDS = 0.25
# And what sharing every concept with it is worth, in any language: the least from which on the
# development questions gain no more (docs/evaluation.md).
CONCEPTS = 0.08
# What having all its rare words is worth.
KEYWORDS = 0.2


def fit(enquiry: Enquiry, rows: Sequence[int]) -> Vectors:
    """A score for each of those rows of the index's sentences, shape (len(rows),)."""
    cosines = enquiry.catalogue.index.similarity(enquiry.vector, rows)
    words = WORDS * np.array([_shared(enquiry, row) for row in rows], dtype=np.float32)
    told: Vectors = cosines + words + CONCEPTS * _concepts(enquiry, rows)
    return told + KEYWORDS * _keywords(enquiry, rows)


def _keywords(enquiry: Enquiry, rows: Sequence[int]) -> Vectors:
    """The share of the question's rare words that each row's sentence has; 1 for its people."""
    return np.array([_keyword(enquiry, row) for row in rows], dtype=np.float32)


def _keyword(enquiry: Enquiry, row: int) -> float:
    """A person who is named says as much as a rare word, in whatever script."""
    named = enquiry.people and enquiry.names_people(enquiry.catalogue.index.sentences[row].text)
    return 1.0 if named else enquiry.keywords.share(row)


def _concepts(enquiry: Enquiry, rows: Sequence[int]) -> Vectors:
    """The share of the question's concepts that each row's sentence has."""
    demand, told = enquiry.demand, enquiry.catalogue.concepts
    most = max(1, len(demand.concepts))
    return np.array([demand.shared(told(row)) / most for row in rows], dtype=np.float32)


def _shared(enquiry: Enquiry, row: int) -> float:
    """The share of the question's words that a sentence of the same language has."""
    sentence = enquiry.catalogue.index.sentences[row]
    words = enquiry.words
    if sentence.language != enquiry.question.language or not words:
        return 0.0
    return len(words & enquiry.catalogue.words(row)) / len(words)
