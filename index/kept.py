"""What the generation before knows of pages that did not change: it is taken over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus.model import Exchange, Fact, Knowledge, Page, Passage, Place, Tie
from corpus.pages import Unread
from index import records
from index.contents import BUILDING, PASSAGES, SENTENCES
from index.inputs import Inputs
from index.lines import Lines
from index.manifest import Manifest
from index.model import Sentence
from index.origin import starts_of
from index.parts import Card, Parts
from index.shelf import Shelf

Record = TypeVar("Record")

# Names inside the folder BUILDING: a card for each page, and the ties that each page tells of.
CARDS, PAGE_TIES = "cards.jsonl", "ties"


class Kept:
    """Pages of the generation in ``folder``, which was checked, and which the same code made."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        """Raises OSError or ValueError where that is no such generation."""
        self.folder, self.manifest = folder, manifest
        self.cards = records.read_lines(folder / BUILDING / CARDS, Card)
        self.numbers = {card.id: number for number, card in enumerate(self.cards)}
        self._sources = {card.source: number for number, card in enumerate(self.cards)}
        self._pages = Shelf(folder, "pages", Page)
        self.passages = Shelf(folder, PASSAGES, Passage)
        self._sentences = Shelf(folder, SENTENCES, Sentence)
        self._ties = Shelf(folder / BUILDING, PAGE_TIES, tuple[Tie, ...])

    def knows(self, source: str, digest: str) -> bool:
        """Whether a page was read from ``source`` while that had the SHA-256 ``digest``."""
        number = self._sources.get(source)
        return number is not None and self.cards[number].digest == digest

    def goes_by(self, page: Unread) -> bool:
        """Whether ``page`` has the id that it had."""
        return self.cards[self._sources[page.source]].id == page.id

    def page(self, page: Unread) -> Page:
        """The page as it was read, by the id that it has now."""
        return replace(self._pages[self._sources[page.source]], id=page.id)

    def alike(self, inputs: Inputs) -> bool:
        """Whether all that decides what is made of a page, itself apart, is as it was."""
        return replace(self.manifest.inputs, pages=inputs.pages) == inputs

    def starts(self, kind: str) -> NDArray[np.int64]:
        """Where the rows of each page begin in the table of a ``kind`` that cards count."""
        return starts_of(np.array([getattr(card, kind) for card in self.cards], dtype=np.int64))

    def lines(self, name: str) -> Lines:
        """The lines of a table."""
        if (self.folder / f"{name}.starts.npy").exists():
            return Lines.of_shelf(self.folder, name)
        return Lines.load(self.folder / f"{name}.jsonl")

    def ties(self, number: int) -> tuple[Tie, ...]:
        """The ties that the page of that number tells of."""
        return self._ties[number]

    def parts(self, number: int) -> Parts:
        """What the page of that number gave, its ties apart."""
        card = self.cards[number]
        return Parts(
            page=self._pages[number],
            passages=tuple(self.passages[row] for row in self._rows(PASSAGES, number)),
            sentences=tuple(self._sentences[row] for row in self._rows(SENTENCES, number)),
            knowledge=Knowledge(
                facts=self._told("facts", number, Fact),
                exchanges=self._told("exchanges", number, Exchange),
                places=card.places,
                home=card.home,
            ),
        )

    def _told(self, name: str, number: int, kind: type[Record]) -> tuple[Record, ...]:
        lines = self._told_lines[name]
        return tuple(records.load(lines[row], kind) for row in self._rows(name, number))

    @cached_property
    def _told_lines(self) -> dict[str, Lines]:
        return {name: self.lines(name) for name in ("facts", "exchanges")}

    @cached_property
    def _starts(self) -> dict[str, NDArray[np.int64]]:
        return {kind: self.starts(kind) for kind in (PASSAGES, SENTENCES, "facts", "exchanges")}

    def _rows(self, kind: str, number: int) -> range:
        return range(*self._starts[kind][number : number + 2].tolist())


def own_places(cards: Sequence[Card]) -> dict[str, Place]:
    """The places that only pages name, by id; of one that several name the last."""
    return {place.id: place for card in cards for place in card.places}
