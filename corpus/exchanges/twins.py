"""Exchanges that a bilingual page tells once in each language, joined into one with two quotes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.model import Exchange

# Length of the EDTF of a day, and of a month.
_DAY, _MONTH = len("2016-10-13"), len("2016-10")


def join_twins(exchanges: Sequence[Exchange]) -> list[Exchange]:
    """``exchanges`` with those of the same tie and date joined that stand in parallel.

    In parallel are as many of one language as of another; where the numbers differ, those right
    behind each other. The twins must not tell of different kinds or directions.
    """
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, exchange in enumerate(exchanges):
        groups[exchange.tie, exchange.date].append(index)
    twins = dict(pair for same in groups.values() for pair in _pairs(exchanges, same))
    twins |= dict(
        pair
        for same in groups.values()
        for pair in _retold(exchanges, [i for i in same if i not in {*twins, *twins.values()}])
    )
    joined = {twin: index for index, twin in twins.items()}
    return [
        _joined(exchange, exchanges[twins[index]]) if index in twins else exchange
        for index, exchange in enumerate(exchanges)
        if index not in joined
    ]


def _pairs(exchanges: Sequence[Exchange], same: Sequence[int]) -> Iterable[tuple[int, int]]:
    by_language: dict[str, list[int]] = defaultdict(list)
    for index in same:
        if len(exchanges[index].sources) == 1:
            by_language[exchanges[index].sources[0].language].append(index)
    if len(by_language) != 2:
        return []
    one, other = by_language.values()
    pairs = zip(one, other, strict=True) if len(one) == len(other) else _beside(one, other)
    return [pair for pair in pairs if alike(exchanges[pair[0]], exchanges[pair[1]])]


def _retold(exchanges: Sequence[Exchange], same: Sequence[int]) -> Iterable[tuple[int, int]]:
    """A signing on one day, or in one month, that is told twice, in prose and in a table."""
    dated = (_MONTH, _DAY)
    signed = [
        i for i in same if "signing" in exchanges[i].kinds and len(exchanges[i].date) in dated
    ]
    if len(signed) == 2 and alike(exchanges[signed[0]], exchanges[signed[1]]):
        yield signed[0], signed[1]


def _beside(one: Sequence[int], other: Sequence[int]) -> list[tuple[int, int]]:
    return [(index, index + 1) for index in one if index + 1 in other]


def alike(one: Exchange, other: Exchange) -> bool:
    """Whether nothing told of two exchanges of one time says that they are two."""
    kindred = set(one.kinds) & set(other.kinds) or not one.kinds or not other.kinds
    ways = {one.direction, other.direction} - {None}
    counts = {one.people, other.people} - {()}
    return bool(kindred) and len(ways) < 2 and len(counts) < 2


def _joined(one: Exchange, other: Exchange) -> Exchange:
    kinds = (*one.kinds, *(kind for kind in other.kinds if kind not in one.kinds))
    return replace(
        one,
        kinds=kinds,
        sources=(*one.sources, *other.sources),
        direction=one.direction or other.direction,
        people=one.people or other.people,
        leaders=one.leaders or other.leaders,
        actor=one.actor or other.actor,
    )
