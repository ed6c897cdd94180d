"""Pinyin written in Hangul: the standard transcription of Mandarin.

Rules for writing loan words (외래어 표기법, Ministry of Culture notice 2017-14), table 5 and
chapter 3, section 7: each pinyin initial and final has one spelling, tones are not written, and
ㅑ ㅕ ㅛ ㅠ (with ㅖ) lose their glide behind ㅈ ㅉ ㅊ.
"""

from __future__ import annotations

import re

from corpus.derivation.hangul import compose

_INITIALS = {
    "b": "ㅂ", "p": "ㅍ", "m": "ㅁ", "f": "ㅍ", "d": "ㄷ", "t": "ㅌ", "n": "ㄴ", "l": "ㄹ",
    "g": "ㄱ", "k": "ㅋ", "h": "ㅎ", "j": "ㅈ", "q": "ㅊ", "x": "ㅅ",
    "zh": "ㅈ", "ch": "ㅊ", "sh": "ㅅ", "r": "ㄹ", "z": "ㅉ", "c": "ㅊ", "s": "ㅆ",
}  # fmt: skip

# Behind an initial: the vowel, the final consonant, and a syllable of its own that may follow.
_FINALS = {
    "a": "ㅏ", "o": "ㅗ", "e": "ㅓ", "i": "ㅣ", "u": "ㅜ", "ü": "ㅟ",
    "ai": "ㅏ 이", "ei": "ㅔ 이", "ao": "ㅏ 오", "ou": "ㅓ 우",
    "an": "ㅏㄴ", "en": "ㅓㄴ", "ang": "ㅏㅇ", "eng": "ㅓㅇ", "ong": "ㅜㅇ",
    "ia": "ㅑ", "ie": "ㅖ", "iao": "ㅑ 오", "iu": "ㅠ", "ian": "ㅖㄴ", "in": "ㅣㄴ",
    "iang": "ㅑㅇ", "ing": "ㅣㅇ", "iong": "ㅠㅇ",
    "ua": "ㅘ", "uo": "ㅝ", "uai": "ㅘ 이", "ui": "ㅜ 이", "uan": "ㅘㄴ", "un": "ㅜㄴ",
    "uang": "ㅘㅇ", "üe": "ㅞ", "üan": "ㅟ 안", "ün": "ㅟㄴ",
}  # fmt: skip

_WITHOUT_INITIAL = {
    "a": "아", "o": "오", "e": "어", "ai": "아이", "ei": "에이", "ao": "아오", "ou": "어우",
    "an": "안", "en": "언", "ang": "앙", "eng": "엉", "er": "얼",
    "yi": "이", "ya": "야", "yo": "요", "ye": "예", "yai": "야이", "yao": "야오", "you": "유",
    "yan": "옌", "yin": "인", "yang": "양", "ying": "잉", "yong": "융",
    "wu": "우", "wa": "와", "wo": "워", "wai": "와이", "wei": "웨이", "wan": "완", "wen": "원",
    "wang": "왕", "weng": "웡", "yu": "위", "yue": "웨", "yuan": "위안", "yun": "윈",
}  # fmt: skip

_SYLLABLE = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcs])([aeiouü]+(?:ng?)?)")
_BARE_VOWEL = ("zh", "ch", "sh", "r", "z", "c", "s")
_AFTER_AFFRICATE = str.maketrans("ㅑㅕㅛㅠㅖ", "ㅏㅓㅗㅜㅔ")


def transcribe(syllables: tuple[str, ...]) -> str:
    """The Hangul spelling of toneless pinyin syllables (``v`` or ``ü`` for u umlaut)."""
    return "".join(transcribe_syllable(syllable) for syllable in syllables)


def transcribe_syllable(pinyin: str) -> str:
    """One pinyin syllable in Hangul; ValueError where it is none."""
    pinyin = pinyin.lower().replace("v", "ü")
    if pinyin in _WITHOUT_INITIAL:
        return _WITHOUT_INITIAL[pinyin]
    match = _SYLLABLE.fullmatch(pinyin)
    if match is None:
        raise ValueError(f"{pinyin!r} is no pinyin syllable.")
    initial, final = match.groups()
    if final == "i" and initial in _BARE_VOWEL:
        return compose(_INITIALS[initial], "ㅡ")
    return _spell(initial, _open_u(initial, final))


def _open_u(initial: str, final: str) -> str:
    """Behind j, q and x, and in lue and nue, pinyin writes u for ü."""
    if (initial in "jqx" and final.startswith("u")) or final == "ue":
        return "ü" + final[1:]
    return final


def _spell(initial: str, final: str) -> str:
    if final not in _FINALS:
        raise ValueError(f"{initial + final!r} is no pinyin syllable.")
    letters, _, rest = _FINALS[final].partition(" ")
    consonant = _INITIALS[initial]
    vowel = letters[0].translate(_AFTER_AFFRICATE) if consonant in "ㅈㅉㅊ" else letters[0]
    return compose(consonant, vowel, letters[1:] or " ") + rest
