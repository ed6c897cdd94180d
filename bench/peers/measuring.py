"""One run over all systems, in turns, so that what else the machine does falls on all alike."""

from __future__ import annotations

import os
import subprocess
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from datetime import date
from itertools import compress
from operator import not_
from statistics import median
from typing import TypeVar

from bench.peers.client import Client
from bench.peers.judging import Returned, quality
from bench.peers.material import Material
from bench.peers.processes import BuildCost, Places, build, environment, peak_mb, serving
from bench.peers.results import Results, SystemResult, WayResult
from bench.peers.systems import System, Way
from service.evaluation import Golden

CLIENTS = 16
WARM_UP = 20
# Questions that one system is asked in a row, before the next has its turn.
TURN = 40

Say = Callable[[str], None]
Each = TypeVar("Each")
Found = list[tuple[Golden, Sequence[Returned]]]


@dataclass(frozen=True, slots=True)
class Plan:
    """How often things are done: builds, starts, rounds of ``shared`` questions by many clients."""

    builds: int
    starts: int
    rounds: int
    shared: int


@dataclass(slots=True)
class _Asked:
    """What one way to ask gave."""

    seconds: list[float] = field(default_factory=list)
    open: Found = field(default_factory=list)
    sealed: Found = field(default_factory=list)
    per_second: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Open:
    """A way to ask a system that is running. A connection is for one turn: servers hang up those
    that are silent for some seconds.
    """

    way: Way
    port: int

    def client(self) -> closing[Client]:
        """A new connection."""
        return closing(Client(self.port, self.way))


def measure(systems: Sequence[System], places: Places, plan: Plan, say: Say) -> Results:
    """Build, start and ask every system; raises PeerError where one does not do."""
    load = os.getloadavg()[0]
    built = _builds(systems, places, plan.builds, say)
    first = places.material.open[0].question
    starts = _starts(systems, places, first, plan.starts, say)
    asked, memory = _answers(systems, places, plan, say)
    return Results(
        day=date.today().isoformat(),
        cores=len(os.sched_getaffinity(0)),
        load=round(load, 2),
        pages=len(places.material.languages),
        builds=plan.builds,
        starts=plan.starts,
        clients=CLIENTS,
        systems=tuple(
            SystemResult(
                title=system.title,
                version=_version(system, places),
                build_s=round(median(cost.seconds for cost in built[system.name]), 2),
                build_mb=round(median(cost.memory_mb for cost in built[system.name])),
                start_s=round(median(starts[system.name]), 2),
                serve_mb=round(memory[system.name]),
                install_mb=_install_mb(system, places),
                lines=system.lines,
                ways=tuple(_result(way, asked[way.title], places.material) for way in system.ways),
            )
            for system in systems
        ),
    )


def _builds(
    systems: Sequence[System], places: Places, times: int, say: Say
) -> dict[str, list[BuildCost]]:
    found = defaultdict(list)
    for turn in range(times):
        for system in _rotated(systems, turn):
            found[system.name].append(build(system, places))
            say(f"built {system.title} in {found[system.name][-1].seconds:.1f} s")
    return found


def _starts(
    systems: Sequence[System], places: Places, question: str, times: int, say: Say
) -> dict[str, list[float]]:
    """Seconds from the start of the first process to the first answer."""
    found = defaultdict(list)
    for turn in range(times):
        for system in _rotated(systems, turn):
            started = time.perf_counter()
            with (
                serving(system, places) as (port, _),
                closing(Client(port, system.ways[0])) as client,
            ):
                client.ask(question)
                found[system.name].append(time.perf_counter() - started)
            say(f"{system.title} answered after {found[system.name][-1]:.1f} s")
    return found


