"""Units that were merged, divided or renamed, and names that units had before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from corpus.derivation.china import Unit
from corpus.derivation.chinese_names import ChineseNames, parse
from corpus.derivation.rows import LANGUAGES, Names, Row
from corpus.derivation.tables import names_in, table


def mark(rows: Iterable[Row], keys: Mapping[str, str]) -> list[Row]:
    """``rows`` with those that ``data/former.csv`` names marked as former.

    ``keys`` gives the key of a division code; an id of an audited row is its own key.
    """
    listed = {row["id"]: row for row in table("former") if row["id"] and not row["kind"]}
    return [
        replace(row, former=True, successor=_key(listed[row.key]["successor"], keys))
        if row.key in listed
        else row
        for row in rows
    ]


def derive(names: ChineseNames, keys: Mapping[str, str]) -> list[Row]:
    """The rows of ``data/former.csv`` that the gazetteer lacks; Chinese ones from their name."""
    return [_row(entry, names, keys) for entry in table("former") if entry["kind"]]


def _row(entry: dict[str, str], names: ChineseNames, keys: Mapping[str, str]) -> Row:
    chinese = not entry["ko"]
    given = names.of(entry["zh"]) if chinese else names_in(entry)
    return Row(
        key=entry["id"] or f"former:{entry['parent']}:{entry['zh']}",
        kind=entry["kind"],
        names=given,
        parent=_key(entry["parent"], keys),
        slug=entry["id"] or names.slug(entry["zh"]),
        id=entry["id"],
        derived=frozenset({"ko", "en"}) if chinese else frozenset(),
        former=True,
        successor=_key(entry["successor"], keys),
    )


def _key(reference: str, keys: Mapping[str, str]) -> str:
    return keys.get(reference, reference)


def old_names(
    old: Iterable[Unit], new: list[Unit], names: ChineseNames, keys: Mapping[str, str]
) -> dict[str, Names]:
    """Names that places had in an older release of the divisions, and those of ``old_names.csv``.

    Only a unit of the same level and stem in the same province counts: 即墨市 for 即墨区.
    """
    found: dict[str, Names] = {}
    for code, name in _renamed(old, new):
        found[keys[code]] = names.of(name)
    for entry in table("old_names"):
        place = _key(entry["place"], keys)
        found[place] = names_in(entry) if entry["ko"] else names.of(entry["zh"])
    return found


def _renamed(old: Iterable[Unit], new: list[Unit]) -> Iterator[tuple[str, str]]:
    by_stem = {(u.code[:2], len(u.code), parse(u.name).stem): u for u in new}
    current = {(u.code[:2], u.name) for u in new}
    for unit in old:
        stem = parse(unit.name).stem
        same = by_stem.get((unit.code[:2], len(unit.code), stem))
        if same and (unit.code[:2], unit.name) not in current and same.kind != "province":
            yield same.code, unit.name


def with_old_names(rows: Iterable[Row], found: Mapping[str, Names]) -> list[Row]:
    """``rows`` with their old names behind the present ones."""
    empty: Names = dict.fromkeys(LANGUAGES, ())
    return [row.with_names(found.get(row.key, empty)) for row in rows]
