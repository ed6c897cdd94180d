"""What txtai calls for vectors."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bench.peers.adapters.encoder import encoder


def encode(texts: list[str]) -> NDArray[np.float32]:
    """Vectors of texts before which txtai has put its instructions."""
    return encoder().encode(texts)
