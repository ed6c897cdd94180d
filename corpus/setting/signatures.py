"""Where a page is signed: the council, the copyright notice or the e-mail address at its ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.gazetteer import Gazetteer
from corpus.language import HAN
from corpus.page_reading import PageReading
from corpus.setting.web_home import place_of_host
from corpus.wordlists import load_toml

# So many lines open a page, and so many close it; one that signs it is no longer than this.
_FIRST, _LAST, _LONGEST = 3, 4, 160
_NAME = "(?P<name>[A-Z][a-zA-Z'’]{2,20}(?:[ -][A-Z][a-z]{2,20}){0,2}?)"
_COUNTY = re.compile(r"\bCounty\b")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?P<host>[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6})")


def signed_names(page: PageReading) -> Iterator[str]:
    """Names in Latin letters of those who sign ``page``: where it opens, in its title, at its end.

    A name is the one that a line gives to a council, a city hall or a copyright notice.
    """
    lines = [page.quote(block.span) for block in page.blocks]
    opening = [*lines[:_FIRST], page.title]
    for text in (*opening, *lines[_FIRST:][-_LAST:], page.publisher or ""):
        yield from _named(text, "lines")
    for text in opening:
        yield from _named(text, "titles")


def signed_offices(page: PageReading) -> Iterator[tuple[str, str]]:
    """Chinese names of towns whose office a page is signed by, each with the country of such.

    The country is empty where several have offices of the kind.
    """
    offices = load_toml("home.toml")["signatures"]["offices"]
    lines = [page.quote(block.span) for block in page.blocks]
    last = (line for line in lines[_FIRST:][-_LAST:] if _contact().search(line))
    for text in (*lines[:_FIRST], *last, page.publisher or ""):
        match = _office().match(text) if len(text) <= _LONGEST else None
        if match is not None:
            yield match["name"], offices[match["office"]]


def signers(page: PageReading, gazetteer: Gazetteer) -> frozenset[str]:
    """The known places that a page is signed by: a name of several is none's."""
    written = (*signed_names(page), *dict(signed_offices(page)))
    named = (gazetteer.named(name) for name in written)
    places = {page.once(signing_place, gazetteer), *(p[0] for p in named if len(p) == 1)}
    return frozenset(place for place in places if place)


def signing_place(page: PageReading, gazetteer: Gazetteer) -> str | None:
    """The one place whose government the e-mail addresses of a page are of."""
    hosts = {match["host"].casefold() for match in _MAIL.finditer(page.text)}
    places = {place_of_host(host, gazetteer) for host in hosts}
    return next(iter(places)) if len(places) == 1 else None


def _named(text: str, of: str) -> Iterator[str]:
    if len(text) <= _LONGEST:
        for pattern in _patterns(of):
            for match in pattern.finditer(text):
                # A county is another place than the city of its name.
                county = _COUNTY.search(match.group()) is not None
                yield f"{match['name']} County" if county else match["name"]


@lru_cache(maxsize=2)
def _patterns(of: str) -> tuple[re.Pattern[str], ...]:
    patterns = load_toml("home.toml")["signatures"][of]
    return tuple(re.compile(pattern.replace("@", _NAME)) for pattern in patterns)


@lru_cache(maxsize=1)
def _contact() -> re.Pattern[str]:
    return re.compile("|".join(load_toml("home.toml")["signatures"]["contact"]))


@lru_cache(maxsize=1)
def _office() -> re.Pattern[str]:
    offices = load_toml("home.toml")["signatures"]["offices"]
    kinds = "市區区縣县鄉乡鎮镇町村"
    return re.compile(rf"\W{{0,3}}(?P<name>[{HAN}]{{2,3}}[{kinds}])(?P<office>{'|'.join(offices)})")
