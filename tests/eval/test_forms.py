"""However a golden question is typed, it is understood the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.text import traditionalise
from service.catalogue import Catalogue
from service.evaluation import Golden, read_questions
from service.model import Question
from service.settings import Settings
from service.understand import understand

HERE = Path(__file__).parent
FILES = ("golden-dev", "golden-dev-second", "golden-dev-local", "golden-dev-operations", "general")
# The share of Korean and Chinese questions that are understood the same without any space: names
# of countries and words of one syllable need it ("서초구 중국 도시" has 구중 and 국도 in it).
UNSPACED = 0.85

Form = Callable[[str], str]


def _full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "0" <= c <= "9" or c in "?!()" else c for c in text)


FORMS: dict[str, Form] = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "zero-width": lambda text: "\u200b".join(text),
    "full width": _full_width,
    "wide spaces": lambda text: text.replace(" ", "\u3000"),
}


@pytest.fixture(scope="module")
def questions() -> list[Golden]:
    return [question for name in FILES for question in read_questions(HERE / f"{name}.jsonl")]


def _sense(text: str, catalogue: Catalogue, settings: Settings) -> tuple[object, ...]:
    """What decides the answer, without the letters of the question."""
    q: Question = understand(text, None, catalogue, settings.now())
    return (q.language, q.places, q.within, q.ambiguous, q.property, q.operation, q.wants,
            q.yes_no, q.stage, q.kinds, q.period, q.partners, q.ordinal, q.small_talk,
            q.out_of_scope)  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_the_form_changes_nothing(
    form: str, questions: list[Golden], catalogue: Catalogue, settings: Settings
) -> None:
    changed = [
        golden.id
        for golden in questions
        if _sense(FORMS[form](golden.question), catalogue, settings)
        != _sense(golden.question, catalogue, settings)
    ]
    assert not changed


def test_traditional_characters_change_nothing(
    questions: list[Golden], catalogue: Catalogue, settings: Settings
) -> None:
    chinese = [golden for golden in questions if golden.language == "zh"]
    changed = [
        golden.id
        for golden in chinese
        if _sense(traditionalise(golden.question), catalogue, settings)
        != _sense(golden.question, catalogue, settings)
    ]
    assert len(chinese) > 100
    assert not changed


def test_most_questions_need_no_spaces(
    questions: list[Golden], catalogue: Catalogue, settings: Settings
) -> None:
    spaced = [g for g in questions if g.language in ("ko", "zh") and " " in g.question]
    same = [
        golden
        for golden in spaced
        if _sense(golden.question.replace(" ", ""), catalogue, settings)
        == _sense(golden.question, catalogue, settings)
    ]
    assert len(same) / len(spaced) >= UNSPACED
