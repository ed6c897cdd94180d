"""A label and its value on one line with a space between, where several stand together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from corpus.dates import find_dates
from corpus.labels.meanings import PLACES
from corpus.labels.types import fits
from corpus.labels.words import is_label, list_of, property_of, structure_of
from corpus.reading.flat_words import country_end
from corpus.reading.lines import collapse, is_sentence, split_bullet
from corpus.reading.outline import Cell

Cells = tuple[Cell, ...]

_COMMA = re.compile(r"\s*[,，/·;；]\s+")
# How many kinds of labels stand together at least, how long a line and how many words a label is.
_LEAST_PAIRS, _LONGEST, _LABEL_WORDS = 3, 80, 5
# What a label without a sign may tell besides properties.
_OPENING = PLACES | {"date", "country"}
_TWIN = re.compile(r"([^\WA-Za-z]+) ([A-Z][A-Za-z .,'-]*)")
_SIGN = re.compile("[:：]")


def spaced_pairs(lines: Sequence[str]) -> dict[int, Cells]:
    """Lines that are a label and its value with a space between, where several stand together."""
    opened = {}
    for index, line in enumerate(lines):
        pair = _spaced_pair(collapse(line))
        if pair:
            opened[index] = pair
    found: dict[int, Cells] = {}
    for indexes in _clusters(sorted(opened), _ranks(lines)):
        kinds = {_named_by(opened[index][0].text) for index in indexes}
        if len(kinds) >= _LEAST_PAIRS:
            found.update((index, opened[index]) for index in indexes)
    # A day of signing behind its label needs no others beside it.
    found.update((index, pair) for index, pair in opened.items() if _is_dated(pair))
    return found


def _is_dated(pair: Cells) -> bool:
    label, value = pair[0].text, pair[1].text
    dates = find_dates(value)
    whole = len(dates) == 1 and not any(map(str.isalnum, value[dates[0].span.end :]))
    return property_of(label) == "signed" and whole and dates[0].span.start == 0


def _ranks(lines: Sequence[str]) -> list[int]:
    """How many lines but items of lists, which a label may head, stand before each line."""
    return [0, *accumulate(split_bullet(line.strip()) is None for line in lines)]


def _clusters(indexes: Sequence[int], ranks: Sequence[int]) -> Iterator[list[int]]:
    """Lines that follow on one another with at most one left out between, and items of lists."""
    cluster: list[int] = []
    for index in indexes:
        if cluster and ranks[index] - ranks[cluster[-1]] > 2:
            yield cluster
            cluster = []
        cluster.append(index)
    if cluster:
        yield cluster


def _spaced_pair(line: str) -> Cells:
    """The longest known label that opens ``line`` and the words behind it, if they may be one."""
    if len(line) > _LONGEST or is_sentence(line) or split_bullet(line) or "|" in line:
        return ()
    sign = _SIGN.search(line)
    if sign and is_label(line[: sign.start()].strip()):
        return ()
    words = line.split(" ")
    for count in range(min(len(words) - 1, _LABEL_WORDS), 0, -1):
        label, value = " ".join(words[:count]), " ".join(words[count:])
        name = _named_by(label)
        if name and value[0] not in ":：=-–—" and label[-1] not in ":：,.":
            if not (_fits_structure(name, value) if name in _OPENING else fits(name, value)):
                return ()
            value, rest = _second_pair(value)
            return (Cell(label, header=True), Cell(value), *rest)
    return ()


def _named_by(label: str) -> str | None:
    """The property that ``label`` names, or what it tells of a partner besides."""
    describes = structure_of(label)
    # A word alone may well be the start of something else.
    sure = describes in ("date", "country") or " " in label or not label.isascii()
    return property_of(label) or (describes if describes in _OPENING and sure else None)


def _fits_structure(name: str, value: str) -> bool:
    """Whether ``value`` may be the whole of a name, or of a day, behind a label."""
    if name == "date":
        dates = find_dates(value)
        return len(dates) == 1 and value.strip(" .") == value[slice(*dates[0].span)].strip(" .")
    if name == "country":
        return all(country_end(half) == len(half) for half in _halves(value))
    return not (any(map(str.isdigit, value)) or is_label(value) or list_of(value))


def _halves(value: str) -> list[str]:
    """A value and the same in Latin letters behind it: "한국 Korea"; else the value alone."""
    twin = _TWIN.fullmatch(value)
    return [twin[1], twin[2]] if twin else [value]


def _second_pair(value: str) -> tuple[str, Cells]:
    """A value without a label and value that a comma parts from it, and those."""
    for match in _COMMA.finditer(value):
        rest = _spaced_pair(value[match.end() :])
        if rest:
            return value[: match.start()], rest
    return value, ()
