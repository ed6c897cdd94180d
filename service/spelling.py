"""How people spell what they ask, brought to the usual: "how many ppl", "언재", "area가"."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.language import HAN, HANGUL
from service.lexicon import table
from service.sieve import Sieve

# Latin letters right beside Korean or Chinese ones: a word of each script ends there.
_MIXED = re.compile(f"(?<=[a-z])(?=[{HANGUL}{HAN}])|(?<=[{HANGUL}{HAN}])(?=[a-z])")


def as_usual(bare: str) -> str:
    """A folded question with its words spelt as the patterns have them, and scripts apart."""
    bare, patterns = _MIXED.sub(" ", bare), _patterns()
    for pattern, usual in _spellings().items():
        if pattern in patterns.possible(bare):
            bare = patterns[pattern].sub(usual, bare)
    return bare


@lru_cache(maxsize=1)
def _patterns() -> Sieve[str]:
    return Sieve({pattern: pattern for pattern in _spellings()})


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    """What each pattern stands for."""
    return table("spellings")
