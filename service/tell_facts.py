"""Sentences about facts of a place or tie, and about the page itself."""

from __future__ import annotations

from corpus.model import Fact
from corpus.text import fold_text
from service.comparing import COMPARABLE
from service.concepts import concepts_of
from service.draft import Draft


def tell_fact(draft: Draft) -> str:
    """A property of a tie or of a place."""
    fact = draft.evidence.facts[0]
    if fact.property in ("background", "signatories"):
        return draft.voice.say(
            f"answers.{fact.property}", quote=fact.value.text, **draft.sides(draft.evidence.ties[0])
        )
    if fact.property in ("began", "proposed"):
        date = draft.voice.date(fact.value.edtf or "")
        return draft.voice.say(
            f"answers.{fact.property}", date=date, **draft.sides(draft.evidence.ties[0])
        )
    return _of_place(draft, fact)


def _of_place(draft: Draft, fact: Fact) -> str:
    subject = draft.name(fact.subject)
    label = draft.label(fact.property)
    if fact.value.type == "url":
        return draft.voice.say(
            "answers.url", subject=subject, property=label, value=fact.value.text
        )
    if fact.property in COMPARABLE:
        return (
            draft.verdict()
            + draft.voice.say(
                f"answers.{fact.property}",
                subject=subject,
                value=draft.display(fact),
                as_of=draft.as_of(fact),
            )
            + (draft.voice.say("answers.uncertain") if fact.uncertain else "")
        )
    quote = " / ".join(f.value.text for f in draft.evidence.facts)
    return draft.voice.say("answers.quoted", subject=subject, property=label, quote=quote)


def tell_contact(draft: Draft) -> str:
    """A property of the page itself."""
    fact = draft.evidence.facts[0]
    value = draft.voice.date(fact.value.edtf, False) if fact.value.edtf else fact.value.text
    text = draft.voice.say("answers.contact", property=draft.label(fact.property), value=value)
    return text + _other_contact(draft, fact)


def _other_contact(draft: Draft, fact: Fact) -> str:
    """With the phone its department, with the department its phone."""
    other = {"phone": "department", "department": "phone"}.get(fact.property)
    found = draft.catalogue.facts(fact.subject, other) if other else []
    if not other or not found:
        return ""
    return draft.voice.say(f"answers.contact_{other}", **{other: found[0].value.text})


def tell_sentence(draft: Draft) -> str:
    """A sentence of a page, quoted as the answer."""
    sentence = draft.evidence.sentence
    assert sentence is not None
    if draft.evidence.holder is not None:
        place, holder = (draft.name(p) for p in (*draft.evidence.places, draft.evidence.holder))
        return draft.voice.say("passage.lies_in", place=place, holder=holder, quote=sentence.text)
    partner = draft.catalogue.partner_of(draft.catalogue.passage(sentence.passage))
    quote = "” “".join(said.text for said in (sentence, *draft.evidence.more))
    heading = _heading_that_names(draft, quote)
    if heading is not None:
        return draft.voice.say("passage.quoted_under", heading=heading, quote=quote)
    if partner is None or partner in draft.evidence.places:
        return draft.voice.say("passage.quoted", quote=quote)
    return draft.voice.say("passage.quoted_of", quote=quote, partner=draft.name(partner))


def _heading_that_names(draft: Draft, quote: str) -> str | None:
    """The heading above the sentence, where only that names what the question is about."""
    assert draft.evidence.sentence is not None
    heading = draft.catalogue.passage(draft.evidence.sentence.passage).heading[-1:]
    asked = concepts_of(draft.question.bare) - concepts_of(fold_text(quote))
    named = heading and asked & concepts_of(fold_text(heading[0]))
    return heading[0] if named else None
