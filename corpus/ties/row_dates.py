"""Signings whose date stands in another cell of their row, or over their entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from corpus.dates import DateMention
from corpus.exchanges.events import events_of
from corpus.model import Block, Page
from corpus.ties.statements import Statement, state_of_event


def signings_of_events(page: Page, block: Block, above: DateMention | None) -> Iterator[Statement]:
    """The signings of an entry whose date stands over it or in another cell of its row."""
    for event in events_of(page, block, above, by_day=True):
        told = state_of_event(page.quote(event.span), event.within(block), event.dates[0])
        if told:
            yield told


def dated_by_row(
    page: Page, block: Block, above: DateMention | None, statement: Statement
) -> Statement:
    """A signing dated by the cells of its row together, where its text has no more than a year."""
    events = list(events_of(page, block, above))
    if len(events) != 1 or len(events[0].dates) != 1 or len(statement.date.edtf) > len("2000"):
        return statement
    date = events[0].dates[0]
    return replace(statement, date=date) if date.edtf.startswith(statement.date.edtf) else statement
