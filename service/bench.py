"""How long answering takes against the bare encoding of the question, and what it needs."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from statistics import median
from typing import TypeVar

from corpus.model import LANGUAGES
from index.progress import Progress
from index.search import Index, open_index
from service.app import create_app
from service.catalogue import Catalogue
from service.knowledge_bench import KnowledgeCost, measure_knowledge
from service.linking import link_places
from service.load_bench import PATIENCE, BenchError, Client, LoadCost, measure_load
from service.name_bench import linking_accuracy
from service.percentiles import p95
from service.search_bench import NUMBER, SearchCost, measure_search
from service.serving import Server, listen
from service.settings import Settings
from service.stage_bench import StageCost, measure_stages
from service.wording import Voice

# Questions before anything counts, passages embedded and how many at once.
WARM_UP = 20
PASSAGES, _BATCH = 64, 16
# The suggestions that are asked about every tie.
_ASKED = ("signed", "exchanges", "population")

Work = TypeVar("Work")


@dataclass(frozen=True, slots=True)
class LinkedNames:
    """How many names in one script led to a place with a name in another."""

    written: str
    answered: str
    derived: bool
    right: int
    total: int


@dataclass(frozen=True, slots=True)
class Measurement:
    """Medians in milliseconds over ``questions``, none of which is remembered.

    ``again_ms`` is the median of asking them once more where they are. ``load`` is what a server
    of its own needs and bears, ``knowledge`` what linking, extraction and the gazetteer cost,
    ``linking`` how many of the gazetteer's names lead to their place, ``search`` what the staff
    console costs, ``stages`` what understanding and composing take beside the encoder.
    """

    questions: int
    encode_ms: float
    ask_ms: float
    ratio: float
    ask_p95_ms: float
    again_ms: float
    load_ms: float
    load: LoadCost
    passages_per_s: float
    generation: str
    knowledge: KnowledgeCost
    linking: tuple[LinkedNames, ...]
    search: SearchCost
    stages: StageCost


def measure(
    settings: Settings, questions: int, progress: Progress, exchanges: int = NUMBER
) -> Measurement:
    """Measure the index that the settings name, on a server on the loopback interface.

    The console is measured over so many generated ``exchanges``.
    """
    started = time.perf_counter()
    index = open_index(settings.index, settings.threads, remembered=0)
    load = time.perf_counter() - started
    catalogue = Catalogue(index)
    suggested = make_questions(catalogue)
    asked = list(islice(cycle(suggested), questions))
    encode, ask = interleaved(index, settings, asked, progress)
    again = _again(settings, asked[:WARM_UP])
    progress.say("understanding questions and composing answers")
    stages = measure_stages(index, suggested, settings.now())
    progress.say("linking questions, and extracting pages in processes of their own")
    knowledge = measure_knowledge(
        list(index.pages.values()), suggested, lambda text: link_places(text, catalogue, ())
    )
    progress.say(f"searching and exporting {exchanges:,} generated exchanges")
    search = measure_search(index, exchanges)
    progress.say("starting a server of its own: its start, memory and throughput")
    return Measurement(
        questions=questions,
        encode_ms=_ms(median(encode)),
        ask_ms=_ms(median(ask)),
        ratio=round(median(ask) / median(encode), 2),
        ask_p95_ms=_ms(p95(ask)),
        again_ms=_ms(median(again)),
        load_ms=_ms(load),
        load=measure_load(settings, asked),
        passages_per_s=round(_passages_per_second(index, progress), 1),
        generation=index.generation,
        knowledge=knowledge,
        linking=tuple(_linked_names(catalogue)),
        search=search,
        stages=stages,
    )


def _linked_names(catalogue: Catalogue) -> Iterator[LinkedNames]:
    """From each script to each, the names that a source gives first."""
    shares = linking_accuracy(catalogue.gazetteer)
    for (written, answered, derived), share in sorted(shares.items(), key=lambda s: s[0][2]):
        yield LinkedNames(written, answered, derived, share.right, share.total)


def make_questions(catalogue: Catalogue) -> list[str]:
    """Questions about every tie in every language, in the words of the suggestions."""
    return [
        voice.say(f"suggest.{name}", home=names[0], partner=names[1])
        for tie in catalogue.ties.values()
        for name in _ASKED
        for voice in map(Voice, LANGUAGES)
        for names in [[voice.name(catalogue.place(place)) for place in tie.places]]
    ]


def interleaved(
    index: Index, settings: Settings, asked: Sequence[str], progress: Progress
) -> tuple[list[float], list[float]]:
    """Seconds for each question, encoded barely and asked over HTTP, in turns."""
    encode: list[float] = []
    ask: list[float] = []
    with (
        _serving(index, settings) as port,
        closing(Client(port)) as client,
        progress.count("asking", len(asked)) as advance,
    ):
        for question in asked[:WARM_UP]:
            client.ask(question)
        for turn, question in enumerate(asked):
            steps = [
                (encode, lambda text: index.encoder.queries([text])),
                (ask, client.ask),
            ]
            for seconds, step in steps[:: 1 if turn % 2 else -1]:
                seconds.append(_timed(step, question))
            advance(1)
    return encode, ask


def _again(settings: Settings, asked: Sequence[str]) -> list[float]:
    """Seconds for each question over HTTP where it was asked before."""
    index = open_index(settings.index, settings.threads)
    with _serving(index, settings) as port, closing(Client(port)) as client:
        for question in asked:
            client.ask(question)
        return [_timed(client.ask, question) for question in asked]


def _timed(step: Callable[[Work], object], work: Work) -> float:
    started = time.perf_counter()
    step(work)
    return time.perf_counter() - started


@contextmanager
def _serving(index: Index, settings: Settings) -> Iterator[int]:
    """A server over ``index`` in a thread of its own; gives its port."""
    bound = listen("127.0.0.1", 0)
    ready = threading.Event()
    unkept = settings.model_copy(update={"keep_questions": False})
    server = Server(create_app(unkept, index), ready.set)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    if not ready.wait(PATIENCE):
        raise BenchError("the server did not start; see what it logged above")
    try:
        yield bound.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(PATIENCE)


def _passages_per_second(index: Index, progress: Progress) -> float:
    texts = list(islice(cycle(passage.embedded for passage in index.passages), PASSAGES))
    seconds = 0.0
    with progress.count("embedding", len(texts)) as advance:
        for start in range(0, len(texts), _BATCH):
            batch = texts[start : start + _BATCH]
            seconds += _timed(index.encoder.passages, batch)
            advance(len(batch))
    return len(texts) / seconds


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 2)
