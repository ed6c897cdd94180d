"""The text of an answer, from typed values and names, in the asker's language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from corpus.model import is_unnamed
from service.catalogue import Catalogue
from service.draft import Draft
from service.model import CLAIMING, Evidence, Question, Topic
from service.tell_abstentions import abstain
from service.tell_events import lead_events, tell_crowd, tell_events
from service.tell_facts import tell_contact, tell_fact, tell_sentence
from service.tell_partners import tell_extreme, tell_order, tell_partners
from service.tell_profile import tell_profile
from service.tell_several import tell_each, tell_matching, tell_several, tell_units
from service.tell_tally import tell_tally
from service.tell_ties import tell_stage
from service.wording import Voice

TELLERS: Mapping[Topic, Callable[[Draft], str]] = {
    "stage": tell_stage,
    "fact": tell_fact,
    "contact": tell_contact,
    "events": tell_events,
    "partners": tell_partners,
    "extreme": tell_extreme,
    "compare": tell_extreme,
    "order": tell_order,
    "profile": tell_profile,
    "tally": tell_tally,
    "crowd": tell_crowd,
    "each": tell_each,
    "matching": tell_matching,
    "units": tell_units,
    "sentence": tell_sentence,
}
# Topics whose answers are of the ties in evidence, and do not just hang on them.
_OF_TIES = frozenset({"stage", "partners", "order", "tally", "matching"})


def _tell(draft: Draft) -> str:
    """What one evidence says, or why it says nothing."""
    if draft.evidence.status not in CLAIMING:
        return abstain(draft)
    if draft.evidence.topic == "several":
        return tell_several(draft, _tell)
    if draft.evidence.topic == "picked":
        return _tell_picked(draft)
    return TELLERS[draft.evidence.topic](draft)


def _tell_picked(draft: Draft) -> str:
    """What is known of each place, one after the other, and of which nothing is."""
    parts = [replace(draft, question=q, evidence=found) for q, found in draft.evidence.parts]
    known = [part for part in parts if part.evidence.status in CLAIMING]
    unknown = [part for part in parts if part.evidence.status not in CLAIMING]
    return draft.voice.sentences(map(_tell, (*known, *unknown)))


def compose(question: Question, evidence: Evidence, catalogue: Catalogue) -> str:
    """The sentence that answers, or the one that says why there is no answer."""
    voice = Voice(question.language, question.traditional)
    draft = Draft(question, evidence, catalogue, voice)
    if evidence.status in CLAIMING:
        return _capital(_tell(draft)) + _unnamed(draft) + _read_as(draft)
    return abstain(draft) + _read_as(draft) + _did_you_mean(draft)


def compose_lead(question: Question, evidence: Evidence, catalogue: Catalogue) -> str | None:
    """The answer without the exchanges that it lists; None where it lists none."""
    voice = Voice(question.language, question.traditional)
    draft = Draft(question, evidence, catalogue, voice)
    lead = lead_events(draft) if evidence.status in CLAIMING else None
    return lead and lead + _unnamed(draft) + _read_as(draft)


def _read_as(draft: Draft) -> str:
    """What says that a name was taken for another spelling of one that is known."""
    return "".join(
        draft.voice.say("answers.read_as", written=written, place=draft.name(place))
        for written, place in draft.question.read_as
    )


def _capital(text: str) -> str:
    """``text`` with a capital: the name of a publisher without a name begins with an article."""
    return text[:1].upper() + text[1:]


def _unnamed(draft: Draft) -> str:
    """What says that a page told of a publisher whom it does not name."""
    unnamed = any(is_unnamed(side) for side in _sides(draft.evidence, draft.catalogue))
    return draft.voice.say("answers.unnamed") if unnamed else ""


def _sides(evidence: Evidence, catalogue: Catalogue) -> Iterator[str]:
    """The sides of the ties and exchanges that an answer tells of."""
    ties = evidence.ties if evidence.topic in _OF_TIES else ()
    told = [
        catalogue.ties[fact.subject] for fact in evidence.facts if fact.subject in catalogue.ties
    ]
    for places in (t.places for t in (*ties, *told)):
        yield from places
    for exchange in evidence.exchanges:
        yield from exchange.places
    for _, part in evidence.parts:
        yield from _sides(part, catalogue)


def _did_you_mean(draft: Draft) -> str:
    """The places with ties whose names are one slip away from those that have none."""
    if draft.evidence.status not in ("no_such_tie", "not_stated", "not_found"):
        return ""
    places = dict.fromkeys(place for _, place in draft.question.missed)
    return "".join(draft.voice.say("abstain.did_you_mean", place=draft.name(p)) for p in places)
