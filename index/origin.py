"""Where each row of a table comes from: a row of the generation before, or nowhere.

A generation's tables lie in the order of their pages. Rows of pages that did not change are copied
as they lie, in runs; only new rows are made.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

# For each row of the new table the row of the old one that it repeats, or NEW; shape (n,). Old rows
# keep their order: they rise.
Origin: TypeAlias = NDArray[np.int64]
NEW = -1

Kind = TypeVar("Kind", bound=np.generic)


class Run(NamedTuple):
    """``size`` rows of the new table, from ``at`` on, that repeat old ones from ``old`` on, or that
    are all NEW.
    """

    at: int
    size: int
    old: int

    @property
    def end(self) -> int:
        """The old row behind the last one."""
        return self.old + self.size


def runs(origin: Origin) -> Iterator[Run]:
    """The longest runs that ``origin`` falls into, in order."""
    if not len(origin):
        return
    new = origin == NEW
    follows = np.where(new[1:], new[:-1], ~new[:-1] & (np.diff(origin) == 1))
    bounds = [0, *(np.flatnonzero(~follows) + 1).tolist(), len(origin)]
    for at, end in pairwise(bounds):
        yield Run(at, end - at, int(origin[at]))


def rows_from(pages: Origin, before: NDArray[np.int64], counts: NDArray[np.int64]) -> Origin:
    """Where the rows of pages come from.

    ``pages`` are the origins of the pages themselves, ``before`` is where the rows of each old page
    begin (see ``starts_of``), ``counts`` how many rows each new page has.
    """
    firsts = np.full(len(pages), NEW, dtype=np.int64)
    taken = pages != NEW
    firsts[taken] = before[pages[taken]]
    first = np.repeat(firsts, counts)
    within = np.arange(len(first)) - np.repeat(starts_of(counts)[:-1], counts)
    return np.where(first == NEW, NEW, first + within)


def starts_of(counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where the rows of each page begin, and where those of the last one end; shape (n + 1,)."""
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)


def spliced(origin: Origin, old: NDArray[Kind], new: NDArray[Kind]) -> NDArray[Kind]:
    """The rows of ``old`` that ``origin`` names, with those of ``new`` between them, in order."""
    found = np.empty((len(origin), *new.shape[1:]), dtype=new.dtype)
    fresh = origin == NEW
    found[fresh] = new
    found[~fresh] = old[origin[~fresh]]
    return found
