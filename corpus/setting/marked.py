"""Text around a name with the names in it as signs, so that one pattern fits any place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus.gazetteer import Gazetteer, Mention
from corpus.model import SPECIFIC
from corpus.text import fold_text

# How much of the text around a name is looked at, and how many names in it.
_AROUND, _NAMES = 160, 8
_SIGNS = re.compile("[@#$%&]")


class Marked(NamedTuple):
    """A name with its text: it is "@", others are "#", provinces "%", countries "$" or "&"."""

    mention: Mention
    text: str


def marked(
    text: str,
    mentions: Sequence[Mention],
    gazetteer: Gazetteer,
    own: frozenset[str] = frozenset(),
) -> Iterator[Marked]:
    """Each of ``mentions`` in ``text`` with the folded text around it."""
    between = [_plain(text[a:b]) for a, b in _gaps(text, mentions)]
    signs = ["&" if m.place in own else _sign(m, gazetteer) for m in mentions]
    for number, mention in enumerate(mentions):
        first = max(0, number - _NAMES)
        before = "".join(
            between[i] + (signs[i] if i < number else "") for i in range(first, number + 1)
        )
        last = min(len(mentions), number + _NAMES)
        behind = "".join(
            between[i] + (signs[i] if i < last else "") for i in range(number + 1, last + 1)
        )
        yield Marked(mention, f"{before[-_AROUND:]}@{behind[:_AROUND]}")


def _gaps(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    start = 0
    for mention in mentions:
        yield start, max(start, mention.span.start)
        start = mention.span.end
    yield start, len(text)


def _sign(mention: Mention, gazetteer: Gazetteer) -> str:
    kind = gazetteer.places[mention.place].kind
    return "#" if kind in SPECIFIC else "$" if kind == "country" else "%"


def _plain(text: str) -> str:
    near = text if len(text) <= 2 * _AROUND else text[:_AROUND] + "\n" + text[-_AROUND:]
    return fold_text(_SIGNS.sub(" ", near))


@lru_cache(maxsize=32)
def compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for any of ``patterns``."""
    return re.compile("|".join(patterns))