def _answers(
    systems: Sequence[System], places: Places, plan: Plan, say: Say
) -> tuple[dict[str, _Asked], dict[str, float]]:
    """What every way gave, by title, and the peak memory of every system, by name."""
    asked: dict[str, _Asked] = defaultdict(_Asked)
    with ExitStack() as stack:
        ways: list[_Open] = []
        processes: dict[str, list[int]] = {}
        for system in systems:
            port, processes[system.name] = stack.enter_context(serving(system, places))
            ways += [_Open(way, port) for way in system.ways]
        _one_by_one(ways, places, asked, say)
        questions = [golden.question for golden in places.material.open[: plan.shared]]
        for turn in range(plan.rounds):
            for each in _rotated(ways, turn):
                asked[each.way.title].per_second.append(_per_second(each, questions))
            say(f"{CLIENTS} clients at once: round {turn + 1} of {plan.rounds}")
        return asked, {name: peak_mb(those) for name, those in processes.items()}


def _one_by_one(ways: Sequence[_Open], places: Places, asked: dict[str, _Asked], say: Say) -> None:
    material = places.material
    for each in ways:
        with each.client() as client:
            _ask_all(client, [golden.question for golden in material.open[-WARM_UP:]])
    for turn, some in enumerate(_turns(material.open)):
        for each in _rotated(ways, turn):
            _take_turn(each, some, material.open[-1].question, asked[each.way.title])
        say(f"asked {min((turn + 1) * TURN, len(material.open))} of {len(material.open)} questions")
    for each in ways:
        with each.client() as client:
            found = [(golden, client.ask(golden.question)) for golden in material.sealed]
        asked[each.way.title].sealed.extend(found)


def _take_turn(each: _Open, some: Sequence[Golden], before: str, asked: _Asked) -> None:
    """Ask and time ``some`` questions, once the question ``before`` has opened the connection."""
    with each.client() as client:
        client.ask(before)
        for golden in some:
            seconds, found = client.timed(golden.question)
            asked.seconds.append(seconds)
            asked.open.append((golden, found))


def _per_second(each: _Open, questions: Sequence[str]) -> float:
    """Answers a second where CLIENTS share the questions."""
    with ExitStack() as stack, ThreadPoolExecutor(CLIENTS) as pool:
        clients = [stack.enter_context(each.client()) for _ in range(CLIENTS)]
        started = time.perf_counter()
        shares = [questions[turn::CLIENTS] for turn in range(CLIENTS)]
        list(pool.map(_ask_all, clients, shares))
        return len(questions) / (time.perf_counter() - started)


def _ask_all(client: Client, questions: Iterable[str]) -> None:
    for question in questions:
        client.ask(question)


def _result(way: Way, asked: _Asked, material: Material) -> WayResult:
    seconds = sorted(asked.seconds)
    everything = asked.open + asked.sealed
    told_alike = [material.told_alike(golden) for golden, _ in everything]
    return WayResult(
        title=way.title,
        open=quality(asked.open),
        sealed=quality(asked.sealed),
        alike=quality(compress(everything, told_alike)),
        across=quality(compress(everything, map(not_, told_alike))),
        median_ms=round(median(seconds) * 1000, 1),
        p95_ms=round(seconds[int(0.95 * (len(seconds) - 1))] * 1000, 1),
        many_per_s=round(median(asked.per_second), 1),
    )


def _turns(asked: Sequence[Golden]) -> list[Sequence[Golden]]:
    """All questions, TURN at a time."""
    return [asked[start : start + TURN] for start in range(0, len(asked), TURN)]


def _rotated(some: Sequence[Each], turn: int) -> Iterator[Each]:
    """All of them, another one first each time."""
    yield from (some[(turn + i) % len(some)] for i in range(len(some)))


def _install_mb(system: System, places: Places) -> int:
    """What the installed packages take on disk: without byte code, which comes with use, and
    without the encoder's weights, which not all have as a package.
    """
    folder = next((environment(places.work, system.name) / "lib").glob("python*/site-packages"))
    files = [
        path
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".pyc" and system.weights not in path.parts
    ]
    return round(sum(path.lstat().st_size for path in files) / 1e6)


def _version(system: System, places: Places) -> str:
    code = f"import importlib.metadata as m; print(m.version({system.package!r}))"
    python = str(places.bin(system) / "python")
    return subprocess.run(
        [python, "-c", code], check=True, capture_output=True, text=True
    ).stdout.strip()
