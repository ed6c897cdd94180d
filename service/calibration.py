"""Whether a confidence of 90 % means that nine of ten claims are right."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from service.confidence import WAYS, Band, Way

# Bins of confidence between 0 and 1.
BINS = 20
# Standard deviations on either side that hold 95 of 100.
_Z = 1.96
# A band of margins holds at least so many claims, or all there are.
BAND = 20


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim that was judged: how it came about, its margin, its confidence, and whether right."""

    way: Way
    margin: float
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims of about the same confidence: how many, its mean, and the share that is right."""

    claims: int
    confidence: float
    right: float

    @property
    def interval(self) -> tuple[float, float]:
        """Where the true share lies in 95 of 100 cases (Wilson 1927)."""
        n, p = self.claims, self.right
        middle = (p + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        half = _Z / (1 + _Z**2 / n) * math.sqrt(p * (1 - p) / n + _Z**2 / (4 * n**2))
        return max(middle - half, 0.0), min(middle + half, 1.0)


@dataclass(frozen=True, slots=True)
class Reliability:
    """How far confidence and outcome agree.

    ``error`` is the expected calibration error: the gap between confidence and share of right
    ones, averaged over the bins by their size (Guo et al. 2017). ``brier`` is the mean square of
    the difference between confidence and outcome (Brier 1950), ``baseline`` the same for one who
    only knows the share of right claims.
    """

    bins: tuple[Bin, ...]
    claims: int
    error: float
    brier: float
    baseline: float


def reliability(claims: Sequence[Claim]) -> Reliability:
    """The reliability of the confidence of ``claims``."""
    binned: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        binned[min(int(claim.confidence * BINS), BINS - 1)].append(claim)
    bins = tuple(_bin(binned[number]) for number in sorted(binned))
    total = len(claims) or 1
    rate = sum(claim.right for claim in claims) / total
    return Reliability(
        bins=bins,
        claims=len(claims),
        error=sum(b.claims * abs(b.confidence - b.right) for b in bins) / total,
        brier=sum((claim.confidence - claim.right) ** 2 for claim in claims) / total,
        baseline=rate * (1 - rate),
    )


def coverage(claims: Iterable[Claim], asked: int) -> list[tuple[float, float]]:
    """If only the surest claims were made: the share of questions claimed, and wrong ones of it.

    One point for each confidence there is, the surest first.
    """
    ordered = sorted(claims, key=lambda claim: -claim.confidence)
    points, wrong = [], 0
    for number, claim in enumerate(ordered, start=1):
        wrong += not claim.right
        if number == len(ordered) or ordered[number].confidence != claim.confidence:
            points.append((number / asked, wrong / number))
    return points


def calibrate(claims: Iterable[Claim]) -> dict[Way, list[Band]]:
    """For each way the bands of margin, and the share of right claims in each of them."""
    by_way: dict[Way, list[Claim]] = {way: [] for way in WAYS}
    for claim in claims:
        by_way[claim.way].append(claim)
    return {way: _bands(found) for way, found in by_way.items()}


def _bands(claims: Sequence[Claim]) -> list[Band]:
    """Bands of ``BAND`` claims; neighbours that do not rise are one (pool adjacent violators)."""
    ordered = sorted(claims, key=lambda claim: claim.margin)
    cuts = range(0, max(len(ordered) - BAND, 0) + 1, BAND)
    pools: list[list[Claim]] = []
    for start in cuts:
        pools.append(ordered[start : None if start == cuts[-1] else start + BAND])
        while len(pools) > 1 and _share(pools[-1]) <= _share(pools[-2]):
            pools[-2:] = [pools[-2] + pools[-1]]
    return [
        Band(round(pool[0].margin, 3) if number else 0.0, round(_share(pool), 3))
        for number, pool in enumerate(pools)
    ]


def _share(claims: Sequence[Claim]) -> float:
    """The share of right ones, by Laplace's rule: one more of each, so that none is certain."""
    return (sum(claim.right for claim in claims) + 1) / (len(claims) + 2)


def _bin(claims: Sequence[Claim]) -> Bin:
    count = len(claims)
    return Bin(
        count,
        sum(claim.confidence for claim in claims) / count,
        sum(claim.right for claim in claims) / count,
    )
