"""From a question to its answer: the whole path."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date

from corpus.language import detect_language
from corpus.model import Fact, Language
from index.model import Hit, Vectors
from index.search import LookedUp
from service.api import Answer, Context, ReadAs
from service.breath import joined
from service.catalogue import Catalogue
from service.clauses import find_clauses
from service.compose import compose, compose_lead
from service.enquiry import PROPORTIONS, TIE_PROPERTIES, Enquiry
from service.evidence import find_evidence, look_up
from service.explanation import explained
from service.handing_on import MOST_PLACES, context_of
from service.introduction import without_introduction
from service.lexicon import all_of
from service.model import CLAIMING, Evidence, Question
from service.offices import find_office
from service.paraphrases import read_by_example
from service.suggestions import suggest
from service.tell_events import SENT
from service.trail import NO_TRAIL, Trail
from service.understand import understand, written
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
    """Understand the question, find evidence, compose the answer; with ``explain``, say how.

    The encoder works meanwhile: most answers need its vector only for the passages beside them.
    """
    started = time.perf_counter()
    trail = Trail() if explain else NO_TRAIL
    text, context = without_introduction(text, context, catalogue)
    meaning = _Meaning.of(text, language, catalogue)
    question = understand(text, context, catalogue, today, language, district)
    trail.lap("understanding")
    found = _in_one_breath(question, context, catalogue, today, trail)
    if found is None:
        found = _read_and_found(question, catalogue, trail, meaning)
    trail.lap("evidence")
    question, evidence = found.question, found.evidence
    reply = composed(question, evidence, catalogue, context)
    looked_up = found.looked_up()
    trail.lap("composition")
    evidence = replace(evidence, hits=found.hits(looked_up, limit))
    passages = passage_views(evidence, catalogue)
    trail.lap("passages")
    reply = reply.model_copy(update={"passages": passages, "took_ms": _since(started)})
    return explained(question, evidence, reply, trail, catalogue) if explain else reply


@dataclass(frozen=True, slots=True)
class _Meaning:
    """The vector of a question as it was typed, which the encoder works out beside."""

    text: str
    language: Language
    vector: Future[Vectors]

    @classmethod
    def of(cls, text: str, language: Language | None, catalogue: Catalogue) -> _Meaning:
        words = written(text)
        spoken = language or detect_language(words)
        return cls(words, spoken, catalogue.index.embed_soon(words, spoken))

    def is_of(self, question: Question) -> bool:
        """Whether ``question`` is read from these words, none of them left out."""
        return (question.text, question.language) == (self.text, self.language)


@dataclass(frozen=True, slots=True)
class _Found:
    """What a question was read as, its evidence, and what was asked: each clause by itself."""

    question: Question
    evidence: Evidence
    enquiries: tuple[Enquiry, ...]

    def looked_up(self) -> list[LookedUp]:
        """What the words of each clause find among the passages."""
        return [look_up(enquiry) for enquiry in self.enquiries]

    def hits(self, looked_up: Sequence[LookedUp], limit: int) -> tuple[Hit, ...]:
        """The passages to be sent along, at most ``limit`` for each clause."""
        return tuple(
            hit
            for enquiry, words in zip(self.enquiries, looked_up, strict=True)
            for hit in enquiry.catalogue.index.found(words, enquiry.vector, limit)
        )


def _in_one_breath(
    question: Question,
    context: Context | None,
    catalogue: Catalogue,
    today: date,
    trail: Trail,
) -> _Found | None:
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
    parts: list[_Found] = []
    for clause in clauses:
        asked = understand(clause, turn, catalogue, today, question.language, question.district)
        if asked.property in TIE_PROPERTIES and len(asked.places) < len(question.places) == 2:
            asked = replace(asked, places=question.places)
        found = _read_and_found(asked, catalogue, trail)
        parts.append(found)
        turn = context_of(found.question, found.evidence, catalogue)
        homes = [place for place in question.places if place in catalogue.homes]
        places = list(dict.fromkeys([*homes, *turn.places])) or list(question.places)
        turn = turn.model_copy(update={"places": places[:MOST_PLACES]})
    evidence = joined([(part.question, part.evidence) for part in parts])
    trail.step("in_one_breath", evidence)
    if evidence is None:
        return None
    return _Found(question, evidence, tuple(e for part in parts for e in part.enquiries))


def _read_and_found(
    question: Question, catalogue: Catalogue, trail: Trail, meaning: _Meaning | None = None
) -> _Found:
    """The question with its evidence; one that nothing answers is read otherwise."""
    vector = (
        meaning.vector
        if meaning is not None and meaning.is_of(question)
        else catalogue.index.embed_soon(question.text, question.language)
    )
    first = _found(Enquiry(question, catalogue, vector, trail))
    if first.evidence.status in CLAIMING:
        return first
    for reread in _readings(question, catalogue):
        found = _found(Enquiry(reread, catalogue, vector, trail))
        if found.evidence.status in CLAIMING:
            return found
    return first


def _found(enquiry: Enquiry) -> _Found:
    return _Found(enquiry.question, find_evidence(enquiry), (enquiry,))


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
