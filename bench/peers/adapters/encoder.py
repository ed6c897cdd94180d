"""Gyoryu's encoder folder for every other stack: the same weights, tokenizer and prefixes.

No torch: ONNX Runtime with its own defaults, in batches of like length, as sentence-transformers
does it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from tokenizers import Tokenizer

# As many texts at once as sentence-transformers takes by default.
BATCH = 32


class Encoder:
    """Unit vectors of texts, float32 of shape (n, dimension); safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        told = json.loads((folder / "encoder.json").read_text(encoding="utf-8"))
        self.query, self.passage = str(told["query"]), str(told["passage"])
        self._session = ort.InferenceSession(folder / "model.onnx")
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(told["max_tokens"])
        self._tokenizer.enable_padding(pad_id=told["pad"])

    def queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of questions."""
        return self.encode([self.query + text for text in texts])

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of passages."""
        return self.encode([self.passage + text for text in texts])

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of texts that have their prefix already."""
        order = sorted(range(len(texts)), key=lambda row: -len(texts[row]))
        groups = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
        found = [self._run([texts[row] for row in group]) for group in groups]
        vectors = np.concatenate(found)[np.argsort(order)]
        unit: NDArray[np.float32] = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return unit

    def _run(self, texts: list[str]) -> NDArray[np.float32]:
        read = self._tokenizer.encode_batch(texts)
        fed = {
            "input_ids": np.array([text.ids for text in read], np.int64),
            "attention_mask": np.array([text.attention_mask for text in read], np.int64),
        }
        vectors: NDArray[np.float32] = self._session.run(None, fed)[0]
        return vectors


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """The encoder in the folder that PEERS_ENCODER names."""
    return Encoder(Path(os.environ["PEERS_ENCODER"]))
