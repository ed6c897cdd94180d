"""Answers that quote what lines say: all of them, or the one that fits the question best."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from index.model import Sentence
from service.enquiry import Enquiry
from service.matching import fit
from service.model import Evidence


def quoted(places: tuple[str, ...], sentences: Iterable[Sentence]) -> Evidence:
    """Sentences on ``places``, at least one, as they are written; each text once."""
    first, *more = {sentence.text: sentence for sentence in sentences}.values()
    return Evidence("partial", "sentence", places, sentence=first, more=tuple(more))


def fittest(enquiry: Enquiry, rows: list[int]) -> int:
    """Which sentence of ``rows``, by its number and of at least one, fits the question best."""
    return rows[int(np.argmax(fit(enquiry, rows)))]
