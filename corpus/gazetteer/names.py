"""The names of all places in one table: folded, with and without their suffix."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from typing import get_args

from corpus.gazetteer.aliases import Script, keeps_suffix, stems
from corpus.language import HAN, HANGUL
from corpus.model import Place, PlaceKind
from corpus.text import fold_text
from corpus.wordlists import load_toml

Ids = tuple[str, ...]
# Characters that a name is found by before its whole is compared.
PREFIX = 2
# Two words as short as this are a person's name as well (Wu Xi).
_SHORT_TITLE = 5
_ACCENTS = re.compile("[\u0300-\u036f]")
_BREAKS = " -'.&"
# A letter of a name that nothing parts from the words around it.
CJK = re.compile(f"[{HANGUL}{HAN}]")
_FIRST_CJK = "\u1100"
_SCRIPTS: tuple[tuple[Script, tuple[str, ...]], ...] = (
    ("ko", ("ko",)),
    ("zh", ("zh", "zh-Hant")),
    ("en", ("en",)),
)


class NameTable:
    """Ids of places by folded name. ``full`` names have their suffix, ``bare`` ones have not.

    Names in Latin letters are kept without spaces, hyphens, apostrophes and accents (``squeeze``);
    ``apart`` are those that are written in several words. A table laid over another one is made in
    a time that depends on its own places only.
    """

    def __init__(
        self, places: Iterable[Place], base: NameTable | None = None, hidden: Collection[str] = ()
    ) -> None:
        self._full: dict[str, Ids] = {}
        self._bare: dict[str, Ids] = {}
        self._apart: set[str] = set()
        self._base, self._hidden = base, frozenset(hidden)
        every = list(places)
        for script, languages in _SCRIPTS:
            self._add_latin(every) if script == "en" else self._add(every, script, languages)
        self._lengths: dict[str, set[int]] = {}
        every_name = {**self._full, **self._bare}
        own = every_name if base is not None else ()
        self._latin = [name for name in own if max(name, default="") < _FIRST_CJK]
        self._others = [name for name in own if max(name, default="") >= _FIRST_CJK]
        for name in every_name:
            self._lengths.setdefault(name[:PREFIX], set()).add(len(name))
        self._heads = frozenset(filter(CJK.match, self._lengths))

    def full(self, name: str) -> Ids:
        """Ids of the places that the folded ``name`` is a full name of."""
        own = self._full.get(name, ())
        return own if self._base is None else self._with(own, self._base.full(name))

    def bare(self, name: str) -> Ids:
        """Ids of the places that the folded ``name`` means, without its suffix."""
        own = self._bare.get(name, ())
        return own if self._base is None else self._with(own, self._base.bare(name))

    def among(self, names: Iterable[str]) -> list[str]:
        """Those of the folded ``names`` that are names of places."""
        full, bare = self._full, self._bare
        if self._base is None:
            return [name for name in names if name in full or name in bare]
        every = list(names)
        own = [name for name in every if name in full or name in bare]
        return [*own, *self._base.among(every)]

    def lengths(self, prefix: str) -> Collection[int]:
        """Lengths of the names that start with ``prefix`` (``PREFIX`` characters)."""
        own = self._lengths.get(prefix, ())
        if self._base is None:
            return own
        below = self._base.lengths(prefix)
        return {*own, *below} if own and below else own or below

    def starts(self, text: str) -> set[int]:
        """Where in a folded text a name in Hangul or Han may start, by its ``PREFIX``."""
        own = self._heads
        found = {at for at in range(len(text)) if text[at : at + PREFIX] in own}
        return found if self._base is None else found | self._base.starts(text)

    def holds(self, name: str) -> bool:
        """Whether the folded ``name`` is one, with or without its suffix."""
        if name in self._full or name in self._bare:
            return True
        return self._base is not None and self._base.holds(name)

    def names_of(self, places: frozenset[str]) -> Iterator[str]:
        """The names of ``places``, folded, with and without their suffix; some of them twice."""
        for table in (self._full, self._bare):
            yield from (name for name, ids in table.items() if not places.isdisjoint(ids))
        if self._base is not None:
            yield from self._base.names_of(places - self._hidden)

    def has_own(self, folded: str) -> bool:
        """Whether a name of the table itself, not of the one below, may stand in a folded text."""
        if any(name in folded for name in self._others):
            return True
        letters = squeeze(folded) if self._latin else ""
        return any(name in letters for name in self._latin)

    def is_apart(self, name: str) -> bool:
        """Whether a squeezed Latin name is written in several words, and never in one."""
        return name in self._apart or (self._base is not None and self._base.is_apart(name))

    def _with(self, own: Ids, below: Ids) -> Ids:
        hidden = self._hidden
        shown = tuple(place for place in below if place not in hidden) if hidden else below
        return own + shown if own else shown

    def _add(self, places: Iterable[Place], script: Script, languages: tuple[str, ...]) -> None:
        """Names in Hangul or Han, and what a city or province without a suffix may take."""
        owners, written = _written(places, languages)
        folded = _fold_lines(written)
        suffixes = {k: load_toml("suffixes.toml")[script].get(k) for k in get_args(PlaceKind)}
        full, bare = self._full, self._bare
        lines = zip(owners, _lines(folded), _lines(stems(folded, script)), strict=True)
        for (ids, kind), name, stem in lines:
            if stem != name:
                _put(bare, name if kind == "country" else stem, ids)
                if kind != "country":
                    _put(full, name, ids)
            elif kind == "country" or not keeps_suffix(name, script):
                _put(bare, name, ids)
            else:
                _put(full, name, ids)
            suffix = suffixes[kind]
            if suffix and (stem == name or name[-1] == suffix) and len(stem) >= PREFIX:
                _put(full, stem + suffix, ids)

    def _add_latin(self, places: Iterable[Place]) -> None:
        """Names in Latin letters, squeezed; those of districts and counties without it as well."""
        owners, written = _written(places, ("en",))
        folded = _fold_lines(written)
        shortened = stems(folded, "en")
        forms = (folded, shortened, squeeze(folded), squeeze(shortened))
        joined: set[str] = set()
        titled = {squeeze(fold_text(name)) for name in _titles(written)}
        for (ids, kind), name, stem, whole, short in zip(owners, *map(_lines, forms), strict=True):
            (self._apart if " " in name else joined).add(whole)
            if stem == name or kind == "country":
                _put(self._bare, whole, ids)
            else:
                _put(self._full, whole, ids)
                _put(self._bare, short, ids)
                (self._apart if " " in stem else joined).add(short)
        self._apart -= joined - titled


def squeeze(folded: str) -> str:
    """A folded Latin name without spaces, hyphens, apostrophes and accents; or several lines."""
    squeezed = folded
    for sign in _BREAKS:
        squeezed = squeezed.replace(sign, "")
    if squeezed.isascii():
        return squeezed
    plain = _ACCENTS.sub("", unicodedata.normalize("NFD", squeezed))
    return unicodedata.normalize("NFC", plain)


def _written(
    places: Iterable[Place], languages: tuple[str, ...]
) -> tuple[list[tuple[Ids, PlaceKind]], str]:
    """Every name in ``languages``, one a line, and for each line the place's id and kind."""
    owners: list[tuple[Ids, PlaceKind]] = []
    written: list[str] = []
    for place in places:
        owner: tuple[Ids, PlaceKind] = ((place.id,), place.kind)
        for language in languages:
            names = place.names.get(language, ())
            owners += [owner] * len(names)
            written += names
    return owners, "\n".join(written)


def _titles(written: str) -> list[str]:
    """The names of several words that each have a capital: no syllables of one word (Gao ping)."""
    return [n for n in _lines(written) if " " in n and n.istitle() and len(n) > _SHORT_TITLE]


def _fold_lines(text: str) -> str:
    """``fold_text`` of tens of thousands of names, none of which has a letter in two parts."""
    return fold_text(unicodedata.normalize("NFC", text))


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []


def _put(table: dict[str, Ids], name: str, ids: Ids) -> None:
    """Add the one id in ``ids`` to those of ``name``."""
    before = table.setdefault(name, ids)
    if before is not ids and ids[0] not in before:
        table[name] = before + ids
