"""Korean names and those in Latin letters that sound alike: one place's in two languages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache

from corpus.gazetteer import Gazetteer
from corpus.setting.local_names import LocalName
from corpus.setting.name_shapes import ENDINGS
from corpus.setting.naming import country_of
from corpus.text import fold_text

# How much of the consonants of two names must be the same.
_ALIKE = 0.65
_FIRST, _SYLLABLES, _VOWELS, _FINALS = 0xAC00, 11172, 21, 28
# Consonants that are written one for another, by the place in the syllable; "" for none.
_INITIALS = ("k", "k", "n", "t", "t", "r", "m", "p", "p", "s", "s", "", "s", "s", "s", "k", "t",
             "p", "")  # fmt: skip
_LAST = ("", "k", "k", "k", "n", "n", "n", "t", "r", "k", "m", "p", "s", "t", "p", "r", "m", "p",
         "p", "s", "s", "n", "s", "s", "k", "t", "p", "")  # fmt: skip
_LATIN = {"b": "p", "p": "p", "f": "p", "v": "p", "c": "k", "g": "k", "k": "k", "q": "k", "x": "k",
          "d": "t", "t": "t", "l": "r", "r": "r", "m": "m", "n": "n", "j": "s", "s": "s",
          "z": "s"}  # fmt: skip


def sound_alike(korean: str, latin: str) -> bool:
    """Whether the names have the same consonants in the same order, so far as scripts tell them."""
    one, other = _of_korean(_stem(korean)), _of_latin(_stem(latin))
    if not one or not other or one[0] != other[0]:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _stem(name: str) -> str:
    ended = next((end for end in ENDINGS if name.endswith(end) and len(name) > len(end) + 1), "")
    return name.removesuffix(ended).strip()


@lru_cache(maxsize=256)
def _of_korean(name: str) -> str:
    sounds = []
    for letter in name:
        code = ord(letter) - _FIRST
        if 0 <= code < _SYLLABLES:
            sounds += [_INITIALS[code // (_VOWELS * _FINALS)], _LAST[code % _FINALS]]
    return _single("".join(sounds))


@lru_cache(maxsize=256)
def _of_latin(name: str) -> str:
    written = fold_text(name).replace("ch", "s").replace("sh", "s").replace("th", "t")
    return _single("".join(_LATIN.get(letter, "") for letter in written.replace("ng", "n")))


def _single(sounds: str) -> str:
    """Sounds without one that is the same as the one before it."""
    return "".join(s for i, s in enumerate(sounds) if not i or sounds[i - 1] != s)


def with_latin(found: Iterable[LocalName], gazetteer: Gazetteer) -> list[LocalName]:
    """Names with their twin in Latin letters, which another part of the page writes alone.

    The two lie in one country, and no other name there sounds like either.
    """
    names = list(found)
    for index, name in enumerate(names):
        alike = [o for o in names if _is_written_so(name, o, gazetteer)]
        if len(alike) == 1:
            names[index] = replace(name, names={**alike[0].names, **name.names})
    return names


def _is_written_so(name: LocalName, other: LocalName, gazetteer: Gazetteer) -> bool:
    if set(name.names) - {"zh"} != {"ko"} or set(other.names) != {"en"}:
        return False
    countries = {n.parent and country_of(gazetteer, n.parent) for n in (name, other)}
    alike = len(countries) == 1 and None not in countries
    return alike and sound_alike(name.names["ko"], other.names["en"])
