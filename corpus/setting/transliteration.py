"""Korean names and those in Latin letters that sound alike: one place's in two languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache

from corpus.gazetteer import Gazetteer
from corpus.setting.local_names import LocalName
from corpus.setting.name_shapes import ENDINGS
from corpus.setting.naming import country_of
from corpus.text import fold_text

# How much of the sounds of two names must be the same: of "윌로비" and "Willoughby" 0.92 is, of
# towns that only start alike 0.71 at most ("산타로사", "Santarem").
_ALIKE = 0.8
# So many first sounds of twins are the same. Where more names than a few of a country have them,
# none is surely a twin, and comparing all with all would take too long.
_SAME, _MOST = 3, 6
# Names whose sounds are remembered: a few thousand parts of a page's words, for one name in turn.
_HEARD = 4096
_FIRST, _SYLLABLES, _VOWELS, _FINALS = 0xAC00, 11172, 21, 28
# Sounds that are written one for another, by the place in the syllable; "" for none.
_INITIALS = ("k", "k", "n", "t", "t", "r", "m", "p", "p", "s", "s", "", "s", "s", "s", "k", "t",
             "p", "")  # fmt: skip
_MIDDLE = ("a", "e", "ia", "ie", "e", "e", "ie", "ie", "o", "ua", "ue", "e", "io", "u", "ue", "ue",
           "ui", "iu", "", "i", "i")  # fmt: skip
_LAST = ("", "k", "k", "k", "n", "n", "n", "t", "r", "k", "m", "p", "s", "t", "p", "r", "m", "p",
         "p", "s", "s", "n", "s", "s", "k", "t", "p", "")  # fmt: skip
_LATIN = {"b": "p", "p": "p", "f": "p", "v": "p", "c": "k", "g": "k", "k": "k", "q": "k", "x": "ks",
          "d": "t", "t": "t", "l": "r", "r": "r", "m": "m", "n": "n", "j": "s", "s": "s",
          "z": "s", "a": "a", "e": "e", "i": "i", "o": "o", "u": "u", "w": "u",
          "y": "i"}  # fmt: skip
# Letters that are one sound together, longest first.
_TOGETHER = (("tch", "s"), ("tsch", "s"), ("ch", "s"), ("sh", "s"), ("ts", "s"), ("th", "t"),
             ("gh", ""), ("ph", "p"), ("ng", "n"), ("ce", "se"), ("ci", "si"), ("eo", "e"),
             ("oo", "u"), ("ee", "i"))  # fmt: skip

# Year, month and day, and what gives those that a page tells beside a name.
Day = tuple[int | None, int | None, int | None]
Dates = Callable[[LocalName], Iterable[Day]]


def sound_alike(korean: str, latin: str) -> bool:
    """Whether the names sound the same, vowels and all, so far as the two scripts tell."""
    one, other = _of_korean(_stem(korean)), _of_latin(_stem(latin))
    if not one or one[:_SAME] != other[:_SAME]:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


@lru_cache(maxsize=_HEARD)
def _stem(name: str) -> str:
    ended = next((end for end in ENDINGS if name.endswith(end) and len(name) > len(end) + 1), "")
    return name.removesuffix(ended).strip()


@lru_cache(maxsize=_HEARD)
def _of_korean(name: str) -> str:
    sounds = []
    for letter in name:
        code = ord(letter) - _FIRST
        if 0 <= code < _SYLLABLES:
            middle = _MIDDLE[code // _FINALS % _VOWELS]
            sounds += [_INITIALS[code // (_VOWELS * _FINALS)], middle, _LAST[code % _FINALS]]
    return _single("".join(sounds))


@lru_cache(maxsize=_HEARD)
def _of_latin(name: str) -> str:
    written = fold_text(name)
    for letters, sound in _TOGETHER:
        written = written.replace(letters, sound)
    return _single("".join(_LATIN.get(letter, "") for letter in written))


def _single(sounds: str) -> str:
    """Sounds without one that is the same as the one before it."""
    return "".join(s for i, s in enumerate(sounds) if not i or sounds[i - 1] != s)


def with_latin(
    found: Iterable[LocalName], gazetteer: Gazetteer, dates: Dates = lambda _: ()
) -> list[LocalName]:
    """Names with their twin in Latin letters, which another part of the page writes alone.

    The two lie in one country, and no other name there sounds like either. ``dates`` gives what the
    page dates beside a name: twins have one in common where both have any.
    """
    names = list(found)
    positions = {id(name): index for index, name in enumerate(names)}
    for koreans, latins in _groups(names, gazetteer):
        pairs = [
            (name, other)
            for name in koreans
            for other in latins
            if _may_lie_in_one(name, other, gazetteer)
            and sound_alike(name.names["ko"], other.names["en"])
        ]
        for name, other in pairs:
            rivals = {(_written(a), _written(b)) for a, b in pairs if (a is name) != (b is other)}
            own = (_written(name), _written(other))
            if all(own == rival for rival in rivals) and _is_dated_so(dates(name), dates(other)):
                names[positions[id(name)]] = replace(name, names={**other.names, **name.names})
    return names


def _groups(
    names: Iterable[LocalName], gazetteer: Gazetteer
) -> Iterator[tuple[list[LocalName], list[LocalName]]]:
    """The Korean and the Latin names of one country that start with the same sounds."""
    groups: dict[tuple[str, str], tuple[list[LocalName], list[LocalName]]] = {}
    for name in names:
        country = name.parent and country_of(gazetteer, name.parent)
        written = set(name.names) - {"zh"}
        korean = written == {"ko"}
        if not country or not (korean or set(name.names) == {"en"}):
            continue
        stem = _stem(name.names["ko" if korean else "en"])
        sounds = _of_korean(stem) if korean else _of_latin(stem)
        groups.setdefault((country, sounds[:_SAME]), ([], []))[not korean].append(name)
    for group in groups.values():
        if all(0 < len(part) <= _MOST for part in group):
            yield group


def _written(name: LocalName) -> str:
    return _stem(name.names.get("ko") or name.names["en"])


def _may_lie_in_one(name: LocalName, other: LocalName, gazetteer: Gazetteer) -> bool:
    """Whether what one lies in is, or is around, what the other lies in."""
    if name.parent is None or other.parent is None:
        return False
    around = {*gazetteer.ancestors(name.parent), name.parent}
    return other.parent in around or name.parent in gazetteer.ancestors(other.parent)


def _is_dated_so(one: Iterable[Day], other: Iterable[Day]) -> bool:
    """Whether a date of one may be one of the other, as far as both are told."""
    days, others = tuple(one), tuple(other)
    return not (days and others) or any(
        all(x == y or None in (x, y) for x, y in zip(a, b, strict=True))
        for a in days
        for b in others
    )
