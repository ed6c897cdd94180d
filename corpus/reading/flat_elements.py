"""Dates, numbers and the words between them in lines of a table that nothing parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from corpus.dates import find_dates
from corpus.dates.forms import APOSTROPHE
from corpus.model import Span
from corpus.quantities import find_quantities, without_about
from corpus.reading.lines import collapse

ElementKind = Literal["date", "count", "empty", "words"]
_EMPTY = re.compile(r"(?<!\S)[-–—―]+(?!\S)")
_YEAR = re.compile(r"(?<!\S)(?:19|20)\d\d(?!\S)")
_MARK = re.compile(rf"{APOSTROPHE}$")
_NOTE = re.compile(r"\s?[(（][^()（）]{1,30}[)）]")
_LONGEST = 400


class Element(NamedTuple):
    """A date, a number, a stroke or the words between them, in line ``line`` of a table."""

    kind: ElementKind
    text: str
    line: int


def elements_of(line: str, at: int) -> list[Element]:
    """The elements of ``line``, which is number ``at``, in order.

    Dates and numbers far behind the start of a long line are words of its text.
    """
    text = collapse(line)
    marks = sorted(_marks(text[:_LONGEST]))
    found: list[Element] = []
    position = 0
    for span, kind in marks:
        if span.start < position:
            continue
        found.extend(_words(text[position : span.start], at))
        found.append(Element(kind, text[span.start : span.end], at))
        position = span.end
    found.extend(_words(text[position:], at))
    return found


def _words(text: str, at: int) -> Iterator[Element]:
    words = text.strip()
    if words:
        yield Element("words", words, at)


def _marks(text: str) -> Iterator[tuple[Span, ElementKind]]:
    """What stands apart and is a date, a number or a stroke."""
    dates = [date.span for date in find_dates(text)]
    dates += [Span(*m.span()) for m in _YEAR.finditer(text) if not _inside(m.span(), dates)]
    for span in dates:
        note, mark = _NOTE.match(text, span.end), _MARK.search(text[: span.start])
        yield Span(mark.start() if mark else span.start, note.end() if note else span.end), "date"
    for quantity in find_quantities(text):
        before, behind = text[: quantity.span.start], text[quantity.span.end :]
        start = len(without_about(before))
        apart = before[:start] == "" or before[:start][-1] == " "
        if behind[:1] in ("", " ", "(", "（") and apart and not _inside(quantity.span, dates):
            yield Span(start, quantity.span.end), "count"
    for match in _EMPTY.finditer(text):
        yield Span(*match.span()), "empty"


def _inside(span: tuple[int, int], outer: Sequence[Span]) -> bool:
    return any(span[0] < other.end and other.start < span[1] for other in outer)
