"""The measurement measures; its numbers depend on the machine and are not judged here."""

from __future__ import annotations

import pytest

from index.progress import Silent
from service.bench import make_questions, measure
from service.catalogue import Catalogue
from service.reports import show_measurement
from service.settings import Settings


def test_questions_about_every_tie_in_every_language(catalogue: Catalogue) -> None:
    questions = make_questions(catalogue)
    assert len(questions) == 9 * len(catalogue.ties)
    assert len(set(questions)) == len(questions)


@pytest.mark.slow
def test_measure(settings: Settings) -> None:
    found = measure(settings, 10, Silent(), exchanges=2000)
    assert found.encode_ms > 0
    assert found.encode_ms < found.ask_p95_ms
    assert found.ratio > 0
    assert found.passages_per_s > 0
    assert found.search.exchanges == 2000
    assert 0 < found.search.search_ms <= found.search.search_p95_ms
    assert found.load.memory_mb is None or 50 < found.load.memory_mb < 700
    assert found.load.start.seconds > found.load.start.idle_s > 0
    assert found.load.one_per_s > 0
    assert found.load.many_per_s > 0
    assert found.again_ms > 0
    assert 0 < found.stages.understand_ms <= found.stages.understand_p95_ms < found.ask_p95_ms
    assert 0 < found.stages.compose_ms <= found.stages.compose_p95_ms < found.ask_p95_ms
    assert f"{found.load.start.seconds:.2f} s" in show_measurement(found)
