"""What is known of places besides their names: what lies in what, and which are well known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import cast

from corpus.gazetteer.aliases import Script, stems
from corpus.gazetteer.names import squeeze
from corpus.language import HAN, HANGUL
from corpus.model import Place
from corpus.text import fold_text
from corpus.wordlists import load_toml

_HANGUL = re.compile(f"[{HANGUL}]")
_HAN = re.compile(f"[{HAN}]")


class Known:
    """What reading a name needs to know of places: what lies in what, and what is well known."""

    def __init__(self, places: Mapping[str, Place], below: Known | None = None) -> None:
        """``below`` knows a part of ``places``, none of which lies in one of the others.

        What it has once found out need not be found out again for every page.
        """
        self.places = places
        self._below = below
        self._ancestors: dict[str, tuple[str, ...]] = {}
        self._displays: dict[tuple[str, str], bool] = {}
        self._prominent: dict[str, bool] = {}
        self._countries: dict[str, str | None] = {}

    def _known_below(self, place: str) -> Known | None:
        below = self._below
        return below if below is not None and place in below.places else None

    def ancestors(self, place: str | None) -> tuple[str, ...]:
        """Ids of what contains ``place``, innermost first."""
        if place is None or place not in self.places:
            return ()
        found = self._ancestors.get(place)
        if found is None:
            below = self._known_below(place)
            found = below.ancestors(place) if below else tuple(self._climb(place))
            self._ancestors[place] = found
        return found

    def _climb(self, place: str) -> Iterator[str]:
        seen = {place}
        parent = self.places[place].parent
        while parent and parent not in seen and parent in self.places:
            seen.add(parent)
            yield parent
            parent = self.places[parent].parent

    def displays(self, place: str, name: str) -> bool:
        """Whether the folded ``name``, with or without suffix, is what ``place`` goes by first."""
        below = self._known_below(place)
        if below:
            return below.displays(place, name)
        key = (place, name)
        found = self._displays.get(key)
        if found is None:
            row = self.places[place]
            found = self._displays[key] = not row.former and any(
                name in _forms(given[0], cast(Script, language.split("-")[0]))
                for language, given in row.names.items()
            )
        return found

    def is_prominent(self, place: str) -> bool:
        """Whether everyone knows a place by its short name: countries, provinces, cities."""
        if place not in self._prominent:
            row = self.places[place]
            parent = self.places.get(row.parent or "")
            outer = parent is None or parent.kind in ("country", "province")
            self._prominent[place] = row.kind in ("country", "province") or (
                row.kind == "city" and outer
            )
        return self._prominent[place]

    def is_native(self, place: str, name: str) -> bool:
        """Whether a place lies in the country whose script ``name`` is in."""
        script = "ko" if _HANGUL.match(name) else "zh" if _HAN.match(name) else None
        return script is not None and self.country(place) in _countries_of(script)

    def is_home(self, place: str) -> bool:
        """Whether a place lies where Korean or Chinese is the language of its own names."""
        return self.country(place) in _home_countries()

    def country(self, place: str) -> str | None:
        """The country that ``place`` is or lies in; None where the data do not say.

        A place apart that writes its own names (Taiwan, Hong Kong) counts as one here.
        """
        if place not in self._countries:
            chain = (place, *self.ancestors(place))
            apart = chain[-1] if chain[-1] in _countries_of("zh") else None
            found = next((p for p in chain if self.places[p].kind == "country"), apart)
            self._countries[place] = found
        return self._countries[place]


@lru_cache(maxsize=2)
def _countries_of(script: str) -> tuple[str, ...]:
    return tuple(load_toml("suffixes.toml")[script]["countries"])


@lru_cache(maxsize=1)
def _home_countries() -> frozenset[str]:
    return frozenset((*_countries_of("ko"), *_countries_of("zh")))


@lru_cache(maxsize=8192)
def _forms(name: str, script: Script) -> frozenset[str]:
    """A name as texts may write it: whole or without its suffix; Latin ones squeezed."""
    folded = fold_text(name)
    forms = (folded, stems(folded, script))
    return frozenset(map(squeeze, forms) if script == "en" else forms)
