"""Cities of other countries: those that have a Korean and a Chinese name, and are large enough."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from corpus.derivation.geonames import City, capitals, cities
from corpus.derivation.han import converter, transliterated
from corpus.derivation.japanese import transcribe_romaji
from corpus.derivation.rows import Names, Row, unique
from corpus.derivation.slugs import ascii_slug, without_marks
from corpus.derivation.tables import mapping, table
from corpus.text import simplify_japanese

# At most so many names of one script: the later ones of a long list are seldom seen.
_MOST_NAMES = 4
# Countries and areas whose places come from other sources.
_ELSEWHERE = ("CN", "KR", "TW", "HK", "MO")
# GeoNames numbers Japanese prefectures by their English names; CLDR by ISO 3166-2.
REGIONS_OF_JAPAN = (  # noqa: SIM905 - a column of numbers reads better than a column of strings
    "23 05 02 12 38 18 40 07 21 10 34 01 28 08 17 03 37 46 14 39 43 26 24 04 45 20 42 29 15 44 33"
    " 27 41 11 25 32 22 09 36 13 31 16 30 06 35 19 47"
).split()


@dataclass
class Left:
    """Cities that were left out, by reason: for the report."""

    by_reason: dict[str, list[str]] = field(default_factory=dict)

    def add(self, reason: str, name: str) -> None:
        """Note that ``name`` was left out because of ``reason``."""
        self.by_reason.setdefault(reason, []).append(name)


def derive(
    countries: Mapping[str, str], regions: Mapping[str, str], audited: Iterable[Row], left: Left
) -> list[Row]:
    """A row for each city that is wanted; audited places are not repeated.

    ``countries`` and ``regions`` give the keys of country and CLDR subdivision codes.
    """
    known = _Known(audited)
    rows = []
    for city in cities():
        if city.country in _ELSEWHERE or not _is_wanted(city):
            continue
        names = _japanese(city, left) if city.country == "JP" else _names(city)
        country = countries.get(city.country)
        if names is None or country is None or known.has(country, names):
            continue
        parent = regions.get(_region_code(city), country)
        derived = frozenset() if city.hangul else frozenset({"ko"})
        slug = ascii_slug(names["en"][0])
        rows.append(Row(f"geonames:{city.number}", "city", names, parent, slug, "", derived))
    return rows


def _is_wanted(city: City) -> bool:
    least = {row["code"]: int(row["people"]) for row in table("world_countries")}
    large = city.people >= least.get(city.country, least["*"])
    if city.country == "JP":
        written = {name for name in city.han if name.endswith("市")}
        return bool(written) and not written & mapping("world_left_out").keys()
    return bool(city.han and city.hangul) and (
        large or (city.country, city.name) in set(capitals())
    )


def _region_code(city: City) -> str:
    """The CLDR code of what a city lies in, where GeoNames' codes are known to be convertible."""
    if city.country == "JP":
        return f"jp{REGIONS_OF_JAPAN[int(city.region) - 1]}"
    return f"us{city.region}".lower() if city.country == "US" else ""


def _names(city: City) -> Names:
    chinese = unique(converter("t2s").convert(name) for name in city.han)[:_MOST_NAMES]
    return {
        "ko": unique(name.replace(" 시", "시") for name in city.hangul)[:_MOST_NAMES],
        "zh": chinese,
        "zh-Hant": _traditional(city.han, chinese),
        "en": unique((city.name, without_marks(city.name))),
    }


def _traditional(listed: tuple[str, ...], chinese: tuple[str, ...]) -> tuple[str, ...]:
    """The traditional names that are listed; converted ones for the rest."""
    to_simplified = converter("t2s").convert
    given = [n for n in listed if to_simplified(n) != n and to_simplified(n) in chinese]
    covered = {to_simplified(name) for name in given}
    rest = [transliterated(name) for name in chinese if name not in covered]
    return unique((*given, *rest))


def transcribed(city: City) -> str:
    """The Korean name of a Japanese city by rule; an empty string where its name is no romaji."""
    try:
        return transcribe_romaji(re.sub("[^a-z]", "", romaji(city).lower())) + "시"
    except ValueError:
        return ""


def romaji(city: City) -> str:
    """The Latin name of a Japanese city without marks and suffix."""
    return re.sub(r"(-shi| City)$", "", without_marks(city.name))


def _japanese(city: City, left: Left) -> Names | None:
    """Names of a Japanese city, or None where its Latin and Korean names are of two places."""
    korean = transcribed(city)
    listed = [name.replace(" ", "") for name in city.hangul if name.endswith(" 시")]
    if not korean:
        left.add("Japanese name is no romaji", city.name)
        return None
    if listed and korean not in listed:
        left.add("Japanese and Korean name disagree", f"{city.name} {korean} {listed}")
        return None
    chinese = [from_kanji(name) for name in city.han if name.endswith("市")][:1]
    return {
        "ko": unique((korean, *listed)),
        "zh": unique(chinese),
        "zh-Hant": unique(transliterated(name) for name in chinese),
        "en": unique((romaji(city),)),
    }


def from_kanji(name: str) -> str:
    """A Japanese spelling in simplified Chinese: 広島市 is 广岛市."""
    written = re.sub(r"(.)々", r"\1\1", name)
    return simplify_japanese(written)


class _Known:
    """Which names the audited places of a country have."""

    def __init__(self, audited: Iterable[Row]) -> None:
        rows = {row.key: row for row in audited}
        self._names = {
            (_country(row, rows), name) for row in rows.values() for name in _all_names(row.names)
        }

    def has(self, country: str, names: Names) -> bool:
        """Whether an audited place of ``country`` has the English name and a Chinese one."""
        return (country, names["en"][0]) in self._names or any(
            (country, name) in self._names for name in names["zh"]
        )


def _country(row: Row, rows: Mapping[str, Row]) -> str:
    while row.parent and row.kind != "country":
        row = rows[row.parent]
    return row.key


def _all_names(names: Names) -> list[str]:
    return [name for language in ("zh", "en") for name in names[language]]
