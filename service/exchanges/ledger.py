"""All exchanges and ties as columns: made once for an index, then searched by many threads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.gazetteer import Gazetteer
from corpus.model import Exchange, Tie
from corpus.text import fold_text
from corpus.wordlists import load_toml
from service.catalogue import Catalogue
from service.exchanges.filters import DIRECTIONS, SIZES
from service.exchanges.texts import Texts

Codes = NDArray[np.int32]
KINDS: tuple[str, ...] = tuple(k for k in load_toml("kinds.toml") if not k.startswith("_"))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Ledger:
    """Exchanges by date, one a row, and what each is found by.

    ``tie`` is the row of its tie; ``home`` and ``partner`` are rows of ``places``; ``first`` and
    ``last`` are days as numbers like 20161013, ``last`` 99991231 of what goes on; ``kinds`` has a
    column for each kind; ``direction`` and ``size`` are rows of DIRECTIONS and SIZES; ``people``
    is -1 where none are told.
    """

    gazetteer: Gazetteer
    ties: tuple[Tie, ...]
    exchanges: tuple[Exchange, ...]
    places: tuple[str, ...]
    texts: Texts
    tie: Codes
    home: Codes
    partner: Codes
    actor: Codes
    first: Codes
    last: Codes
    kinds: NDArray[np.bool_]
    direction: Codes
    size: Codes
    people: Codes

    @property
    def years(self) -> Codes:
        """The year in which each exchange began."""
        years: Codes = self.first // 10_000
        return years


def make_ledger(exchanges: Iterable[Exchange], ties: Iterable[Tie], gazetteer: Gazetteer) -> Ledger:
    """The ledger of an index's exchanges and ties."""
    rows = tuple(sorted(exchanges, key=lambda exchange: (exchange.first, exchange.last)))
    every = tuple(ties)
    tie_rows = {tie.id: row for row, tie in enumerate(every)}
    sides = [every[tie_rows[exchange.tie]].places for exchange in rows]
    told = [p for tie in every for p in tie.places] + [e.actor for e in rows if e.actor]
    places = tuple(dict.fromkeys(told))
    codes = {place: code for code, place in enumerate(places)}
    people = _codes(sum(exchange.people) or -1 for exchange in rows)
    sizes = np.array(list(SIZES.values()))
    return Ledger(
        gazetteer=gazetteer,
        ties=every,
        exchanges=rows,
        places=places,
        texts=Texts([_text(exchange) for exchange in rows]),
        tie=_codes(tie_rows[exchange.tie] for exchange in rows),
        home=_codes(codes[home] for home, _ in sides),
        partner=_codes(codes[partner] for _, partner in sides),
        actor=_codes(codes[e.actor] if e.actor else -1 for e in rows),
        first=_codes(_day(exchange.first) for exchange in rows),
        last=_codes(_day(exchange.last) for exchange in rows),
        kinds=np.array([[k in e.kinds for k in KINDS] for e in rows], dtype=np.bool_).reshape(
            len(rows), len(KINDS)
        ),
        direction=_codes(
            DIRECTIONS.index(direction_of(e, sides[row])) for row, e in enumerate(rows)
        ),
        size=(np.searchsorted(sizes, people, side="right") - 1).astype(np.int32),
        people=people,
    )


def ledger_of(catalogue: Catalogue) -> Ledger:
    """The ledger of everything that a catalogue holds."""
    index = catalogue.index
    return make_ledger(index.exchanges, index.ties, catalogue.gazetteer)


def direction_of(exchange: Exchange, sides: Sequence[str]) -> str:
    """Which way an exchange went, seen from the side whose page it is on."""
    if exchange.actor:
        return "other"
    if exchange.direction is None:
        return "unstated"
    return "out" if exchange.direction[0] == sides[0] else "in"


def _text(exchange: Exchange) -> str:
    """What the words of a search are looked for in."""
    leaders = [part for p in exchange.leaders for part in (p.name, p.office) if part]
    quotes = [source.quote for source in exchange.sources]
    return fold_text(" ".join([*quotes, *leaders, exchange.date]))


def _day(iso: str) -> int:
    return int(iso.replace("-", ""))


def _codes(numbers: Iterable[int]) -> Codes:
    return np.fromiter(numbers, dtype=np.int32)
