"""Ties as the console finds, sorts and shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from corpus.dates import bounds
from corpus.model import Stage, Tie
from corpus.text import fold_text
from service.exchanges.filters import Filter
from service.exchanges.ledger import Ledger
from service.exchanges.searching import word_places
from service.staff.desk import Desk
from service.staff.templates import say

FACETS = ("home", "stage")
SORTS = ("-date", "date", "partner", "-exchanges")
# From the first step to the closest bond; a renewal says nothing of which.
_RANKS = ("intent", "memorandum", "agreement", "friendship", "sister")


@dataclass(frozen=True, slots=True)
class TieRow:
    """A tie: its highest stage, since when (EDTF or None), and its exchanges by year."""

    tie: Tie
    home: str
    partner: str
    where: str
    stage: Stage | None
    stage_name: str
    since: str | None
    since_shown: str
    years: Mapping[int, int]
    latest: str

    @property
    def exchanges(self) -> int:
        """How many exchanges are on record."""
        return sum(self.years.values())


def find_ties(desk: Desk, wanted: Filter) -> tuple[list[TieRow], dict[str, dict[str, int]]]:
    """The ties that a filter keeps, in its order, and how many each value of a facet would."""
    ledger = desk.console.ledger
    terms = word_places(ledger, wanted.words)
    fitting = [t for t in ledger.ties if _has_words(ledger, t, terms) and _in_time(t, wanted)]
    facets: dict[str, dict[str, int]] = {}
    for facet in FACETS:
        others = [f for f in FACETS if f != facet]
        kept = [t for t in fitting if all(_has_value(t, f, wanted) for f in others)]
        facets[facet] = dict(Counter(v for t in kept for v in values_of(t, facet)))
    kept = [t for t in fitting if all(_has_value(t, facet, wanted) for facet in FACETS)]
    years = _years(ledger)
    rows = [tie_row(desk, tie, years.get(tie.id, {})) for tie in kept]
    return _sorted(rows, wanted.sort), facets


def tie_row(desk: Desk, tie: Tie, years: Mapping[int, int]) -> TieRow:
    """A tie as it is shown."""
    voice, gazetteer = desk.voice, desk.console.catalogue.gazetteer
    home, partner = tie.places
    stage = highest_stage(tie)
    since = stage.date if stage else None
    exchanges = desk.console.catalogue.exchanges([tie])
    return TieRow(
        tie=tie,
        home=desk.name(home),
        partner=desk.name(partner),
        where=", ".join(voice.name(gazetteer.places[p]) for p in gazetteer.ancestors(partner)),
        stage=stage,
        stage_name=say(voice, f"stage.{stage.kind}") if stage else "",
        since=since,
        since_shown=voice.date(since, False) if since else say(voice, "ties.undated"),
        years=years,
        latest=voice.date(exchanges[-1].date, False) if exchanges else "",
    )


def highest_stage(tie: Tie) -> Stage | None:
    """The closest bond that a tie has reached."""
    ranked = [stage for stage in tie.stages if stage.kind in _RANKS]
    return max(ranked, key=lambda stage: _RANKS.index(stage.kind), default=None)


def values_of(tie: Tie, facet: str) -> set[str]:
    """The values of a facet that a tie has."""
    return {tie.places[0]} if facet == "home" else {stage.kind for stage in tie.stages}


def _has_value(tie: Tie, facet: str, wanted: Filter) -> bool:
    chosen = wanted.of(facet)
    return not chosen or bool(values_of(tie, facet).intersection(chosen))


def _has_words(ledger: Ledger, tie: Tie, terms: list[tuple[str, frozenset[str]]]) -> bool:
    around = {p for place in tie.places for p in (place, *ledger.gazetteer.ancestors(place))}
    text = fold_text(" ".join(_texts(tie)))
    return all(places & around or word in text for word, places in terms)


def _texts(tie: Tie) -> Iterator[str]:
    for stage in tie.stages:
        yield stage.source.quote
        yield from filter(None, (stage.document, stage.place, stage.method))


def _in_time(tie: Tie, wanted: Filter) -> bool:
    """Whether one of the stages lies in the filter's period."""
    if not (wanted.since or wanted.until):
        return True
    first = bounds(wanted.since)[0] if wanted.since else ""
    last = bounds(wanted.until)[1] if wanted.until else "9999-12-31"
    dates = [bounds(stage.date) for stage in tie.stages if stage.date]
    return any(begins <= last and ends >= first for begins, ends in dates)


def _years(ledger: Ledger) -> dict[str, dict[int, int]]:
    """For each tie how many of its exchanges began in each year."""
    pairs, counts = np.unique(np.stack([ledger.tie, ledger.years]), axis=1, return_counts=True)
    found: dict[str, dict[int, int]] = {}
    for tie, year, number in zip(*pairs.tolist(), counts.tolist(), strict=True):
        found.setdefault(ledger.ties[tie].id, {})[year] = number
    return found


def _sorted(rows: list[TieRow], sort: str) -> list[TieRow]:
    """The rows in their order; what has no date comes last."""
    rows = sorted(rows, key=lambda row: row.partner)
    if sort == "-exchanges":
        return sorted(rows, key=lambda row: -row.exchanges)
    if sort in ("date", "-date"):
        dated = [row for row in rows if row.since]
        dated.sort(key=lambda row: row.since or "", reverse=sort == "-date")
        return dated + [row for row in rows if not row.since]
    return rows
