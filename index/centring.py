"""Centring: taking out of a vector what it owes to the language of its text.

A multilingual encoder puts texts of one language close together, whatever they say. Subtracting
part of the mean vector of the text's language brings the same thing said in two languages together.
The means come from the neutral questions in ``corpus/data/neutral``, parallel in three languages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from corpus.model import LANGUAGES, Language
from index.encoder import unit
from index.model import Encoder, UnusableIndex, Vectors

# Share of the mean that is subtracted. R@1 in percent over 1,000 Tatoeba pairs a language pair (as
# in facebookresearch/LASER), and how often the translation is among the first two of an English
# question when both languages lie in one index, with the default encoder and our neutral texts:
#         zh>en  en>zh  ko>en  en>ko   mean | mixed zh  mixed ko
#    0     91.6   84.7   75.3   79.9   82.9 |     79.2      64.6
#    0.5   92.5   92.3   80.9   80.1   86.4 |     91.5      72.7
#    0.7   93.3   93.0   81.4   79.9   86.9 |     92.0      71.2
#    0.8   93.4   93.1   81.5   79.2   86.8 |     91.8      68.7
#    1.0   92.6   92.7   81.3   78.1   86.2 |     88.6      60.9
# Within a language R@1 of a sentence itself stays at 100.
WEIGHT = 0.7


@dataclass(frozen=True, slots=True)
class Means:
    """Mean vectors by language, in the order of LANGUAGES: both of shape (3, dimension)."""

    queries: Vectors
    passages: Vectors

    @classmethod
    def from_encoder(cls, encoder: Encoder) -> Means:
        """The means of the neutral texts, as questions and as passages."""
        texts = [neutral_texts(language) for language in LANGUAGES]
        queries = np.stack([encoder.queries(some).mean(axis=0) for some in texts])
        passages = np.stack([encoder.passages(some).mean(axis=0) for some in texts])
        return cls(queries, passages)

    @classmethod
    def load(cls, path: Path) -> Means:
        """The means in ``path``; raises UnusableIndex where that is not a file of them."""
        try:
            with path.open("rb") as file, np.load(file, allow_pickle=False) as archive:
                return cls(archive["queries"], archive["passages"])
        except (OSError, EOFError, TypeError, ValueError, KeyError, BadZipFile) as error:
            raise UnusableIndex(
                f"{path} cannot be used ({error}): rebuild the index with `gyoryu build`"
            ) from error

    def save(self, path: Path) -> None:
        """Writes the means to ``path`` (a numpy archive without pickled objects)."""
        with path.open("wb") as file:
            np.savez(file, queries=self.queries, passages=self.passages)

    def centre_queries(self, vectors: Vectors, languages: Sequence[Language]) -> Vectors:
        """Unit vectors of questions, shape (n, dimension), centred each by its language."""
        return _centred(vectors, self.queries, languages)

    def centre_passages(self, vectors: Vectors, languages: Sequence[Language]) -> Vectors:
        """Unit vectors of passages, shape (n, dimension), centred each by its language."""
        return _centred(vectors, self.passages, languages)


def neutral_texts(language: Language) -> tuple[str, ...]:
    """The neutral questions in ``language``, the same number and order in each language."""
    path = files("corpus") / "data" / "neutral" / f"{language}.txt"
    return tuple(path.read_text(encoding="utf-8").splitlines())


def _centred(vectors: Vectors, means: Vectors, languages: Sequence[Language]) -> Vectors:
    rows = [LANGUAGES.index(language) for language in languages]
    return unit(vectors - np.float32(WEIGHT) * means[rows])
