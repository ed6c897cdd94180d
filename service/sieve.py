"""Many regular expressions over one text: only those are tried whose letters the text has.

A match of ``언제|when\\b`` has "언제" or "when" in it, so a text with neither is not searched. What
a pattern needs is read off it once; the pieces of a text are looked up for all patterns together.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Generic, TypeVar

try:
    from service import pieces
except ImportError:  # the library's parser has other names: every pattern is tried then
    pieces = None  # type: ignore[assignment]

Key = TypeVar("Key", bound=Hashable)
# What is put in the place of a match.
BLANK = " "
# Texts whose patterns are remembered: forms of a question, each looked at many times, and the
# sentences that bear on many questions. With 256 each of 120 answers took 3.45 ms, now 3.05.
KEPT = 4096


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


def needs_of(pattern: str) -> frozenset[str] | None:
    """Pieces of text of which every match has at least one; None where none can be told."""
    return None if pieces is None else pieces.needs_of(pattern)
