"""Names of places in Latin letters: in one word or several, with suffixes of three languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus.gazetteer.candidates import (
    Candidate,
    Grade,
    short_but_words,
    stop_words,
)
from corpus.gazetteer.known import Known
from corpus.gazetteer.names import PREFIX, NameTable, squeeze
from corpus.text import SHORT, Folded
from corpus.wordlists import load_toml

# So many words make up one name at most ("Menglian Dai-Lahu-Va Autonomous County").
_WORDS = 8
_LETTER = "[a-z\u00c0-\u024f\u1e00-\u1eff]"
# Words, but no pieces of addresses (www.hebi.gov.cn) and codes; countries in dotted letters.
_WORD = re.compile(
    r"(?<![a-z0-9_@.])(?:u\.s\.a|u\.s|u\.k|r\.o\.k|p\.r\.c|u\.a\.e)(?![a-z0-9_@]|\.[a-z0-9])"
    rf"|(?<![a-z0-9_@]\.)(?<![_@]){_LETTER}++(?:'(?!s\b){_LETTER}++)*+(?![_@]|\.[a-z0-9])"
)
_BREAKS = frozenset({" ", "-", ". ", "' ", "'", " & "})
# Before the name of a person.
_OFFICES = frozenset({"governor", "mayor", "chairman", "chairwoman", "president", "director",
                      "minister", "ambassador", "mr", "ms", "mrs", "dr", "professor"})  # fmt: skip
# Names of this length without a capital are names still, shorter ones may be anything.
_PLAIN = 5


class _Word(NamedTuple):
    start: int
    end: int
    letters: str
    written: str
    capital: bool


def find_latin(text: str, folded: Folded, table: NameTable, known: Known) -> Iterator[Candidate]:
    """The names among the Latin words of ``text``, which ``folded`` is the folded form of."""
    words = [_word(text, folded, match) for match in _WORD.finditer(folded.text)]
    endings, stops = _endings(), stop_words()
    for first, word in enumerate(words):
        counts = word.capital or len(text) <= SHORT
        for last, key in _joined(folded.text, words, first, table):
            written = folded.text[word.start : words[last].end]
            if table.holds(key) or key.endswith(endings) or (counts and written in stops):
                yield from _named(folded.text, words, first, last, key, table, known)


def _word(text: str, folded: Folded, match: re.Match[str]) -> _Word:
    start, end = match.span()
    letters = match.group().replace(".", "")
    plain = letters.isascii() and letters.isalpha()
    written = text[folded.starts[start] : folded.ends[end - 1]]
    return _Word(start, end, letters if plain else squeeze(letters), written, written[0].isupper())


def _joined(
    text: str, words: Sequence[_Word], first: int, table: NameTable
) -> Iterator[tuple[int, str]]:
    """The letters of the words from ``first`` on that a name may be, with the index of the last.

    Names of several words have a capital, except in what people type to ask.
    """
    key = words[first].letters
    yield first, key
    if not words[first].capital and len(text) > SHORT:
        return
    is_stop = key in _stop_heads()
    lengths = table.lengths(key[:PREFIX])
    # A single letter is no prefix yet: what names are that long the words behind it tell.
    longest = max(lengths, default=0) if len(key) >= PREFIX and not is_stop else None
    for last in range(first + 1, min(first + _WORDS, len(words))):
        if text[words[last - 1].end : words[last].start] not in _BREAKS:
            return
        key += words[last].letters
        if longest is not None and len(key) > longest:
            return
        lengths = lengths if longest is not None else table.lengths(key[:PREFIX])
        if is_stop or len(key) in lengths:
            yield last, key


def _named(
    text: str,
    words: Sequence[_Word],
    first: int,
    last: int,
    key: str,
    table: NameTable,
    known: Known,
) -> Iterator[Candidate]:
    """What the words from ``first`` to ``last`` name: a stop word, a name, one with its suffix."""
    start, end = words[first].start, words[last].end
    if text[start:end] in stop_words():
        yield Candidate(start, end, {})
        return
    if last > first and not words[first].capital and _are_words(words[first : last + 1]):
        return
    full, bare = table.full(key), table.bare(key)
    if last == first and key.endswith(_endings()):
        full += _glued(key, table, known)
    if full or bare:
        grades = dict.fromkeys(full, Grade.CERTAIN)
        if not _is_other_unit(text, words, last):
            own = _grades(words, first, last, bare, table, known)
            grades = {**own, **grades}
        if grades:
            framed = words[first].capital and (len(key) >= _shortest() or _is_parted(text, end))
            framed = framed and not _is_person(words, first, last)
            yield Candidate(start, end, grades, framed=framed)
    if bare:
        yield from _with_unit(text, words, first, last, bare, known)


def _are_words(words: Sequence[_Word]) -> bool:
    """Whether small words only stand side by side: no Isa is named in "Cheongju is a city"."""
    return all(word.letters in _function_words() for word in words)


def _with_unit(
    text: str, words: Sequence[_Word], first: int, last: int, bare: Sequence[str], known: Known
) -> Iterator[Candidate]:
    """The name with the unit behind it ("Hebi City", "Seocho-gu"), or in front ("City of Hebi")."""
    start = words[first].start
    unit = _unit_behind(text, words, last)
    if unit is not None:
        ids = [p for p in bare if unit.letters in _units()[known.places[p].kind]]
        if ids:
            grades = dict.fromkeys(ids, Grade.CERTAIN)
            yield Candidate(start, unit.end, grades)
    if first >= 2 and words[first - 1].letters == "of" and words[first - 2].capital:
        head = words[first - 2]
        ids = [p for p in bare if head.letters in _words_for_units()[known.places[p].kind]]
        if ids and text[head.start : start] == f"{head.letters} of ":
            end = words[last].end
            grades = dict.fromkeys(ids, Grade.CERTAIN)
            yield Candidate(head.start, end, grades)


def _unit_behind(text: str, words: Sequence[_Word], last: int) -> _Word | None:
    if last + 1 >= len(words) or text[words[last].end : words[last + 1].start] not in (" ", "-"):
        return None
    return words[last + 1]


def _is_other_unit(text: str, words: Sequence[_Word], last: int) -> bool:
    """Whether a word behind a name makes it the name of some unit ("Anyang County")."""
    unit = _unit_behind(text, words, last)
    return unit is not None and unit.capital and unit.letters in _telling_units()


def _glued(key: str, table: NameTable, known: Known) -> tuple[str, ...]:
    """The places whose name has its suffix glued to it ("seochogu")."""
    found: list[str] = []
    for syllable, kinds in _syllables().items():
        if key.endswith(syllable) and len(key) - len(syllable) >= 3:
            bare = table.bare(key[: -len(syllable)])
            found += [p for p in bare if known.places[p].kind in kinds]
    return tuple(found)


def _grades(
    words: Sequence[_Word],
    first: int,
    last: int,
    bare: Sequence[str],
    table: NameTable,
    known: Known,
) -> dict[str, Grade]:
    """How sure a name without its suffix is."""
    name = words[first : last + 1]
    key = "".join(word.letters for word in name)
    if len(key) < _shortest():
        short = name[0].written.isupper() and len(name) == 1
        return {
            p: Grade.CERTAIN if short and known.places[p].kind == "country" else Grade.LIKELY
            for p in bare
            if name[0].capital
        }
    ends = (name[0], name[-1])
    if key in short_but_words() or any(word.letters in _function_words() for word in ends):
        capital = name[0].capital and key not in short_but_words()
        return dict.fromkeys(bare, Grade.LIKELY if capital and table.is_apart(key) else Grade.FAINT)
    whole = len(name) == 1 or table.is_apart(key)
    plain = name[0].capital or len(key) >= _PLAIN
    sure = whole and plain and not _is_person(words, first, last)
    return {
        place: Grade.CERTAIN if sure and known.is_prominent(place) else Grade.LIKELY
        for place in bare
    }


def _is_parted(text: str, end: int) -> bool:
    """Whether a comma or bracket stands behind a name, as before what it lies in ("Tsu, Japan")."""
    return text[end : end + 2].lstrip()[:1] in {",", "("}


def _is_person(words: Sequence[_Word], first: int, last: int) -> bool:
    """Whether a family name or an office stands beside ("Li Changchun", "Governor Nishio Yuji")."""
    if first and last + 1 < len(words) and words[first - 1].letters in _OFFICES:
        office, behind = words[first - 1], words[last + 1]
        close = words[first].start - office.end == 1 == behind.start - words[last].end
        if close and office.capital and behind.capital and behind.letters not in _telling_units():
            return True
    beside = [words[i] for i in (first - 1, last + 1) if 0 <= i < len(words)]
    return any(
        word.capital and word.letters in _family_names()
        and min(abs(word.end - words[first].start), abs(word.start - words[last].end)) == 1
        for word in beside
    )  # fmt: skip


def _shortest() -> int:
    return int(load_toml("suffixes.toml")["shortest_stem"]["en"])


@lru_cache(maxsize=1)
def _family_names() -> frozenset[str]:
    return frozenset(load_toml("not_places.toml")["family_names"])


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    return frozenset(load_toml("language.toml")["function_words"]["en"])


@lru_cache(maxsize=1)
def _words_for_units() -> dict[str, frozenset[str]]:
    units = load_toml("suffixes.toml")["en"]["units"]
    return {kind: frozenset(words) for kind, words in {"country": (), **units}.items()}


@lru_cache(maxsize=1)
def _units() -> dict[str, frozenset[str]]:
    """For a kind of place, the words and syllables that make a full name, apart from the stem."""
    syllables = load_toml("suffixes.toml")["en"]["syllables"]
    return {k: words | frozenset(syllables.get(k, ())) for k, words in _words_for_units().items()}


@lru_cache(maxsize=1)
def _telling_units() -> frozenset[str]:
    return frozenset(w for words in _words_for_units().values() for w in words) - {"city"}


@lru_cache(maxsize=1)
def _syllables() -> dict[str, frozenset[str]]:
    """For a syllable glued to a stem, the kinds of place that it stands for."""
    table = load_toml("suffixes.toml")["en"]["syllables"]
    every = {syllable for syllables in table.values() for syllable in syllables}
    return {s: frozenset(kind for kind in table if s in table[kind]) for s in every}


@lru_cache(maxsize=1)
def _endings() -> tuple[str, ...]:
    return tuple(_syllables())


@lru_cache(maxsize=1)
def _stop_heads() -> frozenset[str]:
    return frozenset(word.split()[0] for word in stop_words())
