"""Everything that is read out of pages, put together for an index."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract
from corpus.model import Knowledge, Page, Passage, Skipped, Source
from corpus.pages import Unread
from corpus.passages import PassageTooLong, make_passages
from index.kept import Kept
from index.model import Encoder
from index.origin import NEW
from index.parts import Card, Parts
from index.plan import Plan
from index.progress import Progress
from index.sentences import make_sentences

# The longest passage in tokens, prefix and special tokens included. The first passage for 117
# questions of tests/eval/golden-dev.jsonl is on the right page, and holds the answer, for 82 % and
# 39 % of them with 128 tokens, 81 % and 44 % with 192, 79 % and 41 % with 256, and 76 % and 46 %
# with 384, which is twice as much to read.
PASSAGE_TOKENS = 192


def assemble(
    pages: Sequence[Page | Unread],
    gazetteer: Gazetteer,
    encoder: Encoder,
    progress: Progress,
    quotable: bool = True,
    before: Kept | None = None,
) -> tuple[Plan, tuple[Skipped, ...]]:
    """What an index of ``pages`` is put together from, and those that cannot be indexed, with why.

    Without sentences where not ``quotable``. Pages that are unread are taken over from ``before``.
    """
    cards: list[Card] = []
    made: list[Parts] = []
    origin: list[int] = []
    skipped: list[Skipped] = []
    with progress.count("reading pages", len(pages)) as advance:
        for page in pages:
            if before is not None and isinstance(page, Unread):
                origin.append(before.numbers[page.id])
                cards.append(before.cards[origin[-1]])
            else:
                assert isinstance(page, Page)
                try:
                    made.append(_take_apart(page, gazetteer, encoder, quotable))
                    cards.append(Card.of(made[-1]))
                    origin.append(NEW)
                except _Unindexable as error:
                    skipped.append(Skipped(page.source, str(error)))
            advance(1)
    places = np.array(origin, dtype=np.int64)
    return Plan(tuple(cards), tuple(made), places, before), tuple(skipped)


class _Unindexable(Exception):
    """A page that must not be indexed, and why."""


def _take_apart(page: Page, gazetteer: Gazetteer, encoder: Encoder, quotable: bool) -> Parts:
    passages = _passages(page, encoder)
    knowledge = extract(page, gazetteer)
    for source in _sources(knowledge):
        if source.page == page.id and page.quote(source.span) != source.quote:
            raise _Unindexable(f"a quote differs from the page ({source.quote!r:.60}): a bug")
    sentences = make_sentences(page, passages) if quotable else ()
    return Parts(page, passages, tuple(sentences), knowledge)


def _passages(page: Page, encoder: Encoder) -> tuple[Passage, ...]:
    """The passages of ``page``, none of which the encoder would cut."""
    limit = min(encoder.max_tokens, PASSAGE_TOKENS)
    try:
        passages = make_passages(page, encoder.count_tokens, limit)
    except PassageTooLong as error:
        raise _Unindexable(str(error)) from error
    for passage in passages:
        tokens = encoder.count_tokens(passage.embedded)
        if tokens > encoder.max_tokens:
            raise _Unindexable(f"a passage has {tokens} tokens of {encoder.max_tokens} allowed")
    return tuple(passages)


def _sources(knowledge: Knowledge) -> list[Source]:
    return [
        *(stage.source for tie in knowledge.ties for stage in tie.stages),
        *(fact.source for fact in knowledge.facts),
        *(source for exchange in knowledge.exchanges for source in exchange.sources),
    ]
