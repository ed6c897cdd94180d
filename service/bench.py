"""How long answering takes against the bare encoding of the question, and what it needs."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from statistics import median
from typing import TypeVar

import orjson

from corpus.model import LANGUAGES
from index.progress import Progress
from index.search import Index, open_index
from service.app import create_app
from service.catalogue import Catalogue
from service.knowledge_bench import KnowledgeCost, measure_knowledge
from service.linking import link_places
from service.memory import resident_mb
from service.name_bench import linking_accuracy
from service.search_bench import NUMBER, SearchCost, measure_search
from service.serving import Server, listen
from service.settings import PREFIX, Settings
from service.stage_bench import StageCost, measure_stages
from service.wording import Voice

# Questions before anything counts, passages embedded and how many at once, and the seconds that
# a server may take to start.
WARM_UP = 20
PASSAGES, _BATCH = 64, 16
PATIENCE = 60.0
_REQUEST = (
    b"POST /v1/ask HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n"
    b"content-length: %d\r\n\r\n"
)
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


class BenchError(Exception):
    """A measurement that could not be made."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """Medians in milliseconds over ``questions``; memory of a serving process in MB.

    ``knowledge`` is what linking, extraction and the gazetteer cost, ``linking`` how many of the
    gazetteer's names lead to their place, ``search`` what the staff console costs, ``stages`` what
    understanding and composing take beside the encoder.
    """

    questions: int
    encode_ms: float
    ask_ms: float
    ratio: float
    ask_p95_ms: float
    load_ms: float
    memory_mb: float | None
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
    index = open_index(settings.index, settings.threads)
    load = time.perf_counter() - started
    catalogue = Catalogue(index)
    suggested = make_questions(catalogue)
    asked = list(islice(cycle(suggested), questions))
    encode, ask = _interleaved(index, settings, asked, progress)
    progress.say("understanding questions and composing answers")
    stages = measure_stages(index, suggested, settings.now())
    progress.say("linking questions, and extracting pages in processes of their own")
    knowledge = measure_knowledge(
        list(index.pages.values()), suggested, lambda text: link_places(text, catalogue, ())
    )
    progress.say(f"searching and exporting {exchanges:,} generated exchanges")
    search = measure_search(index, exchanges)
    progress.say("starting a server of its own for its memory")
    return Measurement(
        questions=questions,
        encode_ms=_ms(median(encode)),
        ask_ms=_ms(median(ask)),
        ratio=round(median(ask) / median(encode), 2),
        ask_p95_ms=_ms(sorted(ask)[int(0.95 * (len(ask) - 1))]),
        load_ms=_ms(load),
        memory_mb=_serving_memory(settings, asked[:WARM_UP]),
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


def _interleaved(
    index: Index, settings: Settings, asked: Sequence[str], progress: Progress
) -> tuple[list[float], list[float]]:
    """Seconds for each question, encoded barely and asked over HTTP, in turns."""
    encode: list[float] = []
    ask: list[float] = []
    with (
        _serving(index, settings) as port,
        closing(_Client(port)) as client,
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


def _timed(step: Callable[[Work], object], work: Work) -> float:
    started = time.perf_counter()
    step(work)
    return time.perf_counter() - started


class _Client:
    """One connection that is kept alive, with next to nothing of its own to be measured."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def ask(self, question: str) -> bytes:
        """The answer to ``question`` as JSON."""
        body = orjson.dumps({"question": question})
        self._socket.sendall(_REQUEST % len(body) + body)
        head, _, content = self._read(b"", lambda data: b"\r\n\r\n" in data).partition(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].split(None, 1)[0])
        content = self._read(content, lambda data: len(data) >= length)
        if b" 200 " not in head[:16]:
            raise BenchError(f"/v1/ask answered {head[:40]!r}: {content[:200]!r}")
        return content

    def _read(self, data: bytes, enough: Callable[[bytes], bool]) -> bytes:
        while not enough(data):
            more = self._socket.recv(65536)
            if not more:
                raise BenchError("the server closed the connection")
            data += more
        return data


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


def _serving_memory(settings: Settings, asked: Sequence[str]) -> float | None:
    """Resident memory of a server of its own after some questions; None where it is not told."""
    command = [sys.executable, "-m", "service.cli", "serve", "--port", "0"]
    command += ["--index", str(settings.index), "--host", "127.0.0.1"]
    quiet = {**os.environ, f"{PREFIX}LOG_LEVEL": "warning", f"{PREFIX}KEEP_QUESTIONS": "false"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=quiet) as process:
        try:
            assert process.stdout is not None
            announced = process.stdout.readline()
            if not announced:
                raise BenchError("a server of its own did not start; see what it said above")
            with closing(_Client(int(announced.split()[0].rpartition(":")[2]))) as client:
                for question in asked:
                    client.ask(question)
                return resident_mb(process.pid)
        finally:
            process.terminate()


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
