"""Everything that is read out of pages, put together for an index."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract, merge
from corpus.model import Knowledge, Page, Passage, Skipped, Source
from corpus.passages import PassageTooLong, make_passages
from index.contents import Contents
from index.model import Encoder, Sentence
from index.progress import Progress
from index.sentences import make_sentences

# The longest passage in tokens, prefix and special tokens included. The first passage for 117
# questions of tests/eval/golden-dev.jsonl is on the right page, and holds the answer, for 82 % and
# 39 % of them with 128 tokens, 81 % and 44 % with 192, 79 % and 41 % with 256, and 76 % and 46 %
# with 384, which is twice as much to read.
PASSAGE_TOKENS = 192


@dataclass(frozen=True, slots=True)
class Parts:
    """What one page gives."""

    page: Page
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]
    knowledge: Knowledge


def assemble(
    pages: Sequence[Page],
    gazetteer: Gazetteer,
    encoder: Encoder,
    progress: Progress,
    quotable: bool = True,
    known: Callable[[Page], Parts | None] = lambda _: None,
) -> tuple[Contents, tuple[Skipped, ...]]:
    """The contents of an index of ``pages``, and those pages that cannot be indexed, with why.

    Without sentences where not ``quotable``. ``known`` gives what was made of a page before.
    """
    kept: list[Parts] = []
    skipped: list[Skipped] = []
    with progress.count("reading pages", len(pages)) as advance:
        for page in pages:
            try:
                before = known(page)
                kept.append(before or _take_apart(page, gazetteer, encoder, quotable))
            except _Unindexable as error:
                skipped.append(Skipped(page.source, str(error)))
            advance(1)
    return _contents(kept, gazetteer), tuple(skipped)


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


def _contents(kept: Sequence[Parts], gazetteer: Gazetteer) -> Contents:
    knowledge = merge(part.knowledge for part in kept)
    own = {place.id: place for place in knowledge.places}
    return Contents(
        pages=tuple(part.page for part in kept),
        knowledge=tuple(part.knowledge for part in kept),
        passages=tuple(item for part in kept for item in part.passages),
        sentences=tuple(item for part in kept for item in part.sentences),
        places=tuple({**own, **gazetteer.places}.values()),
        ties=knowledge.ties,
        facts=knowledge.facts,
        exchanges=knowledge.exchanges,
        homes={part.page.id: part.knowledge.home for part in kept if part.knowledge.home},
    )
