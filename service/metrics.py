"""What Prometheus reads: requests, answers, times and the index that is served."""

from __future__ import annotations

import time

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Histogram,
    Info,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)

from index.search import Index
from service.api import Answer
from service.timed import TimedEncoder

CONTENT_TYPE = CONTENT_TYPE_LATEST
_SECONDS = (0.0025, 0.005, 0.01, 0.015, 0.02, 0.03, 0.05, 0.1, 0.25, 0.5, 1, 2.5)


class Metrics:
    """The counters of one app."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        PlatformCollector(registry=self.registry)
        self._requests = Counter(
            "gyoryu_requests",
            "Requests by route and status.",
            ("method", "route", "status"),
            registry=self.registry,
        )
        self._seconds = Histogram(
            "gyoryu_request_seconds",
            "Time to answer a request, by route.",
            ("route",),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._answers = Counter(
            "gyoryu_answers",
            "Answers by status and language.",
            ("status", "language"),
            registry=self.registry,
        )
        self._encoding = Histogram(
            "gyoryu_encoding_seconds",
            "Time to encode a question.",
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._index = Info("gyoryu_index", "The index that is served.", registry=self.registry)

    def count_request(self, method: str, route: str, status: int, seconds: float) -> None:
        """One request was answered."""
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def count_answer(self, answer: Answer) -> None:
        """One question was answered."""
        self._answers.labels(answer.status, answer.language).inc()

    def watch(self, index: Index) -> Index:
        """``index``, named in the metrics, with an encoder that is timed."""
        self._index.info(
            {
                "generation": index.generation,
                "created": index.created,
                "encoder": index.encoder.name,
                "pages": str(len(index.pages)),
                "passages": str(len(index.passages)),
            }
        )
        return index.with_encoder(
            TimedEncoder(index.encoder, time.perf_counter, self._encoding.observe)
        )

    def text(self) -> bytes:
        """All of it in the format that Prometheus reads."""
        return generate_latest(self.registry)
