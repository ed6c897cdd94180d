"""Who takes part in an exchange and which way it went, against the plain way of saying the same."""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Exchange
from service.catalogue import Catalogue
from service.exchanges.filters import DIRECTIONS
from service.exchanges.ledger import Ledger, direction_of, ledger_of
from service.exchanges.sides import Sides, rows_with


@cache
def ledger_once(catalogue: Catalogue) -> Ledger:
    return ledger_of(catalogue)


@cache
def meant(ledger: Ledger, place: str) -> frozenset[str]:
    """The place, or what lies in it where it has no tie."""
    every = {p for tie in ledger.ties for p in tie.places}
    if place in every:
        return frozenset({place})
    within = {p for p in ledger.places if place in ledger.gazetteer.ancestors(p)}
    return frozenset({place, *within})


def seen(ledger: Ledger, exchange: Exchange, row: int, sides: Sides) -> str | None:
    """Which way the exchange went for the place that is meant; None where it takes no part."""
    own = meant(ledger, sides.place) if sides.place else None
    other = meant(ledger, sides.partner) if sides.partner else None
    home, partner = ledger.ties[ledger.tie[row]].places
    told = direction_of(exchange, (home, partner))
    if (own is None or home in own) and (other is None or partner in other):
        return told
    if own and exchange.actor in own and other is None:
        return told
    if (own is None or partner in own) and (other is None or home in other):
        return {"out": "in", "in": "out"}.get(told, told)
    return None


PLACES = ["seocho", "hebi", "langfang", "changning-shanghai", "zhengzhou", "henan", "china",
          "korea", "seoul", "paris"]  # fmt: skip


@given(st.sampled_from([None, *PLACES]), st.sampled_from([None, *PLACES]),
       st.lists(st.sampled_from(DIRECTIONS), max_size=2, unique=True))  # fmt: skip
def test_sides_are_kept_as_they_are_told(
    catalogue: Catalogue, place: str | None, partner: str | None, directions: list[str]
) -> None:
    ledger = ledger_once(catalogue)
    sides = Sides(place, partner, tuple(directions))
    ways = [seen(ledger, exchange, row, sides) for row, exchange in enumerate(ledger.exchanges)]
    wanted = [way is not None and (not directions or way in directions) for way in ways]
    assert rows_with(ledger, sides).tolist() == wanted


def test_the_places_of_this_test_are_known(catalogue: Catalogue) -> None:
    assert set(PLACES) <= catalogue.gazetteer.places.keys()
