"""The city whose paper, station or site a Chinese page is from: "来源：宁波日报"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.gazetteer import Gazetteer
from corpus.model import SPECIFIC, Page
from corpus.text import fold_text, simplify
from corpus.wordlists import load_toml

# A line that names where a text is from is no longer than this; the city is named again so often.
_LONGEST, _AGAIN = 120, 2


def cities_of_papers(page: Page, gazetteer: Gazetteer) -> Iterator[str]:
    """The cities that lines of ``page`` name in the name of a paper, a station or a site.

    Such names are no words by themselves, so that no gazetteer finds the city in them.
    """
    text = fold_text(page.text)
    for block in page.blocks:
        written = page.quote(block.span)[:_LONGEST]
        for match in _papers().finditer(fold_text(written)):
            name = next(group for group in match.groups() if group)
            if name in _of_no_city() or text.count(name) < _AGAIN:
                continue
            place = _city(name, gazetteer, simplify(written) != written)
            if place:
                yield place


def _city(name: str, gazetteer: Gazetteer, traditional: bool) -> str | None:
    """The one city of China that ``name`` is; of Taiwan where ``traditional``."""
    found = [p for p in gazetteer.named(name) if gazetteer.places[p].kind in SPECIFIC]
    country = "taiwan" if traditional else "china"
    inside = [p for p in found if country in gazetteer.ancestors(p)]
    return inside[0] if len(inside) == 1 else None


@lru_cache(maxsize=1)
def _of_no_city() -> frozenset[str]:
    """What papers of the whole country are called, some of them as a city is."""
    return frozenset(load_toml("home.toml")["papers"]["of_no_city"])


@lru_cache(maxsize=1)
def _papers() -> re.Pattern[str]:
    return re.compile("|".join(load_toml("home.toml")["papers"]["patterns"]))
