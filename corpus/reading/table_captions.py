"""Lines that tell for readers of the screen what a table below holds, and are no header of it."""

from __future__ import annotations

import re

from corpus.text import fold_text

# "연번, 도시명으로 구성된 표", "…을 나타낸 표입니다", "…에 대한 내용".
_SAYS = re.compile(
    r"(?:구성|이루어진|이뤄진|나타낸|나타내는|보여주는|안내하는|제공하는|안내한|정리한|설명한|대한|관한|표시한)"
    r"[^.]{0,24}(?:표|목록|내용|안내|정보|현황)(?:입니다|이다|임)?[\s.]*$"
)
_NOTE = re.compile(r"[(（\[［][^()（）\[\]［］]{0,24}[)）\]］]")
_LEAST_WORDS = 3
_LONGEST = 240


def is_caption(line: str, below: str) -> bool:
    """Whether ``line`` lists the columns of the header ``below``, or says that it is of a table."""
    text = line[:_LONGEST]
    return _SAYS.search(text) is not None or _repeats(text, below[:_LONGEST])


def _repeats(line: str, below: str) -> bool:
    """Whether ``line`` has the words of ``below`` in their order and others besides."""
    words = [_letters(word) for word in _NOTE.sub(" ", below).split()]
    words = [word for word in words if word]
    text, at = _letters(line), 0
    if len(words) < _LEAST_WORDS or len(text) <= sum(map(len, words)):
        return False
    for word in words:
        found = text.find(word, at)
        if found < 0:
            return False
        at = found + len(word)
    return True


def _letters(text: str) -> str:
    return "".join(sign for sign in fold_text(text) if sign.isalpha())
