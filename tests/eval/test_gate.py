"""The gate: so many golden questions are answered right, and so few wrong.

The floors of ``floors.json`` only ever rise: ``right`` is the least share of right answers and
``wrong`` the largest share of false claims, for each file and language (``all`` for the whole).
Raise ``right`` and lower ``wrong`` when the results have become better; never the other way round
to let a change pass. Nothing of the held-out questions is shown, so that nobody tunes on them.
"""

import json
from pathlib import Path

import pytest

from service.catalogue import Catalogue
from service.evaluation import Tally, evaluate, read_questions
from service.settings import Settings

HERE = Path(__file__).parent
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=sorted(FLOORS))
def tallies(
    request: pytest.FixtureRequest, catalogue: Catalogue, settings: Settings
) -> dict[tuple[str, str], Tally]:
    """The outcomes by file and language; nothing else, so that a failure shows no question."""
    name: str = request.param
    report = evaluate(read_questions(HERE / f"{name}.jsonl"), catalogue, settings.now())
    return {(name, each): report.tally(None if each == "all" else each) for each in FLOORS[name]}


def test_floors_hold(tallies: dict[tuple[str, str], Tally]) -> None:
    below = {
        f"{name} {language}": tally
        for (name, language), tally in tallies.items()
        if tally.right_rate < FLOORS[name][language]["right"]
        or tally.wrong_rate > FLOORS[name][language]["wrong"]
    }
    assert not below


def test_there_are_enough_questions() -> None:
    questions = [q for name in FLOORS for q in read_questions(HERE / f"{name}.jsonl")]
    for language in ("ko", "zh", "en"):
        assert sum(question.language == language for question in questions) >= 40
    kinds = {question.kind for question in questions}
    assert kinds == {"signing", "place", "number", "event", "list", "unanswerable"}
