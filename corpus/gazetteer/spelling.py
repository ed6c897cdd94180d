"""Names one slip of the pen away from a word: a letter too few or many, another, or two swapped."""

from __future__ import annotations

import string
from collections.abc import Iterator
from functools import lru_cache

from corpus.gazetteer.names import PREFIX, Ids, NameTable

# Hangul syllables: 19 initials, 21 vowels, 28 finals (none among them), in the order of Unicode.
_FIRST = ord("가")
_VOWELS, _FINALS = 21, 28
# Shorter names are one slip away from too many words.
_SHORTEST = {"ko": 3, "en": 4}
_SYLLABLES = 19 * _VOWELS * _FINALS


def similar_names(word: str, table: NameTable, fixed: int = 0) -> dict[str, Ids]:
    """Ids of places by each name that one slip turns into the folded, squeezed ``word``.

    A slip is another letter (in Hangul another initial, vowel or final), one left out, one too
    many, or two swapped. The last ``fixed`` characters are taken to be right.
    """
    stem, rest = (word[:-fixed], word[-fixed:]) if fixed else (word, "")
    slips = _hangul_slips if _is_hangul(word) else _latin_slips
    shortest = _SHORTEST["ko" if _is_hangul(word) else "en"]
    found: dict[str, Ids] = {}
    for name in table.among(slip + rest for slip in slips(stem, table, len(rest))):
        ids = table.full(name) or table.bare(name)
        if ids and len(name) >= shortest:
            found[name] = ids
    return found


def _latin_slips(word: str, table: NameTable, rest: int) -> Iterator[str]:
    size = len(word)
    for i in range(size):
        yield word[:i] + word[i + 1 :]
        yield word[:i] + word[i + 1 : i + 2] + word[i] + word[i + 2 :]
    known = table.lengths(word[:PREFIX])
    for i in range(size):
        if i < PREFIX or size + rest in known:
            yield from (word[:i] + c + word[i + 1 :] for c in string.ascii_lowercase)
    for i in range(size + 1):
        if i < PREFIX or size + rest + 1 in known:
            yield from (word[:i] + c + word[i:] for c in string.ascii_lowercase)


def _hangul_slips(word: str, table: NameTable, rest: int) -> Iterator[str]:
    known = table.lengths(word[:PREFIX])
    for i, syllable in enumerate(word):
        if i < PREFIX or len(word) + rest in known:
            yield from (word[:i] + other + word[i + 1 :] for other in _alike(syllable))
        yield word[:i] + word[i + 1 :]
        yield word[:i] + word[i + 1 : i + 2] + syllable + word[i + 2 :]


@lru_cache(maxsize=4096)
def _alike(syllable: str) -> tuple[str, ...]:
    """Syllables that differ in one of their two or three letters."""
    code = ord(syllable) - _FIRST
    if not 0 <= code < _SYLLABLES:
        return ()
    initial, vowel, final = code // (_VOWELS * _FINALS), code // _FINALS % _VOWELS, code % _FINALS
    codes = {
        *((i * _VOWELS + vowel) * _FINALS + final for i in range(19)),
        *((initial * _VOWELS + v) * _FINALS + final for v in range(_VOWELS)),
        *((initial * _VOWELS + vowel) * _FINALS + f for f in range(_FINALS)),
    } - {code}
    return tuple(chr(_FIRST + other) for other in sorted(codes))


def _is_hangul(word: str) -> bool:
    return "가" <= word[0] <= "힣"
