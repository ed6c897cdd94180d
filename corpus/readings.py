"""How Koreans read Chinese: 文化馆 is 문화관, so a word of one page is found in the other language.

The readings are the usual ones of ``data/readings.csv``, which corpus.derivation makes.
"""

from __future__ import annotations

import csv
import re
from functools import lru_cache

from corpus.language import HAN
from corpus.text import traditionalise
from corpus.wordlists import DATA

_HAN_RUN = re.compile(f"[{HAN}]+")


def read_as_korean(text: str) -> str:
    """``text`` with every Chinese character as Koreans read it inside a word.

    What has no usual reading is left as it is. Whoever compares with the head of a Korean word
    minds that 로 and 녀 are written 노 and 여 there (``corpus.derivation.hangul``).
    """
    readings = _readings()
    return _HAN_RUN.sub(
        lambda run: "".join(readings.get(c, c) for c in traditionalise(run.group())), text
    )


def heads() -> dict[str, str]:
    """The syllables that the head of a word writes otherwise, by how they are inside a word."""
    return _tables()[1]


def _readings() -> dict[str, str]:
    return _tables()[0]


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    """The reading of each character; the head form of each reading that has another."""
    with (DATA / "readings.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    readings = {character: row["reading"] for row in rows for character in row["characters"]}
    return readings, {row["reading"]: row["head"] for row in rows if row["head"]}
