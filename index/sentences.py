"""Sentences of passages, and the text of each that is embedded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from corpus.model import Page, Passage, Span
from corpus.passages import split_sentences
from index.model import Sentence


def make_sentences(page: Page, passages: Sequence[Passage]) -> list[Sentence]:
    """The sentences of ``passages``, all of ``page``, in their order."""
    starts = [block.span.start for block in page.blocks]
    return [
        Sentence(
            page=page.id,
            passage=passage.id,
            span=span,
            language=passage.language,
            text=text,
            context=_context(page, starts, span),
        )
        for passage in passages
        for span, text in split_sentences(page, passage)
    ]


def embedded_text(sentence: Sentence) -> str:
    """What is embedded for ``sentence``: its context, then its own text."""
    return f"{sentence.context}: {sentence.text}" if sentence.context else sentence.text


def _context(page: Page, starts: Sequence[int], span: Span) -> str:
    """The headings and list items above the block that ``span`` begins in, outermost first.

    Without the page's title: of the sentences of the right page, the first for 117 questions of
    tests/eval/golden-dev.jsonl then answers 42.7 % of them, with the title 39.3 %, with the
    innermost heading alone 38.5 % and with none 36.8 %.
    """
    number = bisect_right(starts, span.start) - 1
    path = page.blocks[number].path if number >= 0 else ()
    return " > ".join(item for item in path if item != page.title)
