"""How a name in Han sounds in Mandarin, in Hangul and in pinyin: 王府井 is 왕푸징 and wangfujing.

Each character has its usual reading, those of ``data/mandarin.csv``, which corpus.derivation makes.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import lru_cache

from corpus.text import fold_text
from corpus.wordlists import DATA


def in_korean(name: str) -> str:
    """The standard Korean transcription of a name in Han; empty where a character has none."""
    return joined(sounds_of(name), 0)


def in_pinyin(name: str) -> str:
    """A name in Han in toneless pinyin without breaks; empty where a character has none."""
    return joined(sounds_of(name), 1)


def sounds_of(text: str) -> list[tuple[str, str] | None]:
    """Each character of a text in Han in Hangul and in pinyin; None where it has no reading."""
    return [_sounds().get(letter) for letter in fold_text(text)]


def joined(sounds: Sequence[tuple[str, str] | None], way: int) -> str:
    """The sounds in Hangul (0) or in pinyin (1) as one word; empty where one is missing."""
    known = [sound[way] for sound in sounds if sound]
    return "".join(known) if len(known) == len(sounds) else ""


@lru_cache(maxsize=1)
def _sounds() -> dict[str, tuple[str, str]]:
    with (DATA / "mandarin.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {c: (row["korean"], row["pinyin"]) for row in rows for c in row["characters"]}
