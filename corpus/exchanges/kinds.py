"""Kinds of exchange by the words that tell them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.patterns import any_of
from corpus.text import fold, fold_text
from corpus.wordlists import load_toml

# Latin words of this length or less must be whole: "art" is not in "article".
_SHORT_WORD = 5
# A given name of two syllables in Latin letters.
_GIVEN_NAME = re.compile(r"\b[A-Z][a-z]+-[A-Z][a-z]+\b")
_WORD_END = re.compile(r"(?:s|es)?(?![a-z])")


def kinds_of(text: str) -> tuple[str, ...]:
    """The kinds of exchange that ``text`` speaks of, in the order of the data file."""
    return _kinds(_anniversary().sub("", fold_text(without_given_names(text))))


def without_given_names(text: str) -> str:
    """``text`` with blanks for names such as "Hyun-Song", a part of which may be a word."""
    return _GIVEN_NAME.sub(lambda name: " " * len(name.group()), text)


def told_at(text: str) -> list[int]:
    """Where in ``text`` words of any kind stand, in order."""
    folded = fold(text)
    return sorted({folded.starts[start] for start, _ in _found(folded.text)})


@lru_cache(maxsize=4096)
def _kinds(folded: str) -> tuple[str, ...]:
    found = {kind for _, kind in _found(folded)}
    return tuple(kind for kind in _names() if kind in found)


def _found(folded: str) -> Iterator[tuple[int, str]]:
    """One pass over the text: what may start at each place is looked up by its first letters."""
    index, masked = _index(), dict[str, int]()
    for place in _starts().finditer(folded):
        start = place.start()
        for word in index.get(folded[start : start + 2]) or index.get(folded[start]) or ():
            if not folded.startswith(word.text, start) or not word.is_whole(folded, start):
                continue
            if word.masks:
                masked[word.kind] = start + len(word.text)
            elif start >= masked.get(word.kind, 0):
                yield start, word.kind
    for kind, counted in _counted().items():
        yield from ((found.start(), kind) for found in counted.finditer(folded))


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a kind, or a longer one that masks such a word."""

    text: str
    kind: str
    masks: bool

    def is_whole(self, folded: str, start: int) -> bool:
        """Whether the word that stands there is one by itself, as a short Latin one must be."""
        if not self.text[0].isascii():
            return True
        short = len(self.text) <= _SHORT_WORD and not self.masks
        return not short or _WORD_END.match(folded, start + len(self.text)) is not None


@lru_cache(maxsize=1)
def _anniversary() -> re.Pattern[str]:
    """What an anniversary is of."""
    return re.compile(load_toml("kinds.toml")["_anniversary"]["pattern"])


@lru_cache(maxsize=1)
def _counted() -> dict[str, re.Pattern[str]]:
    """By kind the numbers of things that tell it."""
    return {kind: re.compile(told) for kind, told in load_toml("kinds.toml")["_counted"].items()}


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    return tuple(name for name in load_toml("kinds.toml") if not name.startswith("_"))


@lru_cache(maxsize=1)
def _starts() -> re.Pattern[str]:
    """Where a word may start: a first letter of some; in Latin letters the first of its word.

    A second letter of some must follow, but for the Chinese words of one letter: that leaves out
    two places of five.
    """
    single = {key for key in _index() if len(key) == 1}
    first = {key[0] for key in _index()}
    latin = {c for c in first if c.isascii() and c.isalpha()}
    others = {c for c in first - single if not c.isascii()}
    second = _any_of({key[1] for key in _index() if len(key) > 1})
    return re.compile(
        f"{_any_of(others)}(?={second})|{_any_of(single - latin)}"
        f"|(?<![a-z]){_any_of(latin)}(?={second})"
    )


def _any_of(letters: Collection[str]) -> str:
    return f"[{re.escape(''.join(sorted(letters)))}]" if letters else "(?!)"


@lru_cache(maxsize=1)
def _index() -> dict[str, tuple[_Word, ...]]:
    """The words by their first two letters, masks first; those of one letter under each pair."""
    table = load_toml("kinds.toml")
    words = [_Word(w, kind, True) for kind in _names() for w in table[kind].get("not", ())]
    words += [_Word(w, kind, False) for kind in _names() for w in table[kind]["words"]]
    found: dict[str, list[_Word]] = defaultdict(list)
    for word in sorted(words, key=lambda word: not word.masks):
        found[word.text[:2]].append(word)
    single = {key: entries for key, entries in found.items() if len(key) == 1}
    for key, entries in found.items():
        if len(key) == 2:
            entries += single.get(key[0], [])
    return {key: tuple(entries) for key, entries in found.items()}


@lru_cache(maxsize=32)
def event_pattern(name: str) -> re.Pattern[str]:
    """The regular expression, or the choice of several, that ``name`` has among [_events]."""
    found = load_toml("kinds.toml")["_events"][name]
    return any_of([found] if isinstance(found, str) else found)
