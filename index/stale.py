"""Which pages must be searched for places again, because places that only pages name have changed.

What a text means depends on the places whose names stand in it, and on what these lie in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from corpus.gazetteer import Gazetteer
from corpus.model import Place
from index.contents import PASSAGES
from index.origin import NEW
from index.plan import Plan
from index.postings import Postings

Places = Mapping[str, Place]


def stale_pages(
    plan: Plan, terms: Postings, gazetteer: Gazetteer, before: Places, after: Places
) -> frozenset[int]:
    """The numbers of those pages of ``plan`` that are taken over and have terms that may differ.

    ``terms`` are those of the generation before; ``before`` and ``after`` are the places laid over
    ``gazetteer`` then and now.
    """
    changed = changed_places(before, after)
    if plan.before is None or not changed:
        return frozenset()
    names = [
        gazetteer.with_places([places[place] for place in changed if place in places])
        for places in (before, after)
    ]
    linked = {f"place:{place}" for place in changed}
    rows = set(terms.rows_of(linked).tolist())
    rows.update(
        row
        for row in _taken_rows(plan)
        if any(laid_over.may_name(plan.before.passages[row].embedded) for laid_over in names)
    )
    on_page = np.searchsorted(plan.before.starts(PASSAGES), sorted(rows), side="right") - 1
    return frozenset(np.flatnonzero(np.isin(plan.origin, on_page)).tolist())


def changed_places(before: Places, after: Places) -> frozenset[str]:
    """The ids of places that differ, that are new or gone, or that lie in one of these.

    All of them where their order differs: of places that share a name the first counts first.
    """
    both = before.keys() & after.keys()
    if [place for place in before if place in both] != [place for place in after if place in both]:
        return frozenset(before.keys() | after.keys())
    found = {id_ for id_ in before.keys() | after.keys() if before.get(id_) != after.get(id_)}
    while more := set(_inside(before, found)) | set(_inside(after, found)):
        found |= more
    return frozenset(found)


def _inside(places: Places, outer: set[str]) -> Iterator[str]:
    for place in places.values():
        if place.parent in outer and place.id not in outer:
            yield place.id


def _taken_rows(plan: Plan) -> Iterator[int]:
    """The rows that passages of pages that are taken over had."""
    origin = plan.origin_of(PASSAGES)
    yield from origin[origin != NEW].tolist()
