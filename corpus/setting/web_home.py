"""The municipality whose site a page's address is on (www.city.otsu.lg.jp, www.hebi.gov.cn)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from corpus.gazetteer import Gazetteer
from corpus.page_reading import PageReading
from corpus.setting.countries import country_of
from corpus.wordlists import load_toml

# A label of letters that stands for the office or the language, beside the one with the name.
_LABEL = re.compile(r"[a-z][a-z-]{2,39}")


def place_of_address(page: PageReading, gazetteer: Gazetteer) -> str | None:
    """The one place that the host of the page's address names; None where it is no government's."""
    try:
        host = urlsplit(page.url or "").hostname or ""
    except ValueError:
        return None
    return place_of_host(host, gazetteer)


def place_of_host(host: str, gazetteer: Gazetteer) -> str | None:
    """The one place that ``host`` names; None where it is no government's.

    What it names further right ("seoul" in www.junggu.seoul.kr) settles what is left of it.
    """
    words = load_toml("home.toml")["addresses"]
    if not is_government(host):
        return None
    country = words["countries"].get(host.rpartition(".")[2])
    around: tuple[str, ...] = (country,) if country else ()
    found: str | None = None
    for label in reversed(host.split(".")):
        name = _affixes().sub("", label)
        if name in words["words"] or not _LABEL.fullmatch(name):
            continue
        named = [p for p in gazetteer.named(name) if _lies_in(p, country, gazetteer)]
        inside = [p for p in named if set(around) & set(gazetteer.ancestors(p))]
        if found is not None:
            inside = [p for p in named if found in gazetteer.ancestors(p)]
        places = inside if found is not None or len(inside) == 1 else named
        place = _outermost(places, host, gazetteer)
        if place:
            found, around = place, (place, *around)
    return found


def _outermost(places: Sequence[str], host: str, gazetteer: Gazetteer) -> str | None:
    """Of homonyms the one that lies in nothing smaller, and of the kind that the host tells."""
    if re.search(r"(?:^|\.)(?:city|town|vill)\.", host):
        places = [p for p in places if gazetteer.places[p].kind != "province"]
    elif re.search(r"(?:^|\.)pref\.", host):
        places = [p for p in places if gazetteer.places[p].kind == "province"]
    places = [p for p in places if not gazetteer.places[p].former]
    depths = [len(gazetteer.ancestors(place)) for place in places]
    first = [p for p, depth in zip(places, depths, strict=True) if depth == min(depths)]
    return first[0] if len(first) == 1 else None


def _lies_in(place: str, country: str | None, gazetteer: Gazetteer) -> bool:
    if gazetteer.places[place].kind == "country":
        return False
    return country is None or country_of(gazetteer, place) == country


def is_government(host: str) -> bool:
    """Whether ``host`` is that of a government's own site."""
    return _governments().search(host) is not None


@lru_cache(maxsize=1)
def _governments() -> re.Pattern[str]:
    return re.compile("|".join(load_toml("home.toml")["addresses"]["governments"]))


@lru_cache(maxsize=1)
def _affixes() -> re.Pattern[str]:
    return re.compile("|".join(load_toml("home.toml")["addresses"]["affixes"]))
