"""Blocks of running text, and where in the page what they tell stands."""

from __future__ import annotations

import re

from corpus.dates import find_dates
from corpus.labels import labelled_values
from corpus.language import block_language
from corpus.model import Block, Page, Source, Span
from corpus.page_reading import PageReading
from corpus.ties.statements import find_statements

# Labels whose value is running text that may tell of a signing or a beginning.
_NARRATING = frozenset({"background", "history"})
_NOTE = re.compile(r"[(（][^()（）]{4,80}[)）]$")


def narrating_blocks(page: PageReading) -> tuple[int, ...]:
    """The positions of the blocks that may tell something in running text."""
    return tuple(index for index, block in enumerate(page.blocks) if _may_narrate(page, block))


def _may_narrate(page: PageReading, block: Block) -> bool:
    if any(item.property not in _NARRATING for item in labelled_values(page, block)):
        return False
    text = page.quote(block.span)
    return block.kind != "heading" or _is_dated(text) or (block.inferred and tells_of_day(text))


def tells_of_day(line: str) -> bool:
    """Whether a line that looks like a heading tells a signing of a day or month."""
    return any(len(told.date.edtf) > len("2000") for told in find_statements(line))


def _is_dated(heading: str) -> bool:
    """Whether what looks like a heading is an entry that begins with its date, or ends with it.

    Behind a name the date stands in brackets ("Faro, Portugal (sister city since May 2, 1998)").
    """
    dates = find_dates(heading)
    if not dates or len(dates[0].edtf) <= len("2000"):
        return False
    noted = _NOTE.search(heading)
    return dates[0].span.start == 0 or (noted is not None and dates[0].span.start >= noted.start())


def moved(block: Block, span: Span) -> Span:
    """``span`` of a block's own text as a span of the page."""
    return Span(block.span.start + span.start, block.span.start + span.end)


def source_of(page: Page, span: Span) -> Source:
    """``span`` of ``page`` as the source of what it tells."""
    quote = page.quote(span)
    return Source(page.id, span, quote, block_language(quote))
