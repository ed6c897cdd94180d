"""What kind of place a page calls its own ("구는", "我县", "our prefecture"), and who is of it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from corpus.gazetteer import Gazetteer
from corpus.page_reading import PageReading
from corpus.setting.countries import country_of
from corpus.wordlists import load_toml


class Unit(NamedTuple):
    """How names of the kind end, by language key, and whether they are provinces."""

    endings: tuple[tuple[str, tuple[str, ...]], ...]
    province: bool
    country: str | None


def own_unit(page: PageReading) -> Unit | None:
    """The one kind of place that ``page`` speaks of as its own; None where it is open."""
    found = {unit for pattern, unit in _units() if pattern.search(page.text)}
    return next(iter(found)) if len(found) == 1 else None


def is_of(place: str, unit: Unit, gazetteer: Gazetteer) -> bool:
    """Whether ``place`` is of the kind of ``unit``, by a name of it in full."""
    known = gazetteer.places[place]
    if unit.province != (known.kind == "province"):
        return False
    if unit.country is not None and country_of(gazetteer, place) != unit.country:
        return False
    return any(
        name.endswith(endings)
        for language, endings in unit.endings
        for name in known.names.get(language, ())
    )


@lru_cache(maxsize=1)
def _units() -> tuple[tuple[re.Pattern[str], Unit], ...]:
    return tuple(
        (
            re.compile(unit["pattern"]),
            Unit(
                tuple((language, tuple(endings)) for language, endings in unit["endings"].items()),
                unit.get("province", False),
                unit.get("country"),
            ),
        )
        for unit in load_toml("home.toml")["units"]
    )
