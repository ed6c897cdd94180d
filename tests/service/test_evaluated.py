"""What an evaluation found: tables, triples, files; nothing of a sealed question."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from service.catalogue import Catalogue
from service.cli import cli
from service.evaluated import Evaluated, evaluation_json, markdown_of, show_evaluation
from service.evaluating import evaluate_files, write_calibration, write_report
from service.evaluation import read_questions
from service.settings import Settings
from service.triples import agreement
from tests.conftest import TODAY

SIGNED = {
    "ko": "서초구와 학벽시는 언제 우호도시 협정을 맺었나요?",
    "zh": "瑞草区与鹤壁市何时签署友好城市协定？",
    "en": "When did Seocho and Hebi sign their friendship agreement?",
}
TRIPLES = [
    {"id": "same", "kind": "signing", "page": "seocho", "status": ["answered"],
     "expect": ["date:2016-10-13"], "questions": SIGNED},
    {"id": "apart", "kind": "signing", "page": "seocho", "status": ["answered"],
     "expect": ["date:2016-10-13"],
     "questions": {**SIGNED, "en": "When did Seocho sign with Langfang?"}},
]  # fmt: skip
SEALED = {"id": "secret", "question": "asdf qwer?", "language": "en", "kind": "place",
          "page": "changning", "status": ["answered"]}  # fmt: skip


def write(path: Path, *lines: object) -> Path:
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def found(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Evaluated:
    folder = tmp_path_factory.mktemp("golden")
    open_file = write(folder / "triples.jsonl", *TRIPLES)
    return evaluate_files([open_file], [write(folder / "sealed.jsonl", SEALED)], catalogue, TODAY)


def test_a_triple_is_three_questions(tmp_path: Path) -> None:
    questions = read_questions(write(tmp_path / "t.jsonl", *TRIPLES))
    assert [(q.id, q.language, q.triple) for q in questions[:3]] == [
        ("same-ko", "ko", "same"), ("same-zh", "zh", "same"), ("same-en", "en", "same"),
    ]  # fmt: skip


def test_the_same_fact_in_three_languages_is_the_same(found: Evaluated) -> None:
    same = agreement(found.open.results)
    assert (same.same, same.total, same.rate) == (1, 2, 0.5)
    assert [result.golden.id for result in same.apart[0]] == ["apart-ko", "apart-zh", "apart-en"]


def test_questions_are_counted_by_the_language_of_the_page(found: Evaluated) -> None:
    assert found.open.pairs() == [("en", "ko"), ("ko", "ko"), ("zh", "ko")]
    tally = found.open.tally(language="en", pages="ko")
    assert (tally.right, tally.wrong) == (1, 1)


def test_every_claim_has_a_confidence(found: Evaluated) -> None:
    assert len(found.open.claims) == 6
    assert found.reliability.claims == 6
    assert found.reliability.error < 0.2


def test_tables_and_failures_are_shown(found: Evaluated) -> None:
    shown = show_evaluation(found, with_failures=True)
    assert "1 of 2 triples give the same fact in three languages (50.0%)." in shown
    assert "wrong apart-en: When did Seocho sign with Langfang?" in shown
    assert "\napart apart\n" in shown


def test_of_a_sealed_file_only_totals_are_told(found: Evaluated) -> None:
    told = [show_evaluation(found, True), markdown_of(found), evaluation_json(found).decode()]
    for text in told:
        assert "sealed (sealed)" in text
        assert "secret" not in text and "asdf" not in text


def test_a_report_is_the_same_every_time(found: Evaluated, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_report(found, tmp_path / name)
    names = {path.name for path in (tmp_path / "one").iterdir()}
    assert names == {"pairs.svg", "kinds.svg", "reliability.svg", "coverage.svg",
                     "results.md", "results.json"}  # fmt: skip
    for name in names:
        one = (tmp_path / "one" / name).read_bytes()
        assert one == (tmp_path / "two" / name).read_bytes()
        assert b"svg" in one or not name.endswith(".svg")


def test_the_confidence_is_measured(found: Evaluated, tmp_path: Path) -> None:
    write_calibration(found, tmp_path / "confidence.toml")
    text = (tmp_path / "confidence.toml").read_text(encoding="utf-8")
    assert "typed = [[0.0, 0.75]]" in text


def test_the_command(settings: Settings, tmp_path: Path) -> None:
    file = write(tmp_path / "t.jsonl", TRIPLES[0])
    given = ["evaluate", str(file), "--index", str(settings.index), "--json"]
    run = CliRunner().invoke(cli, [*given, "--report", str(tmp_path / "report")])
    told = json.loads(run.stdout)
    assert told["triples"] == {"same": 1, "total": 1, "rate": 1.0, "apart": []}
    assert told["pairs"][0] | {"right": 1} == told["pairs"][0]
    assert (tmp_path / "report" / "pairs.svg").is_file()


def test_a_report_that_cannot_be_written_says_so(settings: Settings, tmp_path: Path) -> None:
    file = write(tmp_path / "t.jsonl", TRIPLES[0])
    given = ["evaluate", str(file), "--index", str(settings.index), "--report", str(file)]
    run = CliRunner().invoke(cli, given)
    assert run.exit_code == 2
    assert "t.jsonl: cannot be written" in run.output
