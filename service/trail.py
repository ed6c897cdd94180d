"""What answering leaves behind where someone asks for it: what was weighed, and why not taken."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from corpus.model import Exchange, Fact
from index.model import Sentence
from service.model import Evidence, Status

Item: TypeAlias = Fact | Exchange | Sentence
Stage = Literal["understanding", "evidence", "composition", "passages"]
# Why something that was weighed does not answer; each has its words in data/explain.toml.
Reason = Literal[
    "below_threshold",
    "fits_less",
    "lacks_details",
    "lacks_type",
    "lacks_words",
    "not_extreme",
    "not_needed",
    "no_source",
    "not_told_apart",
    "other_direction",
    "other_kind",
    "other_place",
    "other_property",
    "outside_period",
    "sentence_fits_better",
]


@dataclass(frozen=True, slots=True)
class StepTaken:
    """One way of finding an answer, and the status it spoke with; None where it kept silent."""

    name: str
    status: Status | None


@dataclass(slots=True)
class Weighed:
    """What became of one thing; ``score`` and ``needed`` are cosines with what words add."""

    score: float | None = None
    needed: float | None = None
    reason: Reason | None = None


@dataclass(slots=True, eq=False)
class Trail:
    """The trail of one question. The first reason that is given for something stands."""

    steps: list[StepTaken] = field(default_factory=list)
    weighed: dict[Item, Weighed] = field(default_factory=dict)
    took_ms: dict[Stage, float] = field(default_factory=dict)
    _last: float = field(default_factory=time.perf_counter)

    def lap(self, stage: Stage) -> None:
        """``stage`` has taken from the end of the one before until now."""
        now = time.perf_counter()
        self.took_ms[stage] = (now - self._last) * 1000
        self._last = now

    def step(self, name: str, evidence: Evidence | None) -> None:
        """A way of finding an answer was tried."""
        self.steps.append(StepTaken(name, evidence.status if evidence else None))

    def scores(self, scored: Iterable[tuple[Item, float]]) -> None:
        """How well each of these fits."""
        for item, score in scored:
            self._of(item).score = score

    def needs(self, items: Iterable[Item], needed: float) -> None:
        """The score from which each of these would answer."""
        for item in items:
            self._of(item).needed = needed

    def drop(self, item: Item, reason: Reason) -> None:
        """``item`` does not answer, and why."""
        weighed = self._of(item)
        weighed.reason = weighed.reason or reason

    def dropped(self, before: Iterable[Item], after: Iterable[Item], reason: Reason) -> None:
        """What was there ``before`` and is not there ``after`` went for ``reason``."""
        kept = set(after)
        for item in before:
            if item not in kept:
                self.drop(item, reason)

    def _of(self, item: Item) -> Weighed:
        return self.weighed.setdefault(item, Weighed())


class NoTrail(Trail):
    """Keeps nothing and looks at nothing: what is handed to it lazily is never made."""

    def lap(self, stage: Stage) -> None:
        """Nothing."""

    def step(self, name: str, evidence: Evidence | None) -> None:
        """Nothing."""

    def scores(self, scored: Iterable[tuple[Item, float]]) -> None:
        """Nothing."""

    def needs(self, items: Iterable[Item], needed: float) -> None:
        """Nothing."""

    def drop(self, item: Item, reason: Reason) -> None:
        """Nothing."""

    def dropped(self, before: Iterable[Item], after: Iterable[Item], reason: Reason) -> None:
        """Nothing."""


NO_TRAIL = NoTrail()
