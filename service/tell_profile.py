"""Sentences about a place as a whole: its agreement, its figures, and what the page says of it."""

from __future__ import annotations

from corpus.model import Fact
from service.comparing import COMPARABLE
from service.draft import Draft
from service.enquiry import formal_stage
from service.tell_ties import tell_signing


def tell_profile(draft: Draft) -> str:
    """The tie, then the figures, then quotes; each only where the pages have it."""
    subject = draft.evidence.places[0]
    own = [fact for fact in draft.evidence.facts if fact.subject == subject]
    figures = [_figure(draft, fact) for fact in own if fact.property in COMPARABLE]
    quotes = [f"“{fact.value.text}”" for fact in own if fact.property not in COMPARABLE]
    parts = [_signed(draft)] if len(own) < len(draft.evidence.facts) else []
    if figures:
        parts.append(_said(draft, "figures", draft.voice.join(figures)))
    if quotes:
        parts.append(_said(draft, "traits", " ".join(quotes)))
    return draft.voice.sentences(parts)


def _said(draft: Draft, key: str, items: str) -> str:
    subject = draft.name(draft.evidence.places[0])
    return draft.voice.say(f"profile.{key}", subject=subject, items=items)


def _signed(draft: Draft) -> str:
    tie = draft.evidence.ties[0]
    stage = formal_stage(tie)
    assert stage is not None
    return tell_signing(draft, stage, tie)


def _figure(draft: Draft, fact: Fact) -> str:
    value = draft.display(fact) + draft.as_of(fact)
    return draft.voice.say("profile.figure", property=draft.label(fact.property), value=value)
