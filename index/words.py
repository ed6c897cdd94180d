"""The words and the terms of passages: of new passages they are found, of others taken over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from corpus.gazetteer import Gazetteer
from corpus.model import Place
from index.contents import BUILDING, LEXICON, PASSAGES, TERMS
from index.kept import Kept, own_places
from index.lexical import Lexicon, tokenize
from index.origin import NEW
from index.parts import Card, Parts
from index.plan import Plan
from index.postings import NO_POSTINGS, Postings
from index.stale import stale_pages
from index.terms import page_terms


def places_beside(cards: Sequence[Card], gazetteer: Gazetteer) -> dict[str, Place]:
    """The places that only pages name, by id."""
    own = own_places(cards)
    return {id_: place for id_, place in own.items() if id_ not in gazetteer.places}


def write_words(folder: Path, plan: Plan) -> None:
    """Write which passages have which words, and what each word counts."""
    texts = [tokenize(item.embedded) for parts in plan.made for item in parts.passages]
    before = _load(plan.before, LEXICON)
    _save(folder, LEXICON, before.spliced(plan.origin_of(PASSAGES), texts))


def write_terms(folder: Path, plan: Plan, gazetteer: Gazetteer, own: Mapping[str, Place]) -> None:
    """The same for terms; ``own`` are the places that only pages name."""
    terms = _load(plan.before, TERMS)
    before = places_beside(plan.before.cards, gazetteer) if plan.before else {}
    stale = stale_pages(plan, terms, gazetteer, before, own)
    starts, origin = plan.starts(PASSAGES), plan.origin_of(PASSAGES)
    for page in stale:
        origin[starts[page] : starts[page + 1]] = NEW
    laid_over = gazetteer.with_places(own.values()) if own else gazetteer
    found = [row for parts in _read_again(plan, stale) for row in page_terms(parts, laid_over)]
    _save(folder, TERMS, terms.spliced(origin, found))


def _read_again(plan: Plan, stale: frozenset[int]) -> Iterator[Parts]:
    """The pages that are new or ``stale``, in order."""
    made = iter(plan.made)
    for number, old in enumerate(plan.origin.tolist()):
        if old == NEW:
            yield next(made)
        elif number in stale and plan.before is not None:
            yield plan.before.parts(old)


def _save(folder: Path, name: str, postings: Postings) -> None:
    Lexicon.of_postings(postings).save(folder / name)
    np.save(folder / BUILDING / f"{name}.npy", postings.counts, allow_pickle=False)


def _load(kept: Kept | None, name: str) -> Postings:
    if kept is None:
        return NO_POSTINGS
    words, _, rows, starts, size = Lexicon.load(kept.folder / name).parts()
    counts = np.load(kept.folder / BUILDING / f"{name}.npy", allow_pickle=False)
    return Postings(list(words), rows, counts, starts, size)
