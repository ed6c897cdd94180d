"""The records of a generation as tables, in the order of pages: old lines copied, new ones written.

Only ties are joined over pages: one is written anew where a page that tells of it is new or gone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.knowledge import join_ties
from corpus.model import Tie
from index import records
from index.contents import BUILDING, HOMES, PASSAGES, SENTENCES
from index.kept import CARDS, PAGE_TIES
from index.lines import write_lines
from index.origin import NEW, Origin
from index.parts import Card
from index.plan import Plan
from index.shelf import save_starts

PLACES = "places.jsonl"


def write_tables(folder: Path, plan: Plan) -> dict[str, int]:
    """Write all records but places into ``folder``; how many each table has."""
    (folder / BUILDING).mkdir(exist_ok=True)
    made = plan.made
    shelves: dict[str, tuple[Origin, Iterable[object]]] = {
        "pages": (plan.origin, (parts.page for parts in made)),
        PASSAGES: (plan.origin_of(PASSAGES), chain(*(parts.passages for parts in made))),
        SENTENCES: (plan.origin_of(SENTENCES), chain(*(parts.sentences for parts in made))),
        f"{BUILDING}/{PAGE_TIES}": (plan.origin, (parts.ties() for parts in made)),
    }
    for name, (origin, new) in shelves.items():
        save_starts(folder, name, _write(folder, name, plan, origin, new))
    for kind in ("facts", "exchanges"):
        told = chain(*(getattr(parts.knowledge, kind) for parts in made))
        _write(folder, kind, plan, plan.origin_of(kind), told)
    origin, ties = _ties(plan)
    _write(folder, "ties", plan, origin, ties)
    records.write_lines(folder / BUILDING / CARDS, plan.cards)
    homes = {card.id: card.home for card in plan.cards if card.home}
    (folder / HOMES).write_bytes(records.dump(homes))
    counted = (PASSAGES, SENTENCES, "facts", "exchanges")
    sizes = {kind: sum(getattr(card, kind) for card in plan.cards) for kind in counted}
    return {"pages": len(plan.cards), "ties": len(origin), **sizes}


def _write(
    folder: Path, name: str, plan: Plan, origin: Origin, made: Iterable[object]
) -> NDArray[np.int64]:
    return write_lines(folder / f"{name}.jsonl", origin, plan.lines(name), made)


def _ties(plan: Plan) -> tuple[Origin, Iterator[Tie]]:
    """Where each tie comes from, in the order in which pages tell of them, and the new ones."""
    pages = _pages_of(plan.cards)
    before = _pages_of(plan.before.cards) if plan.before else {}
    rows = {tie: row for row, tie in enumerate(before)}
    places = plan.origin.tolist()
    origin = [
        rows[tie] if before.get(tie) == [places[page] for page in told] else NEW
        for tie, told in pages.items()
    ]
    new = [told for (tie, told), row in zip(pages.items(), origin, strict=True) if row == NEW]
    wanted = [tie for tie, row in zip(pages, origin, strict=True) if row == NEW]
    return np.array(origin, dtype=np.int64), _joined(plan, wanted, new)


def _pages_of(cards: Sequence[Card]) -> Mapping[str, list[int]]:
    """By id of a tie, in the order of their first, the numbers of the pages that tell of it."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, card in enumerate(cards):
        for tie in card.ties:
            found[tie].append(number)
    return found


def _joined(plan: Plan, ties: Sequence[str], pages: Sequence[Sequence[int]]) -> Iterator[Tie]:
    """Each of ``ties`` from what its ``pages`` say."""
    fresh = dict(zip(np.flatnonzero(plan.origin == NEW).tolist(), plan.made, strict=True))
    for wanted, told in zip(ties, pages, strict=True):
        every = chain(*(fresh[n].ties() if n in fresh else _old_ties(plan, n) for n in told))
        yield from join_ties(tie for tie in every if tie.id == wanted)


def _old_ties(plan: Plan, number: int) -> tuple[Tie, ...]:
    assert plan.before is not None
    return plan.before.ties(int(plan.origin[number]))
