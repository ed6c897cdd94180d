"""What an answer hands on to the next question: its context."""

from __future__ import annotations

from service.api import Context
from service.catalogue import Catalogue
from service.followups import EXCHANGES, PARTNERS
from service.model import CLAIMING, Evidence, Question

_YEAR = 4
# As much of each as a context takes.
MOST_PLACES, MOST_KINDS, MOST_CHOICES = 8, 16, 64


def context_of(
    question: Question, evidence: Evidence, catalogue: Catalogue, before: Context | None = None
) -> Context:
    """What the next question may inherit from this one and its answer.

    A follow-up that got no answer leaves the event ``before`` it, and the choices that one had.
    """
    goes_on = before is not None and bool(question.inherited)
    one_tie = len(evidence.ties) == 1 and evidence.topic in ("partners", "fact", "matching")
    single = one_tie and not (evidence.topic == "fact" and len(evidence.places) == 1)
    places = evidence.ties[0].places if single else _told_of(evidence, catalogue) or question.places
    period, exchange, told = question.period, _one_exchange(evidence), _date_of(evidence)
    if before is not None and goes_on and evidence.status not in CLAIMING:
        exchange = exchange or before.exchange
        told = told or (None if period else before.told)
    left = before.choices if before is not None and goes_on else []
    return Context(
        places=list(places)[:MOST_PLACES],
        exchange=exchange,
        property=_topic_of(question, evidence),
        operation=question.operation,
        # Times side by side are no stretch, and no one date.
        period=(period.edtf or f"{period.first}/{period.last}")
        if period and not period.parts
        else None,
        stage=question.stage,
        told=told,
        kinds=list(question.kinds)[:MOST_KINDS],
        choices=(list(evidence.choices) or left)[:MOST_CHOICES],
        language=question.language,
    )


def _topic_of(question: Question, evidence: Evidence) -> str | None:
    """What the next question goes on with."""
    topic = {"events": EXCHANGES, "partners": PARTNERS}.get(evidence.topic)
    if topic == PARTNERS:
        return topic
    if topic is None and evidence.status == "clarify":
        topic = PARTNERS if question.partners else EXCHANGES if question.exchanges else None
    return question.property or topic


def _one_exchange(evidence: Evidence) -> str | None:
    return evidence.exchanges[0].id if len(evidence.exchanges) == 1 else None


def _date_of(evidence: Evidence) -> str | None:
    """The one date that was told: of the exchange, of the agreement, or the year of several."""
    if len(evidence.exchanges) == 1:
        return evidence.exchanges[0].date
    years = {day[:_YEAR] for e in evidence.exchanges for day in (e.first, e.last)}
    if len(years) == 1:
        return years.pop()
    return evidence.stage.date if evidence.stage else None


def _told_of(evidence: Evidence, catalogue: Catalogue) -> tuple[str, ...]:
    """The places of an answer; of a quoted sentence, the partner in whose section it stands."""
    if evidence.sentence is None or evidence.topic != "sentence" or len(evidence.ties) == 1:
        return evidence.places
    owner = catalogue.partner_of(catalogue.passage(evidence.sentence.passage))
    ties = [tie for tie in catalogue.ties.values() if owner in tie.places]
    return ties[0].places if len(ties) == 1 else evidence.places
