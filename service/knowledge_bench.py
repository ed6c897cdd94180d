"""What knowledge costs: linking a question, extracting a page, loading the gazetteer.

It is measured in fresh processes, so that no memory of an earlier run helps:
``python -m service.knowledge_bench`` is such a process. It reads two pages as JSON lines from its
standard input and extracts one after the other: the first is what a process that has just started
needs, the second, of other text, what one needs that has read pages before. It prints a line.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from statistics import median
from typing import TypeVar

import orjson

from corpus.gazetteer import load_gazetteer
from corpus.knowledge import extract
from corpus.memory import keep_loaded
from corpus.model import Block, Page, Span
from index import records
from service.memory import resident_mb

# Bytes of text on the page that is extracted, and how many fresh processes do it.
PAGE_BYTES, PROCESSES = 30_000, 5
# A year, a sum, a number of people: its last digit is another one wherever a block recurs.
_NUMBER = re.compile(r"(?<=\d\d)\d(?!\d)")
_GAP = "\n"


Work = TypeVar("Work")


class KnowledgeBenchError(Exception):
    """A measurement that could not be made."""


@dataclass(frozen=True, slots=True)
class KnowledgeCost:
    """Medians: milliseconds, and megabytes by which a process grows (None where it is not told).

    ``extract_ms`` is a page of ``PAGE_BYTES`` in a process that has read other pages, ``first_ms``
    the first page of a process, which is some ``first_bytes`` long.
    """

    link_ms: float
    first_bytes: int
    first_ms: float
    extract_ms: float
    gazetteer_ms: float
    gazetteer_mb: float | None


def measure_knowledge(
    pages: Sequence[Page], questions: Iterable[str], link: Callable[[str], object]
) -> KnowledgeCost:
    """Measure ``link`` on ``questions``, and extraction on what ``pages`` hold."""
    first, measured = _apart(pages)
    runs = [_in_fresh_process(first, measured) for _ in range(PROCESSES)]
    grown = [run["gazetteer_mb"] for run in runs if run["gazetteer_mb"] is not None]
    return KnowledgeCost(
        link_ms=round(median(_milliseconds(link, question) for question in set(questions)), 3),
        first_bytes=len(first.text.encode()),
        first_ms=round(median(run["first_ms"] or 0.0 for run in runs), 1),
        extract_ms=round(median(run["extract_ms"] or 0.0 for run in runs), 1),
        gazetteer_ms=round(median(run["gazetteer_ms"] or 0.0 for run in runs), 1),
        gazetteer_mb=round(median(grown), 1) if grown else None,
    )


def _apart(pages: Sequence[Page]) -> tuple[Page, Page]:
    """A page to be warm by and one to measure, of every other page each, so of different text."""
    others, rest = pages[::2], pages[1::2] or pages
    size = sum(len(page.quote(block.span).encode()) for page in others for block in page.blocks)
    return page_of_size(others, min(size, PAGE_BYTES)), page_of_size(rest, PAGE_BYTES)


def page_of_size(pages: Sequence[Page], size: int) -> Page:
    """A page of about ``size`` bytes of text (UTF-8) with the blocks of ``pages``.

    Where these are used up they come again, with other numbers.
    """
    pieces = [(page, block) for page in pages for block in page.blocks]
    texts: list[str] = []
    blocks: list[Block] = []
    offset = used = 0
    for turn in count():
        page, block = pieces[turn % len(pieces)]
        text = _with_numbers(page.quote(block.span), turn // len(pieces))
        if used + len(text.encode()) > size:
            break
        texts.append(text)
        blocks.append(_moved(block, offset - block.span.start))
        offset += len(text) + len(_GAP)
        used += len((text + _GAP).encode())
    return replace(pages[0], text=_GAP.join(texts), blocks=tuple(blocks))


def _with_numbers(text: str, add: int) -> str:
    """``text`` with ``add`` to the last digit of every number of three digits and more."""
    return _NUMBER.sub(lambda digit: str((int(digit.group()) + add) % 10), text)


def _moved(block: Block, by: int) -> Block:
    def move(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    return replace(block, span=move(block.span), cells=tuple(map(move, block.cells)))


def _milliseconds(work: Callable[[Work], object], argument: Work) -> float:
    started = time.perf_counter()
    work(argument)
    return (time.perf_counter() - started) * 1000


def _in_fresh_process(first: Page, measured: Page) -> dict[str, float | None]:
    given = b"".join(records.dump(page) + b"\n" for page in (first, measured))
    command = [sys.executable, "-m", "service.knowledge_bench"]
    done = subprocess.run(command, input=given, capture_output=True, check=False)
    if done.returncode:
        raise KnowledgeBenchError(f"extraction failed: {done.stderr.decode().strip()[-200:]}")
    found: dict[str, float | None] = orjson.loads(done.stdout)
    return found


def _measure_here() -> None:
    """Load the gazetteer and extract the two pages on standard input; print what it took."""
    first, measured = (records.load(line, Page) for line in sys.stdin.buffer.read().splitlines())
    before, started = resident_mb(os.getpid()), time.perf_counter()
    gazetteer = load_gazetteer()
    loaded, after = time.perf_counter() - started, resident_mb(os.getpid())
    keep_loaded()
    work = partial(extract, gazetteer=gazetteer)
    took = [_milliseconds(work, page) for page in (first, measured)]
    grown = None if before is None or after is None else after - before
    found = {"gazetteer_ms": loaded * 1000, "gazetteer_mb": grown}
    sys.stdout.buffer.write(orjson.dumps({**found, "first_ms": took[0], "extract_ms": took[1]}))


if __name__ == "__main__":
    _measure_here()
