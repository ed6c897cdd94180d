"""What understanding a question and composing its answer take, beside the encoder."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

from index.search import Index
from service.answering import composed
from service.catalogue import Catalogue
from service.evidence import find_evidence
from service.percentiles import p95
from service.timed import TimedEncoder
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


@dataclass(slots=True)
class _Spent:
    """Seconds of processor time that the encoder took so far."""

    seconds: float = 0.0

    def add(self, seconds: float) -> None:
        self.seconds += seconds


def measure_stages(index: Index, questions: Sequence[str], today: date) -> StageCost:
    """Answer ``questions`` one after the other and tell what each stage took."""
    spent = _Spent()
    encoder = TimedEncoder(index.encoder, time.thread_time, spent.add)
    catalogue = Catalogue(index.with_encoder(encoder))
    for question in questions[:WARM_UP]:
        _answer(question, catalogue, spent, today)
    rows = [_answer(question, catalogue, spent, today) for question in questions]
    understanding, finding, composing = zip(*rows, strict=True)
    return StageCost(
        *(round(ms, 3) for ms in (median(understanding), p95(understanding))),
        *(round(ms, 3) for ms in (median(finding), p95(finding))),
        *(round(ms, 3) for ms in (median(composing), p95(composing))),
    )


def _answer(
    text: str, catalogue: Catalogue, spent: _Spent, today: date
) -> tuple[float, float, float]:
    """Milliseconds of the three stages of one answer, those of the encoder taken away."""
    marks = [_now(spent)]
    question = understand(text, None, catalogue, today)
    marks.append(_now(spent))
    evidence = find_evidence(question, catalogue)
    marks.append(_now(spent))
    composed(question, evidence, catalogue)
    marks.append(_now(spent))
    one, two, three = (1000 * (end - start) for start, end in pairwise(marks))
    return one, two, three


def _now(spent: _Spent) -> float:
    """Seconds that passed while the encoder was idle."""
    return time.thread_time() - spent.seconds
