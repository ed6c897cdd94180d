"""Which exchanges a place takes part in, with whom, and which way they went as it sees them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from service.exchanges.filters import DIRECTIONS
from service.exchanges.ledger import Codes, Ledger
from service.exchanges.searching import rows_of_places
from service.exchanges.texts import Mask

_OPPOSITE = {"out": "in", "in": "out"}


@dataclass(frozen=True, slots=True)
class Sides:
    """Ids of a place and of its partner, and directions as the place sees them.

    Without ``place`` it is any place that has the partner; without both, the side whose page it
    is. Without ``partner``, the place may also be a third one, whose delegation it was.
    """

    place: str | None = None
    partner: str | None = None
    directions: tuple[str, ...] = ()


def rows_with(ledger: Ledger, sides: Sides) -> Mask:
    """For each row of the ledger, whether it has these sides."""
    place, partner = _places(ledger, sides.place), _places(ledger, sides.partner)
    as_told = place[ledger.home] & partner[ledger.partner]
    turned = place[ledger.partner] & partner[ledger.home] & ~as_told
    if sides.place and not sides.partner:
        # Without an actor the code is -1, which is the place put at the end.
        as_told |= np.append(place, False)[ledger.actor]
    if not sides.directions:
        return as_told | turned
    opposite = [_OPPOSITE.get(direction, direction) for direction in sides.directions]
    seen = as_told & _went(ledger.direction, sides.directions)
    return seen | (turned & ~as_told & _went(ledger.direction, opposite))


def _places(ledger: Ledger, place: str | None) -> Mask:
    """Of the ledger's places those that are meant.

    As with ties: the place itself, or what lies in it where it has no tie itself; all, if None.
    """
    if place is None:
        return np.ones(len(ledger.places), dtype=np.bool_)
    if any(place in tie.places for tie in ledger.ties):
        return np.array([known == place for known in ledger.places], dtype=np.bool_)
    return rows_of_places(ledger, frozenset({place}))


def _went(codes: Codes, directions: Sequence[str]) -> Mask:
    return np.isin(codes, [DIRECTIONS.index(direction) for direction in directions])
