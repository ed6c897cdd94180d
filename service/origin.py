"""Where in its source file something on a page stands: the line and column an editor looks for."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from corpus.model import Page, Span
from corpus.text import fold

# What a file holds that no reader shows, and characters written by name.
_UNSHOWN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|head|template|noscript)\b.*?(?:</\1\s*>|\Z)|</?[a-z!?][^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
# So much of a piece is looked for: enough to tell it from another.
_SOUGHT = 40


class Position(NamedTuple):
    """A place in a file; lines and columns count from 1."""

    line: int
    column: int


class Origin:
    """A source file beside the page that was read from it.

    Letters and digits of the two are compared in order: whatever markup, spaces and punctuation
    the reading changed, they stay.
    """

    def __init__(self, page: Page, source: str, is_html: bool) -> None:
        self._page = page
        self._bare, self._offsets = _letters(source, is_html)
        lengths = (len(line) for line in source.splitlines(keepends=True))
        self._lines = [0, *accumulate(lengths)]
        self._starts = [block.span.start for block in page.blocks]
        self._blocks = list(self._place_blocks())

    def position(self, span: Span) -> Position | None:
        """Where what ``span`` of the page quotes stands; None where the file does not say it."""
        index = bisect_right(self._starts, span.start) - 1
        if index < 0:
            return None
        found = self._find(self._page.quote(span), self._blocks[index])
        return None if found is None else self._at(self._offsets[found])

    def _place_blocks(self) -> Iterator[int]:
        """Where each block begins among the letters, each not before the one above it."""
        reached = 0
        for block in self._page.blocks:
            found = self._find(self._page.quote(block.span), reached)
            reached = reached if found is None else found
            yield reached

    def _find(self, text: str, start: int) -> int | None:
        """The first piece of ``text`` that has letters, at or behind ``start``; else anywhere."""
        pieces = (_bare(piece)[:_SOUGHT] for piece in re.split(r"[\n|]", text))
        sought = next((piece for piece in pieces if piece), "")
        if not sought:
            return None
        found = self._bare.find(sought, start)
        found = self._bare.find(sought) if found < 0 else found
        return None if found < 0 else found

    def _at(self, offset: int) -> Position:
        line = bisect_right(self._lines, offset)
        return Position(line, offset - self._lines[line - 1] + 1)


def _letters(source: str, is_html: bool) -> tuple[str, list[int]]:
    """The letters and digits that a reader sees, folded, and where each stands in ``source``."""
    letters: list[str] = []
    offsets: list[int] = []
    for start, text in _shown(source) if is_html else [(0, source)]:
        folded = fold(text)
        for letter, offset in zip(folded.text, folded.starts, strict=True):
            if letter.isalnum():
                letters.append(letter)
                offsets.append(start + offset)
    return "".join(letters), offsets


def _shown(source: str) -> Iterator[tuple[int, str]]:
    """The pieces of text between the markup, with their offsets; entities as their characters."""
    position = 0
    for hidden in _UNSHOWN.finditer(source):
        yield from _unescaped(source, position, hidden.start())
        position = hidden.end()
    yield from _unescaped(source, position, len(source))


def _unescaped(source: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for entity in _ENTITY.finditer(source, start, end):
        yield start, source[start : entity.start()]
        # A character of its own; where it has more than one letter they share an offset.
        yield from ((entity.start(), letter) for letter in html.unescape(entity.group()))
        start = entity.end()
    yield start, source[start:end]


def _bare(text: str) -> str:
    return "".join(letter for letter in fold(text).text if letter.isalnum())
