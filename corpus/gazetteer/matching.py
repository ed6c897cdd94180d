"""Where names of places may stand in a text, and how sure each is without its context."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from corpus.gazetteer.candidates import (
    Candidate,
    Grade,
    full_but_words,
    short_but_words,
    stop_words,
)
from corpus.gazetteer.known import Known
from corpus.gazetteer.latin import find_latin
from corpus.gazetteer.names import CJK, PREFIX, Ids, NameTable
from corpus.language import HAN, HANGUL
from corpus.model import LOCAL
from corpus.text import Folded
from corpus.wordlists import load_toml

_HANGUL = re.compile(f"[{HANGUL}]")
_HAN = re.compile(f"[{HAN}]")
# A full name of this length is one; a shorter one is two letters, one of them the suffix.
_FULL = 3
# A full Korean name of this length inside a longer word is no accident.
_LONG = 4


def find_candidates(text: str, folded: Folded, table: NameTable, known: Known) -> list[Candidate]:
    """Every name and every word that is none, also where they overlap, in order of start."""
    found = list(find_latin(text, folded, table, known))
    written, stops = folded.text, _stops()
    words = {at for at in range(len(written)) if written[at : at + PREFIX] in stops}
    for start in sorted(words | table.starts(written)):
        prefix = written[start : start + PREFIX]
        if start in words:
            found += _words(written, start, prefix)
        found += _names(written, start, table.lengths(prefix), table, known)
    return sorted(found, key=_place)


def _place(candidate: Candidate) -> tuple[int, int]:
    return candidate.start, -candidate.end


def _words(text: str, start: int, prefix: str) -> list[Candidate]:
    """The words that are no names."""
    words = [word for word in _stops()[prefix] if text.startswith(word, start)]
    return [Candidate(start, start + len(word), {}) for word in words]


def _names(
    text: str, start: int, lengths: Iterable[int], table: NameTable, known: Known
) -> Iterator[Candidate]:
    """The names of one of ``lengths``, as they would be read here."""
    for length in lengths:
        name = text[start : start + length]
        if len(name) < length:
            continue
        full, bare = table.full(name), table.bare(name)
        if full or bare:
            read = _korean if _HANGUL.match(name) else _chinese
            yield read(text, start, start + length, full, bare, known)


def _korean(text: str, start: int, end: int, full: Ids, bare: Ids, known: Known) -> Candidate:
    """A name in Hangul: short ones must be words by themselves, apart from their particles."""
    name = text[start:end]
    left = start > 0 and _HANGUL.match(text, start - 1) is not None
    right = _HANGUL.match(text, end) is not None and not text.startswith(
        _followers(bool(full)), end
    )
    grades: dict[str, Grade] = {}
    for place in full:
        grades[place] = _full_korean(name, left, known.is_prominent(place), known, place)
    for place in bare:
        sure = known.is_prominent(place) and not (left or right)
        grades.setdefault(place, _bare(name, place, sure, known))
    cut = (False, False) if full and len(name) >= _FULL else (left, right)
    return Candidate(start, end, grades, cut, not (left or right))


def _full_korean(name: str, inside: bool, prominent: bool, known: Known, place: str) -> Grade:
    """A name with its suffix; two syllables and 현 or 군 are given names as well (수현, 성군)."""
    if name in full_but_words():
        return Grade.LIKELY
    if len(name) < _FULL:
        return Grade.LIKELY if known.places[place].kind == "county" else Grade.CERTAIN
    sure = not inside or len(name) >= _LONG or prominent
    return Grade.CERTAIN if sure else Grade.LIKELY


def _chinese(text: str, start: int, end: int, full: Ids, bare: Ids, known: Known) -> Candidate:
    """A name in Han: nothing parts it from the words around, so short ones need a sign."""
    name = text[start:end]
    grades = {place: _full_chinese(name, place, known) for place in full}
    framed = _is_framed(text, start, end)
    behind = text[end : end + 1]
    if bare and behind not in _signs("units"):
        for place in bare:
            sure = known.is_prominent(place) and (framed or _is_plain(name, place, known))
            region = _is_region_of_city(place, behind, known)
            grades.setdefault(place, Grade.FAINT if region else _bare(name, place, sure, known))
    framed = framed or bool(full) or len(name) > PREFIX
    return Candidate(start, end, grades, framed=framed)


def _is_region_of_city(place: str, behind: str, known: Known) -> bool:
    """Whether a city that has the name of a foreign province is meant (越南高平市)."""
    region = known.places[place].kind == "province" and not known.is_home(place)
    return region and behind == _city_sign()


def _bare(name: str, place: str, sure: bool, known: Known) -> Grade:
    if name in short_but_words():
        return Grade.LIKELY if known.places[place].kind == "country" else Grade.FAINT
    return Grade.CERTAIN if sure else Grade.LIKELY


def _full_chinese(name: str, place: str, known: Known) -> Grade:
    """A name with its suffix; that of a Japanese ward may be one of ours that nobody lists.

    A place that only the page itself names is meant wherever its name stands.
    """
    if len(name) < _FULL or name in full_but_words():
        return Grade.LIKELY
    small = known.places[place].kind in ("district", "county")
    named = known.is_home(place) or place.startswith(LOCAL)
    return Grade.LIKELY if small and not named else Grade.CERTAIN


def _is_plain(name: str, place: str, known: Known) -> bool:
    """Whether a short name is one wherever it stands: a country, a capital, three letters of ours.

    Others are pieces of names that only sound foreign (德里 in 罗德里格斯).
    """
    parent = known.places[place].parent
    if parent is None or len(name) > _FULL:
        return True
    major = known.places[parent].kind == "country" or len(name) > PREFIX
    return major and known.is_home(place)


def _is_framed(text: str, start: int, end: int) -> bool:
    """Whether what stands on both sides of a Chinese name may stand beside one."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    left = not _HAN.match(before) or before in _signs("before")
    right = not _HAN.match(after) or after in _signs("behind")
    return left and right


@lru_cache(maxsize=2)
def _followers(full: bool) -> tuple[str, ...]:
    """What may follow a Korean name without being a part of it."""
    particles = tuple(load_toml("language.toml")["particles"]["ko"])
    return (*particles, *load_toml("suffixes.toml")["ko"]["offices"]) if full else particles


@lru_cache(maxsize=1)
def _city_sign() -> str:
    return str(load_toml("suffixes.toml")["zh"]["city"])


@lru_cache(maxsize=4)
def _signs(name: str) -> frozenset[str]:
    return frozenset(load_toml("suffixes.toml")["zh"][name])


@lru_cache(maxsize=1)
def _stops() -> dict[str, tuple[str, ...]]:
    """The words in Hangul or Han that are no names, by what they start with."""
    stops: dict[str, list[str]] = {}
    for word in stop_words():
        if CJK.match(word):
            stops.setdefault(word[:PREFIX], []).append(word)
    return {prefix: tuple(words) for prefix, words in stops.items()}
