"""Names that would make a well-known name ambiguous, and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from corpus.derivation.rows import LANGUAGES, Names, Row, unique
from corpus.derivation.slugs import without_marks

_ASIAN = ("ko", "zh", "zh-Hant")
_ENDINGS = {"ko": "성주시구현군부", "zh": "省州市区县府郡", "zh-Hant": "省州市區縣府郡"}


class Distinct:
    """Which names are taken, by the file that a place belongs to.

    A foreign place never bears the name of a country, nor of a Korean or Chinese place where it
    has another one in that language; a foreign province not even its stem (越南太原省, not 太原省:
    太原 is a Chinese city), and the romanised Korean reading of a Chinese name is never that of a
    Korean place. ``audited`` names stay.
    """

    def __init__(
        self, rows: Iterable[Row], file_of: Mapping[str, str], audited: Iterable[Row]
    ) -> None:
        self._rows = {row.id: row for row in rows}
        self._file_of = file_of
        self._audited = {row.key: row.names for row in audited}
        home = [r for r in self._rows.values() if file_of[r.key] in ("countries", "korea", "china")]
        self._home = _names_of(home)
        self._nations = _names_of(r for r in home if file_of[r.key] == "countries")
        self._stems = _stems(row for row in home if row.kind in ("city", "province"))
        korean = _names_of(r for r in home if file_of[r.key] != "china")
        self._korean = {name.split("-")[0] for name in korean["en"]}
        self._cities = {
            (self._country(r), without_marks(r.names["en"][0]))
            for r in self._rows.values()
            if r.kind == "city" and file_of[r.key] == "world"
        }

    def of(self, row: Row) -> Row:
        """``row`` with names that mean no other place as well; some may be gone."""
        kept = self._audited.get(row.key, {})
        if self._file_of[row.key] == "world":
            names = self._abroad(row)
        else:
            names = {**row.names, "en": self._without_korean(row.names["en"])}
        return replace(
            row,
            names={lang: unique((*kept.get(lang, ()), *names[lang])) for lang in LANGUAGES},
        )

    def _abroad(self, row: Row) -> Names:
        names = {lang: self._of_its_own(row.names[lang], lang) for lang in _ASIAN}
        if row.kind == "province":
            names = {lang: self._with_country(row, lang) for lang in _ASIAN}
        return {**names, "en": self._without_cities(row)}

    def _of_its_own(self, names: tuple[str, ...], language: str) -> tuple[str, ...]:
        """``names`` without those of places at home; the first one where there is no other."""
        own = tuple(name for name in names if name not in self._home[language])
        first = tuple(name for name in names[:1] if name not in self._nations[language])
        return own or first

    def _without_cities(self, row: Row) -> tuple[str, ...]:
        """The English names of a province but those that a city of its country has."""
        english, country = row.names["en"], self._country(row)
        if row.kind != "province":
            return english
        own = tuple(n for n in english if (country, without_marks(n)) not in self._cities)
        return own or english

    def _with_country(self, row: Row, language: str) -> tuple[str, ...]:
        """The names of a province, with the country in front where the stem means another place."""
        country = self._rows[self._country(row)].names[language][0]
        return unique(
            country + name if _stem(name, language) in self._stems[language] else name
            for name in row.names[language]
        )

    def _without_korean(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(n for i, n in enumerate(names) if i == 0 or n not in self._korean)

    def _country(self, row: Row) -> str:
        while row.parent and row.kind != "country":
            row = self._rows[row.parent]
        return row.id


def _names_of(rows: Iterable[Row]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    for row in rows:
        for language in LANGUAGES:
            found[language].update(row.names[language])
    return found


def _stems(rows: Iterable[Row]) -> dict[str, set[str]]:
    found = _names_of(rows)
    return {lang: {_stem(name, lang) for name in found[lang]} for lang in _ASIAN}


def _stem(name: str, language: str) -> str:
    return name[:-1] if name[-1] in _ENDINGS[language] and len(name) > 2 else name
