"""How sure a claim is: the share of right ones among the golden claims that were made alike.

``gyoryu evaluate … --calibrate`` measures the shares and writes ``data/confidence.toml``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import Literal, NamedTuple, get_args

from corpus.model import Exchange
from index.model import Sentence
from service.lexicon import DATA
from service.model import Evidence
from service.trail import Trail, Weighed

FILE = DATA / "confidence.toml"
# How a claim comes about: read from typed values, an exchange that fits the words, or a sentence.
Way = Literal["typed", "exchange", "sentence"]
WAYS: tuple[Way, ...] = get_args(Way)


class Band(NamedTuple):
    """Claims whose score exceeds what was needed by ``margin`` or more are right so often."""

    margin: float
    right: float


def confidence(way: Way, margin: float) -> float:
    """The share of claims of that way and margin that are right, from 0 to 1."""
    bands = _bands()[way]
    return max((band for band in bands if band.margin <= margin), default=bands[0]).right


def made(evidence: Evidence, trail: Trail) -> tuple[Way, float]:
    """How a claim came about, and by how much it exceeded what was needed (0 if looked up)."""
    if evidence.topic == "sentence":
        return "sentence", _margin([evidence.sentence] if evidence.sentence else [], trail)
    weighed = any(w.needed is not None for w in _weighed(evidence.exchanges, trail))
    if evidence.topic == "events" and weighed:
        return "exchange", _margin(evidence.exchanges, trail)
    return "typed", 0.0


def write_bands(bands: dict[Way, list[Band]]) -> str:
    """The file with measured ``bands``, as text."""
    head = "# Made by `gyoryu evaluate FILES --calibrate`: the share of right claims by how they"
    lines = [f"{head}\n# came about, from this margin of their score on. Do not edit by hand."]
    lines += [
        f"{way} = [{', '.join(f'[{band.margin}, {band.right}]' for band in bands[way])}]"
        for way in WAYS
    ]
    return "\n".join(lines) + "\n"


def _margin(items: Iterable[Exchange | Sentence], trail: Trail) -> float:
    """By how much the best of ``items`` exceeds what it needed."""
    return max(
        (w.score - w.needed for w in _weighed(items, trail) if w.score and w.needed is not None),
        default=0.0,
    )


def _weighed(items: Iterable[Exchange | Sentence], trail: Trail) -> Iterable[Weighed]:
    return chain.from_iterable([trail.weighed[i]] for i in items if i in trail.weighed)


@lru_cache(maxsize=1)
def _bands() -> dict[Way, list[Band]]:
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {way: sorted(Band(*band) for band in table[way]) for way in WAYS}
