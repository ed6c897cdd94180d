"""Hangul in Latin letters, by the Revised Romanisation of Korean.

국어의 로마자 표기법 (Ministry of Culture notice 2014-42): letters are written as they are spoken,
so the sounds on both sides of a syllable border change each other; ㅂ ㄷ ㄱ that become tense
do not.
"""

from __future__ import annotations

from itertools import pairwise

from corpus.derivation.hangul import decompose

_INITIALS = {
    "ㄱ": "g", "ㄲ": "kk", "ㄴ": "n", "ㄷ": "d", "ㄸ": "tt", "ㄹ": "r", "ㅁ": "m", "ㅂ": "b",
    "ㅃ": "pp", "ㅅ": "s", "ㅆ": "ss", "ㅇ": "", "ㅈ": "j", "ㅉ": "jj", "ㅊ": "ch", "ㅋ": "k",
    "ㅌ": "t", "ㅍ": "p", "ㅎ": "h",
}  # fmt: skip
_VOWELS = {
    "ㅏ": "a", "ㅐ": "ae", "ㅑ": "ya", "ㅒ": "yae", "ㅓ": "eo", "ㅔ": "e", "ㅕ": "yeo",
    "ㅖ": "ye", "ㅗ": "o", "ㅘ": "wa", "ㅙ": "wae", "ㅚ": "oe", "ㅛ": "yo", "ㅜ": "u",
    "ㅝ": "wo", "ㅞ": "we", "ㅟ": "wi", "ㅠ": "yu", "ㅡ": "eu", "ㅢ": "ui", "ㅣ": "i",
}  # fmt: skip
# The sound a final consonant has before a consonant or at the end of a word.
_CLOSED = {
    **dict.fromkeys("ㄱㄲㅋㄳㄺ", "k"),
    **dict.fromkeys("ㄴㄵㄶ", "n"),
    **dict.fromkeys("ㄷㅅㅆㅈㅊㅌㅎ", "t"),
    **dict.fromkeys("ㄹㄼㄽㄾㅀ", "l"),
    **dict.fromkeys("ㅁㄻ", "m"),
    **dict.fromkeys("ㅂㅍㅄㄿ", "p"),
    "ㅇ": "ng",
    " ": "",
}
# Before a vowel the consonant moves over.
_MOVED = {"ㄱ": "g", "ㄴ": "n", "ㄷ": "d", "ㄹ": "r", "ㅁ": "m", "ㅂ": "b", "ㅅ": "s", "ㅈ": "j"}
_NASAL = {"k": "ng", "t": "n", "p": "m"}


def romanise(word: str) -> str:
    """``word`` (Hangul only) in lower-case Latin letters: 흑룡강 is heungnyonggang."""
    syllables = [decompose(syllable) for syllable in word]
    if not syllables:
        return ""
    parts = [_INITIALS[syllables[0][0]] + _VOWELS[syllables[0][1]]]
    for (_, _, final), (initial, vowel, _) in pairwise(syllables):
        parts.append(_border(final, initial) + _VOWELS[vowel])
    return "".join(parts) + _CLOSED[syllables[-1][2]]


def _border(final: str, initial: str) -> str:
    """The letters for a final consonant and the initial that follows it."""
    if initial == "ㅇ":
        return _MOVED.get(final, _CLOSED[final])
    closed = _CLOSED[final]
    if initial == "ㄹ":
        return _before_liquid(closed)
    if initial == "ㄴ" and closed == "l":
        return "ll"
    if initial in "ㄴㅁ":
        return _NASAL.get(closed, closed) + _INITIALS[initial]
    return closed + _INITIALS[initial]


def _before_liquid(closed: str) -> str:
    """ㄹ is doubled behind ㄴ and ㄹ, and sounds ㄴ behind every other consonant."""
    if closed in ("n", "l"):
        return "ll"
    return _NASAL.get(closed, closed) + ("n" if closed else "r")
