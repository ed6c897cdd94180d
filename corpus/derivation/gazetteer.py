"""The whole gazetteer put together: audited rows first, everything else derived around them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from corpus.derivation import (
    checks,
    china,
    countries,
    former,
    japan,
    korea,
    matching,
    subdivisions,
    world,
)
from corpus.derivation.china import Unit
from corpus.derivation.chinese_names import ChineseNames
from corpus.derivation.distinct import Distinct
from corpus.derivation.han import Traditional
from corpus.derivation.municipalities import Post
from corpus.derivation.overrides import overridden
from corpus.derivation.pinyin import Mandarin
from corpus.derivation.rows import LANGUAGES, Row
from corpus.derivation.sinokorean import Readings
from corpus.derivation.slugs import give_ids
from corpus.derivation.sources import OLD_DIVISIONS, Sources
from corpus.derivation.tables import audited, mapping

_CHINESE = ("china", "taiwan")


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The rows of each data file, with ids; and what was left out."""

    files: Mapping[str, tuple[Row, ...]]
    left: world.Left

    def rows(self) -> list[Row]:
        """All places of all files."""
        return [row for rows in self.files.values() for row in rows]


def readings(sources: Sources) -> Readings:
    """How Koreans read characters, with the settled ones of ``data/``."""
    return Readings(sources.hanja_lines(), mapping("readings"))


def name_maker(sources: Sources) -> ChineseNames:
    """What names Chinese units, with the settled readings of ``data/``."""
    return ChineseNames(
        Mandarin(mapping("pinyin")),
        readings(sources),
        Traditional(mapping("traditional")),
    )


def derive(sources: Sources) -> Gazetteer:
    """All places, in the files they belong to."""
    names = name_maker(sources)
    by_hand = _by_country()
    nations = countries.derive(by_hand["countries"])
    codes = countries.keys_by_code(nations)
    chinese, keys = _chinese(sources, names, by_hand["china"])
    left = world.Left()
    korean = korea.derive(by_hand["korea"])
    regions, abroad = _abroad(sources, codes, by_hand["world"], left)
    abroad = _with_japan(Post(sources), regions, abroad, [*nations, *korean, *chinese])
    groups = {
        "countries": nations,
        "korea": former.with_old_names(korean, former.old_names([], [], names, keys)),
        "china": chinese,
        "world": abroad,
        "former": former.derive(names, keys),
    }
    return Gazetteer(_finish(groups, keys), left)


def report(sources: Sources) -> list[checks.Check]:
    """Cross-checks of the derived names against GeoNames and against the audited rows."""
    names = name_maker(sources)
    units = china.read_units(sources)
    by_hand = _by_country()
    matched = china.derive(units, names, by_hand["china"])
    derived = {
        row.key: replace(row, names=names.of(unit.name))
        for unit, row in zip(units, matched, strict=True)
    }
    return [
        *checks.chinese(units, names),
        *checks.audited_chinese(by_hand["china"], derived),
        *checks.korean(by_hand["korea"], names),
        checks.japanese(),
        *checks.municipalities(Post(sources)),
    ]


def _by_country() -> dict[str, list[Row]]:
    """The audited rows by the file they belong to."""
    rows = {row.key: row for row in audited()}
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows.values():
        root = row
        while root.parent:
            root = rows[root.parent]
        if row.kind == "country":
            found["countries"].append(row)
        elif root.key in _CHINESE:
            found["china"].append(row)
        else:
            found["korea" if root.key == "korea" else "world"].append(row)
    return found


def _chinese(
    sources: Sources, names: ChineseNames, by_hand: list[Row]
) -> tuple[list[Row], dict[str, str]]:
    """Chinese rows with old names, and the key of each division code."""
    units = china.read_units(sources)
    rows = china.derive(units, names, by_hand)
    keys = {unit.code: row.key for unit, row in zip(units, rows, strict=True)}
    rows = _attested(rows, units, names)
    found = former.old_names(china.read_units(sources, OLD_DIVISIONS), units, names, keys)
    matched = {row.key for row in rows}
    return former.with_old_names(rows, found) + [r for r in by_hand if r.key not in matched], keys


def _attested(rows: list[Row], units: list[Unit], names: ChineseNames) -> list[Row]:
    """``rows`` with the languages that GeoNames confirms no longer marked as derived."""
    found = {unit.code: city for unit, city in matching.cities_of(units)}
    return [
        replace(row, derived=row.derived - matching.attested(row, names.pinyin(unit.name), city))
        if row.derived and (city := found.get(unit.code))
        else row
        for row, unit in zip(rows, units, strict=True)
    ]


def _abroad(
    sources: Sources, codes: Mapping[str, str], by_hand: list[Row], left: world.Left
) -> tuple[dict[str, str], list[Row]]:
    """The keys of CLDR's subdivisions, and the rows of places abroad but Japan's small ones."""
    units = subdivisions.derive(sources, codes, by_hand)
    regions = {code: row.key for code, row in units.items()}
    matched = {row.key for row in units.values()}
    cities = world.derive(codes, regions, audited(), left)
    return regions, [*units.values(), *(r for r in by_hand if r.key not in matched), *cities]


def _with_japan(
    post: Post, regions: Mapping[str, str], abroad: list[Row], home: list[Row]
) -> list[Row]:
    """``abroad`` with every municipality of Japan, named so that none of ``home`` is meant."""
    units = post.municipalities
    abroad = japan.with_characters(abroad, units, regions)
    abroad = [*abroad, *japan.derive(units, regions, [*home, *abroad])]
    return [*abroad, *japan.former(units, regions, [*home, *abroad])]


def _finish(groups: Mapping[str, list[Row]], keys: Mapping[str, str]) -> dict[str, tuple[Row, ...]]:
    """Former units in their own file, colliding names dropped, overrides laid on, ids given."""
    rows = [row for group in groups.values() for row in former.mark(group, keys)]
    file_of = {row.key: name for name, group in groups.items() for row in group}
    file_of |= {row.key: "former" for row in rows if row.former}
    rows = give_ids(rows)
    distinct = Distinct(rows, file_of, audited())
    rows = _complete(overridden(distinct.of(row)) for row in rows)
    files: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        files[file_of[row.key]].append(row)
    return {name: tuple(files[name]) for name in groups}


def _complete(rows: Iterable[Row]) -> list[Row]:
    """The rows that have a name in every language; what lay in a dropped one lies in its parent."""
    found = list(rows)
    parents = {row.id: row.parent for row in found}
    kept = [row for row in found if all(row.names[language] for language in LANGUAGES)]
    ids = {row.id for row in kept}
    return [
        row if not row.parent or row.parent in ids else replace(row, parent=parents[row.parent])
        for row in kept
    ]
