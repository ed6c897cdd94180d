"""The gate of triples: the same question in three languages gives the same fact."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.catalogue import Catalogue
from service.evaluation import Golden, evaluate, read_questions
from service.settings import Settings
from service.triples import agreement

# The share of triples that must agree. It only rises.
AGREEMENT = 0.98
FEWEST = 60


@pytest.fixture(scope="module")
def questions() -> list[Golden]:
    return read_questions(Path(__file__).parent / "golden-triples.jsonl")


def test_there_are_enough_in_three_languages_about_every_page(questions: list[Golden]) -> None:
    triples = {question.triple for question in questions}
    assert len(triples) >= FEWEST
    for triple in triples:
        languages = [q.language for q in questions if q.triple == triple]
        assert sorted(languages) == ["en", "ko", "zh"]
    assert {question.page for question in questions} == {"seocho", "changning", "wenling", "none"}


def test_the_same_question_in_three_languages_gives_the_same_fact(
    questions: list[Golden], catalogue: Catalogue, settings: Settings
) -> None:
    agreed = agreement(evaluate(questions, catalogue, settings.now()).results)
    apart = [[(r.golden.question, r.answer.answer) for r in triple] for triple in agreed.apart]
    assert agreed.rate >= AGREEMENT, apart
