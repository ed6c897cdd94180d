"""What Prometheus reads: requests, answers, times and the index that is served."""

from __future__ import annotations

import time
from collections.abc import Sequence

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

from index.model import Encoder, Vectors
from index.search import Index
from service.api import Answer

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
        return index.with_encoder(_Timed(index.encoder, self._encoding))

    def text(self) -> bytes:
        """All of it in the format that Prometheus reads."""
        return generate_latest(self.registry)


class _Timed:
    """An encoder whose questions are timed."""

    def __init__(self, encoder: Encoder, seconds: Histogram) -> None:
        self.name = encoder.name
        self.dimension = encoder.dimension
        self.max_tokens = encoder.max_tokens
        self.fingerprint = encoder.fingerprint
        self._encoder = encoder
        self._seconds = seconds

    def queries(self, texts: Sequence[str]) -> Vectors:
        """See ``Encoder.queries``."""
        started = time.perf_counter()
        vectors = self._encoder.queries(texts)
        self._seconds.observe(time.perf_counter() - started)
        return vectors

    def passages(self, texts: Sequence[str]) -> Vectors:
        """See ``Encoder.passages``."""
        return self._encoder.passages(texts)

    def count_tokens(self, text: str) -> int:
        """See ``Encoder.count_tokens``."""
        return self._encoder.count_tokens(text)
