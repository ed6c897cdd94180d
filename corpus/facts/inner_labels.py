"""Labelled values within running text: ``… in 1997. Area: 59 km². City flower: rose.``"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from corpus.labels import Labelled
from corpus.labels.marks import signed_marks
from corpus.labels.slices import slices_of
from corpus.labels.types import NUMERIC, fits
from corpus.labels.words import is_empty
from corpus.model import Block, Page, Span

# What running text labels of a place; dates and contacts are told in other ways there.
_INNER = frozenset({*NUMERIC, "flower", "tree", "bird", "homepage", "mayor", "divisions",
                    "specialties", "economy"})  # fmt: skip
# What stands only in a line of nothing but labelled values.
_TOLD = frozenset({"location", "climate", "features"})
_END = re.compile(r"[。；;\n]|\.(?=\s+[A-Z]|\s*$)")
_SYMBOLS = frozenset({"flower", "tree", "bird", "mayor"})
_COLON = re.compile("[:：]")
_LONGEST = 120


def inner_values(page: Page, block: Block) -> Iterator[Labelled]:
    """The values that follow a known label and a colon somewhere in ``block``, or labels alone."""
    text = page.quote(block.span)
    yield from () if block.cells else _sliced(block, text)
    if block.cells or not _COLON.search(text):
        return
    marks = [mark for mark in signed_marks(text, True) if mark.start]
    for mark, after in pairwise([*marks, None]):
        assert mark is not None
        joint = text[: mark.start].rstrip(" ").endswith(("/", "、", "·", "&"))
        if mark.property not in _INNER or joint:
            continue
        limit = after.start if after else len(text)
        stop = _END.search(text, mark.value, limit)
        value = text[mark.value : stop.start() if stop else limit].strip(" ,，、|/")
        if _is_value(mark.property, value):
            start = block.span.start + mark.value + text[mark.value :].index(value)
            span = Span(start, start + len(value))
            label = text[mark.start : mark.label_end]
            yield Labelled(
                mark.property, span, Span(block.span.start + mark.start, span.end), label
            )


def _sliced(block: Block, text: str) -> Iterator[Labelled]:
    """The values that strokes or commas part, each behind its label."""
    base = block.span.start
    for part in slices_of(text):
        if part.property in _INNER or part.property in _TOLD:
            value = Span(base + part.value[0], base + part.value[1])
            quote = Span(base + part.label[0], value.end)
            yield Labelled(part.property, value, quote, text[slice(*part.label)])


def _is_value(name: str, value: str) -> bool:
    if not value or len(value) > _LONGEST or is_empty(value):
        return False
    if name in _SYMBOLS and (len(value) > _LONGEST // 4 or any(map(str.isdigit, value))):
        return False
    return fits(name, value)
