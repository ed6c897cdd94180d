"""Processes of a system: its build, its servers, and the memory that they hold at most."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from bench.peers.material import ROOT, Material
from bench.peers.systems import System

# Seconds that a server may take to listen and to answer first, and between two looks.
PATIENCE, LOOK = 120.0, 0.02


class PeerError(Exception):
    """A system that cannot be measured; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where things lie: virtual environments, stores, logs, the encoder's folder, the material."""

    work: Path
    encoder: Path
    material: Material

    def store(self, system: System) -> Path:
        """The folder that a system may write to."""
        return self.work / "stores" / system.name

    def bin(self, system: System) -> Path:
        """The programs of a system's virtual environment."""
        return environment(self.work, system.name) / "bin"


@dataclass(frozen=True, slots=True)
class BuildCost:
    """Seconds of a build from nothing, and the most memory that it held."""

    seconds: float
    memory_mb: float


def environment(work: Path, name: str) -> Path:
    """The virtual environment of a system."""
    return work / "venvs" / name


def build(system: System, places: Places) -> BuildCost:
    """Build a system's store anew."""
    store = places.store(system)
    shutil.rmtree(store, ignore_errors=True)
    store.mkdir(parents=True)
    started = time.perf_counter()
    with (places.work / f"{system.name}-build.log").open("wb") as log:
        process = _start(system, system.build, places, 0, 0, log)
        _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise PeerError(f"{system.title} was not built; see {log.name}")
    return BuildCost(seconds, used.ru_maxrss * 1024 / 1e6)


@contextmanager
def serving(system: System, places: Places) -> Iterator[tuple[int, list[int]]]:
    """The system's servers; the port to ask and the process ids."""
    port, beside = _free_port(), _free_port()
    with ExitStack() as stack:
        log = stack.enter_context((places.work / f"{system.name}-serve.log").open("wb"))
        processes: list[subprocess.Popen[bytes]] = []
        stack.callback(_end, processes)
        for command in system.servers:
            last = command == system.servers[-1]
            processes.append(_start(system, command, places, port, beside, log))
            _await(port if last else beside, processes[-1], system)
        yield port, [process.pid for process in processes]


def peak_mb(processes: Sequence[int]) -> float:
    """The most memory that these processes and their children have held, added up."""
    found = 0.0
    for process in processes:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
        found += int(status.partition("VmHWM:")[2].split()[0]) * 1024 / 1e6
        found += peak_mb(_children(process))
    return found


def _children(process: int) -> list[int]:
    tasks = Path(f"/proc/{process}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text(encoding="ascii").split()]


def _start(
    system: System, command: Sequence[str], places: Places, port: int, beside: int, log: IO[bytes]
) -> subprocess.Popen[bytes]:
    material = places.material
    names = {
        "python": places.bin(system) / "python",
        "bin": places.bin(system),
        "pages": material.pages,
        "store": places.store(system),
        "port": port,
        "beside": beside,
    }
    told = {name: value.format(**names) for name, value in system.settings.items()}
    words = [word.format(**names) for word in command]
    if not Path(words[0]).exists():
        raise PeerError(f"{system.title} is not installed: python -m bench.peers.install")
    surroundings = {**os.environ, **_shared(places, system), **told}
    # Installed packages have byte code, so ours has to be kept as well.
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    return subprocess.Popen(words, cwd=ROOT, env=surroundings, stdout=log, stderr=log)


def _shared(places: Places, system: System) -> dict[str, str]:
    """What every system is told: where things are, and to fetch nothing."""
    return {
        "PYTHONPATH": str(ROOT),
        "PEERS_ENCODER": str(places.encoder),
        "PEERS_PAGES": str(places.material.texts),
        "PEERS_STORE": str(places.store(system)),
        "HF_HUB_OFFLINE": "1",
    }


def _await(port: int, process: subprocess.Popen[bytes], system: System) -> None:
    """Return once something listens at ``port``."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=PATIENCE).close()
        except OSError:
            time.sleep(LOOK)
        else:
            return
    raise PeerError(f"{system.title} does not listen; see {system.name}-serve.log")


def _end(processes: list[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(PATIENCE / 10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as bound:
        port: int = bound.getsockname()[1]
    return port
