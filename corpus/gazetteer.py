"""Places by name: the data files, and finding the names in any text."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast

from corpus.aliases import derive_aliases
from corpus.language import HAN, HANGUL
from corpus.model import Place, PlaceKind, Span
from corpus.text import Folded, fold
from corpus.wordlists import DATA, load_toml

PLACES = DATA / "places.csv"
KINDS = ("country", "province", "city", "county", "district")
NAME_COLUMNS = ("ko", "zh", "zh-Hant", "en")

_HANGUL = re.compile(f"[{HANGUL}]")
_HAN = re.compile(f"[{HAN}]")
_CJK = re.compile(f"[{HANGUL}{HAN}]")
_WORD = re.compile(r"[a-z\u00c0-\u024f]")
# Latin names of this length are seen in compounds ("the Seocho-Hebi agreement"), shorter ones not.
_SHORTEST_IN_COMPOUND = 4
# The name of a province of this length without its suffix is as good as a full one.
_UNMISTAKABLE = 3
# Texts whose names are remembered: one question is searched for several ties in turn.
FOUND = 1024


class GazetteerError(Exception):
    """A places file that cannot be used; the message names the file, the line and the mend."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text and the places it may mean, likeliest first."""

    span: Span
    places: tuple[str, ...]

    @property
    def place(self) -> str:
        """The likeliest place."""
        return self.places[0]


class Gazetteer:
    """Places with an index of every name and derived alias. Immutable once made."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.places: Mapping[str, Place] = {place.id: place for place in places}
        self._full: dict[str, list[str]] = defaultdict(list)
        self._short: dict[str, list[str]] = defaultdict(list)
        for place in self.places.values():
            for alias, full in derive_aliases(place).items():
                (self._full if full else self._short)[alias].append(place.id)
        for alias, ids in self._compounds().items():
            self._full[alias].extend(ids)
        self._stops = set(load_toml("not_places.toml")["words"])
        for word in load_toml("not_places.toml")["suffix_required"]:
            self._short.pop(word, None)
        self._found = lru_cache(maxsize=FOUND)(lambda text: list(self._matches(fold(text))))
        self._lengths = _lengths_by_prefix([*self._full, *self._short, *self._stops])

    def find(self, text: str, near: Iterable[str] = ()) -> list[Mention]:
        """Names in ``text``, leftmost longest, homonyms settled by what stands beside them.

        ``near`` are ids that a homonym is likelier to belong to (itself, its parents or children).
        """
        found = self._fitting(text)
        sure = {mention.place for mention in found if len(mention.places) == 1}
        return [self._settle(mention, found, sure | set(near)) for mention in found]

    def ancestors(self, place: str | None) -> tuple[str, ...]:
        """Ids of what contains ``place``, innermost first."""
        chain: list[str] = []
        current = self.places.get(place or "")
        while current is not None and current.parent and current.parent not in chain:
            chain.append(current.parent)
            current = self.places.get(current.parent)
        return tuple(chain)

    def related(self, one: str, other: str) -> bool:
        """Whether one of two places contains the other, or they are the same."""
        return one == other or one in self.ancestors(other) or other in self.ancestors(one)

    def named(self, name: str) -> tuple[str, ...]:
        """Ids of the places that ``name`` as a whole may mean."""
        folded = fold(name).text.strip()
        return tuple(self._full.get(folded) or self._short.get(folded) or ())

    def with_places(self, places: Iterable[Place]) -> Gazetteer:
        """A gazetteer that knows ``places`` as well; an id that is known is replaced."""
        return Gazetteer({**self.places, **{place.id: place for place in places}}.values())

    def _compounds(self) -> dict[str, list[str]]:
        """Full names with the parent's name right in front, as written without a space."""
        found: dict[str, list[str]] = defaultdict(list)
        for place in self.places.values():
            parent = self.places.get(place.parent or "")
            if parent is None or parent.kind == "country" or place.kind == "city":
                continue
            for language in ("ko", "zh"):
                for outer in derive_aliases(parent, language):
                    for inner in place.names.get(language, ()):
                        found[outer + fold(inner).text].append(place.id)
        return found

    def _matches(self, folded: Folded) -> Iterator[Mention]:
        text, position = folded.text, 0
        while position < len(text):
            match = self._longest(text, position)
            if match is None:
                position += 1
                continue
            length, ids = match
            if ids:
                yield Mention(folded.span(position, position + length), ids)
            position += length

    def _longest(self, text: str, start: int) -> tuple[int, tuple[str, ...]] | None:
        """Length and ids of the longest name at ``start``; no ids for a word that is no place."""
        for length in self._lengths.get(text[start : start + 2], ()):
            name = text[start : start + length]
            if len(name) < length:
                continue
            if name in self._stops:
                return length, ()
            ids = self._named_at(text, start, name)
            if ids:
                return length, ids
        return None

    def _named_at(self, text: str, start: int, name: str) -> tuple[str, ...]:
        end = start + len(name)
        full, short = self._full.get(name, []), self._short.get(name, [])
        if full and _stands_alone(text, start, end, full=True):
            return tuple(dict.fromkeys([*full, *short]))
        if short and _stands_alone(text, start, end, full=False):
            return tuple(dict.fromkeys(short))
        return ()

    def _fitting(self, text: str) -> list[Mention]:
        """The names in ``text`` without what lies in another country than the one in front says."""
        kept: list[Mention] = []
        found = self._found(text)
        for before, mention in zip([None, *found], found, strict=False):
            outer = self._countries_in_front(text, before, mention)
            fit = tuple(p for p in mention.places if not outer or self._country(p) in outer)
            if fit:
                kept.append(Mention(mention.span, fit))
        return kept

    def _countries_in_front(
        self, text: str, before: Mention | None, mention: Mention
    ) -> set[str | None]:
        """The countries that a country's or province's full name right in front allows."""
        if before is None or text[before.span.end : mention.span.start].strip():
            return set()
        name = text[before.span.start : before.span.end]
        outer = {self.places[place].kind for place in before.places}
        inner = {self.places[place].kind for place in mention.places}
        if not _CJK.search(name) or outer - {"country", "province"} or inner & {"country"}:
            return set()
        is_full = fold(name).text in self._full or len(name) >= _UNMISTAKABLE
        if outer != {"country"} and not is_full:
            return set()
        return {self._country(place) for place in before.places}

    def _country(self, place: str) -> str | None:
        """The country that ``place`` is or lies in; None where the data do not say."""
        return next(
            (p for p in (place, *self.ancestors(place)) if self.places[p].kind == "country"), None
        )

    def _settle(self, mention: Mention, found: list[Mention], context: set[str]) -> Mention:
        """The same mention, its places cut to those that fit equally well."""
        if len(mention.places) == 1:
            return mention
        scores = {place: self._fit(place, mention, found, context) for place in mention.places}
        best = max(scores.values())
        return Mention(mention.span, tuple(p for p in mention.places if scores[p] == best))

    def _fit(self, place: str, mention: Mention, found: list[Mention], context: set[str]) -> int:
        """How well ``place`` fits: a parent beside the name, then itself or a parent around."""
        parents = self.ancestors(place)
        beside = any(_adjacent(mention, m) and set(parents) & set(m.places) for m in found)
        around = len(context.intersection(parents))
        return 16 * beside + 4 * (place in context) + around


