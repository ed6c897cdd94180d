"""What one page gives an index, and what is kept of it in short for the next build."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.knowledge import every_tie
from corpus.model import Knowledge, Page, Passage, Place, Tie
from index.model import Sentence
from index.twins import translations


@dataclass(frozen=True, slots=True)
class Parts:
    """What one page gives."""

    page: Page
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]
    knowledge: Knowledge

    def ties(self) -> tuple[Tie, ...]:
        """The ties that the page tells of, some of them in several pieces."""
        return every_tie(self.knowledge)


@dataclass(frozen=True, slots=True)
class Card:
    """What all pages together need to know of one, which is short.

    ``source`` and ``digest`` are what it was read from; ``home``, ``places`` and the ids of
    ``ties`` are those of its knowledge; ``passages``, ``sentences``, ``facts`` and ``exchanges``
    are how many it gives; ``twins`` are pairs of its passages, by number, that tell the same in two
    languages.
    """

    id: str
    source: str
    digest: str
    home: str | None
    places: tuple[Place, ...]
    ties: tuple[str, ...]
    passages: int
    sentences: int
    facts: int
    exchanges: int
    twins: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, parts: Parts) -> Card:
        """The card of a page."""
        knowledge = parts.knowledge
        return cls(
            id=parts.page.id,
            source=parts.page.source,
            digest=parts.page.digest,
            home=knowledge.home,
            places=knowledge.places,
            ties=tuple(dict.fromkeys(tie.id for tie in parts.ties())),
            passages=len(parts.passages),
            sentences=len(parts.sentences),
            facts=len(knowledge.facts),
            exchanges=len(knowledge.exchanges),
            twins=tuple(translations(parts.passages, knowledge.exchanges)),
        )
