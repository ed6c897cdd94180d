"""The text of an answer, from typed values and names, in the asker's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from service.catalogue import Catalogue
from service.draft import Draft
from service.model import CLAIMING, Evidence, Question, Topic
from service.tell_abstentions import abstain
from service.tell_events import tell_events
from service.tell_facts import tell_contact, tell_fact, tell_sentence
from service.tell_partners import tell_extreme, tell_partners
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
    "sentence": tell_sentence,
}


def compose(question: Question, evidence: Evidence, catalogue: Catalogue) -> str:
    """The sentence that answers, or the one that says why there is no answer."""
    voice = Voice(question.language, question.traditional)
    draft = Draft(question, evidence, catalogue, voice)
    return TELLERS[evidence.topic](draft) if evidence.status in CLAIMING else abstain(draft)
