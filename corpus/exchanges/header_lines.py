"""Tables of events that crawling left as lines: what their header line says of the last column."""

from __future__ import annotations

import re

from corpus.exchanges.event_columns import is_column
from corpus.page_reading import PageReading

# A header has so many characters at most, and words for at least so many columns.
_LONGEST, _COLUMNS = 60, 3
_LAST_NUMBER = re.compile(r"(?<=\s)(?P<n>\d{1,4})\s?[명人]?\s*$")


def counted_last(page: PageReading, index: int, text: str) -> tuple[int, ...]:
    """The number at the end of a line, where its header line ends in a column of head counts."""
    if index not in page.once(_below_headers):
        return ()
    number = _LAST_NUMBER.search(text)
    return (int(number["n"]),) if number and int(number["n"]) else ()


def _below_headers(page: PageReading) -> frozenset[int]:
    """The lines right below a header that begins with a date and ends with how many there were."""
    found: set[int] = set()
    inside = False
    for index, block in enumerate(page.blocks):
        text = page.quote(block.span)
        if block.kind == "row" or not text.strip():
            inside = False
        elif _is_header(text):
            inside = True
        elif block.kind == "heading":
            inside = False
        elif inside:
            found.add(index)
    return frozenset(found)


def _is_header(text: str) -> bool:
    words = text.replace("|", " ").split()
    if len(text) > _LONGEST or len(words) < _COLUMNS or any(map(str.isdigit, text)):
        return False
    return is_column("people", words[-1]) and any(is_column("date", word) for word in words[:2])
