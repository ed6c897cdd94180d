"""Side by side: what is judged, and that the manual says what the committed run found."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.peers.install import REQUIREMENTS
from bench.peers.judging import LIMIT, Quality, Returned, place, quality
from bench.peers.material import plain_text
from bench.peers.pictures import draw
from bench.peers.results import RESULTS, Results, SystemResult, WayResult
from bench.peers.systems import ADAPTERS, SYSTEMS
from bench.peers.table import COLUMNS, DOCUMENT, NOISE, OURS, put, table
from corpus.model import Page
from corpus.pages import load_pages
from service.evaluation import Golden
from tests.conftest import PAGES

ASKED = Golden(
    id="a",
    question="When did they sign?",
    language="en",
    kind="signing",
    page="harbour",
    status=["answered"],
    expect=["date:1998-08-03"],
)
RIGHT = Returned("harbour-partners", "Signed on 3 August 1998.")


def way(title: str, first: float, median_ms: float) -> WayResult:
    told = Quality(questions=10, first=first, among=first, characters=200)
    return WayResult(
        title=title,
        open=told,
        sealed=told,
        alike=told,
        across=told,
        median_ms=median_ms,
        p95_ms=median_ms * 2,
        many_per_s=1000 / median_ms,
    )


def system(title: str, *ways: WayResult, memory: float) -> SystemResult:
    return SystemResult(
        title=title,
        version="1.0",
        build_s=1.0,
        build_mb=100,
        start_s=1.0,
        serve_mb=memory,
        install_mb=100,
        lines=10,
        ways=ways,
    )


@pytest.fixture
def results() -> Results:
    ours = system(OURS, way("ours, by words", 0.5, 5.0), way("ours", 0.9, 9.0), memory=200)
    other = system("Another", way("another", 0.7, 7.0), memory=50)
    return Results(
        day="2026-01-31",
        cores=2,
        load=0.1,
        pages=3,
        builds=3,
        starts=3,
        clients=16,
        systems=(ours, other),
    )


def test_a_passage_answers_from_the_right_page_with_the_right_words() -> None:
    elsewhere = Returned("other-page", RIGHT.text)
    another_day = Returned(RIGHT.page, "Signed on 4 August 1998.")
    assert place(ASKED, [RIGHT]) == 0
    assert place(ASKED, [elsewhere, another_day, RIGHT]) == 2
    assert place(ASKED, [elsewhere, another_day]) is None
    assert place(ASKED, [elsewhere] * LIMIT + [RIGHT]) is None


def test_quality_counts_questions_without_any_passage() -> None:
    found = quality([(ASKED, [RIGHT]), (ASKED, []), (ASKED, [Returned("b", "?"), RIGHT])])
    assert (found.questions, found.first, found.among) == (3, 0.3333, 0.6667)


def test_every_block_of_a_page_is_in_the_text_that_the_others_get() -> None:
    for page in load_pages(PAGES):
        assert isinstance(page, Page)
        text = plain_text(page)
        assert all(page.quote(block.span) in text for block in page.blocks)


def test_the_table_has_every_measure_and_marks_the_best(results: Results) -> None:
    lines = table(results).splitlines()
    rows = {line.split(" | ")[0].removeprefix("| "): line for line in lines if line[:2] == "| "}
    assert set(rows) >= {column.title for column in COLUMNS}
    assert rows["median"] == "| median | **5.0 ms** | 9.0 ms | 7.0 ms |"
    assert rows["memory"] == "| memory | 200 MB | 200 MB | **50 MB** |"


def test_the_table_says_where_another_leads(results: Results) -> None:
    assert table(results).splitlines()[-1] == "Gyoryu does not lead in: memory (another)."


def test_a_run_on_a_busy_machine_is_called_so(results: Results) -> None:
    busy = results.model_copy(update={"load": 4.0})
    assert NOISE in table(busy) and NOISE not in table(results)


def test_only_what_lies_between_the_marks_is_written_anew(results: Results, tmp_path: Path) -> None:
    document = tmp_path / "performance.md"
    document.write_bytes(DOCUMENT.read_bytes())
    put(results, document)
    once = document.read_text(encoding="utf-8")
    put(results, document)
    assert document.read_text(encoding="utf-8") == once
    assert table(results) in once
    assert once.startswith(DOCUMENT.read_text(encoding="utf-8").splitlines()[0])
    put(Results.load_from(RESULTS), document)
    assert document.read_bytes() == DOCUMENT.read_bytes()


def test_the_manual_has_the_table_and_the_pictures_of_the_committed_run(tmp_path: Path) -> None:
    results, manual = Results.load_from(RESULTS), DOCUMENT.read_text(encoding="utf-8")
    assert table(results) in manual
    for picture in draw(results, tmp_path):
        assert f"](performance/{picture.name})" in manual
        assert picture.read_bytes() == (DOCUMENT.parent / "performance" / picture.name).read_bytes()


@pytest.mark.parametrize("name", [each.name for each in SYSTEMS if each.title != OURS])
def test_every_package_of_another_stack_is_pinned(name: str) -> None:
    lines = (REQUIREMENTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert all("==" in line for line in lines if not line.startswith("#"))
    assert (ADAPTERS / name / "build.py").is_file()
