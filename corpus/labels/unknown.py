"""What stands as a label on a page and is known as none."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.labels.rows import is_header_row
from corpus.labels.words import LONGEST, is_section
from corpus.model import Block, Page, Span

# A label has so many words at most.
_MOST_WORDS = 5


def unknown_labels(page: Page) -> list[Span]:
    """What stands as a label on ``page``, before a colon or heading cells, that no table knows."""
    found: list[Span] = []
    for block in page.blocks:
        spans = _cell_labels(page, block) if block.kind == "row" else _line_labels(page, block)
        found.extend(span for span in spans if not is_section(page.quote(span)))
    first: dict[str, Span] = {}
    for span in found:
        first.setdefault(page.quote(span).strip(), span)
    return list(first.values())


def _line_labels(page: Page, block: Block) -> Iterator[Span]:
    text = page.quote(block.span)
    if block.kind == "heading":
        return
    for sign in (" : ", "：", ":"):
        end = text.find(sign, 0, LONGEST + 1)
        label = text[:end].strip() if end > 0 else ""
        if label and len(label.split()) <= _MOST_WORDS and not label[-1].isdigit():
            yield Span(block.span.start, block.span.start + len(text[:end].rstrip()))
            return


def _cell_labels(page: Page, block: Block) -> Iterator[Span]:
    if is_header_row(page, block):
        return
    for cell, after in zip(block.cells, block.cells[1:], strict=False):
        text = page.quote(cell)
        behind = page.text.startswith(" : ", cell.end)
        if behind and cell != after and 0 < len(text) <= LONGEST and not text[-1].isdigit():
            yield cell
