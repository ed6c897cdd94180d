"""Sentences about several properties at once, and about the partners that match a condition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from corpus.model import Fact
from service.draft import Draft
from service.model import CLAIMING, Question
from service.tell_partners import left_out, tie_item


def tell_several(draft: Draft, tell: Callable[[Draft], str]) -> str:
    """Each part as ``tell`` says it; properties that no page states at the end."""
    told: list[str] = []
    lacking: dict[str, list[str]] = {}
    for question, evidence in draft.evidence.parts:
        if evidence.status in CLAIMING or question.text != draft.question.text:
            told.append(tell(replace(draft, question=question, evidence=evidence)))
        else:
            lacking.setdefault(_subject(question, draft), []).append(draft.label(question.property))
    told += [
        draft.voice.say("abstain.not_stated", subject=subject, property=draft.voice.both(labels))
        for subject, labels in lacking.items()
    ]
    return draft.voice.sentences(told)


def _subject(question: Question, draft: Draft) -> str:
    """Whose property is lacking: of one of several places, or of the only one."""
    place = question.places[0] if len(question.places) == 1 else draft.evidence.places[0]
    return draft.name(place)


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
    return text + left_out(draft) + _unstated(draft)


def tell_each(draft: Draft) -> str:
    """A property of every partner, and of whom no page states it."""
    evidence = draft.evidence
    text = draft.voice.say(
        "lists.each",
        home=draft.name(evidence.places[0]),
        property=draft.label(draft.question.property),
        count=evidence.total,
        items=draft.voice.join(_figure(draft, fact) for fact in evidence.facts),
    )
    return text + _unstated(draft)


def _unstated(draft: Draft) -> str:
    """The partners whose figure no page states; nothing where all have one."""
    names = [draft.name(place) for place in draft.evidence.lacking]
    return draft.voice.say("lists.unstated", names=draft.voice.both(names)) if names else ""


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
    value = draft.display(fact) if fact.value.number is not None else fact.value.text
    return f"{draft.name(fact.subject)} {value}{draft.as_of(fact)}"
