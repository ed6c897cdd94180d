"""What building again costs: generated pages, of which one changes, and no encoding.

Passages and sentences get vectors by chance: encoding costs what it costs wherever there is a text
to encode, and texts that did not change are not encoded.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TypeVar

import numpy as np

from corpus.gazetteer import load_gazetteer
from index.build import build
from index.encoder import unit
from index.model import BuildReport, Vectors
from index.progress import Progress
from index.search import open_index
from service.scale.generated import PARTNERS, make_drafts

Made = TypeVar("Made")

# One page changes in so many turns, another one in each.
TURNS = 3
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class RebuildCost:
    """Seconds of processor time of builds from nothing, with one page changed (the median of
    TURNS, and on the clock) and with nothing changed; and of opening the index. Where there was an
    index, the first build is not told.
    """

    pages: int
    passages: int
    sentences: int
    first_s: float | None
    changed_s: float
    changed_wall_s: float
    unchanged_s: float
    open_s: float


class ByChance:
    """An encoder of passages that draws their vectors: the same for the same text."""

    name = "chance"
    max_tokens = 512
    fingerprint = "chance"

    def __init__(self, dimension: int) -> None:
        self.dimension = dimension

    def queries(self, texts: Sequence[str]) -> Vectors:
        """See ``Encoder.queries``."""
        return self.passages(texts)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """See ``Encoder.passages``."""
        seeds = [int.from_bytes(sha256(text.encode()).digest()[:8], "big") for text in texts]
        drawn = [
            np.random.default_rng(seed).standard_normal(self.dimension, dtype=np.float32)
            for seed in seeds
        ]
        return unit(np.stack(drawn))

    def count_tokens(self, text: str) -> int:
        """See ``Encoder.count_tokens``; builds ask the model that they are for."""
        return len(text)


def measure_rebuild(folder: Path, pages: int, sections: int, progress: Progress) -> RebuildCost:
    """Build an index of ``pages`` in ``folder``, change one page at a time, and build again.

    Each page has so many ``sections``. What lies in ``folder`` is used again.
    """
    root, target = folder / "pages", folder / "index"
    _write_pages(root, pages, sections)
    was_there = target.exists()

    def again() -> BuildReport:
        return build(root, target, progress=progress, embedder=ByChance)

    first, _, report = _timed(again)
    changed = []
    for turn in range(TURNS):
        _change(sorted(root.iterdir())[(turn + 1) * pages // (TURNS + 1)])
        changed.append(_timed(again)[:2])
    unchanged, _, _ = _timed(again)
    opened, _, _ = _timed(lambda: open_index(target))
    return RebuildCost(
        pages=report.pages,
        passages=report.passages,
        sentences=report.sentences,
        first_s=None if was_there else round(first, 2),
        changed_s=round(median(processor for processor, _ in changed), 2),
        changed_wall_s=round(median(wall for _, wall in changed), 2),
        unchanged_s=round(unchanged, 2),
        open_s=round(opened, 2),
    )


def _write_pages(root: Path, pages: int, sections: int) -> None:
    root.mkdir(parents=True, exist_ok=True)
    for draft in islice(make_drafts(load_gazetteer(), pages * PARTNERS), pages):
        path = root / f"{draft.id}.md"
        if not path.exists():
            short = replace(draft, sections=draft.sections[:sections])
            path.write_text(short.markdown(), encoding="utf-8")


def _change(path: Path) -> None:
    """Write another number for the last one on a page."""
    text = path.read_text(encoding="utf-8")
    *_, last = _NUMBER.finditer(text)
    other = str(int(last[0]) + 1)
    path.write_text(f"{text[: last.start()]}{other}{text[last.end() :]}", encoding="utf-8")


def _timed(work: Callable[[], Made]) -> tuple[float, float, Made]:
    """Seconds of processor time and on the clock that ``work`` takes, and what it gives."""
    processor, wall = time.process_time(), time.perf_counter()
    found = work()
    return time.process_time() - processor, time.perf_counter() - wall, found
