"""How an answer came about: what was understood, what was weighed, and why the rest was not taken.

An explanation is made only where it is asked for.
"""

from __future__ import annotations

from pydantic import Field, JsonValue

from service.api import Answer, ApiModel
from service.catalogue import Catalogue
from service.confidence import Way, confidence, made
from service.considered import MOST, SORTS, Considered, ConsideredView, Sort
from service.model import CLAIMING, Evidence, Question, Status
from service.trail import Trail
from service.understood import understood
from service.wording import Voice


class StepView(ApiModel):
    """One way of finding an answer; ``status`` is null where it had nothing to say."""

    name: str
    status: Status | None


class Explanation(ApiModel):
    """How an answer came about.

    ``question`` has what was understood, without what was left open. ``steps`` are the ways of
    finding an answer in the order they were tried; the last one spoke. ``found`` counts what was
    weighed of each sort, of which ``considered`` has what the answer uses and the best of the rest.
    A claim came about in one ``way`` (read from typed values, as an exchange or as a sentence) and
    exceeded the score that it needed by ``margin``; ``confidence`` is the share of right ones among
    golden claims of that way and margin. All three are null where nothing is claimed. ``took_ms``
    is by stage.
    """

    question: dict[str, JsonValue]
    steps: list[StepView]
    considered: list[ConsideredView]
    found: dict[Sort, int]
    way: Way | None = None
    margin: float | None = None
    confidence: float | None = Field(default=None, ge=0, le=1)
    took_ms: dict[str, float]


class ExplainedAnswer(Answer):
    """An answer with how it came about."""

    explanation: Explanation


def explained(
    question: Question, evidence: Evidence, reply: Answer, trail: Trail, catalogue: Catalogue
) -> ExplainedAnswer:
    """``reply`` with how it came about."""
    voice = Voice(question.language, question.traditional)
    weighed = Considered(question, evidence, reply, trail, catalogue, voice)
    told = {sort: weighed.all(sort) for sort in SORTS}
    way, margin = made(evidence, trail) if evidence.status in CLAIMING else (None, None)
    explanation = Explanation(
        question=understood(question, catalogue, voice),
        steps=[StepView(name=step.name, status=step.status) for step in trail.steps],
        considered=[view for sort in SORTS for view in told[sort][:MOST]],
        found={sort: len(views) for sort, views in told.items()},
        way=way,
        margin=margin and round(margin, 4),
        confidence=way and confidence(way, margin or 0.0),
        took_ms={stage: round(ms, 2) for stage, ms in trail.took_ms.items()},
    )
    return ExplainedAnswer(**dict(reply), explanation=explanation)
