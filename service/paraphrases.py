"""What a question that no pattern understands is likeliest to mean, by examples in three languages.

Where it is very near to the examples of one sort it is read like them; where it is less near, that
is what is suggested first (docs/decisions/0018).
``python -m service.paraphrases INDEX`` embeds the examples of ``data/paraphrases.toml`` with the
encoder of that index.
"""

from __future__ import annotations

import hashlib
import sys
import tomllib
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from corpus.model import LANGUAGES, Language
from index.encoder import unit
from index.model import Vectors
from index.search import Index, open_index
from service.catalogue import Catalogue
from service.lexicon import DATA
from service.linking import BLANK
from service.model import Question

# What stands for a place, so that no name weighs.
_ANY = {"ko": "이 도시", "zh": "这个城市", "en": "this city"}
# The sort whose examples are of what pages do not tell.
OTHER = "other"
# A sort is as near as its so many nearest examples on average. Leaving out one example at a time
# (402, and 168 of other things), by how near a sort must be and how far ahead of the next one:
#    .65 and .03: 61 % get a sort, 90 % of them the right one; of other things 10 get one
#    .75 and .05: 24 %, 94 %; none
# The first is enough for what is suggested, the second for how a question is read.
_NEAREST = 4
SUGGESTED, READ = (0.65, 0.03), (0.75, 0.05)
_VECTORS = DATA / "paraphrases.npz"
# Vectors are kept in bytes; the largest part of a unit vector of this encoder is about 0.3.
_SCALE = 400.0


@dataclass(frozen=True, slots=True)
class Examples:
    """Examples by sort: ``vectors`` of shape (n, dimension), with the sort of each row."""

    sorts: tuple[str, ...]
    vectors: Vectors

    def nearest(self, vector: Vectors, least: tuple[float, float]) -> str | None:
        """The sort whose examples are nearest to a question, if near and ahead by ``least``."""
        cosines = self.vectors @ vector
        scores = {sort: self._score(sort, cosines) for sort in dict.fromkeys(self.sorts)}
        best, second = sorted(scores, key=lambda sort: -scores[sort])[:2]
        near, ahead = least
        sure = scores[best] >= near and scores[best] - scores[second] >= ahead
        return best if sure and best != OTHER else None

    def _score(self, sort: str, cosines: Vectors) -> float:
        own = np.array([one == sort for one in self.sorts])
        return float(np.sort(cosines[own])[-_NEAREST:].mean())


def read_by_example(question: Question, catalogue: Catalogue) -> Question | None:
    """The question with what it means taken as said; None where no examples are near enough."""
    sort = likeliest(question, catalogue, READ)
    return replace(question, **_tables()[sort]["reads"]) if sort else None


def likeliest(
    question: Question, catalogue: Catalogue, least: tuple[float, float] = SUGGESTED
) -> str | None:
    """The name of the suggestion that comes nearest to what is asked; None where none does.

    Only of a question that names a place and no topic, and only with the encoder that the examples
    were embedded with.
    """
    topic = question.property or question.kinds or question.exchanges or question.partners
    if topic or not question.places:
        return None
    known = load_examples(catalogue.index.encoder.name, catalogue.index.encoder.dimension)
    if known is None:
        return None
    text = _masked(question.bare, question.language)
    return known.nearest(catalogue.index.embed(text, question.language), least)


@lru_cache(maxsize=4)
def load_examples(encoder: str, dimension: int) -> Examples | None:
    """The examples as that encoder embeds them; None where another one did."""
    with np.load(_VECTORS, allow_pickle=False) as archive:
        made = (str(archive["encoder"]), str(archive["digest"]), archive["vectors"])
    if made[0] != encoder or made[1] != digest() or made[2].shape[1] != dimension:
        return None
    vectors = unit(made[2].astype(np.float32) / np.float32(_SCALE))
    return Examples(tuple(sort for sort, _, _ in _examples()), vectors)


def save_examples(index: Index) -> int:
    """Embed the examples with the encoder of ``index``, keep the vectors; how many there are."""
    examples = _examples()
    raw = index.encoder.queries([_masked(text, language) for _, language, text in examples])
    vectors = index.means.centre_queries(raw, [language for _, language, _ in examples])
    kept = np.clip(np.rint(vectors * _SCALE), -127, 127).astype(np.int8)
    with _VECTORS.open("wb") as file:
        np.savez_compressed(file, encoder=index.encoder.name, digest=digest(), vectors=kept)
    return len(examples)


def digest() -> str:
    """A digest of the examples, in which any change shows."""
    return hashlib.sha256(repr(_examples()).encode()).hexdigest()


@lru_cache(maxsize=1)
def _examples() -> tuple[tuple[str, Language, str], ...]:
    """Sort, language and text of every example."""
    return tuple(
        (sort, language, text)
        for sort, table in _tables().items()
        for language in LANGUAGES
        for text in table[language]
    )


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    return tomllib.loads((DATA / "paraphrases.toml").read_text(encoding="utf-8"))


def _masked(bare: str, language: Language) -> str:
    return bare.replace(BLANK, _ANY[language])


if __name__ == "__main__":
    print(f"{save_examples(open_index(Path(sys.argv[1])))} examples embedded")
