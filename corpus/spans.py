"""What lies in a stretch of text, found without looking at all of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Protocol, TypeVar

from corpus.model import Span


class Spanned(Protocol):
    """Something that a stretch of text says."""

    @property
    def span(self) -> Span:
        """Where it stands."""


T = TypeVar("T", bound=Spanned)


def lying_in(items: Sequence[T], span: Span) -> Sequence[T]:
    """Those of ``items`` that lie in ``span``: they stand in order and none overlaps another."""
    first = bisect_left(items, span.start, key=lambda item: item.span.start)
    return items[first : bisect_right(items, span.end, lo=first, key=lambda item: item.span.end)]
