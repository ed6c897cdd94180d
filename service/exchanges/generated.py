"""Any number of exchanges for measurements, made of those that an index has: no words of its own.

Dates, partners, head counts and the names in front of each quote change; all is drawn from a seed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.model import LANGUAGES, Exchange, Place, Tie, tie_id
from index.search import Index

SEED = 20161013
TIES = 300
_YEARS = (1992, 2025)


def generate(index: Index, number: int) -> tuple[list[Exchange], list[Tie]]:
    """``number`` exchanges over TIES ties between places of the gazetteer."""
    chance = random.Random(SEED)
    ties = list(_make_ties(index, chance))
    return [_make(index, ties, row, chance) for row in range(number)], ties


def _make_ties(index: Index, chance: random.Random) -> Iterator[Tie]:
    homes = sorted({tie.places[0] for tie in index.ties})
    cities = [p.id for p in index.places.values() if p.kind == "city" and p.id not in homes]
    for partner in chance.sample(cities, TIES):
        home, pattern = chance.choice(homes), chance.choice(index.ties)
        yield replace(pattern, id=tie_id(home, partner), places=(home, partner))


def _make(index: Index, ties: Sequence[Tie], row: int, chance: random.Random) -> Exchange:
    pattern, tie = chance.choice(index.exchanges), chance.choice(ties)
    day = f"{chance.randint(*_YEARS)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    home, partner = tie.places
    front = " ".join(_named(index.places[place], chance) for place in tie.places)
    quotes = (replace(s, quote=f"{day} {front} {s.quote}") for s in pattern.sources)
    return replace(
        pattern,
        id=f"{tie.id}@{row}",
        tie=tie.id,
        places=tie.places,
        date=day,
        first=day,
        last=day,
        sources=tuple(quotes),
        direction=chance.choice([None, (home, partner), (partner, home)]),
        people=chance.choice([(), (chance.randint(1, 150),)]),
        actor=None,
    )


def _named(place: Place, chance: random.Random) -> str:
    return place.name(chance.choice(LANGUAGES))
