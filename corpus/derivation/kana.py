"""Japanese names in kana: as morae, in Hepburn, and in Hangul (외래어 표기법, table 4).

Kana do not tell a long vowel from two that meet where one character ends and the next begins
(新潟 にい-がた, but 上市 かみ-いち). The characters of the name do: those of
``data/kana_heads.csv`` are read from a bare vowel on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.derivation.japanese import close, syllable
from corpus.derivation.tables import mapping

_ROWS = {
    "": "アイウエオ", "k": "カキクケコ", "g": "ガギグゲゴ", "s": "サシスセソ", "z": "ザジズゼゾ",
    "t": "タチツテト", "d": "ダヂヅデド", "n": "ナニヌネノ", "h": "ハヒフヘホ", "b": "バビブベボ",
    "p": "パピプペポ", "m": "マミムメモ", "r": "ラリルレロ",
}  # fmt: skip
# Where Hepburn writes another consonant than the row's.
_OTHERS = {"シ": "sh", "ジ": "j", "チ": "ch", "ヂ": "j", "ツ": "ts", "ヅ": "z", "フ": "f"}
_SINGLE = {"ヤ": "ya", "ユ": "yu", "ヨ": "yo"}
_SMALL = {"ャ": "a", "ュ": "u", "ョ": "o"}
_NASAL, _DOUBLED = "ン", "ッ"
# A vowel is long before another of its own, and o before u.
_LONG = frozenset({("i", "イ"), ("u", "ウ"), ("o", "オ"), ("o", "ウ"), ("a", "ア"), ("e", "エ")})
_SOUNDS_Y = frozenset({"sh", "ch", "j"})
_LABIAL = re.compile("n(?=[bmp])")
_SIGN = re.compile("[一-鿿々ヶケノ]")


@dataclass(frozen=True, slots=True)
class Mora:
    """One beat: its Hepburn consonant and vowel (a, ya …), or a nasal without either.

    ``doubled`` has a consonant before it that is held, ``long`` a vowel that is.
    """

    consonant: str
    vowel: str
    doubled: bool = False
    long: bool = False


def morae(kana: str, written: str = "") -> tuple[Mora, ...]:
    """The morae of a name in katakana, ``written`` so in characters; ValueError if it is none."""
    found: list[Mora] = []
    doubled = False
    position = 0
    while position < len(kana):
        sign, small = kana[position], _SMALL.get(kana[position + 1 : position + 2])
        last = found[-1] if found else None
        drawn = last and not last.long and (last.vowel[-1:], sign) in _LONG
        if last and drawn and not _begins(kana, position, written):
            found[-1] = replace(last, long=True)
            position += 1
            continue
        if sign == _DOUBLED:
            doubled = True
        elif sign == _NASAL:
            found.append(Mora("n", ""))
        else:
            found.append(replace(_mora(sign, small), doubled=doubled))
            doubled = False
        position += 2 if small else 1
    return tuple(found)


def _begins(kana: str, position: int, written: str) -> bool:
    """Whether a character of the name, not its first, is read from the vowel at ``position`` on."""
    return any(
        kana.startswith(reading, position)
        for sign in _SIGN.findall(written)[1:]
        for reading in _heads().get(sign, ())
    )


@lru_cache(maxsize=1)
def _heads() -> dict[str, tuple[str, ...]]:
    return {sign: tuple(readings.split("|")) for sign, readings in mapping("kana_heads").items()}


def _mora(sign: str, small: str | None) -> Mora:
    if sign in _SINGLE:
        return Mora("", _SINGLE[sign])
    if sign == "ワ":
        return Mora("", "wa")
    if sign == "ヲ":
        return Mora("", "o")
    row = next((row for row, signs in _ROWS.items() if sign in signs), None)
    if row is None:
        raise ValueError(f"{sign!r} is no kana of a name.")
    consonant = _OTHERS.get(sign, row)
    if small:
        return Mora(consonant, small if consonant in _SOUNDS_Y else f"y{small}")
    return Mora(consonant, "aiueo"[_ROWS[row].index(sign)])


def hepburn(kana: str, written: str = "") -> tuple[str, ...]:
    """The name in Latin letters without long marks: as signs have it, and m for n before b, m, p.

    A long i is written twice (Niigata), as everywhere in Japan.
    """
    letters = []
    for mora in morae(kana, written):
        doubled = "t" if mora.consonant == "ch" else mora.consonant[:1]
        twice = mora.vowel if mora.long and mora.vowel == "i" else ""
        letters.append((doubled if mora.doubled else "") + mora.consonant + mora.vowel + twice)
    plain = "".join(letters)
    return tuple(dict.fromkeys((plain, _LABIAL.sub("m", plain))))


def hangul(kana: str, written: str = "") -> str:
    """The name in Hangul by the rules for loan words: no long vowels, k and t plain at the head."""
    syllables: list[str] = []
    for mora in morae(kana, written):
        if not mora.vowel:
            if not syllables:
                raise ValueError(f"{kana!r} begins with a nasal.")
            syllables[-1] = close(syllables[-1], "ㄴ")
            continue
        if mora.doubled and syllables:
            syllables[-1] = close(syllables[-1], "ㅅ")
        syllables.append(syllable(mora.consonant, mora.vowel, first=not syllables))
    return "".join(syllables)
