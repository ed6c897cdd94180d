"""The gate over pages of other districts, in other layouts: an index of the gold pages asked about.

``golden-sealed.jsonl`` was asked after the tuning; nothing but its totals is ever shown.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from index.build import build
from index.search import open_index
from service.catalogue import Catalogue
from service.evaluation import Golden, Tally, evaluate, read_questions
from tests.conftest import ROOT, TODAY

HERE = Path(__file__).parent / "districts"
GOLD = ROOT / "tests" / "corpus" / "gold" / "dev"
# Which questions are asked of one index: that of the pages they are about.
INDEXES = {
    "test-districts": ("golden-dev", "golden-sealed"),
    "test-counter": ("golden-counter",),
    "test-counter-second": ("golden-counter-second",),
}
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def questions() -> dict[str, list[Golden]]:
    return {name: read_questions(HERE / f"{name}.jsonl") for name in FLOORS}


@pytest.fixture(scope="module")
def tallies(
    questions: dict[str, list[Golden]], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Tally]:
    """The outcomes by file; nothing else, so that a failure shows no sealed question."""
    found: dict[str, Tally] = {}
    for index, names in INDEXES.items():
        files = {name: questions[name] for name in names}
        pages = _pages_of(files, tmp_path_factory.mktemp(index))
        kept = ROOT / "var" / index
        build(pages, kept)
        catalogue = Catalogue(open_index(kept))
        found |= {name: evaluate(f, catalogue, TODAY).tally() for name, f in files.items()}
    return found


def _pages_of(files: dict[str, list[Golden]], folder: Path) -> Path:
    """A folder with the pages that questions are about."""
    asked = {question.page for file in files.values() for question in file}
    for path in GOLD.iterdir():
        if path.suffix != ".json" and any(path.name.startswith(page) for page in asked):
            shutil.copy(path, folder)
    return folder


def test_questions_over_other_districts_stay_right(tallies: dict[str, Tally]) -> None:
    below = {
        name: tally
        for name, tally in tallies.items()
        if tally.right_rate < FLOORS[name]["all"]["right"]
        or tally.wrong_rate > FLOORS[name]["all"]["wrong"]
    }
    assert not below


def test_a_fifth_cannot_be_answered_and_every_language_is_there(
    questions: dict[str, list[Golden]],
) -> None:
    for file in questions.values():
        refused = sum(question.kind == "unanswerable" for question in file)
        assert refused / len(file) >= 0.2
        assert {question.language for question in file} == {"ko", "zh", "en"}
