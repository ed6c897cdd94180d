"""What of all exchanges and ties is wanted, as the address of a page says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from corpus.dates import bounds

SORTS = ("-date", "date", "partner", "-people", "people", "-exchanges")
# Facets of exchanges by their names in an address; ties have some of their own.
FACETS = ("home", "partner", "kind", "direction", "size", "year")
_ALL_FACETS = (*FACETS, "stage")
# Head counts by which exchanges are told apart: from so many people on, until the next.
SIZES = {"unstated": -1, "1-9": 1, "10-29": 10, "30-99": 30, "100-": 100}
DIRECTIONS = ("out", "in", "other", "unstated")
# Characters of a search, and values of one facet, that are taken.
LONGEST, MOST_VALUES, MOST_PAGE = 200, 100, 100_000
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Filter:
    """A search; ``since`` and ``until`` are years, months or days, both inclusive.

    ``chosen`` has the values of each facet of which an exchange must have one.
    """

    words: str = ""
    since: str = ""
    until: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = SORTS[0]
    page: int = 1

    def of(self, facet: str) -> tuple[str, ...]:
        """The chosen values of a facet."""
        return self.chosen.get(facet, ())

    @property
    def narrows(self) -> bool:
        """Whether anything at all is left out."""
        return bool(self.words or self.since or self.until or any(self.chosen.values()))

    def only(self, **facets: str) -> Filter:
        """The same search with one value of each given facet."""
        return replace(
            self, page=1, chosen={**self.chosen, **{name: (v,) for name, v in facets.items()}}
        )

    def toggled(self, facet: str, value: str) -> Filter:
        """The same search with one value more, or without it where it is chosen."""
        if value in self.of(facet):
            return self.without(facet, value)
        return replace(self, page=1, chosen={**self.chosen, facet: (*self.of(facet), value)})

    def without(self, facet: str, value: str) -> Filter:
        """The same search without one value."""
        rest = tuple(item for item in self.of(facet) if item != value)
        return replace(self, page=1, chosen={**self.chosen, facet: rest})

    def query(self, **changed: object) -> str:
        """The search as the query of an address, without what is not set."""
        wanted = replace(self, **changed) if changed else self  # type: ignore[arg-type]
        pairs = [("q", wanted.words), ("from", wanted.since), ("to", wanted.until)]
        pairs += [(name, value) for name in _ALL_FACETS for value in wanted.of(name)]
        pairs.append(("sort", wanted.sort if wanted.sort != SORTS[0] else ""))
        pairs.append(("page", str(wanted.page) if wanted.page > 1 else ""))
        return urlencode([pair for pair in pairs if pair[1]])


@dataclass(frozen=True, slots=True)
class Complaint:
    """A part of an address that cannot be used, and is left out."""

    name: str
    value: str


def read_filter(
    given: Sequence[tuple[str, str]], facets: Iterable[str] = FACETS
) -> tuple[Filter, list[Complaint]]:
    """The search of an address, and what of it could not be used; other names are passed over."""
    values = _grouped(given)
    complaints: list[Complaint] = []

    def one(name: str, default: str, valid: bool) -> str:
        found = values.get(name, [default])[-1].strip()
        if found == default or valid or _is_valid(name, found):
            return found
        complaints.append(Complaint(name, found[:LONGEST]))
        return default

    chosen = {
        name: tuple(dict.fromkeys(values[name]))[:MOST_VALUES] for name in facets if name in values
    }
    found = Filter(
        words=one("q", "", True)[:LONGEST],
        since=one("from", "", False),
        until=one("to", "", False),
        chosen=chosen,
        sort=one("sort", SORTS[0], False),
        page=int(one("page", "1", False)),
    )
    return found, complaints


def _grouped(given: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for name, value in given:
        if value.strip():
            values.setdefault(name, []).append(value)
    return values


def _is_valid(name: str, value: str) -> bool:
    if name == "sort":
        return value in SORTS
    if name == "page":
        return (
            value.isascii() and value.isdigit() and len(value) < 9 and 1 <= int(value) <= MOST_PAGE
        )
    return is_date(value)


def is_date(text: str) -> bool:
    """Whether ``text`` is a year, a month or a day of the calendar."""
    if not _DATE.fullmatch(text):
        return False
    year, *rest = text.split("-")
    if int(year) == 0:
        return False
    return len(rest) < 2 or text <= bounds(f"{year}-{rest[0]}")[1]
