"""Passages embedded as a build does it, and by plain sentence-transformers, in turns."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import numpy as np

from corpus.model import Passage
from index.embedding import Text, compute, keys_of
from index.model import Encoder, Vectors
from index.original import Original
from index.progress import Progress
from index.search import Index, open_index
from index.source import BUILD_EXTRA, find_source
from service.load_bench import BenchError
from service.settings import Settings

# Texts that each side embeds before anything counts.
WARM_UP = 8
_LIBRARY = "sentence_transformers"


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds on the clock, and seconds of all cores together."""

    seconds: float
    computed: float


@dataclass(frozen=True, slots=True)
class SideCost:
    """Passages a second by the median of the turns, and the median of the turns' ratios.

    ``processor_ratio`` is that of processor time, which neighbours change less; ``cosine`` the
    smallest between the vectors of the two before centring, which must be of one model.
    """

    texts: int
    turns: int
    own_per_s: float
    plain_per_s: float
    ratio: float
    processor_ratio: float
    cosine: float


def measure_side(settings: Settings, texts: int, turns: int, progress: Progress) -> SideCost:
    """Embed ``texts`` passages of the index in each of ``turns``, by one side after the other.

    Both have all cores, and all texts of a turn at once, to sort by length as they please. Raises
    BenchError where sentence-transformers or the model is not there, or the index is of another.
    """
    index = open_index(settings.index, settings.threads)
    with TemporaryDirectory(prefix="gyoryu-side-") as folder:
        plain = _plain(index, settings.model, Path(folder))
        own = _own(index)
        passages = list(islice(cycle(index.passages), texts * turns))
        warm = passages[:WARM_UP]
        cosine = _least_cosine(index.encoder, plain, warm)
        own(warm)
        took: list[tuple[Took, Took]] = []
        with progress.count("embedding", len(passages)) as advance:
            for turn in range(turns):
                some = passages[turn * texts : (turn + 1) * texts]
                took.append(_both(own, plain, some, turn))
                advance(len(some))
    return SideCost(
        texts=texts,
        turns=turns,
        own_per_s=round(texts / median(one.seconds for one, _ in took), 2),
        plain_per_s=round(texts / median(other.seconds for _, other in took), 2),
        ratio=round(median(other.seconds / one.seconds for one, other in took), 2),
        processor_ratio=round(median(other.computed / one.computed for one, other in took), 2),
        cosine=round(cosine, 4),
    )


def _plain(index: Index, model: str, scratch: Path) -> Original:
    """The model of the index as sentence-transformers runs it, on the processor."""
    if find_spec(_LIBRARY) is None:
        raise BenchError(f"{_LIBRARY} is not installed, to compare with: {BUILD_EXTRA}")
    source = find_source(model)
    if source.name != index.encoder.name:
        reason = f"the index is of {index.encoder.name}, not of {source.name}"
        raise BenchError(f"{reason}; name its model with --model")
    return Original(source, scratch, "cpu")


def _own(index: Index) -> Callable[[Sequence[Passage]], object]:
    """What a build does with texts that it does not know."""

    def embed(passages: Sequence[Passage]) -> object:
        texts = [Text(passage.embedded, passage.language) for passage in passages]
        # Each text of a turn counts, also one that comes twice.
        keys = [key + bytes([i % 256, i // 256]) for i, key in enumerate(keys_of(texts, "side"))]
        wanted = dict(zip(keys, texts, strict=True))
        return compute(wanted, index.encoder, index.means, lambda _: None)

    return embed


def _both(
    own: Callable[[Sequence[Passage]], object],
    plain: Original,
    passages: Sequence[Passage],
    turn: int,
) -> tuple[Took, Took]:
    """What ``own`` and ``plain`` took, each first in every other turn."""
    steps: list[Callable[[], object]] = [
        lambda: own(passages),
        lambda: plain.passages([passage.embedded for passage in passages]),
    ]
    if turn % 2 == 0:
        return _timed(steps[0]), _timed(steps[1])
    plain_took = _timed(steps[1])
    return _timed(steps[0]), plain_took


def _timed(step: Callable[[], object]) -> Took:
    started, computed = time.perf_counter(), time.process_time()
    step()
    return Took(time.perf_counter() - started, time.process_time() - computed)


def _least_cosine(one: Encoder, other: Encoder, passages: Sequence[Passage]) -> float:
    texts = [passage.embedded for passage in passages]
    found: Vectors = np.vecdot(one.passages(texts), other.passages(texts))
    return float(found.min())
