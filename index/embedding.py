"""Vectors of many texts: those known from the generation before are kept, the rest computed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.model import LANGUAGES, Language
from index import centring
from index.centring import Means
from index.model import Encoder, Vectors
from index.progress import Advance
from index.vectors import load_vectors, save_vectors

# Texts handed to the encoder at once: few enough for a bar that moves.
BATCH = 32
_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Text:
    """A text to embed, in its language."""

    text: str
    language: Language


@dataclass(frozen=True, slots=True)
class Embedded:
    """Centred unit vectors, shape (n, dimension), with the key of the text of each row."""

    keys: tuple[bytes, ...]
    vectors: Vectors

    def save(self, folder: Path, name: str) -> None:
        """Write ``NAME.npy`` and ``NAME.keys`` into ``folder``."""
        save_vectors(folder / f"{name}.npy", self.vectors)
        (folder / f"{name}.keys").write_bytes(b"".join(self.keys))

    @classmethod
    def load(cls, folder: Path, name: str) -> Embedded:
        """What ``save`` wrote; raises OSError or ValueError where it is not that."""
        joined = (folder / f"{name}.keys").read_bytes()
        keys = (joined[at : at + _KEY_BYTES] for at in range(0, len(joined), _KEY_BYTES))
        return cls(tuple(keys), load_vectors(folder / f"{name}.npy"))

    def by_key(self) -> dict[bytes, Vectors]:
        """The vector behind each key, shape (dimension,)."""
        return dict(zip(self.keys, self.vectors, strict=True))


def vector_space(encoder: Encoder) -> str:
    """A SHA-256 (hex) of all that decides a vector besides its text: the encoder and the centring.

    Digested are the neutral texts and the code that take a vector to the middle, not the means
    themselves: these cost hundreds of texts to embed.
    """
    total = hashlib.sha256(encoder.fingerprint.encode())
    total.update(Path(centring.__file__).read_bytes())
    for language in LANGUAGES:
        total.update("\n".join(centring.neutral_texts(language)).encode())
    return total.hexdigest()


def keys_of(texts: Iterable[Text], space: str) -> tuple[bytes, ...]:
    """A SHA-256 for each text in its language, within the vector space ``space``."""
    return tuple(
        hashlib.sha256("\0".join((space, item.language, item.text)).encode()).digest()
        for item in texts
    )


def compute(
    texts: Mapping[bytes, Text], encoder: Encoder, means: Means, advance: Advance
) -> dict[bytes, Vectors]:
    """The centred unit vector of each text, by key; texts of like length share a batch."""
    order = sorted(texts, key=lambda key: len(texts[key].text))
    found: dict[bytes, Vectors] = {}
    for start in range(0, len(order), BATCH):
        keys = order[start : start + BATCH]
        batch = [texts[key] for key in keys]
        vectors = encoder.passages([item.text for item in batch])
        centred = means.centre_passages(vectors, [item.language for item in batch])
        found.update(zip(keys, centred, strict=True))
        advance(len(keys))
    return found


def gather(keys: Sequence[bytes], vectors: Mapping[bytes, Vectors], dimension: int) -> Embedded:
    """The vectors of ``keys`` as rows, in that order."""
    matrix = np.zeros((len(keys), dimension), dtype=np.float32)
    for row, key in enumerate(keys):
        matrix[row] = vectors[key]
    return Embedded(tuple(keys), matrix)
