"""Which city of GeoNames a Chinese unit is: the same full Chinese name in the same province."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from corpus.derivation.china import Unit
from corpus.derivation.geonames import City, cities
from corpus.derivation.rows import Row
from corpus.derivation.slugs import without_marks

# GeoNames' numbers of Chinese provinces (FIPS 10-4) and the division codes of the same provinces.
_PROVINCES = {
    "01": "34", "02": "33", "03": "36", "04": "32", "05": "22", "06": "63", "07": "35", "08": "23",
    "09": "41", "10": "13", "11": "43", "12": "42", "13": "65", "14": "54", "15": "62", "16": "45",
    "18": "52", "19": "21", "20": "15", "21": "64", "22": "11", "23": "31", "24": "14", "25": "37",
    "26": "61", "28": "12", "29": "53", "30": "44", "31": "46", "32": "51", "33": "50",
}  # fmt: skip
_KINDS = r"(shi|qu|xian|zhen|diqu|xinqu|qi|district|county)?"
_SMALLEST = 500


def cities_of(units: Iterable[Unit]) -> list[tuple[Unit, City]]:
    """Each unit that GeoNames has, with its city (the largest where there are several)."""
    by_name: dict[tuple[str, str], list[City]] = defaultdict(list)
    for city in cities(_SMALLEST):
        for name in city.han if city.country == "CN" else ():
            by_name[_PROVINCES.get(city.region, ""), name].append(city)
    found = ((unit, by_name.get((unit.code[:2], unit.name), [])) for unit in units)
    return [(unit, max(same, key=lambda city: city.people)) for unit, same in found if same]


def spelled_alike(pinyin: str, city: City) -> bool:
    """Whether one of the city's Latin names is ``pinyin``, with or without a kind of unit."""
    pattern = re.compile(re.escape(letters(pinyin)) + _KINDS)
    return any(pattern.fullmatch(letters(name)) for name in (city.name, *city.latin))


def letters(name: str) -> str:
    """The plain lower-case letters of a Latin name."""
    return re.sub(r"[^a-z]", "", without_marks(name).lower())


def heard_alike(korean: Iterable[str], theirs: str) -> bool:
    """Whether a Korean name of GeoNames is one of ours, with or without its kind of unit."""
    joined = theirs.replace(" ", "")
    return any(name == joined or name[:-1] == joined for name in korean)


def attested(row: Row, pinyin: str, city: City) -> frozenset[str]:
    """The languages of which GeoNames has a name that ``row`` has too."""
    found = set()
    if spelled_alike(pinyin, city):
        found.add("en")
    if any(heard_alike(row.names["ko"], name) for name in city.hangul):
        found.add("ko")
    return frozenset(found)
