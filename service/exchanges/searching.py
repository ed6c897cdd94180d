"""Searching the ledger: which rows a filter keeps, in which order, and what else it could keep."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from corpus.dates import bounds
from corpus.text import clean, fold_text
from corpus.wordlists import load_toml
from service.exchanges.filters import DIRECTIONS, FACETS, SIZES, Filter
from service.exchanges.ledger import KINDS, Codes, Ledger
from service.exchanges.texts import Mask

Rows = NDArray[np.intp]
Names = Callable[[str], str]


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The rows that a filter keeps, in its order; for each facet how many each value would keep."""

    rows: Rows
    facets: Mapping[str, Mapping[str, int]]


def find_exchanges(ledger: Ledger, wanted: Filter, name: Names) -> Found:
    """Rows and facets; ``name`` gives the name by which a place is sorted."""
    masks = _masks(ledger, wanted)
    kept = _all(ledger, masks.values())
    facets = {
        facet: _counts(ledger, facet, _all(ledger, [m for k, m in masks.items() if k != facet]))
        for facet in FACETS
    }
    return Found(_ordered(ledger, kept, wanted.sort, name), facets)


def find_rows(ledger: Ledger, wanted: Filter, name: Names) -> Rows:
    """The rows alone."""
    kept = _all(ledger, _masks(ledger, wanted).values())
    return _ordered(ledger, kept, wanted.sort, name)


def word_places(ledger: Ledger, words: str) -> list[tuple[str, frozenset[str]]]:
    """Each term of a search, folded, with the places that it may name.

    A name of several words is one term. Places are those of the ledger, or what they lie in.
    """
    text = clean(words)
    known = {p for place in ledger.places for p in (place, *ledger.gazetteer.ancestors(place))}
    terms: list[tuple[str, frozenset[str]]] = []
    done = 0
    for mention in ledger.gazetteer.find(text, known, question=True):
        places = known.intersection(mention.places)
        if not places:
            continue
        terms += [(word, frozenset()) for word in _words(text[done : mention.span.start])]
        named = text[mention.span.start : mention.span.end]
        terms.append((fold_text(named), frozenset(places)))
        done = mention.span.end
    return terms + [(word, frozenset()) for word in _words(text[done:])]


def rows_of_places(ledger: Ledger, places: frozenset[str]) -> NDArray[np.bool_]:
    """For each of the ledger's places, whether it is or lies in one of ``places``."""
    return np.array(
        [bool(places.intersection((p, *ledger.gazetteer.ancestors(p)))) for p in ledger.places],
        dtype=np.bool_,
    )


def kinds_named(word: str) -> list[int]:
    """The kinds (their columns) that are called ``word``, folded, in any language."""
    table = load_toml("kinds.toml")
    return [
        column
        for column, kind in enumerate(KINDS)
        if word in {kind, *(fold_text(name) for name in table[kind]["names"].values())}
    ]


def period_of(wanted: Filter) -> tuple[int, int]:
    """The first and last day of a filter's period, as numbers like 20161013."""
    first = bounds(wanted.since)[0] if wanted.since else "0001-01-01"
    last = bounds(wanted.until)[1] if wanted.until else "9999-12-31"
    return int(first.replace("-", "")), int(last.replace("-", ""))


def _words(text: str) -> list[str]:
    return fold_text(text).split()


def _masks(ledger: Ledger, wanted: Filter) -> dict[str, Mask]:
    """What each part of the filter keeps; parts that keep everything are left out."""
    masks = dict(_facet_masks(ledger, wanted))
    if wanted.since or wanted.until:
        first, last = period_of(wanted)
        masks["period"] = (ledger.first <= last) & (ledger.last >= first)
    for number, (word, places) in enumerate(word_places(ledger, wanted.words)):
        masks[f"word {number}"] = _having(ledger, word, places)
    return masks


def _facet_masks(ledger: Ledger, wanted: Filter) -> Iterator[tuple[str, Mask]]:
    for facet in FACETS:
        values = wanted.of(facet)
        if not values:
            continue
        if facet == "kind":
            columns = [column for column, kind in enumerate(KINDS) if kind in values]
            yield facet, np.asarray(ledger.kinds[:, columns].any(axis=1))
        else:
            codes, names = _column(ledger, facet)
            wanted_codes = [code for code, name in enumerate(names) if name in values]
            yield facet, np.isin(codes, wanted_codes)


def _having(ledger: Ledger, word: str, places: frozenset[str]) -> Mask:
    """Rows with the word, of the place that it names, or of the kind that it is called."""
    mask = ledger.texts.having(word)
    if places:
        of_places = rows_of_places(ledger, places)
        mask = mask | of_places[ledger.home] | of_places[ledger.partner]
        mask |= np.append(of_places, False)[ledger.actor]
    if columns := kinds_named(word):
        mask = mask | ledger.kinds[:, columns].any(axis=1)
    return mask


def _column(ledger: Ledger, facet: str) -> tuple[Codes, Sequence[str]]:
    """The codes of a facet by row, and what each code is called in an address."""
    if facet == "direction":
        return ledger.direction, DIRECTIONS
    if facet == "size":
        return ledger.size, tuple(SIZES)
    if facet == "year":
        return ledger.years, _YEARS
    return (ledger.home if facet == "home" else ledger.partner), ledger.places


_YEARS = tuple(str(year) for year in range(10_000))


def _counts(ledger: Ledger, facet: str, kept: Mask) -> dict[str, int]:
    if facet == "kind":
        counts = ledger.kinds[kept].sum(axis=0)
        return {kind: int(n) for kind, n in zip(KINDS, counts, strict=True) if n}
    codes, names = _column(ledger, facet)
    counts = np.bincount(codes[kept], minlength=1)
    return {names[code]: int(counts[code]) for code in np.flatnonzero(counts).tolist()}


def _all(ledger: Ledger, masks: Iterable[Mask]) -> Mask:
    every = list(masks)
    if not every:
        return np.ones(len(ledger.exchanges), dtype=np.bool_)
    return reduce(np.logical_and, every)


def _ordered(ledger: Ledger, kept: Mask, sort: str, name: Names) -> Rows:
    """The kept rows; within one partner or size the newest first."""
    rows = np.flatnonzero(kept)
    if sort == "date":
        return rows
    newest = rows[::-1]
    if sort == "-date":
        return newest
    if sort == "partner":
        names = [name(place) for place in ledger.places]
        ranks = np.argsort(np.argsort(names, kind="stable"), kind="stable")
        return newest[np.argsort(ranks[ledger.partner[newest]], kind="stable")]
    people = ledger.people[newest]
    told = np.where(people < 0, np.iinfo(np.int32).max, people)
    return newest[np.argsort(told if sort == "people" else -people, kind="stable")]
