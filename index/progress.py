"""Telling people how far long work has come: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol, TextIO

from tqdm import tqdm

# Seconds between two lines about the same work where there is no terminal.
LINE_INTERVAL = 5.0

Advance = Callable[[int], None]


class Progress(Protocol):
    """Where long work reports to."""

    def say(self, message: str) -> None:
        """Tell one thing, once."""
        ...

    def count(self, work: str, total: int) -> AbstractContextManager[Advance]:
        """Follow ``work`` on ``total`` things; call what it gives with how many more are done."""
        ...


class Bars:
    """Progress bars, for a terminal."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def say(self, message: str) -> None:
        """See ``Progress.say``."""
        tqdm.write(message, file=self._stream)

    @contextmanager
    def count(self, work: str, total: int) -> Iterator[Advance]:
        """See ``Progress.count``."""
        with tqdm(total=total, desc=work, file=self._stream, dynamic_ncols=True) as bar:
            yield lambda more: bar.update(more) and None


class Lines:
    """Plain lines, for a log: now and then one, and one at the end."""

    def __init__(self, stream: TextIO, interval: float = LINE_INTERVAL) -> None:
        self._stream = stream
        self._interval = interval

    def say(self, message: str) -> None:
        """See ``Progress.say``."""
        print(message, file=self._stream, flush=True)

    @contextmanager
    def count(self, work: str, total: int) -> Iterator[Advance]:
        """See ``Progress.count``."""
        done, told = 0, time.monotonic()

        def advance(more: int) -> None:
            nonlocal done, told
            done += more
            if done < total and time.monotonic() - told >= self._interval:
                told = time.monotonic()
                self.say(f"{work}: {done} of {total}")

        yield advance
        self.say(f"{work}: {done} of {total}")


class Silent:
    """Nothing at all."""

    def say(self, message: str) -> None:
        """See ``Progress.say``."""

    @contextmanager
    def count(self, work: str, total: int) -> Iterator[Advance]:  # noqa: ARG002
        """See ``Progress.count``."""
        yield lambda _more: None


def make_progress(stream: TextIO | None = None) -> Progress:
    """Bars where ``stream`` (standard error unless given) is a terminal, lines elsewhere."""
    stream = stream or sys.stderr
    return Bars(stream) if stream.isatty() else Lines(stream)
