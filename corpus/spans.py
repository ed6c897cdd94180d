"""What lies in a stretch of text, found without looking at all of it, and the text without it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol, Self, TypeVar

from corpus.model import Span


class Spanned(Protocol):
    """Something that a stretch of text says."""

    @property
    def span(self) -> Span:
        """Where it stands."""


class Movable(Spanned, Protocol):
    """Something that can say the same of another place in a text."""

    def moved(self, by: int) -> Self:
        """The same, ``by`` characters further on."""


T = TypeVar("T", bound=Spanned)
M = TypeVar("M", bound=Movable)


def lying_in(items: Sequence[T], span: Span) -> Sequence[T]:
    """Those of ``items`` that lie in ``span``: they stand in order and none overlaps another."""
    first = bisect_left(items, span.start, key=lambda item: item.span.start)
    return items[first : bisect_right(items, span.end, lo=first, key=lambda item: item.span.end)]


def placed_in(items: Sequence[M], span: Span) -> tuple[M, ...]:
    """Those of ``items`` that lie in ``span``, with their places counted from its start."""
    return tuple(item.moved(-span.start) for item in lying_in(items, span))


def text_without(text: str, items: Sequence[Spanned], instead: str = "") -> str:
    """``text`` with ``instead`` in place of each of ``items``, which stand in order."""
    for item in reversed(items):
        text = text[: item.span.start] + instead + text[item.span.end :]
    return text


def blanked(text: str, items: Sequence[Spanned]) -> str:
    """``text`` with spaces in place of ``items``: all else stays where it stands."""
    return blanked_at(text, [item.span for item in items])


def blanked_at(text: str, spans: Iterable[Span], blank: str = " ") -> str:
    """``text`` with the sign ``blank`` all over ``spans``, which may overlap."""
    for start, end in spans:
        text = text[:start] + blank * (end - start) + text[end:]
    return text
