"""How Koreans read Chinese characters: 鶴壁 is 학벽, 嶗山 is 노산 or 로산."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import product

from corpus.derivation.hangul import is_hangul, soften_initial

# 寧 is read 녕, and inside a word also 령.
_ALSO = {"녕": ("녕", "령")}


class UnreadableError(ValueError):
    """A character without a Korean reading; the message names it."""


class Readings:
    """The usual reading of each character.

    ``lines`` are those of libhangul's hanja.txt (``reading:characters:gloss``). Where a character
    has several readings, the one that most words of that list use counts, in the form it has
    inside a word (례, 녕, not the 예, 영 of the head of a word). ``settled`` overrides it.
    """

    def __init__(self, lines: Iterable[str], settled: Mapping[str, str]) -> None:
        single: dict[str, list[str]] = defaultdict(list)
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for reading, characters in _entries(lines):
            if len(characters) == 1:
                single[characters].append(reading)
                continue
            for position, (syllable, character) in enumerate(zip(reading, characters, strict=True)):
                votes[character][syllable] += 1 if position else 0
        self._readings = {c: _usual(found, votes[c]) for c, found in single.items()}
        self._readings |= settled

    def common(self) -> dict[str, str]:
        """The readings of the characters that Korean encodings have (KS X 1001)."""
        return {c: r for c, r in self._readings.items() if c.encode("euc-kr", "ignore")}

    def read(self, traditional: str) -> str:
        """The reading of every character, without the initial-sound rule; UnreadableError."""
        missing = [c for c in traditional if c not in self._readings]
        if missing:
            raise UnreadableError(f"{''.join(missing)} in {traditional} has no Korean reading.")
        return "".join(self._readings[c] for c in traditional)

    def variants(self, traditional: str) -> tuple[str, ...]:
        """All spellings of a name's reading; first the one under the initial-sound rule."""
        read = self.read(traditional)
        inside = [(read[0],), *(_ALSO.get(syllable, (syllable,)) for syllable in read[1:])]
        found: list[str] = []
        for syllables in product(*inside):
            word = "".join(syllables)
            found += [soften_initial(word), word]
        return tuple(dict.fromkeys(found))


def _entries(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    for line in lines:
        if line.startswith("#") or line.count(":") < 2:
            continue
        reading, characters, _ = line.split(":", 2)
        if is_hangul(reading) and len(reading) == len(characters):
            yield reading, characters


def _usual(readings: list[str], votes: Counter[str]) -> str:
    """The reading with most votes; before its softened double (례 before 예)."""
    softened = {soften_initial(r) for r in readings if soften_initial(r) != r}
    candidates = [r for r in readings if r not in softened] or readings
    return max(candidates, key=lambda r: (votes[r], -readings.index(r)))
