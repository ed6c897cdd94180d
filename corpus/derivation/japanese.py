"""Hepburn romaji written in Hangul: the standard transcription of Japanese.

Rules for writing loan words (외래어 표기법, Ministry of Culture notice 2017-14), table 4 and
chapter 3, section 6: k, t and ch are plain at the head of a word and aspirated inside it, a doubled
consonant closes the syllable with ㅅ, ん with ㄴ, and long vowels are not written.
"""

from __future__ import annotations

import re

from corpus.derivation.hangul import compose, decompose

_VOWELS = {
    "a": "ㅏ", "i": "ㅣ", "u": "ㅜ", "e": "ㅔ", "o": "ㅗ",
    "ya": "ㅑ", "yu": "ㅠ", "yo": "ㅛ", "wa": "ㅘ",
}  # fmt: skip
_INITIALS = {
    "": ("ㅇ", "ㅇ"), "k": ("ㄱ", "ㅋ"), "g": ("ㄱ", "ㄱ"), "s": ("ㅅ", "ㅅ"), "sh": ("ㅅ", "ㅅ"),
    "z": ("ㅈ", "ㅈ"), "j": ("ㅈ", "ㅈ"), "t": ("ㄷ", "ㅌ"), "ch": ("ㅈ", "ㅊ"), "ts": ("ㅆ", "ㅆ"),
    "d": ("ㄷ", "ㄷ"), "n": ("ㄴ", "ㄴ"), "h": ("ㅎ", "ㅎ"), "f": ("ㅎ", "ㅎ"), "b": ("ㅂ", "ㅂ"),
    "p": ("ㅍ", "ㅍ"), "m": ("ㅁ", "ㅁ"), "r": ("ㄹ", "ㄹ"),
}  # fmt: skip
_MORA = re.compile(
    r"(k(?=k)|s(?=s)|t(?=t|ch)|p(?=p)|b(?=b)|d(?=d)|g(?=g)|j(?=j)|z(?=z)|)"
    r"(ts|sh|ch|[kgsztdnhfbpmrj]|)(y?[aiueo]|wa)"
)
# Long vowels written twice; uu is mostly the border of two words (Matsu-ura).
_LONG = re.compile(r"([io])\1")
_NASAL = re.compile(r"[nm](?![aiueoy])")


def transcribe_romaji(word: str) -> str:
    """A Japanese word (Hepburn, lower case, no long marks) in Hangul; ValueError if it is none."""
    word = _LONG.sub(r"\1", word)
    syllables: list[str] = []
    position = 0
    while position < len(word):
        nasal = _NASAL.match(word, position)
        mora = _MORA.match(word, position)
        if nasal and syllables and (nasal.end() == len(word) or not mora):
            syllables[-1] = close(syllables[-1], "ㄴ")
            position = nasal.end()
        elif mora and mora.end() > position:
            if mora[1] and syllables:
                syllables[-1] = close(syllables[-1], "ㅅ")
            syllables.append(syllable(mora[2], mora[3], first=not syllables))
            position = mora.end()
        else:
            raise ValueError(f"{word!r} is no romaji.")
    return "".join(syllables)


def syllable(initial: str, vowel: str, first: bool) -> str:
    """A Hepburn consonant and vowel as one syllable, at the head of a word or inside it."""
    consonant = _INITIALS[initial][0 if first else 1]
    letter = _VOWELS[vowel]
    if initial in ("s", "z", "ts") and vowel == "u":
        letter = "ㅡ"
    if initial == "sh":
        letter = {"a": "ㅑ", "u": "ㅠ", "o": "ㅛ"}.get(vowel, letter)
    return compose(consonant, letter)


def close(written: str, final: str) -> str:
    """A syllable with a consonant below it."""
    initial, vowel, _ = decompose(written)
    return compose(initial, vowel, final)
