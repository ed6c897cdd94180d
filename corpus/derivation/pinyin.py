"""How Chinese names are read in Mandarin, and how pinyin writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pypinyin import Style, lazy_pinyin

from corpus.derivation.mandarin import transcribe_syllable

_VOWEL_FIRST = re.compile(r"[aeo]")


class Mandarin:
    """Readings by pypinyin; ``phrases`` (names and their syllables) settle heteronyms.

    A phrase counts wherever it stands in a name; of two that fit, the longer one.
    """

    def __init__(self, phrases: Mapping[str, str]) -> None:
        self._phrases = {name: tuple(read.split()) for name, read in phrases.items()}
        self._longest = max(map(len, self._phrases), default=0)

    def read(self, name: str) -> tuple[str, ...]:
        """The toneless syllables of ``name``, one a character, with ``ü`` where it is spoken."""
        syllables: list[str] = []
        position = 0
        while position < len(name):
            phrase = self._phrase_at(name, position)
            if phrase:
                syllables += self._phrases[phrase]
                position += len(phrase)
                continue
            end = next(
                (i for i in range(position + 1, len(name)) if self._phrase_at(name, i)), len(name)
            )
            syllables += _plain(name[position:end])
            position = end
        return tuple(syllables)

    def _phrase_at(self, name: str, start: int) -> str:
        for length in range(self._longest, 0, -1):
            if name[start : start + length] in self._phrases and start + length <= len(name):
                return name[start : start + length]
        return ""


def usual_readings() -> dict[str, str]:
    """The usual toneless reading of each character of the standard GB 2312."""
    codes = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    found = {}
    for character in (code.decode("gb2312", "ignore") for code in codes):
        if character:
            found[character] = _plain(character)[0]
    return {c: syllable for c, syllable in found.items() if _is_syllable(syllable)}


def _is_syllable(syllable: str) -> bool:
    """Whether the transcription knows ``syllable`` (not ``ng`` and ``m``)."""
    try:
        return bool(transcribe_syllable(syllable))
    except ValueError:
        return False


def _plain(name: str) -> list[str]:
    return list(lazy_pinyin(name, style=Style.NORMAL, v_to_u=True, errors="exception"))


def join_syllables(syllables: tuple[str, ...]) -> str:
    """One word as GB/T 16159 and the rules for place names write it: Xi'an, Hebi, Ya'an."""
    word = syllables[0]
    for syllable in syllables[1:]:
        word += ("'" if _VOWEL_FIRST.match(syllable) else "") + syllable
    return word[:1].upper() + word[1:]


def spellings(syllables: tuple[str, ...]) -> tuple[str, ...]:
    """The word with its ü, and as keyboards make people write it: Lüyuan, Luyuan, Lvyuan."""
    word = join_syllables(syllables)
    return tuple(dict.fromkeys(word.replace("ü", letter) for letter in "üuv"))


def broken(syllables: tuple[str, ...]) -> str:
    """The word with its syllables apart, as pages often write it: He bi."""
    text = " ".join(syllables).replace("ü", "u")
    return text[:1].upper() + text[1:]
