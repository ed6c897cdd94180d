"""What understanding a question and composing its answer take, beside the encoder."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from statistics import median

from index.search import Index
from service.answering import composed
from service.asking import LIMIT
from service.catalogue import Catalogue
from service.enquiry import Enquiry
from service.evidence import find_evidence, look_up
from service.percentiles import p95
from service.understand import understand
from service.views import passage_views

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


def measure_stages(index: Index, questions: Sequence[str], today: date) -> StageCost:
    """Answer ``questions`` one after the other and tell what each stage took."""
    catalogue = Catalogue(index)
    for question in questions[:WARM_UP]:
        _answer(question, catalogue, today)
    rows = [_answer(question, catalogue, today) for question in questions]
    understanding, finding, composing = zip(*rows, strict=True)
    return StageCost(
        *(round(ms, 3) for ms in (median(understanding), p95(understanding))),
        *(round(ms, 3) for ms in (median(finding), p95(finding))),
        *(round(ms, 3) for ms in (median(composing), p95(composing))),
    )


def _answer(text: str, catalogue: Catalogue, today: date) -> tuple[float, float, float]:
    """Milliseconds of the three stages of one answer; the encoder works in another thread."""
    marks = [time.thread_time()]
    question = understand(text, None, catalogue, today)
    marks.append(time.thread_time())
    meaning = catalogue.index.embed_soon(question.text, question.language)
    enquiry = Enquiry(question, catalogue, meaning)
    evidence = find_evidence(enquiry)
    hits = tuple(catalogue.index.found(look_up(enquiry), enquiry.vector, LIMIT))
    marks.append(time.thread_time())
    composed(question, evidence, catalogue)
    passage_views(replace(evidence, hits=hits), catalogue)
    marks.append(time.thread_time())
    one, two, three = (1000 * (end - start) for start, end in pairwise(marks))
    return one, two, three
