"""The labels of a table's columns that crawling left with nothing but spaces between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from corpus.labels.meanings import PLACES
from corpus.labels.types import DATED, NUMERIC, OF_EVENTS
from corpus.labels.words import is_corner, list_of, property_of, structure_of
from corpus.language import block_language
from corpus.reading.lines import collapse, is_sentence, split_bullet
from corpus.reading.table_captions import is_caption

ColumnKind = Literal[
    "number", "date", "count", "place", "country", "region", "kind", "text", "open"
]
# A header takes so many lines and columns at most; a label has so many words at most.
_MOST_LINES, _LEAST_COLUMNS, _MOST_COLUMNS, _LABEL_WORDS = 9, 2, 12, 5
_LONGEST = 120
_NOTE = re.compile(r"[(（\[［][^()（）\[\]［］]{1,24}[)）\]］]")
_WORD = re.compile(
    r"[^\s(（\[［]+(?:[(（\[［][^()（）\[\]［］]{0,24}[)）\]］])?|[(（\[［][^()（）\[\]［］]{1,24}[)）\]］]"
)
# Where crawling lost the space between two labels: of several it is not known which are one.
_JOINT = re.compile(r"[a-z)][A-Z]")
# What links words of one label, and no other label begins with.
_LINKS = frozenset({"of", "by", "for", "and", "in", "with", "the"})
_NO_LABEL = (":", "：", ",", "，", ";", "→", ">")
_WHERE: dict[str, ColumnKind] = {"country": "country", "region": "region", "kind": "kind"}


class Column(NamedTuple):
    """A column: its label as written, and what its cells are (``open``: anything)."""

    label: str
    kind: ColumnKind


def columns_at(lines: Sequence[str], index: int) -> list[tuple[list[Column], int]]:
    """The ways to read the lines from ``index`` on as a header, and how many lines each takes.

    Longer headers first; one whose words may be one label or two is read in both ways.
    """
    return list(_columns_of(tuple(lines[index : index + _MOST_LINES])))


def labels_of(lines: Sequence[str], most: int) -> list[tuple[str, bool]]:
    """The labels of a header with whether each is known; of ``most`` words at most where it can."""
    return _labels(lines, most)


def are_labels(text: str) -> bool:
    """Whether ``text`` is labels of columns and nothing else."""
    return all(known for _, known in _labels([text], _LABEL_WORDS))


# Each line is asked for as the head of a table, as a line of the body of others, and as both again
# in the readings of those above it.
@lru_cache(maxsize=4096)
def _columns_of(lines: tuple[str, ...]) -> tuple[tuple[list[Column], int], ...]:
    """The ways to read ``lines`` from the first on as a header."""
    ways: list[tuple[list[Column], int]] = []
    taken: list[str] = []
    for at, line in enumerate(lines):
        text = collapse(line)
        if not _may_name(line, text) or (taken and not _goes_on(text)):
            break
        if is_caption(text, collapse(lines[at + 1]) if at + 1 < len(lines) else ""):
            break
        taken.append(text)
        for most in range(1, _LABEL_WORDS + 1):
            columns = _columns(_labels(taken, most))
            if columns:
                ways.append((columns, len(taken)))
    return tuple([way for at, way in enumerate(ways) if way not in ways[at + 1 :]][::-1])


def _may_name(line: str, text: str) -> bool:
    """Whether a line may name columns: no number outside brackets, no sign of another kind."""
    if not text or "\t" in line.strip() or "|" in text or len(text) > _LONGEST:
        return False
    bare = _NOTE.sub(" ", text)
    signs = any(map(str.isdigit, bare)) or any(sign in bare for sign in _NO_LABEL)
    glued = len(_JOINT.findall(text)) > 1
    return not (signs or glued or split_bullet(text) or is_sentence(text))


def _goes_on(text: str) -> bool:
    """Whether a line goes on with a header: a note in brackets, or a label in it."""
    known = any(known for _, known in _labels([text], _LABEL_WORDS))
    return _NOTE.fullmatch(text) is not None or known


def _columns(labels: Sequence[tuple[str, bool]]) -> list[Column]:
    known = sum(known for _, known in labels)
    if not _LEAST_COLUMNS <= len(labels) <= _MOST_COLUMNS or 2 * known < len(labels):
        return []
    if len({label for label, _ in labels}) != len(labels):
        return []
    if any(structure_of(label) in OF_EVENTS for label, _ in labels) or _says_twice(labels):
        return []
    columns = _dated([Column(label, _kind_of(label)) for label, _ in labels])
    if is_corner(columns[0].label) and columns[0].kind == "open":
        columns[0] = columns[0]._replace(kind="number")
    kinds = [column.kind for column in columns]
    if "place" not in kinds and "country" not in kinds and "region" in kinds:
        # Of partners at home a column of regions is that of their names.
        at = kinds.index("region")
        columns[at] = columns[at]._replace(kind="place")
    named = any(c.kind in ("place", "country") for c in columns)
    core = kinds.count("date") == 1 or (kinds.count("count") > 1 and "date" not in kinds)
    return columns if named and core else []


def _says_twice(labels: Sequence[tuple[str, bool]]) -> bool:
    """Whether two labels are one in two languages, and so no columns: "城市 City 面积 Area"."""
    meanings = {(property_of(x) or structure_of(x), block_language(x)) for x, k in labels if k}
    named = [meaning for meaning, _ in meanings if meaning]
    return len(named) != len(set(named))


def _dated(columns: list[Column]) -> list[Column]:
    """``columns`` with one of dates: that of signings, else the first of any kind."""
    dates = [i for i, c in enumerate(columns) if c.kind == "date"]
    signed = [i for i in dates if property_of(columns[i].label) == "signed"]
    chosen = next(iter(signed or dates), None)
    return [
        c._replace(kind="open") if c.kind == "date" and i != chosen else c
        for i, c in enumerate(columns)
    ]


def _kind_of(label: str) -> ColumnKind:
    first, _, last = label.rpartition(" ")
    label = first if last.casefold() in _LINKS else label
    name, describes = property_of(label), structure_of(label)
    if name in DATED or (name is None and describes == "date"):
        return "date"
    if name in NUMERIC:
        return "count"
    if name is not None or list_of(label) or describes == "note":
        return "text"
    if describes in PLACES:
        return "place"
    if describes == "number":
        return "number"
    return _WHERE.get(describes or "", "open")


def _labels(lines: Sequence[str], most: int) -> list[tuple[str, bool]]:
    """The labels of a header with whether each is known; unknown words go together.

    Known ones take ``most`` words at most, but for those that are known only together.
    """
    words = [word for line in lines for word in _WORD.findall(line)]
    found: list[tuple[str, bool]] = []
    at = 0
    while at < len(words):
        lengths = range(min(_LABEL_WORDS, len(words) - at), 0, -1)
        fitting = [n for n in lengths if _is_known(" ".join(words[at : at + n]))]
        count = next((n for n in fitting if n <= most), fitting[-1] if fitting else 1)
        label, known = " ".join(words[at : at + count]), bool(fitting)
        before = found[-1] if found else ("", False)
        if not known and before[0] and (not before[1] or _hangs_on(label)):
            found[-1] = (f"{before[0]} {label}", before[1])
        else:
            found.append((label, known))
        at += count
    return found


def _hangs_on(word: str) -> bool:
    """Whether a word belongs to the label before it: a note, or what the rest was lost behind."""
    return _NOTE.fullmatch(word) is not None or word.casefold() in _LINKS


def _is_known(label: str) -> bool:
    if label.partition(" ")[0].casefold() in _LINKS:
        return False
    return any(find(label) is not None for find in (property_of, structure_of, list_of))
