"""What a festival, a fair or a concert is called: "the beer festival" is not the art festival.

Pages have many of them, and to an encoder they are all alike: only the name tells which is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.language import HAN, HANGUL
from corpus.setting.transliteration import sound_alike
from corpus.text import fold_text
from service.concepts import concepts_of
from service.lexicon import search_all, strip

_WORD = re.compile(rf"[{HANGUL}]{{2,}}|[{HAN}]{{2,}}|[a-z][a-z'-]{{2,}}")
_SCRIPTS = tuple(re.compile(f"[{letters}]") for letters in (HANGUL, HAN, "a-z"))
_KOREAN = re.compile(f"[{HANGUL}]{{2,}}")
# The most syllables that the name of a festival has.
_LONGEST = 5
_LETTER = re.compile(f"[{HANGUL}{HAN}a-z]")
# What all of them are, which tells none from another.
_ALL_ARE = frozenset({"festival", "exhibition", "performance"})


def named_events(bare: str) -> tuple[str, ...]:
    """What a folded question puts before "festival" and the like: each name, and its words."""
    found = (strip("event_sort", m.group("name")) for m in search_all("event_name", bare))
    names = [name for one in found for name in (" ".join(one.split()), *_WORD.findall(one))]
    return tuple(dict.fromkeys(name for name in names if _WORD.match(name)))


def tells_event(names: tuple[str, ...], text: str, placed: bool) -> bool:
    """Whether a text has any of the names, by its letters or by what it means.

    Where neither can tell, it may be the one that is meant if the question is ``placed``.
    """
    folded = fold_text(text)
    return not names or any(_has(name, folded, placed) for name in names)


def _has(name: str, folded: str, placed: bool) -> bool:
    """In its own script by its letters; in another by what it means, if the lexicon has that."""
    if any(part in folded for part in _stretches(name)):
        return True
    if not _is_foreign(name, folded):
        return False
    meant = concepts_of(name) - _ALL_ARE
    if meant:
        return bool(meant & concepts_of(folded))
    return placed or any(sound_alike(head, name) for head in _heads(folded))


def _is_foreign(name: str, folded: str) -> bool:
    """Whether most of a text is in another script, so that the name can be but translated."""
    script = next(s for s in _SCRIPTS if s.match(name))
    letters = _LETTER.findall(folded)
    return 2 * sum(script.match(letter) is not None for letter in letters) < len(letters)


def _heads(folded: str) -> Iterator[str]:
    """The first syllables of every Korean word, as names stand before what they are of."""
    for word in _KOREAN.findall(folded):
        yield from (word[:size] for size in range(2, min(len(word), _LONGEST) + 1))


def _stretches(name: str) -> Iterator[str]:
    """The name itself; of Korean and Chinese ones, every two letters of it."""
    yield name
    if not name[0].isascii():
        yield from (name[i : i + 2] for i in range(len(name) - 1))
