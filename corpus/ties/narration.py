"""Blocks of running text, and where in the page what they tell stands."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.dates import find_dates
from corpus.labels import labelled_values
from corpus.language import block_language
from corpus.model import Block, Page, Source, Span

# Labels whose value is running text that may tell of a signing or a beginning.
_NARRATING = frozenset({"background", "history"})


def narrating_blocks(page: Page) -> Iterator[int]:
    """The positions of the blocks that may tell something in running text."""
    for index, block in enumerate(page.blocks):
        labels = {item.property for item in labelled_values(page, block)}
        told = block.kind != "heading" or _is_dated(page.quote(block.span))
        if told and labels <= _NARRATING:
            yield index


def _is_dated(heading: str) -> bool:
    """Whether what looks like a heading is an entry that begins with its date."""
    dates = find_dates(heading)
    return bool(dates) and dates[0].span.start == 0 and len(dates[0].edtf) > len("2000")


def moved(block: Block, span: Span) -> Span:
    """``span`` of a block's own text as a span of the page."""
    return Span(block.span.start + span.start, block.span.start + span.end)


def source_of(page: Page, span: Span) -> Source:
    """``span`` of ``page`` as the source of what it tells."""
    quote = page.quote(span)
    return Source(page.id, span, quote, block_language(quote))
