"""A server in a process of its own: how soon it answers, what it holds, how much it bears."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass

import orjson

from service.memory import processor_s, resident_mb
from service.settings import PREFIX, Settings

# Clients at once, and the seconds that a server may take to start.
CLIENTS = 16
PATIENCE = 60.0
# Servers that are started for the median.
STARTS = 3
# Questions after which memory is told.
_SETTLED = 20
_REQUEST = (
    b"POST /v1/ask HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n"
    b"content-length: %d\r\n\r\n"
)


class BenchError(Exception):
    """A measurement that could not be made."""


@dataclass(frozen=True, slots=True)
class StartCost:
    """Seconds from the start of a process to its first answer, and what of them it computed.

    ``idle_s`` is what ``python -c pass`` took just before: how busy the machine is.
    """

    seconds: float
    processor_s: float | None
    idle_s: float


@dataclass(frozen=True, slots=True)
class LoadCost:
    """The median of some starts; resident memory in MB.
    ``one_per_s`` and ``many_per_s`` are answers a second to one client and to CLIENTS at once,
    no question remembered.
    """

    start: StartCost
    memory_mb: float | None
    one_per_s: float
    many_per_s: float


def measure_load(settings: Settings, asked: Sequence[str]) -> LoadCost:
    """Measure a server of its own over the index that the settings name."""
    starts = [measure_start(settings, asked[0]) for _ in range(STARTS)]
    with own_server(settings) as (port, process), ExitStack() as stack:
        clients = [stack.enter_context(closing(Client(port))) for _ in range(CLIENTS)]
        _per_second(clients[:1], asked[:_SETTLED])
        memory = resident_mb(process)
        one = _per_second(clients[:1], asked)
        many = _per_second(clients, asked)
    middle = sorted(starts, key=lambda start: start.seconds)[len(starts) // 2]
    return LoadCost(middle, memory, round(one, 1), round(many, 1))


def measure_start(settings: Settings, question: str) -> StartCost:
    """What the start of one server takes, up to its first answer."""
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    idle = time.perf_counter() - started
    started = time.perf_counter()
    with own_server(settings) as (port, process), closing(Client(port)) as client:
        client.ask(question)
        seconds, computed = time.perf_counter() - started, processor_s(process)
    return StartCost(round(seconds, 2), computed, round(idle, 3))


def _per_second(clients: Sequence[Client], asked: Sequence[str]) -> float:
    """Answers a second where ``clients`` share the questions."""
    started = time.perf_counter()
    shares = [asked[turn :: len(clients)] for turn in range(len(clients))]
    with ThreadPoolExecutor(len(clients)) as pool:
        list(pool.map(_ask_all, clients, shares))
    return len(asked) / (time.perf_counter() - started)


def _ask_all(client: Client, asked: Sequence[str]) -> None:
    for question in asked:
        client.ask(question)


@contextmanager
def own_server(settings: Settings) -> Iterator[tuple[int, int]]:
    """A server that remembers and keeps no question; its port and process id."""
    command = [sys.executable, "-m", "service.cli", "serve", "--port", "0"]
    command += ["--index", str(settings.index), "--host", "127.0.0.1"]
    apart = {"LOG_LEVEL": "warning", "KEEP_QUESTIONS": "false", "REMEMBERED": "0"}
    told = {**os.environ, **{f"{PREFIX}{name}": value for name, value in apart.items()}}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=told) as process:
        try:
            assert process.stdout is not None
            announced = process.stdout.readline()
            if not announced:
                raise BenchError("a server of its own did not start; see what it said above")
            yield int(announced.split()[0].rpartition(":")[2]), process.pid
        finally:
            process.terminate()


class Client:
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
