"""Exchanges and facets as the pages and exports of the console show them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from corpus.model import Exchange, Source
from corpus.wordlists import load_toml
from service.staff.desk import Desk
from service.staff.filters import SIZES, Filter
from service.staff.ledger import direction_of
from service.staff.templates import count, say
from service.wording import Voice

# Values of a facet that are shown before "more".
SHOWN = 8
# From few people to many; where a page says nothing of them, at the end.
_BY_SIZE = {size: rank for rank, size in enumerate([*list(SIZES)[1:], *list(SIZES)[:1]])}


@dataclass(frozen=True, slots=True)
class Row:
    """One exchange, told in the reader's language; its quotes in their own."""

    exchange: Exchange
    date: str
    home: str
    partner: str
    kinds: list[str]
    direction: str
    people: str
    leaders: str
    quotes: tuple[Source, ...]
    page: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet and how many exchanges it would keep."""

    value: str
    label: str
    number: int
    chosen: bool


def make_row(desk: Desk, exchange: Exchange) -> Row:
    """An exchange as it is shown."""
    catalogue, voice = desk.console.catalogue, desk.voice
    home, partner = catalogue.ties[exchange.tie].places
    page = catalogue.index.pages[exchange.sources[0].page]
    direction = direction_of(exchange, (home, partner))
    people = sum(exchange.people)
    return Row(
        exchange=exchange,
        date=voice.date(exchange.date, False),
        home=desk.name(home),
        partner=desk.name(partner),
        kinds=[kind_name(voice, kind) for kind in exchange.kinds],
        direction="" if direction == "unstated" else say(voice, f"direction.{direction}"),
        people=count(voice, "people", people) if people else "",
        leaders=", ".join(
            " ".join(filter(None, (leader.office, leader.name))) for leader in exchange.leaders
        ),
        quotes=exchange.sources,
        page=page.title,
        url=page.url,
    )


def kind_name(voice: Voice, kind: str) -> str:
    """What a kind of exchange is called."""
    return voice.characters(str(load_toml("kinds.toml")[kind]["names"][voice.language]))


def facet_label(desk: Desk, facet: str, value: str) -> str:
    """What a value of a facet is called; as it is written where nothing is called so."""
    labels: Mapping[str, Callable[[], str]] = {
        "home": lambda: desk.name(value),
        "partner": lambda: desk.name(value),
        "kind": lambda: kind_name(desk.voice, value),
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
