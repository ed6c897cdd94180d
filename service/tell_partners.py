"""Sentences over several ties: the partners, the first of them, the largest."""

from __future__ import annotations

from corpus.model import Fact, Tie
from service.draft import Draft
from service.lexicon import has
from service.partners import other_side


def tell_partners(draft: Draft) -> str:
    """The partners that were asked for, or the one that is first or last of them."""
    ties, home = draft.evidence.ties, draft.evidence.places[0]
    ranked = draft.question.ordinal or draft.question.operation in ("first", "last")
    if ranked and len(ties) == 1:
        return _extreme_tie(draft, ties[0])
    items = [tie_item(draft, tie, home) for tie in ties]
    return draft.verdict() + draft.voice.say(
        f"lists.{_list_key(draft)}",
        home=draft.name(home),
        count=len(ties),
        page=_on_page(draft, home),
        within=_where(draft),
        items=draft.voice.join(items),
    )


def _list_key(draft: Draft) -> str:
    """A list that a period or a region has narrowed must not pass for the whole."""
    if draft.question.period:
        return "partners_then"
    if draft.question.within or draft.question.region:
        return "partners_within"
    return "partners" if len(draft.evidence.ties) > 1 else "partners_one"


def _where(draft: Draft) -> str:
    """The countries or the part of the world that the partners lie in."""
    region = draft.question.region
    names = [draft.name(place) for place in draft.question.within]
    return draft.voice.both([*names, *([region.written] if region else [])])


def tie_item(draft: Draft, tie: Tie, home: str) -> str:
    """A partner with the date of its agreement."""
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
    rank = draft.question.ordinal
    return draft.verdict() + draft.voice.say(
        "lists.nth_tie" if rank else f"lists.{draft.question.operation}_tie",
        rank=rank,
        total=draft.evidence.total,
        document=draft.document(stage),
        date=draft.voice.date(stage.date or ""),
        **draft.sides(tie),
    )


def tell_order(draft: Draft) -> str:
    """Several agreements by date: which came first, or last where that was asked."""
    ties = draft.evidence.ties
    later = has("later", draft.question.bare)
    chosen = ties[-1] if later else ties[0]
    key = "order_last" if later else "order_first"
    if not draft.evidence.places:
        return _pairs_in_order(draft, chosen, key)
    home = draft.evidence.places[0]
    return draft.verdict() + draft.voice.say(
        f"lists.{key if draft.evidence.status == 'answered' else 'order_open'}",
        home=draft.name(home),
        partner=draft.name(other_side(chosen, (home,))),
        items=draft.voice.join(tie_item(draft, tie, home) for tie in ties),
    )


def _pairs_in_order(draft: Draft, chosen: Tie, key: str) -> str:
    """Agreements of several pairs by date."""
    stages = [(tie, next(s for s in tie.stages if s.formal)) for tie in draft.evidence.ties]
    items = [
        draft.voice.say(
            "lists.tie_item", partner=_pair(draft, tie), date=draft.voice.date(s.date or "", False)
        )
        for tie, s in stages
    ]
    return draft.voice.say(
        f"lists.pairs_{key if draft.evidence.status == 'answered' else 'order_open'}",
        pair=_pair(draft, chosen),
        items=draft.voice.join(items),
    )


def _pair(draft: Draft, tie: Tie) -> str:
    return "–".join(draft.name(place) for place in tie.places)


def tell_extreme(draft: Draft) -> str:
    """The largest or smallest of several places, or the larger of two."""
    best = draft.evidence.facts[0]
    if draft.evidence.topic == "compare":
        return draft.verdict() + _compared(draft, best, _lowest_first(draft)) + left_out(draft)
    rank = draft.question.ordinal
    text = draft.voice.say(
        "lists.nth_extreme" if rank else "lists.extreme",
        rank=rank,
        adjective=_adjective(draft, best, "smallest" if _smallest(draft) else "largest"),
        subject=draft.name(best.subject),
        property=draft.label(best.property),
        value=draft.display(best),
        as_of=draft.as_of(best),
        count=draft.evidence.total,
    )
    return text + left_out(draft)


def _adjective(draft: Draft, fact: Fact, degree: str) -> str:
    """How much of a property there is: people are many, land is wide."""
    return draft.voice.say(f"adjectives.{fact.property}.{degree}")


def _smallest(draft: Draft) -> bool:
    question = draft.question
    return question.operation == "smallest" or has("smaller", question.bare)


def _lowest_first(draft: Draft) -> bool:
    sizes = [f.value.number or 0 for f in draft.evidence.facts[: draft.evidence.total]]
    return len(sizes) > 1 and sizes[0] < sizes[-1]


def _compared(draft: Draft, best: Fact, smallest: bool) -> str:
    items = [
        f"{draft.name(f.subject)} {draft.display(f)}{draft.as_of(f)}"
        for f in draft.evidence.facts[: draft.evidence.total]
    ]
    return draft.voice.say(
        "lists.compared",
        adjective=_adjective(draft, best, "smaller" if smallest else "larger"),
        subject=draft.name(best.subject),
        property=draft.label(best.property),
        items=draft.voice.join(items),
    )


def left_out(draft: Draft) -> str:
    """The places whose values are malformed; nothing where none are."""
    names = [draft.name(f.subject) for f in draft.evidence.facts[draft.evidence.total :]]
    if not names:
        return ""
    return draft.voice.say("lists.skipped_uncertain", names=draft.voice.join(names))
