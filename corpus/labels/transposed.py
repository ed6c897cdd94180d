"""Tables with a partner above each column: the bare "Date" or "Established" of their ties."""

from __future__ import annotations

from itertools import groupby

from corpus.dates import find_dates
from corpus.labels.rows import describes_columns
from corpus.labels.words import property_of, structure_of
from corpus.model import Page, Span
from corpus.text import fold_text
from corpus.wordlists import load_toml


def dated_rows(page: Page) -> frozenset[Span]:
    """The rows whose label says no more than "date", in a table that has the kinds of ties.

    Only where no row is labelled as the day of signing.
    """
    found: set[Span] = set()
    for headers, group in groupby(page.blocks, key=lambda block: block.headers):
        rows = [block for block in group if headers and describes_columns(page, block)]
        labels = [page.quote(block.cells[0]) for block in rows]
        kinds = any(structure_of(label) == "kind" for label in labels)
        if not kinds or any(property_of(label) == "signed" for label in labels):
            continue
        words = load_toml("labels.toml")["transposed"]["signed"]
        dated = (
            block.span
            for block, label in zip(rows, labels, strict=True)
            if fold_text(label).strip(" :：") in words
            and any(find_dates(page.quote(cell)) for cell in block.cells[1:])
        )
        found.update(list(dated)[:1])
    return frozenset(found)
