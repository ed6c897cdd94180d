"""Golden questions, asked and judged: right, wrong, missed, or abstained in another way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import orjson
from pydantic import ConfigDict, Field, ValidationError

from index.progress import Progress, Silent
from service.answering import answer
from service.api import Answer, ApiModel, Context
from service.calibration import Claim
from service.catalogue import Catalogue
from service.expected import says_all
from service.explanation import ExplainedAnswer
from service.model import CLAIMING, Status
from service.problems import describe
from service.triples import GoldenTriple

Outcome = Literal["right", "wrong", "missed", "other"]
OUTCOMES: tuple[Outcome, ...] = ("right", "wrong", "missed", "other")
# The language of the page of a question that is about none.
NO_PAGE = "none"


class GoldenError(Exception):
    """A file of golden questions that cannot be used; the message names the line."""


class Golden(ApiModel):
    """One golden question; ``status`` lists what is right, ``expect`` what must be said.

    ``page`` is the id of the page that answers, or the beginning of it; ``triple`` the id of the
    triple that the question is part of.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    question: str
    language: str
    kind: str
    page: str = ""
    status: list[Status]
    expect: list[str] = Field(default_factory=list)
    context_of: str | None = None
    triple: str | None = None

    @property
    def answerable(self) -> bool:
        """Whether the pages hold an answer."""
        return not CLAIMING.isdisjoint(self.status)


@dataclass(frozen=True, slots=True)
class Result:
    """One question with the answer it got; ``pages`` is the language of the page it is about."""

    golden: Golden
    answer: Answer
    outcome: Outcome
    pages: str = NO_PAGE

    @property
    def claim(self) -> Claim | None:
        """What the answer claims with which confidence, if it claims anything and says so."""
        if not isinstance(self.answer, ExplainedAnswer):
            return None
        told = self.answer.explanation
        if told.way is None or told.confidence is None:
            return None
        return Claim(told.way, told.margin or 0.0, told.confidence, self.outcome == "right")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of some questions had which outcome; an ``other`` abstention counts as right."""

    right: int
    wrong: int
    missed: int
    other: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.right + self.wrong + self.missed + self.other

    @property
    def right_rate(self) -> float:
        """The share of right answers and fitting abstentions."""
        return (self.right + self.other) / self.total if self.total else 0.0

    @property
    def wrong_rate(self) -> float:
        """The share of false claims."""
        return self.wrong / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Report:
    """The results of all questions, in order."""

    results: tuple[Result, ...]

    @property
    def failures(self) -> list[Result]:
        """What was wrong or missed."""
        return [result for result in self.results if result.outcome in ("wrong", "missed")]

    def groups(self) -> list[tuple[str, str]]:
        """The pairs of language and kind that there are, in order of appearance."""
        return list(dict.fromkeys((r.golden.language, r.golden.kind) for r in self.results))

    def pairs(self) -> list[tuple[str, str]]:
        """The pairs of question language and page language that there are, in order."""
        return sorted({(r.golden.language, r.pages) for r in self.results})

    @property
    def claims(self) -> list[Claim]:
        """Everything that was claimed, with its confidence."""
        return [claim for result in self.results if (claim := result.claim)]

    def tally(
        self, language: str | None = None, kind: str | None = None, pages: str | None = None
    ) -> Tally:
        """The outcomes of one language, kind and language of the page, or of all."""
        counts = Counter(
            result.outcome
            for result in self.results
            if language in (None, result.golden.language)
            and kind in (None, result.golden.kind)
            and pages in (None, result.pages)
        )
        return Tally(*(counts[outcome] for outcome in OUTCOMES))


def read_questions(path: Path) -> list[Golden]:
    """The questions of a JSON lines file; raises GoldenError where it cannot be used."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise GoldenError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise GoldenError(f"{path}: not UTF-8") from error
    questions = [
        golden
        for number, line in enumerate(lines, start=1)
        if line.strip()
        for golden in _parse(path, number, line)
    ]
    _check_contexts(path, questions)
    return questions


def evaluate(
    questions: Sequence[Golden],
    catalogue: Catalogue,
    today: date,
    progress: Progress | None = None,
) -> Report:
    """Ask every question, a follow-up with the context of the question before it, and judge."""
    contexts: dict[str, Context] = {}
    results = []
    with (progress or Silent()).count("asking", len(questions)) as advance:
        for golden in questions:
            context = contexts.get(golden.context_of or "")
            got = answer(golden.question, catalogue, today, context, explain=True)
            contexts[golden.id] = got.context
            pages = _language_of(golden.page, catalogue)
            results.append(Result(golden, got, judge(golden, got), pages))
            advance(1)
    return Report(tuple(results))


def judge(golden: Golden, got: Answer) -> Outcome:
    """What an answer is worth."""
    if got.status in CLAIMING:
        return "right" if golden.answerable and says_all(golden.expect, got) else "wrong"
    if got.status in golden.status:
        return "right"
    return "missed" if golden.answerable else "other"


def _language_of(page: str, catalogue: Catalogue) -> str:
    """The main language of the page whose id begins with ``page``."""
    pages = catalogue.index.pages
    found = pages.get(page) or next((p for p in pages.values() if p.id.startswith(page)), None)
    return found.languages[0] if page and found and found.languages else NO_PAGE


def _parse(path: Path, number: int, line: str) -> list[Golden]:
    """The questions of a line: one, or the three of a triple."""
    try:
        read = orjson.loads(line)
        if isinstance(read, dict) and "questions" in read:
            return [Golden.model_validate(q) for q in GoldenTriple.model_validate(read).split()]
        return [Golden.model_validate(read)]
    except orjson.JSONDecodeError as error:
        raise GoldenError(f"{path}, line {number}: not JSON ({error})") from error
    except ValidationError as error:
        reason = describe(error.errors())
        raise GoldenError(f"{path}, line {number}: {reason}") from error


def _check_contexts(path: Path, questions: Iterable[Golden]) -> None:
    """A follow-up must come after the question that it follows."""
    known: set[str] = set()
    for golden in questions:
        if golden.context_of and golden.context_of not in known:
            raise GoldenError(f"{path}: {golden.id} follows {golden.context_of}, not asked before")
        known.add(golden.id)
