"""The words of the index: the encoder's protocol, sentences, hits and what a build reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from corpus.model import Language, Passage, Skipped, Span

Vectors: TypeAlias = NDArray[np.float32]


class UnusableIndex(Exception):
    """An index or an encoder that must not be used; the message says what to do about it."""


class Encoder(Protocol):
    """Turns texts into unit vectors.

    ``dimension`` is the length of a vector, ``max_tokens`` the longest input including prefix and
    special tokens, ``fingerprint`` a digest that changes whenever a vector could.
    """

    name: str
    dimension: int
    max_tokens: int
    fingerprint: str

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of questions, shape (n, dimension)."""
        ...

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of passages, shape (n, dimension)."""
        ...

    def count_tokens(self, text: str) -> int:
        """Tokens of ``text`` as a passage, with its prefix and the special tokens."""
        ...


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, list item or caption of a passage: the smallest thing that can be quoted.

    ``context`` is the heading path that is embedded before the sentence's own text.
    """

    page: str
    passage: str
    span: Span
    language: Language
    text: str
    context: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a question; ``dense`` is a cosine, ``lexical`` a BM25 score or None."""

    passage: Passage
    score: float
    dense: float
    lexical: float | None = None


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: counts, skipped sources with reasons, and the published generation."""

    generation: str
    pages: int
    passages: int
    sentences: int
    facts: int
    exchanges: int
    ties: int
    embedded: int
    reused: int
    published: bool
    skipped: tuple[Skipped, ...]
    seconds: float