def load_gazetteer(extra: Path | None = None) -> Gazetteer:
    """The gazetteer of the data file, with an operator's own ``extra`` file laid over it."""
    places = {place.id: place for place in read_places(PLACES)}
    if extra is not None:
        places |= {place.id: place for place in read_places(extra)}
    _check_parents(places, extra or PLACES)
    return Gazetteer(places.values())


def read_places(path: Path) -> list[Place]:
    """The rows of a places file (columns: id, kind, parent, ko, zh, zh-Hant, en)."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            missing = {"id", "kind", *NAME_COLUMNS[:2], "en"} - set(rows.fieldnames or ())
            if missing:
                raise GazetteerError(f"{path}: the first line lacks {', '.join(sorted(missing))}.")
            return [
                _read_row(path, rows.line_num, row) for row in rows if (row["id"] or "").strip()
            ]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise GazetteerError(f"{path}: cannot be read as UTF-8 CSV ({error}).") from error


def _read_row(path: Path, line: int, row: Mapping[str, str | None]) -> Place:
    kind = (row["kind"] or "").strip()
    if kind not in KINDS:
        raise GazetteerError(f"{path}, line {line}: kind must be one of {', '.join(KINDS)}.")
    names = {
        column: tuple(name.strip() for name in (row.get(column) or "").split("|") if name.strip())
        for column in NAME_COLUMNS
    }
    if not any(names.values()):
        raise GazetteerError(f"{path}, line {line}: give at least one name.")
    kept = {column: value for column, value in names.items() if value}
    parent = (row.get("parent") or "").strip() or None
    return Place((row["id"] or "").strip(), cast(PlaceKind, kind), kept, parent)


def _check_parents(places: Mapping[str, Place], path: Path) -> None:
    for place in places.values():
        if place.parent and place.parent not in places:
            raise GazetteerError(f"{path}: {place.id} names the unknown parent {place.parent}.")


def _lengths_by_prefix(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """For the first two characters of a name, the lengths of such names, longest first."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for name in names:
        lengths[name[:2]].add(len(name))
    return {prefix: tuple(sorted(found, reverse=True)) for prefix, found in lengths.items()}


def _stands_alone(text: str, start: int, end: int, full: bool) -> bool:
    """Whether a name at [start, end) is one, and not a piece of a longer word."""
    before, after, first = text[start - 1 : start], text[end:], text[start]
    if _HANGUL.match(first):
        if full and end - start >= 3:
            return True
        if before and _HANGUL.match(before):
            return False
        return not _HANGUL.match(after) or _particle_follows(after)
    if _HAN.match(first):
        return True
    hyphens = "-" if end - start < _SHORTEST_IN_COMPOUND else ""
    if before and (_WORD.match(before) or before in hyphens):
        return False
    return not after or not (_WORD.match(after) or after[0] in hyphens)


def _particle_follows(after: str) -> bool:
    particles = load_toml("language.toml")["particles"]["ko"]
    return any(after.startswith(particle) for particle in particles)


def _adjacent(one: Mention, other: Mention) -> bool:
    """Whether two names stand beside each other, with at most a comma or brackets between."""
    gap = max(one.span.start, other.span.start) - min(one.span.end, other.span.end)
    return one.span != other.span and 0 <= gap <= 3
