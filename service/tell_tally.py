"""Sentences about whom, or which year, the most exchanges are told of."""

from __future__ import annotations

from service.draft import Draft
from service.partners import other_side

# As many groups are named with their numbers.
NAMED = 8


def tell_tally(draft: Draft) -> str:
    """The first of the groups, and the numbers of the next ones."""
    tally = draft.evidence.tally
    best = [_name(draft, key) for key, count in tally if count == tally[0][1]]
    items = [
        draft.voice.say("tally.item", name=_name(draft, key), count=count)
        for key, count in tally[:NAMED]
    ]
    return draft.voice.say(
        f"tally.{'fewest' if draft.question.operation == 'smallest' else 'most'}",
        best=draft.voice.both(best),
        count=tally[0][1],
        items=draft.voice.join(items),
    )


def _name(draft: Draft, key: str) -> str:
    """A year, or the partner of a tie."""
    tie = draft.catalogue.ties.get(key)
    if tie is None:
        return draft.voice.date(key, False)
    named = draft.question.places
    homes = [place for place in named if place in draft.catalogue.homes]
    return draft.name(other_side(tie, homes or (named if len(named) == 1 else ())))
