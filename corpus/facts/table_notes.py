"""Notes on a table or list: when all its numbers were counted, and in what.

"※ 인구는 2020년 기준", "注：人口为2021年底数据", "(단위 : ㎢, 천명)", "* Population as of 2020".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from corpus.dates import find_dates
from corpus.facts.column_units import unit_of_note
from corpus.labels import labelled_values
from corpus.labels.types import NUMERIC
from corpus.model import Page
from corpus.page_reading import PageReading
from corpus.patterns import any_of
from corpus.text import fold_text
from corpus.wordlists import load_toml

# A note is no longer than this.
_LONGEST = 120
_CLAUSES = re.compile(r"[;；。|]|(?<!\d)/|[,，](?!\d{3}(?!\d))")
_BRACKETED = re.compile(r"[(（\[]([^()（）\[\]]{3,60})[)）\]]\s*$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_UNKNOWN = re.compile(r"\w")
_WORDED = re.compile(r"[^\W\d_]")
# What notes name, and what a date is of that stands in one that names nothing.
_NAMED = ("population", "area")
_COUNTED_FIRST = "population"

# For each block, by property: (when counted, in what), each "" where nothing says so.
_Notes = Mapping[int, Mapping[str, tuple[str, str]]]


def with_table_note(page: PageReading, index: int, name: str, note: str) -> str:
    """``note`` of a label with the date and the unit that a note on the whole table adds."""
    when, unit = page.once(_notes).get(index, {}).get(name, ("", ""))
    dated = bool(find_dates(note) or _YEAR.search(note))
    parts = (note, "" if unit_of_note(note) else unit, "" if dated else when)
    return "; ".join(filter(None, parts))


def _notes(page: PageReading) -> _Notes:
    """What notes say of the values of each block; the note nearest above or below counts."""
    valued = {
        index: {item.property for item in labelled_values(page, block)} & set(_NAMED)
        for index, block in enumerate(page.blocks)
    }
    found: dict[int, dict[str, tuple[str, str]]] = {}
    if not any(valued.values()):
        return found
    for index, block in enumerate(page.blocks):
        text = page.quote(block.span)
        for name, when, unit in _note(_bracketed(text) if block.kind == "heading" else text):
            for scope in _scope(page, index, name, valued):
                then, of = found.setdefault(scope, {}).get(name, ("", ""))
                found[scope][name] = (then or when, of or unit)
    return found


def _bracketed(text: str) -> str:
    match = _BRACKETED.search(text)
    return match[1] if match else ""


def _scope(page: Page, index: int, name: str, valued: Mapping[int, set[str]]) -> Iterator[int]:
    """The blocks with a value of ``name`` that the note in block ``index`` is about.

    Those below a heading; else those above it in its section, and below it where none are.
    """
    block = page.blocks[index]
    heads = block.kind == "heading"
    path = (*block.path, page.quote(block.span)) if heads else block.path
    inside = [
        i
        for i, names in valued.items()
        if name in names and page.blocks[i].path[: len(path)] == path and i != index
    ]
    above = [] if heads else [i for i in inside if i < index]
    yield from above or [i for i in inside if i > index]


@lru_cache(maxsize=1024)
def _note(text: str) -> tuple[tuple[str, str, str], ...]:
    """(property, when counted, in what) by a line of such words and of nothing else."""
    if not 0 < len(text) <= _LONGEST:
        return ()
    found: list[tuple[str, str, str]] = []
    carried: list[str] = []
    for clause in _CLAUSES.split(text):
        dates = _dates(clause)
        plain = fold_text(clause)
        for date in dates:
            plain = plain.replace(fold_text(date), " ", 1)
        units = _pattern("units").findall(plain)
        if _UNKNOWN.search(_pattern("words").sub(" ", _pattern("units").sub(" ", plain))):
            continue
        carried = [name for name in _NAMED if _pattern(name).search(plain)] or carried
        dated = carried or ([_COUNTED_FIRST] if _WORDED.search(plain) else [])
        found.extend((name, dates[-1], "") for name in dated if dates)
        counted = ((_counted_in(unit, carried), unit) for unit in units)
        found.extend((name, "", unit) for name, unit in counted if name)
    return tuple(found)


def _dates(clause: str) -> list[str]:
    """The dates of a clause as written; a year may stand alone."""
    written = [clause[slice(*date.span)] for date in find_dates(clause)]
    return written or _YEAR.findall(clause)


def _counted_in(unit: str, names: Sequence[str]) -> str | None:
    """The property that ``unit`` is one of: by its dimension, else the only one that is named."""
    one = unit_of_note(unit)
    if one is None:
        return None
    by_dimension = {NUMERIC[name]: name for name in _NAMED}
    return by_dimension.get(one.dimension or "") or (names[0] if len(names) == 1 else None)


@lru_cache(maxsize=8)
def _pattern(name: str) -> re.Pattern[str]:
    return any_of(load_toml("statements.toml")["table_notes"][name])
