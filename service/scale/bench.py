"""What answering, opening and memory cost at a size, and how nearly the nearest passages are found.

There are no facts at that size, so that answers are short; all passages are searched for each.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from statistics import median

import numpy as np

from corpus.model import LANGUAGES, Language
from index.contents import PASSAGES
from index.model import Vectors
from index.progress import Progress
from index.search import Index, open_index
from index.store import current_generation
from index.vectors import cosines, load_vectors
from service.bench import interleaved
from service.load_bench import Client, StartCost, measure_start, own_server
from service.memory import own_mb, resident_mb
from service.percentiles import p95
from service.scale.building import Size, build_scaled
from service.scale.generated import make_drafts
from service.settings import Settings

# Nearest passages that are compared, and questions for it.
NEAREST, COMPARED = 10, 60
# Rows multiplied at once for the exact answer.
_ROWS = 100_000
# What two ways to compute a cosine may differ by.
_ROUNDING = 1e-6
_FORMS: dict[Language, tuple[str, ...]] = {
    "ko": ("{home}와 {partner}는 언제 결연했나요?", "{partner} 대표단은 몇 명이었나요?"),
    "zh": ("{home}和{partner}什么时候结好？", "{partner}有什么青少年交流？"),
    "en": ("When did {home} sign with {partner}?", "delegations from {partner}"),
}


@dataclass(frozen=True, slots=True)
class ScaleCost:
    """Medians in milliseconds, of ``searching`` without encoding; seconds of one cold start.

    ``memory_mb`` is what a serving process holds after all questions, and ``own_mb`` what of it
    is no mapped file; ``recall`` the share of the NEAREST passages by exact search that were found.
    """

    passages: int
    disk_mb: float
    open_ms: float
    start: StartCost
    memory_mb: float | None
    own_mb: float | None
    encode_ms: float
    ask_ms: float
    ask_p95_ms: float
    ratio: float
    search_ms: float
    recall: float


def measure_scale(
    settings: Settings, target: Path, size: Size, questions: int, progress: Progress
) -> ScaleCost:
    """Build an index of ``size`` at ``target``, unless there is one, and measure it.

    The index that the settings name lends its encoder.
    """
    source = open_index(settings.index, settings.threads)
    if not target.exists():
        build_scaled(source, current_generation(settings.index), target, size, progress)
    asked = make_questions(source, size.distinct, questions)
    del source
    large = settings.model_copy(update={"index": target})
    started = time.perf_counter()
    index = open_index(target, settings.threads, remembered=0)
    opened = time.perf_counter() - started
    encode, ask = interleaved(index, large, [text for text, _ in asked], progress)
    progress.say("comparing with exact search")
    recall, search = _compared(index, target, asked[:COMPARED])
    start = measure_start(large, asked[0][0])
    memory, own = _memory(large, [text for text, _ in asked])
    return ScaleCost(
        passages=len(index.passages),
        disk_mb=_megabytes(current_generation(target)),
        open_ms=round(1000 * opened, 1),
        start=start,
        memory_mb=memory,
        own_mb=own,
        encode_ms=round(1000 * median(encode), 2),
        ask_ms=round(1000 * median(ask), 2),
        ask_p95_ms=round(1000 * p95(ask), 2),
        ratio=round(median(ask) / median(encode), 2),
        search_ms=round(1000 * median(search), 2),
        recall=round(recall, 4),
    )


def make_questions(source: Index, sections: int, number: int) -> list[tuple[str, Language]]:
    """Questions about pairs that the pages tell of, from all over, in every language."""
    drafts = list(make_drafts(source.gazetteer, sections))
    forms = [(form, language) for language in LANGUAGES for form in _FORMS[language]]
    found = []
    chosen = drafts[:: max(1, len(drafts) // number)]
    for draft, (form, language) in zip(islice(cycle(chosen), number), cycle(forms), strict=False):
        names = [source.places[p].name(language) for p in (draft.home, draft.sections[0].partner)]
        found.append((form.format(home=names[0], partner=names[1]), language))
    return found


def _compared(
    index: Index, target: Path, asked: Sequence[tuple[str, Language]]
) -> tuple[float, list[float]]:
    """The share of the nearest passages that are found, and seconds of each whole search."""
    vectors = [index.embed(text, language) for text, language in asked]
    matrix = load_vectors(current_generation(target) / f"{PASSAGES}.npy")
    least = _tenth(matrix, np.stack(vectors))
    found = [cosines(matrix, vector, index.nearest(vector, NEAREST)) for vector in vectors]
    seconds = []
    for vector, (text, language) in zip(vectors, asked, strict=True):
        started = time.perf_counter()
        index.search(vector, text, language, 5)
        seconds.append(time.perf_counter() - started)
    hits = sum(int((one >= last - _ROUNDING).sum()) for one, last in zip(found, least, strict=True))
    return hits / (NEAREST * len(asked)), seconds


def _tenth(matrix: Vectors, vectors: Vectors) -> Vectors:
    """The cosine of each of ``vectors`` to the last of its nearest rows, all rows compared."""
    best = np.full((len(vectors), NEAREST), -1, dtype=np.float32)
    for start in range(0, len(matrix), _ROWS):
        scores = np.hstack([best, vectors @ matrix[start : start + _ROWS].T])
        best = -np.partition(-scores, NEAREST - 1, axis=1)[:, :NEAREST]
    return np.asarray(best.min(axis=1))


def _memory(settings: Settings, asked: Sequence[str]) -> tuple[float | None, float | None]:
    """Resident memory of a server that answered ``asked``: all of it, and without mapped files."""
    with own_server(settings) as (port, process), closing(Client(port)) as client:
        for question in asked:
            client.ask(question)
        return resident_mb(process), own_mb(process)


def _megabytes(folder: Path) -> float:
    return round(sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) / 1e6, 1)
