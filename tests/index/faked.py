"""An encoder that costs nothing: vectors drawn from the text, and the gazetteer read only once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

from corpus.gazetteer import Gazetteer, load_gazetteer
from index import inputs, writing
from index.encoder import unit
from index.model import Vectors
from index.source import Source


class FakeEncoder:
    """The same vector for the same text, in whatever company; a token for two characters."""

    name = "fake"
    dimension = 16
    max_tokens = 256
    fingerprint = "fake-1"

    def queries(self, texts: Sequence[str]) -> Vectors:
        """See ``Encoder.queries``."""
        return self.passages(texts)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """See ``Encoder.passages``."""
        drawn = [np.random.default_rng(_seed(text)).normal(size=self.dimension) for text in texts]
        return unit(np.array(drawn, dtype=np.float32))

    def count_tokens(self, text: str) -> int:
        """See ``Encoder.count_tokens``."""
        return len(text) // 2 + 2


@contextmanager
def faked(tmp: Path) -> Iterator[None]:
    """Builds take the fake encoder; what they copy as its files is one small file in ``tmp``."""
    cache = tmp / "fake-encoder"
    cache.mkdir()
    (cache / "encoder.json").write_text("{}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writing, "cached_encoder", lambda *_: cache)
        patch.setattr(writing, "load_encoder", lambda *_: FakeEncoder())
        patch.setattr(writing, "load_gazetteer", _gazetteer)
        patch.setattr(inputs, "find_source", lambda model: Source("fake", model, "digest"))
        yield


@lru_cache(maxsize=2)
def _gazetteer(*places: Path) -> Gazetteer:
    return load_gazetteer(*places)


def _seed(text: str) -> int:
    return int.from_bytes(sha256(text.encode()).digest()[:8], "big")
