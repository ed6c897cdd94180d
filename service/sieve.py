"""Many regular expressions over one text: only those are tried whose letters the text has.

A match of ``언제|when\\b`` has "언제" or "when" in it, so a text with neither is not searched. What
a pattern needs is read off it once; the pieces of a text are looked up for all patterns together.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from functools import lru_cache
from re import _constants as sign  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Needs = frozenset[str]
# Letters of a piece. Of the 290 patterns of questions 13 match a golden question; 68 are tried with
# pieces of two letters, 40 with three, 35 with four, 33 with five, and longer ones cost more.
LONGEST = 4
# What is put in the place of a match.
BLANK = " "
# Texts whose patterns are remembered: a question is looked at in a few forms, each many times.
KEPT = 256
# Patterns whose needs are remembered: those of concepts are part of two sieves.
_READ = 1024
_REPEATS = (sign.MAX_REPEAT, sign.MIN_REPEAT, sign.POSSESSIVE_REPEAT)


class Sieve(Mapping[Key, re.Pattern[str]], Generic[Key]):
    """Patterns by key, each compiled when it is first asked for."""

    def __init__(self, patterns: Mapping[Key, str]) -> None:
        self._sources = dict(patterns)
        self._keys = tuple(patterns)
        self._compiled: dict[Key, re.Pattern[str]] = {}
        needs = [needs_of(source) for source in patterns.values()]
        self._always = frozenset(row for row, some in enumerate(needs) if some is None)
        self._spaced = frozenset(r for r, some in enumerate(needs) if BLANK in "".join(some or ()))
        self._trie = _Trie()
        for row, some in enumerate(needs):
            for piece in some or ():
                self._trie.add(piece, row)
        self._rows = lru_cache(maxsize=KEPT)(self._found)
        self.possible = lru_cache(maxsize=KEPT)(self._possible)

    def __len__(self) -> int:
        return len(self._sources)

    def __iter__(self) -> Iterator[Key]:
        return iter(self._sources)

    def __getitem__(self, key: Key) -> re.Pattern[str]:
        """The pattern of a key; raises KeyError where there is none."""
        found = self._compiled.get(key)
        if found is None:
            found = self._compiled[key] = re.compile(self._sources[key])
        return found

    def _found(self, text: str) -> frozenset[int]:
        return self._always | self._trie.found(text)

    def _possible(self, text: str) -> tuple[Key, ...]:
        """The keys of the patterns that may match in ``text``, in their order; no other does."""
        return tuple(self._keys[row] for row in sorted(self._rows(text)))

    def blank(self, text: str, keys: Collection[Key]) -> str:
        """``text`` with a blank for each match of some patterns, by one after the other.

        What blanks bring together is found by a pattern only that needs a blank itself.
        """
        for row in sorted(self._rows(text) | self._spaced):
            if self._keys[row] in keys:
                text = self[self._keys[row]].sub(BLANK, text)
        return text


class _Trie(dict[str, Any]):
    """Rows by the pieces of text that lead to them: a trie of letters, rows under ""."""

    def add(self, piece: str, row: int) -> None:
        node: dict[str, Any] = self
        for letter in piece:
            node = node.setdefault(letter, {})
        node.setdefault("", []).append(row)

    def found(self, text: str) -> set[int]:
        """The rows of all pieces that ``text`` has."""
        rows: set[int] = set()
        for start, letter in enumerate(text):
            node = self.get(letter)
            end = start
            while node is not None:
                if "" in node:
                    rows.update(node[""])
                end += 1
                node = node.get(text[end]) if end < len(text) else None
        return rows


@lru_cache(maxsize=_READ)
def needs_of(pattern: str) -> Needs | None:
    """Pieces of text of which every match has at least one; None where none can be told."""
    parsed = parser.parse(pattern)
    if parsed.state.flags & re.IGNORECASE:
        return None
    return _of_sequence(parsed)


def _of_sequence(parts: Iterable[tuple[Any, Any]]) -> Needs | None:
    """What the part of a sequence needs that tells most; letters in a row are one part."""
    found: list[Needs] = []
    run = ""
    for kind, content in parts:
        if kind is sign.LITERAL:
            run += chr(content)
        elif kind not in (sign.AT, sign.ASSERT_NOT):
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
    if kind is sign.BRANCH:
        return _any_of([_of_sequence(branch) for branch in content[1]])
    if kind is sign.IN and all(of is sign.LITERAL for of, _ in content):
        return frozenset(chr(letter) for _, letter in content)
    if kind is sign.SUBPATTERN and not content[1] & re.IGNORECASE:
        return _of_sequence(content[3])
    if kind in _REPEATS and content[0] > 0:
        return _of_sequence(content[2])
    if kind is sign.ASSERT:
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
