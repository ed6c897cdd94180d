"""What every match of a regular expression has in it, read off the expression.

The library's own parser is read for it, which is not documented: importing this raises ImportError
where a version of it has other names (``service.sieve`` goes without it then).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from re._constants import (  # type: ignore[import-not-found]
    ASSERT,
    ASSERT_NOT,
    AT,
    BRANCH,
    IN,
    LITERAL,
    MAX_REPEAT,
    MIN_REPEAT,
    POSSESSIVE_REPEAT,
    SUBPATTERN,
)
from re._parser import parse  # type: ignore[import-not-found]
from typing import Any

Needs = frozenset[str]
# Letters of a piece. Of the 290 patterns of questions 13 match a golden question; 68 are tried with
# pieces of two letters, 40 with three, 35 with four, 33 with five, and longer ones cost more.
LONGEST = 4
# Patterns whose needs are remembered: those of concepts are part of two sieves.
_READ = 1024
_REPEATS = (MAX_REPEAT, MIN_REPEAT, POSSESSIVE_REPEAT)


@lru_cache(maxsize=_READ)
def needs_of(pattern: str) -> Needs | None:
    """Pieces of text of which every match has at least one; None where none can be told."""
    parsed = parse(pattern)
    if parsed.state.flags & re.IGNORECASE:
        return None
    return _of_sequence(parsed)


def _of_sequence(parts: Iterable[tuple[Any, Any]]) -> Needs | None:
    """What the part of a sequence needs that tells most; letters in a row are one part."""
    found: list[Needs] = []
    run = ""
    for kind, content in parts:
        if kind is LITERAL:
            run += chr(content)
        elif kind not in (AT, ASSERT_NOT):
            found.extend(_whole(run))
            found.extend(filter(None, [_of_part(kind, content)]))
            run = ""
    found.extend(_whole(run))
    return max(found, key=_telling, default=None)


def _whole(run: str) -> Iterator[Needs]:
    if run:
        yield frozenset([run[:LONGEST]])


def _of_part(kind: Any, content: Any) -> Needs | None:
    """What one part needs; None for one that may be empty or anything."""
    if kind is BRANCH:
        return _any_of([_of_sequence(branch) for branch in content[1]])
    if kind is IN and all(of is LITERAL for of, _ in content):
        return frozenset(chr(letter) for _, letter in content)
    if kind is SUBPATTERN and not content[1] & re.IGNORECASE:
        return _of_sequence(content[3])
    if kind in _REPEATS and content[0] > 0:
        return _of_sequence(content[2])
    if kind is ASSERT:
        return _of_sequence(content[1])
    return None


def _any_of(needs: Collection[Needs | None]) -> Needs | None:
    known = [some for some in needs if some is not None]
    return frozenset().union(*known) if len(known) == len(needs) else None


def _telling(needs: Needs) -> tuple[int, int]:
    """How much the least of some pieces tells, by its bytes: one Hangul tells what three Latin do.

    Fewer tell more.
    """
    return min(len(piece.encode()) for piece in needs), -len(needs)
