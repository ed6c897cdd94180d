"""From a question to its answer: the whole path."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from corpus.model import Fact, Language
from service.api import Answer, Context, ReadAs
from service.breath import joined
from service.catalogue import Catalogue
from service.clauses import find_clauses
from service.compose import compose, compose_lead
from service.enquiry import PROPORTIONS, TIE_PROPERTIES
from service.evidence import find_evidence
from service.explanation import explained
from service.handing_on import MOST_PLACES, context_of
from service.lexicon import all_of
from service.model import CLAIMING, Evidence, Question
from service.offices import find_office
from service.paraphrases import read_by_example
from service.suggestions import suggest
from service.tell_events import SENT
from service.trail import NO_TRAIL, Trail
from service.understand import understand
from service.views import exchange_view, fact_view, passage_views, subject_view
from service.wording import Voice


def answer(
    text: str,
    catalogue: Catalogue,
    today: date,
    context: Context | None = None,
    language: Language | None = None,
    district: str | None = None,
    limit: int = 5,
    explain: bool = False,
) -> Answer:
    """Understand the question, find evidence, compose the answer; with ``explain``, say how."""
    started = time.perf_counter()
    trail = Trail() if explain else NO_TRAIL
    question = understand(text, context, catalogue, today, language, district)
    trail.lap("understanding")
    evidence = _in_one_breath(question, context, catalogue, today, limit, trail)
    if evidence is None:
        question, evidence = _read_and_found(question, catalogue, limit, trail)
    trail.lap("evidence")
    reply = composed(question, evidence, catalogue, context)
    trail.lap("composition")
    reply = reply.model_copy(update={"took_ms": _since(started)})
    return explained(question, evidence, reply, trail, catalogue) if explain else reply


def _in_one_breath(
    question: Question,
    context: Context | None,
    catalogue: Catalogue,
    today: date,
    limit: int,
    trail: Trail,
) -> Evidence | None:
    """Evidence of each question that is asked in one breath; None where it is one question.

    Each goes on from the one before it. What leaves out or compares is of the whole.
    """
    whole = question.without or question.except_for or question.apart or question.condition
    if whole or question.operation == "compare" or len(question.subjects) > 1:
        return None
    clauses = find_clauses(question.text, catalogue)
    of_one = len(question.places) < 2 and len(question.also) >= len(clauses)
    of_one = of_one and not PROPORTIONS.intersection(all_of("wants", question.bare))
    if not clauses or of_one:
        return None
    named = "places" not in question.inherited and question.places
    turn = Context(places=list(question.places)[:MOST_PLACES]) if named else context
    parts: list[tuple[Question, Evidence]] = []
    for clause in clauses:
        asked = understand(clause, turn, catalogue, today, question.language, question.district)
        if asked.property in TIE_PROPERTIES and len(asked.places) < len(question.places) == 2:
            asked = replace(asked, places=question.places)
        asked, found = _read_and_found(asked, catalogue, limit, trail)
        parts.append((asked, found))
        turn = context_of(asked, found, catalogue)
        homes = [place for place in question.places if place in catalogue.homes]
        places = list(dict.fromkeys([*homes, *turn.places])) or list(question.places)
        turn = turn.model_copy(update={"places": places[:MOST_PLACES]})
    evidence = joined(parts)
    trail.step("in_one_breath", evidence)
    return evidence


def _read_and_found(
    question: Question, catalogue: Catalogue, limit: int, trail: Trail
) -> tuple[Question, Evidence]:
    """The question with its evidence; one that nothing answers is read otherwise."""
    evidence = find_evidence(question, catalogue, limit, trail)
    if evidence.status in CLAIMING:
        return question, evidence
    for reread in _readings(question, catalogue):
        found = find_evidence(reread, catalogue, limit, trail)
        if found.status in CLAIMING:
            return reread, found
    return question, evidence


def _readings(question: Question, catalogue: Catalogue) -> Iterator[Question]:
    """What else a question may mean: how it was signed, if nowhere; what examples are near to."""
    if question.property == "signing_place" and question.places:
        yield replace(question, property="method", wants=None)
    by_example = read_by_example(question, catalogue)
    if by_example is not None:
        yield by_example


def composed(
    question: Question, evidence: Evidence, catalogue: Catalogue, before: Context | None = None
) -> Answer:
    """The sentence that answers, with everything that is sent along."""
    voice = Voice(question.language, question.traditional)
    return Answer(
        answer_id=uuid.uuid4().hex,
        status=evidence.status,
        language=voice.tag,
        answer=compose(question, evidence, catalogue),
        lead=compose_lead(question, evidence, catalogue),
        facts=[fact_view(fact, catalogue, voice) for fact in _facts(question, evidence, catalogue)],
        exchanges=[exchange_view(e, catalogue, voice) for e in evidence.exchanges[:SENT]],
        passages=passage_views(evidence, catalogue),
        choices=[catalogue.name(p, voice) for p in evidence.choices],
        read_as=[
            ReadAs(written=written, place=subject_view(place, catalogue, voice))
            for written, place in question.read_as
        ],
        contact=find_office(question, evidence, catalogue),
        context=context_of(question, evidence, catalogue, before),
        suggestions=suggest(question, evidence, catalogue, voice),
    )


def _since(started: float) -> float:
    """Milliseconds since ``started``."""
    return round((time.perf_counter() - started) * 1000, 2)


def _facts(question: Question, evidence: Evidence, catalogue: Catalogue) -> list[Fact]:
    """The facts behind the answer; for a stage, the facts of its document."""
    if evidence.status not in CLAIMING:
        return []
    if evidence.stage is None or not evidence.ties:
        return list(evidence.facts)
    tie = evidence.ties[0]
    names = ["signed", "agreement", "signing_place", "method"]
    if question.property in names:
        names.sort(key=lambda name: name != question.property)
    if not evidence.stage.formal:
        names = ["signed"]
    facts = [fact for name in names for fact in catalogue.facts(tie.id, name)]
    chosen = evidence.stage.source.span
    return sorted(facts, key=lambda fact: _off_stage(fact, question, chosen))


def _off_stage(fact: Fact, question: Question, chosen: tuple[int, int]) -> tuple[bool, bool]:
    """Sort key: what was asked for first, then what the chosen stage's own words say."""
    return fact.property != question.property, tuple(fact.source.span) != tuple(chosen)
