"""Chinese names in traditional characters."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from opencc import OpenCC

from corpus.text import simplify_japanese

# Forms of Taiwan, of Hong Kong, and the plain conversion: 臺/台, 峰/峯, 巖/岩 are all in use.
_STANDARDS = ("s2tw", "s2hk", "s2t")


# Characters that OpenCC takes for words (inside, to do, valley …) though they stand for a sound.
_FOR_SOUND = "里干谷沈松于"


@lru_cache(maxsize=8)
def converter(standard: str) -> OpenCC:
    """The OpenCC converter called ``standard`` (its tables are read once)."""
    return OpenCC(standard)


def transliterated(name: str) -> str:
    """A foreign name in traditional characters: 里 and 干 stand for sounds there, and stay."""
    converted: str = converter("s2t").convert(name)
    return "".join(
        simple if simple in _FOR_SOUND else form
        for simple, form in zip(name, converted, strict=True)
    )


def traditional_of(japanese: str) -> str:
    """A Japanese name in traditional characters, letter by letter: 曲 and 里 stay, 豊 is 豐."""
    return "".join(map(_traditional_letter, japanese))


def _traditional_letter(letter: str) -> str:
    converted: str = converter("jp2t").convert(letter)
    try:
        converted.encode("big5")
    except UnicodeEncodeError:
        return transliterated(simplify_japanese(letter))
    return converted


class Traditional:
    """OpenCC's conversions; ``settled`` names parts of names that are written otherwise."""

    def __init__(self, settled: Mapping[str, str]) -> None:
        self._settled = settled

    def forms(self, name: str) -> tuple[str, ...]:
        """All usual traditional forms of a simplified name."""
        return tuple(dict.fromkeys(self._convert(name, standard) for standard in _STANDARDS))

    def reading_form(self, name: str) -> str:
        """The form whose characters Korean dictionaries list."""
        return self._convert(name, "s2t")

    def _convert(self, name: str, standard: str) -> str:
        converted: str = converter(standard).convert(name)
        for simplified, traditional in self._settled.items():
            start = name.find(simplified)
            if start >= 0:
                converted = converted[:start] + traditional + converted[start + len(simplified) :]
        return converted
