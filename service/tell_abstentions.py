"""Sentences that claim nothing, and say what is known and whom to ask."""

from __future__ import annotations

from service.draft import Draft
from service.enquiry import formal_stage
from service.tell_events import period_note

# As many choices are named in the sentence itself.
CHOICES = 8


def abstain(draft: Draft) -> str:
    """The sentence of a status that claims nothing, with what is known beside it."""
    status = draft.evidence.status
    if status == "not_stated":
        return _not_stated(draft)
    if status == "no_such_tie":
        return _no_such_tie(draft)
    if status == "clarify":
        return _clarify(draft)
    if status == "small_talk" and draft.question.small_talk == "thanks":
        return draft.voice.say("abstain.thanks")
    if status == "not_found" and draft.question.unknown:
        return draft.voice.say("abstain.unknown_place", name=draft.question.unknown[0])
    text = draft.voice.say(f"abstain.{status}")
    return text + _ask_contact(draft) if status == "not_found" else text


def _clarify(draft: Draft) -> str:
    """Which one? Of many choices the first are named, and all are in ``choices``."""
    if draft.question.several:
        return draft.voice.say("abstain.clarify_visit")
    names = [draft.name(place) for place in draft.evidence.choices]
    if len(names) > CHOICES:
        return draft.voice.say("abstain.clarify_many", names=draft.voice.join(names[:CHOICES]))
    return f"{draft.voice.say('abstain.clarify')} {draft.voice.join(names)}".strip()


def _not_stated(draft: Draft) -> str:
    names = [draft.name(place) for place in draft.evidence.places]
    subject = draft.voice.both(names) or draft.label(None)
    if draft.evidence.topic == "events" and not names:
        text = draft.voice.say("abstain.not_stated_anywhere", period=period_note(draft))
    elif draft.evidence.topic == "events":
        text = draft.voice.say(
            "abstain.not_stated_event", subject=subject, period=period_note(draft)
        )
    elif draft.evidence.topic == "matching":
        text = draft.voice.say("abstain.none_matches", home=subject)
    elif draft.evidence.topic == "partners":
        text = draft.voice.say("abstain.fewer_partners", home=names[0], count=draft.evidence.total)
    elif draft.evidence.topic == "fact":
        text = _not_then(draft, subject)
    else:
        label = draft.label(draft.question.property)
        text = draft.voice.say("abstain.not_stated", subject=subject, property=label)
        text += _formal(draft)
    return text + _ask_contact(draft)


def _formal(draft: Draft) -> str:
    """The agreement, where only the beginning of the exchanges is not stated."""
    ties = draft.evidence.ties
    stage = formal_stage(ties[0]) if len(ties) == 1 else None
    if draft.question.property != "began" or stage is None or not stage.date:
        return ""
    return draft.voice.say(
        "abstain.formal_known",
        date=draft.voice.date(stage.date, False),
        document=draft.document(stage),
    )


def _not_then(draft: Draft, subject: str) -> str:
    """A figure of another time than the one asked for."""
    fact = draft.evidence.facts[0]
    return draft.voice.say(
        "abstain.not_stated_then",
        subject=subject,
        property=draft.label(fact.property),
        period=period_note(draft),
        value=draft.display(fact),
        as_of=draft.as_of(fact),
    )


def _ask_contact(draft: Draft) -> str:
    """Whom to ask, where a page of these places, or of the district that asks, says it."""
    places = (*draft.evidence.places, *draft.question.places)
    own = [draft.question.district] if draft.question.district else []
    ties = draft.evidence.ties or [
        tie for place in (*places, *own) for tie in draft.catalogue.ties_of(place)
    ]
    for tie in ties:
        department = draft.catalogue.facts(tie.places[0], "department")
        phone = draft.catalogue.facts(tie.places[0], "phone")
        if department and phone:
            return draft.voice.say(
                "abstain.ask_contact",
                department=department[0].value.text,
                phone=phone[0].value.text,
            )
    return ""


def _no_such_tie(draft: Draft) -> str:
    names = [draft.name(place) for place in draft.evidence.places]
    if draft.question.region:
        names = [*names[:1], draft.question.region.written]
    if len(names) < 2:
        text = draft.voice.say("abstain.no_tie_of", one=names[0] if names else "")
        return text + _ask_contact(draft)
    text = draft.voice.say("abstain.no_such_tie", one=names[0], other=names[1])
    return text + _known_partners(draft) + _ask_contact(draft)


def _known_partners(draft: Draft) -> str:
    for place in draft.evidence.places:
        ties = draft.catalogue.ties_of(place)
        partners = [draft.name(p) for tie in ties for p in tie.places if p != place]
        if partners and ties[0].places[0] == place:
            return draft.voice.say(
                "abstain.partners_known",
                home=draft.name(place),
                names=draft.voice.join(partners),
            )
    return ""
