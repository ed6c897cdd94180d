"""Golden triples: one question in three languages, which must give the same fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from pydantic import ConfigDict, Field

from corpus.model import Language
from service.api import Answer, ApiModel
from service.model import CLAIMING, Status

if TYPE_CHECKING:
    from service.evaluation import Result

Claim: TypeAlias = tuple[bool, frozenset[tuple[object, ...]]]


class GoldenTriple(ApiModel):
    """A line of a file of triples: as a golden question, with ``questions`` by language."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    kind: str
    page: str = ""
    status: list[Status]
    expect: list[str] = Field(default_factory=list)
    questions: dict[Language, str]

    def split(self) -> list[dict[str, object]]:
        """The golden questions that it is made of; each knows its triple."""
        shared = {**self.model_dump(exclude={"id", "questions"}), "triple": self.id}
        return [
            {**shared, "id": f"{self.id}-{each}", "language": each, "question": question}
            for each, question in self.questions.items()
        ]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many triples gave the same fact, and the questions of those that did not."""

    same: int
    total: int
    apart: tuple[tuple[Result, ...], ...]

    @property
    def rate(self) -> float:
        """The share from 0 to 1; 1 of nothing."""
        return self.same / self.total if self.total else 1.0


def agreement(results: Iterable[Result]) -> Agreement:
    """Whether the questions of each triple were answered alike; questions of none do not count."""
    triples: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        if result.golden.triple:
            triples[result.golden.triple].append(result)
    apart = [
        tuple(results)
        for results in triples.values()
        if len({claim_of(result.answer) for result in results}) > 1
    ]
    return Agreement(len(triples) - len(apart), len(triples), tuple(apart))


def claim_of(answer: Answer) -> Claim:
    """What an answer claims, whatever its language: typed facts and the words they rest on.

    Of an abstention it is its status.
    """
    if answer.status not in CLAIMING:
        return False, frozenset({(answer.status,)})
    facts = {(fact.subject.id, fact.property, str(fact.value)) for fact in answer.facts}
    marks = {(passage.id, *mark) for passage in answer.passages for mark in passage.highlights}
    return True, frozenset({*facts, *marks})
