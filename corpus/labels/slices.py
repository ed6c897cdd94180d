"""Values of one line that strokes or commas part, each behind its label and a space.

``문창시 : 자매결연(2005. 4. 21.) / 면적 2,459㎢ / 특산물 코코넛``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.labels.types import NUMERIC, fits, value_end
from corpus.labels.words import property_of
from corpus.reading.lines import is_sentence

_SEPARATOR = re.compile(r"\s*[|｜;；]\s*|\s*/\s+|\s+/|\s+[·ㆍ]\s+|(?<=\D)[,，]\s*|(?<=\d)[,，]\s+")
_WORD = re.compile(r"\S+")
# How many words a label has at most, and of how many characters a line of values is.
_LABEL_WORDS, _LONGEST = 3, 400
# So many labels make a line one of values.
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Slice:
    """A label and the value behind it, as [start, end) offsets in the line."""

    property: str
    label: tuple[int, int]
    value: tuple[int, int]


@lru_cache(maxsize=1024)
def slices_of(text: str) -> tuple[Slice, ...]:
    """The values of ``text`` behind labels without a sign; none unless several stand in a row.

    A number or measure is among them, which running text has no labels of.
    """
    if len(text) > _LONGEST or is_sentence(text):
        return ()
    found = list(_slices(text))
    counted = any(s.property in NUMERIC for s in found)
    return tuple(found) if counted and len({s.property for s in found}) >= _LEAST else ()


def _slices(text: str) -> Iterator[Slice]:
    starts = [0, *(match.end() for match in _SEPARATOR.finditer(text))]
    ends = [*(match.start() for match in _SEPARATOR.finditer(text)), len(text)]
    opened: Slice | None = None
    for start, end in zip(starts, ends, strict=True):
        label = _label(text, start, end)
        if label is not None:
            yield from [opened] if opened else []
            opened = Slice(label[0], (start, label[1]), (label[2], end))
        elif opened is not None:
            opened = Slice(opened.property, opened.label, (opened.value[0], end))
    yield from [opened] if opened else []


def _label(text: str, start: int, end: int) -> tuple[str, int, int] | None:
    """The property of the longest label that opens [start, end), its end and where its value is."""
    words = list(_WORD.finditer(text, start, end))
    for count in range(min(len(words) - 1, _LABEL_WORDS), 0, -1):
        stop, value = words[count - 1].end(), words[count].start()
        name = property_of(text[start:stop]) if text[stop - 1].isalpha() else None
        whole = name not in NUMERIC or value_end(name, text[value:end]) is not None
        if name and whole and text[value].isalnum() and fits(name, text[value:end]):
            return name, stop, value
    return None
