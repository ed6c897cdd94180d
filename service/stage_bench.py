"""What understanding a question and composing its answer take, beside the encoder."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

from index.model import Encoder, Vectors
from index.search import Index
from service.answering import composed
from service.catalogue import Catalogue
from service.evidence import find_evidence
from service.understand import understand

# Questions asked before anything counts.
WARM_UP = 20


@dataclass(frozen=True, slots=True)
class StageCost:
    """Milliseconds of each stage, without those that its encoder took: median, 95th percentile.

    It is processor time of the one thread that does it all, so that neighbours do not count.
    """

    understand_ms: float
    understand_p95_ms: float
    evidence_ms: float
    evidence_p95_ms: float
    compose_ms: float
    compose_p95_ms: float


class _Timed:
    """An encoder that adds up the seconds it takes."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.name, self.dimension = encoder.name, encoder.dimension
        self.max_tokens, self.fingerprint = encoder.max_tokens, encoder.fingerprint
        self.seconds = 0.0

    def queries(self, texts: Sequence[str]) -> Vectors:
        started = time.thread_time()
        try:
            return self._encoder.queries(texts)
        finally:
            self.seconds += time.thread_time() - started

    def passages(self, texts: Sequence[str]) -> Vectors:
        return self._encoder.passages(texts)

    def count_tokens(self, text: str) -> int:
        return self._encoder.count_tokens(text)


def measure_stages(index: Index, questions: Sequence[str], today: date) -> StageCost:
    """Answer ``questions`` one after the other and tell what each stage took."""
    encoder = _Timed(index.encoder)
    catalogue = Catalogue(index.with_encoder(encoder))
    for question in questions[:WARM_UP]:
        _answer(question, catalogue, encoder, today)
    rows = [_answer(question, catalogue, encoder, today) for question in questions]
    understanding, finding, composing = zip(*rows, strict=True)
    return StageCost(
        *(round(ms, 3) for ms in (median(understanding), _p95(understanding))),
        *(round(ms, 3) for ms in (median(finding), _p95(finding))),
        *(round(ms, 3) for ms in (median(composing), _p95(composing))),
    )


def _answer(
    text: str, catalogue: Catalogue, encoder: _Timed, today: date
) -> tuple[float, float, float]:
    """Milliseconds of the three stages of one answer, those of the encoder taken away."""
    marks = [_now(encoder)]
    question = understand(text, None, catalogue, today)
    marks.append(_now(encoder))
    evidence = find_evidence(question, catalogue)
    marks.append(_now(encoder))
    composed(question, evidence, catalogue)
    marks.append(_now(encoder))
    one, two, three = (1000 * (end - start) for start, end in pairwise(marks))
    return one, two, three


def _now(encoder: _Timed) -> float:
    """Seconds that passed while the encoder was idle."""
    return time.thread_time() - encoder.seconds


def _p95(values: Sequence[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))]
