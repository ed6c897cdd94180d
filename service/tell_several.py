"""Sentences about several properties at once, and about the partners that match a condition."""

from __future__ import annotations

from dataclasses import replace

from corpus.model import Fact
from service.draft import Draft
from service.model import CLAIMING
from service.tell_facts import tell_fact, tell_sentence
from service.tell_partners import left_out, tie_item


def tell_several(draft: Draft) -> str:
    """Each property in a sentence, those that no page states at the end."""
    parts = draft.evidence.parts
    told = [
        _part(replace(draft, question=question, evidence=evidence))
        for question, evidence in parts
        if evidence.status in CLAIMING
    ]
    lacking = [q for q, evidence in parts if evidence.status not in CLAIMING]
    if lacking:
        subject = draft.name(draft.evidence.places[0])
        labels = draft.voice.both([draft.label(question.property) for question in lacking])
        told.append(draft.voice.say("abstain.not_stated", subject=subject, property=labels))
    return draft.voice.sentences(told)


def _part(draft: Draft) -> str:
    return tell_fact(draft) if draft.evidence.facts else tell_sentence(draft)


def tell_matching(draft: Draft) -> str:
    """The partners that have what was asked, each with its figure or the date of signing."""
    evidence, home = draft.evidence, draft.evidence.places[0]
    facts = evidence.facts[: evidence.total]
    items = [_figure(draft, fact) for fact in facts] or [
        tie_item(draft, t, home) for t in evidence.ties
    ]
    text = draft.voice.say(
        "lists.matching" if len(items) > 1 else "lists.matching_one",
        home=draft.name(home),
        count=len(items),
        items=draft.voice.join(items),
    )
    return text + left_out(draft)


def tell_units(draft: Draft) -> str:
    """The partners with the most or the fewest of a unit, each in the words of its page."""
    facts = draft.evidence.facts
    items = [f"{draft.name(fact.subject)} “{fact.value.text}”" for fact in facts]
    best = [draft.name(fact.subject) for fact in facts[: draft.evidence.total]]
    key = "units_fewest" if draft.question.operation == "smallest" else "units_most"
    return draft.voice.say(
        f"lists.{key}", best=draft.voice.both(best), items=draft.voice.join(items)
    )


def _figure(draft: Draft, fact: Fact) -> str:
    return f"{draft.name(fact.subject)} {draft.display(fact)}{draft.as_of(fact)}"
