"""Sentences over several ties: the partners, the first of them, the largest."""

from __future__ import annotations

from corpus.model import Fact, Tie
from service.draft import Draft


def tell_partners(draft: Draft) -> str:
    """The partners that were asked for, or the one that is first or last of them."""
    ties, home = draft.evidence.ties, draft.evidence.places[0]
    if draft.question.operation in ("first", "last") and len(ties) == 1:
        return _extreme_tie(draft, ties[0])
    items = [_tie_item(draft, tie, home) for tie in ties]
    key = "partners" if len(ties) > 1 else "partners_one"
    return draft.voice.say(
        f"lists.{key}",
        home=draft.name(home),
        count=len(ties),
        page=_on_page(draft, home),
        items=draft.voice.join(items),
    )


def _tie_item(draft: Draft, tie: Tie, home: str) -> str:
    partner = next(place for place in tie.places if place != home)
    date = next((s.date for s in tie.stages if s.formal and s.date), None)
    if date is None:
        return draft.name(partner)
    return draft.voice.say(
        "lists.tie_item", partner=draft.name(partner), date=draft.voice.date(date, False)
    )


def _on_page(draft: Draft, home: str) -> str:
    updated = draft.catalogue.facts(home, "updated")
    if not updated or not updated[0].value.edtf:
        return ""
    return draft.voice.say("lists.on_page", date=draft.voice.date(updated[0].value.edtf, False))


def _extreme_tie(draft: Draft, tie: Tie) -> str:
    stage = next(s for s in tie.stages if s.formal)
    return draft.voice.say(
        f"lists.{draft.question.operation}_tie",
        document=draft.document(stage),
        date=draft.voice.date(stage.date or ""),
        **draft.sides(tie),
    )


def tell_extreme(draft: Draft) -> str:
    """The largest or smallest of several places, or the larger of two."""
    best = draft.evidence.facts[0]
    smallest = draft.question.operation == "smallest" or _lowest_first(draft)
    if draft.evidence.topic == "compare":
        return _compared(draft, best, smallest) + _left_out(draft)
    text = draft.voice.say(
        "lists.smallest" if smallest else "lists.largest",
        subject=draft.name(best.subject),
        property=draft.label(best.property),
        value=draft.display(best),
        as_of=draft.as_of(best),
        count=draft.evidence.total,
    )
    return text + _left_out(draft)


def _lowest_first(draft: Draft) -> bool:
    sizes = [f.value.number or 0 for f in draft.evidence.facts[: draft.evidence.total]]
    return len(sizes) > 1 and sizes[0] < sizes[-1]


def _compared(draft: Draft, best: Fact, smallest: bool) -> str:
    items = [
        f"{draft.name(f.subject)} {draft.display(f)}{draft.as_of(f)}"
        for f in draft.evidence.facts[: draft.evidence.total]
    ]
    return draft.voice.say(
        "lists.smaller" if smallest else "lists.larger",
        subject=draft.name(best.subject),
        property=draft.label(best.property),
        items=draft.voice.join(items),
    )


def _left_out(draft: Draft) -> str:
    names = [draft.name(f.subject) for f in draft.evidence.facts[draft.evidence.total :]]
    if not names:
        return ""
    return draft.voice.say("lists.skipped_uncertain", names=draft.voice.join(names))
