"""Vectors of many texts: those known from the generation before are kept, the rest computed."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.model import LANGUAGES, Language
from index import centring
from index.centring import Means
from index.contents import BUILDING
from index.model import Encoder, Vectors
from index.origin import Origin, spliced
from index.progress import Advance
from index.vectors import load_vectors, splice_vectors

# Texts handed to the encoder at once: few enough for a bar that moves.
BATCH = 32
_KEY_BYTES = 32
# Bytes of a key that are compared first.
_HEAD = 8


@dataclass(frozen=True, slots=True)
class Text:
    """A text to embed, in its language."""

    text: str
    language: Language


class Embedded:
    """Centred unit vectors of one table, shape (n, dimension), by the keys of their texts."""

    def __init__(self, folder: Path, name: str) -> None:
        """Those in the generation ``folder``; raises OSError or ValueError where there are none."""
        keys = np.fromfile(folder / BUILDING / f"{name}.keys", dtype=np.uint8)
        self.keys = keys.reshape(-1, _KEY_BYTES)
        self.vectors = load_vectors(folder / f"{name}.npy")

    def find(self, wanted: Collection[bytes]) -> dict[bytes, Vectors]:
        """The vectors of those of the ``wanted`` keys that are here, shape (dimension,) each."""
        heads = _as_array(wanted)[:, :_HEAD].copy().view(np.uint64).ravel()
        likely = np.isin(self.keys[:, :_HEAD].copy().view(np.uint64).ravel(), heads)
        rows = {self.keys[row].tobytes(): row for row in np.flatnonzero(likely).tolist()}
        return {key: self.vectors[rows[key]] for key in wanted if key in rows}


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


def write_vectors(
    folder: Path,
    name: str,
    origin: Origin,
    before: Embedded | None,
    keys: Sequence[bytes],
    vectors: Mapping[bytes, Vectors],
    dimension: int,
) -> None:
    """Write a table of vectors, and the keys of their texts for the next build.

    Rows that ``origin`` names are those of ``before``; the others have ``keys``, in order.
    """
    new = np.zeros((len(keys), dimension), dtype=np.float32)
    for row, key in enumerate(keys):
        new[row] = vectors[key]
    made = _as_array(keys)
    old_keys, old = (before.keys, before.vectors) if before else (made[:0], new[:0])
    spliced(origin, old_keys, made).tofile(folder / BUILDING / f"{name}.keys")
    splice_vectors(folder / f"{name}.npy", origin, old, new)


def _as_array(keys: Collection[bytes]) -> NDArray[np.uint8]:
    return np.frombuffer(b"".join(keys), dtype=np.uint8).reshape(-1, _KEY_BYTES)
