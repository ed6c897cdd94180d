"""Two acts told under one date that went opposite ways: "hosted 12 pupils and sent 10"."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.exchanges.direction import way_of
from corpus.exchanges.headcounts import count_people
from corpus.exchanges.kinds import event_pattern
from corpus.exchanges.marking import Way
from corpus.exchanges.told_events import Told, read_event
from corpus.gazetteer import Gazetteer, Mention
from corpus.model import Block, Page, Span
from corpus.text import fold_text
from corpus.ties.clauses import is_unfulfilled

# Between the two acts.
_TURN = re.compile(
    r"(?<=[가-힣])(?:하고|했고|하였고|했으며|하였으며|하며),? | ?(?:및|그리고) "
    r"|[,，;；]\s?(?=[가-힣\u4e00-\u9fff])|,? (?:and|while) (?=[a-z])"
)


def opposite_acts(
    told: Told, mentions: tuple[Mention, ...], page: Page, block: Block, gazetteer: Gazetteer
) -> tuple[Told, ...]:
    """``told`` as one, or as two where each half counts guests and they went opposite ways.

    ``mentions`` are those of ``block``.
    """
    if len(count_people(told.text)) > 1 and "|" not in told.text:
        start, end = told.event.span
        for turn in _TURN.finditer(told.text):
            spans = Span(start, start + turn.start()), Span(start + turn.end(), end)
            if any(_is_to_come(page.quote(span)) for span in spans):
                continue
            halves = [
                read_event(
                    page, block, replace(told.event, span=span), mentions, told.parties, gazetteer
                )
                for span in spans
                if count_people(page.quote(span))
            ]
            ways = {_way(half, gazetteer) for half in halves}
            if len(halves) == len(ways) == len(spans) and None not in ways:
                return tuple(halves)
    return (told,)


def _is_to_come(half: str) -> bool:
    """Whether one half tells what was only planned, or did not take place: it is no event."""
    folded = fold_text(half)
    return is_unfulfilled(folded) or event_pattern("to_come").search(folded) is not None


def _way(told: Told, gazetteer: Gazetteer) -> Way | None:
    """Who went to whom in one half that tells a kind by itself."""
    return way_of(told.marked, told.parties, gazetteer) if told.kinds else None
