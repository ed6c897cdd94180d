"""Labels that crawling left glued to their values or to the value before them ("CountryChina")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from corpus.dates import find_dates
from corpus.dates.months import NAMES
from corpus.labels.meanings import is_of_date, is_of_number
from corpus.labels.words import property_of, structure_of
from corpus.quantities import find_quantities
from corpus.reading.flat_words import country_end
from corpus.reading.lines import collapse
from corpus.wordlists import load_toml

# A label has so many letters, and a line of a label and its value no more than this.
_NUMBERED = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?(?= ?\d)")
_SHORTEST, _LONGEST_LABEL, _LONGEST = 2, 20, 60
_LONGEST_LINE = 2000
_MONTH = re.compile(rf"(?<=[a-z])(?=(?:{NAMES})\.? ?\d{{1,2}},? ?(?:19|20)\d\d)")
_WORDS = re.compile(r"[a-z](?=[A-Z][a-z]* )")
_TOLD = frozenset({"features", "economy", "specialties", "location", "climate", "background"})
_JOINT = re.compile(r"[a-z)）][A-Z]")
# Of a bracket closed and of the words behind it the one ends a cell and the others begin one.
_CLOSED = re.compile(r"(?<=\d[)）])(?=[A-Z][a-z]+ [A-Za-z])")


def part_glued(lines: Sequence[str]) -> list[str]:
    """``lines`` with a sign behind such labels; those inside of a line open lines of their own."""
    found: list[str] = []
    for line in lines:
        text = collapse(line)
        whole = _labelled(text) if len(text) <= _LONGEST else None
        whole = whole or _worded(text)
        if whole is not None:
            found.append(line.replace(text, whole, 1) if text in line else whole)
        elif len(text) <= _LONGEST_LINE and _JOINT.search(text) and "|" not in text:
            found.extend(_parts(line))
        else:
            found.append(line)
    return found


def _labelled(text: str) -> str | None:
    """``text`` with a colon between a label and its value, a country or a date and no more."""
    for end in range(min(_LONGEST_LABEL, len(text) - 1), _SHORTEST - 1, -1):
        label, value = text[:end], text[end:]
        if not (label[-1].isalpha() and value[0].isalnum()) or " " in label[-1:]:
            continue
        if structure_of(label) == "country" and country_end(value) == len(value):
            return f"{label} : {value}"
        if is_of_date(label) and _is_date(value):
            return f"{label} : {value}"
        if is_of_number(label) and _is_number(value):
            return f"{label} : {value}"
    return None


def _worded(text: str) -> str | None:
    """``text`` with a colon between an English label and the words glued to it."""
    for joint in _WORDS.finditer(text[: _LONGEST_LABEL + 1]):
        label, value = text[: joint.end()], text[joint.end() :]
        if property_of(label) in _TOLD and " " in value:
            return f"{label} : {value}"
    return None


def _is_number(value: str) -> bool:
    found = find_quantities(value) if value[0].isdigit() else []
    return len(found) == 1 and found[0].span.end == len(value)


def _is_date(value: str) -> bool:
    dates = find_dates(value)
    return len(dates) == 1 and value.strip(" .") == value[slice(*dates[0].span)].strip(" .")


def _parts(line: str) -> Iterator[str]:
    """The parts of a line of several cells: a label or a kind of tie begins a new one."""
    text = _MONTH.sub(" ", line)
    starts = [m.start() for m in _inner().finditer(text)]
    if not starts:
        yield text if text != line else line
        return
    starts += [m.start() for m in _CLOSED.finditer(text)]
    edges = [0, *sorted(set(starts)), len(text)]
    for start, end in pairwise(edges):
        part = text[start:end].strip() if start else text[start:end].rstrip()
        if part.strip():
            label = _NUMBERED.match(part) if start else None
            yield f"{label[0]} : {part[label.end() :].strip()}" if label else part


@lru_cache(maxsize=1)
def _inner() -> re.Pattern[str]:
    """Where such a label begins behind a letter, a number or a bracket without a space between."""
    words = load_toml("labels.toml")["glued"]
    labels, kinds = "|".join(words["labels"]), "|".join(words["kinds"])
    return re.compile(
        rf"(?<=[a-z\d)）㎡㎢²])(?=(?:{labels}) ?[:：]? ?\d)"
        rf"|(?<=[a-z\d)）])(?=(?:{kinds}) ?[(（] ?(?:{NAMES}|\d))"
    )
