"""Facets and chosen values as the pages of the console show them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from service.exchanges.filters import SIZES, Filter
from service.exchanges.rows import say_direction
from service.staff.desk import Desk
from service.staff.templates import say

# Values of a facet that are shown before "more".
SHOWN = 8
# From few people to many; where a page says nothing of them, at the end.
_BY_SIZE = {size: rank for rank, size in enumerate([*list(SIZES)[1:], *list(SIZES)[:1]])}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet and how many exchanges it would keep."""

    value: str
    label: str
    number: int
    chosen: bool


def facet_label(desk: Desk, facet: str, value: str) -> str:
    """What a value of a facet is called; as it is written where nothing is called so."""
    labels: Mapping[str, Callable[[], str]] = {
        "home": lambda: desk.name(value),
        "partner": lambda: desk.name(value),
        "kind": lambda: desk.voice.kind(value),
        "direction": lambda: say_direction(desk.voice, value),
        "year": lambda: value,
    }
    try:
        return labels.get(facet, lambda: say(desk.voice, f"{facet}.{value}"))()
    except KeyError:
        return value


def choices_of(desk: Desk, facet: str, counts: Mapping[str, int], wanted: Filter) -> list[Choice]:
    """The values of a facet: the chosen ones first, then the most frequent.

    Years come newest first and head counts smallest first.
    """
    chosen = wanted.of(facet)
    every = {**dict.fromkeys(chosen, 0), **counts}
    found = [
        Choice(value, facet_label(desk, facet, value), number, value in chosen)
        for value, number in every.items()
    ]
    found.sort(key=lambda choice: (-choice.number, choice.label))
    if facet == "year":
        found.sort(key=lambda choice: choice.value, reverse=True)
    if facet == "size":
        found.sort(key=lambda choice: _BY_SIZE.get(choice.value, len(_BY_SIZE)))
    return sorted(found, key=lambda choice: not choice.chosen)


def chips(desk: Desk, wanted: Filter) -> Iterator[tuple[str, str]]:
    """What narrows a search, in words, with the query of the same search without it."""
    if wanted.words:
        yield f"“{wanted.words}”", wanted.query(words="", page=1)
    for name, field in (("since", "since"), ("until", "until")):
        if value := getattr(wanted, field):
            label = f"{say(desk.voice, f'filter.{name}')} {value}"
            yield label, wanted.query(**{field: "", "page": 1})
    for facet, values in wanted.chosen.items():
        for value in values:
            label = f"{say(desk.voice, f'facet.{facet}')}: {facet_label(desk, facet, value)}"
            yield label, wanted.without(facet, value).query()
