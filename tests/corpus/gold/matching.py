"""When what was extracted is what a gold file says, and the best pairing of the two.

Names of places are resolved through the gazetteer, with the places that only the page names; text
is compared without spaces, punctuation, case and script variant; everything else exactly.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from corpus.gazetteer import Gazetteer
from corpus.model import Exchange, Fact, Knowledge, Person, is_unnamed
from corpus.text import fold_text

Gold = dict[str, Any]

# The kind of a signing that the page dates without saying what was signed.
_PLAIN_STAGE = "agreement"
_TOLERANCE = 1e-9


@dataclass(frozen=True)
class Names:
    """The ids that the names of a gold file may mean on one page."""

    gazetteer: Gazetteer
    ties: dict[str, tuple[str, str]]

    @staticmethod
    def of(knowledge: Knowledge, gazetteer: Gazetteer) -> Names:
        """The names of a page's own places laid over the gazetteer."""
        if knowledge.places:
            gazetteer = gazetteer.with_places(knowledge.places)
        return Names(gazetteer, {tie.id: tie.places for tie in knowledge.ties})

    def ids(self, name: str) -> frozenset[str]:
        """The places that ``name`` may mean: an id, a whole name, or the innermost name in it."""
        if name in self.gazetteer.places:
            return frozenset({name})
        mentions = self.gazetteer.find(name)
        inner = mentions[-1].places if mentions else ()
        return frozenset(self.gazetteer.named(name)) or frozenset(inner)

    def sides(self, subject: str) -> tuple[str, ...]:
        """The place that ``subject`` is, or the two places of a tie: those that have a name."""
        sides = self.ties.get(subject) or tuple(subject.split("--"))
        return tuple(side for side in sides if not is_unnamed(side))


def fact_differences(gold: Gold, fact: Fact, names: Names) -> list[str]:
    """What of ``fact`` is not as in ``gold``; empty where it is right."""
    checks = {
        "property": gold["property"] == fact.property,
        "about": _is_about(gold["about"], fact, names),
        "value": _same_value(gold, fact),
        "as_of": gold.get("as_of") == fact.as_of,
        "approximate": bool(gold.get("approximate")) == fact.approximate,
        "uncertain": bool(gold.get("uncertain")) == fact.uncertain,
        "stage": _same_stage(gold, fact),
        "counts": _same_counts(gold, fact),
    }
    return [name for name, agrees in checks.items() if not agrees]


def exchange_differences(gold: Gold, exchange: Exchange, names: Names) -> list[str]:
    """What of ``exchange`` is not as in ``gold``; empty where it is right."""
    checks = {
        "with": bool(names.ids(gold["with"]) & set(exchange.places)),
        "date": gold["date"] == exchange.date,
        "says": any(bare(gold["says"]) in bare(source.quote) for source in exchange.sources),
        "kinds": _same_kinds(gold.get("kinds") or [], exchange.kinds),
        "from": _same_sender(gold.get("from"), exchange, names),
        "people": list(gold.get("people") or []) == list(exchange.people),
        "leaders": "leaders" not in gold or _same_people(gold["leaders"], exchange.leaders),
    }
    return [name for name, agrees in checks.items() if not agrees]


def may_be(optional: Gold, differing: Sequence[str]) -> bool:
    """Whether an item that differs so from an optional one is it: a date may be told or not, and
    the bounds of a text taken from prose are anyone's.
    """
    bounds_differ = isinstance(optional.get("value"), str) and optional["property"] != "signed"
    return set(differing) <= ({"value", "counts"} if bounds_differ else set())


@lru_cache(maxsize=65536)
def bare(text: str) -> str:
    """``text`` folded, with neither spaces nor punctuation."""
    return "".join(c for c in fold_text(text) if unicodedata.category(c)[0] not in "PZC")


def pair(fits: Sequence[Sequence[int]]) -> dict[int, int]:
    """The largest one-to-one pairing, where i may go with any of ``fits[i]``.

    By Kuhn's augmenting paths (the Hungarian method for bipartite graphs without weights).
    """
    owner: dict[int, int] = {}

    def augment(i: int, seen: set[int]) -> bool:
        for j in fits[i]:
            if j not in seen:
                seen.add(j)
                if j not in owner or augment(owner[j], seen):
                    owner[j] = i
                    return True
        return False

    for i in range(len(fits)):
        augment(i, set())
    return {i: j for j, i in owner.items()}


def _is_about(about: str | list[str], fact: Fact, names: Names) -> bool:
    wanted = [names.ids(name) for name in ([about] if isinstance(about, str) else about)]
    sides = names.sides(fact.subject)
    if len(wanted) != len(sides):
        return False
    orders = (sides, sides[::-1])
    return any(all(s in w for s, w in zip(order, wanted, strict=True)) for order in orders)


def _same_value(gold: Gold, fact: Fact) -> bool:
    wanted, value = gold["value"], fact.value
    if isinstance(wanted, int | float):
        return (
            value.number is not None
            and math.isclose(wanted, value.number, rel_tol=_TOLERANCE)
            and gold.get("unit") == value.unit
        )
    if value.edtf is not None:
        return bool(wanted == value.edtf)
    return bare(wanted) == bare(value.text)


def _same_stage(gold: Gold, fact: Fact) -> bool:
    if gold["property"] != "signed":
        return True
    return (gold.get("stage") or _PLAIN_STAGE) == (fact.stage or _PLAIN_STAGE)


def _same_counts(gold: Gold, fact: Fact) -> bool:
    if "counts" not in gold:
        return True
    wanted = [(number, bare(of)) for number, of in gold["counts"]]
    return wanted == [(count.number, bare(count.of)) for count in fact.value.counts]


def _same_kinds(wanted: Sequence[str], kinds: Sequence[str]) -> bool:
    return bool(set(wanted) & set(kinds)) or not (wanted or kinds)


def _same_sender(wanted: str | None, exchange: Exchange, names: Names) -> bool:
    if wanted is None or exchange.direction is None:
        unsaid = exchange.direction is None or is_unnamed(exchange.direction[0])
        return wanted is None and unsaid
    return exchange.direction[0] in names.ids(wanted)


def _same_people(wanted: Sequence[dict[str, str]], people: Sequence[Person]) -> bool:
    named = sorted((bare(p.get("name") or ""), bare(p.get("office") or "")) for p in wanted)
    return named == sorted((bare(p.name or ""), bare(p.office or "")) for p in people)
