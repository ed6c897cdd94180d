"""Passages for words: of all pages, or of what they say about one place."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from corpus.model import Language, Passage
from index.model import Hit
from service.catalogue import Catalogue


def find_passages(
    words: str, catalogue: Catalogue, language: Language, place: str | None, limit: int
) -> list[Hit]:
    """The passages that fit ``words`` best; about ``place`` only, where one is given."""
    index = catalogue.index
    vector = index.embed(words, language)
    if place is None:
        return index.search(vector, words, language, limit)
    pages = {page for tie in catalogue.ties_of(place) for page in tie.pages}
    if not pages:
        return []
    hits = index.search(vector, words, language, len(index.passages), pages)
    return list(islice(_about(hits, place, catalogue), limit))


def _about(hits: Iterable[Hit], place: str, catalogue: Catalogue) -> Iterable[Hit]:
    """The hits on the place's own pages, and those that name it or what lies in it."""
    for hit in hits:
        own = catalogue.index.homes.get(hit.passage.page) == place
        if own or _names(hit.passage, place, catalogue):
            yield hit


def _names(passage: Passage, place: str, catalogue: Catalogue) -> bool:
    gazetteer = catalogue.gazetteer
    named = {mention.place for mention in gazetteer.find(passage.embedded, [place])}
    return any(place == other or place in gazetteer.ancestors(other) for other in named)
