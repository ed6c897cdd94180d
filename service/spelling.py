"""How people spell what they ask, brought to the usual: "how many ppl", "언재", "area가"."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.language import HAN, HANGUL
from service.lexicon import table

# Latin letters right beside Korean or Chinese ones: a word of each script ends there.
_MIXED = re.compile(f"(?<=[a-z])(?=[{HANGUL}{HAN}])|(?<=[{HANGUL}{HAN}])(?=[a-z])")


def as_usual(bare: str) -> str:
    """A folded question with its words spelt as the patterns have them, and scripts apart."""
    bare = _MIXED.sub(" ", bare)
    for pattern, usual in _spellings():
        bare = pattern.sub(usual, bare)
    return bare


@lru_cache(maxsize=1)
def _spellings() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), usual) for pattern, usual in table("spellings").items())
