"""Hangul syllables taken apart and put together, and the initial-sound rule."""

from __future__ import annotations

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"

_FIRST = 0xAC00
_LAST = 0xD7A3
# The vowels before which an initial ㄹ or ㄴ is dropped.
_PALATAL = "ㅑㅕㅖㅛㅠㅣ"


def compose(initial: str, vowel: str, final: str = " ") -> str:
    """The syllable of three letters; a blank ``final`` is none."""
    index = (INITIALS.index(initial) * 21 + VOWELS.index(vowel)) * 28 + FINALS.index(final)
    return chr(_FIRST + index)


def decompose(syllable: str) -> tuple[str, str, str]:
    """Initial, vowel and final (a blank where there is none) of one syllable."""
    index = ord(syllable) - _FIRST
    return INITIALS[index // 588], VOWELS[index % 588 // 28], FINALS[index % 28]


def is_hangul(text: str) -> bool:
    """Whether ``text`` is nothing but Hangul syllables."""
    return bool(text) and all(_FIRST <= ord(letter) <= _LAST for letter in text)


def soften_initial(word: str) -> str:
    """``word`` under the initial-sound rule: 로산 is written 노산, 녕파 is written 영파.

    Korean orthography (한글 맞춤법), articles 10 to 12.
    """
    if not is_hangul(word[:1]):
        return word
    initial, vowel, final = decompose(word[0])
    if initial in "ㄹㄴ" and vowel in _PALATAL:
        initial = "ㅇ"
    elif initial == "ㄹ":
        initial = "ㄴ"
    return compose(initial, vowel, final) + word[1:]
