"""Generated pages are as reading them would give them, and an index of them can be measured."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from corpus.model import Page
from corpus.pages import load_pages
from corpus.passages import make_passages
from index import centring
from index.lexical import Lexicon
from index.progress import Silent
from index.search import open_index
from index.terms import text_terms
from service.catalogue import Catalogue
from service.reports import show_rebuild, show_scale
from service.scale import rebuilding
from service.scale.bench import make_questions, measure_scale
from service.scale.building import Size, repeated
from service.scale.generated import PARTNERS, Draft, make_drafts
from service.scale.rebuilding import measure_rebuild
from service.settings import Settings

SECTIONS = 3 * PARTNERS + 7


@pytest.fixture(scope="module")
def drafts(catalogue: Catalogue) -> list[Draft]:
    return list(make_drafts(catalogue.gazetteer, SECTIONS))


def test_as_many_sections_as_wanted_and_the_same_each_time(
    drafts: list[Draft], catalogue: Catalogue
) -> None:
    assert sum(len(item.sections) for item in drafts) == SECTIONS
    assert {item.language for item in drafts} == {"ko", "zh", "en"}
    assert list(make_drafts(catalogue.gazetteer, SECTIONS)) == drafts


def test_pages_and_passages_are_those_of_the_file(drafts: list[Draft], tmp_path: Path) -> None:
    for item in drafts:
        (tmp_path / f"{item.id}.md").write_text(item.markdown(), encoding="utf-8")
    read = {page.id: page for page in load_pages(tmp_path) if isinstance(page, Page)}
    for item in drafts:
        page = item.page()
        found = make_passages(read[item.id], lambda _: 1, 2)
        assert [p.embedded for p in item.passages(page)] == [p.embedded for p in found]
        for passage in item.passages(page):
            lines = [page.quote(span) for span in passage.spans]
            assert "\n".join(lines) == passage.text


def test_places_of_a_section_are_those_that_it_names(
    drafts: list[Draft], catalogue: Catalogue
) -> None:
    passage = drafts[0].passages(drafts[0].page())[0]
    named = text_terms(passage.embedded, catalogue.gazetteer)
    assert f"place:{drafts[0].home}" in named


def test_a_lexicon_repeated_scores_each_copy_alike() -> None:
    once = Lexicon.of(["서초구 협정", "友好 协议 友好", "agreement 2006 서초구", ""])
    thrice = repeated(once, 3)
    for question in ("서초구", "友好 agreement", "nothing"):
        expected = np.tile(once.scores(question), 3)
        np.testing.assert_array_equal(thrice.scores(question), expected)


def test_questions_name_places_of_the_pages(catalogue: Catalogue) -> None:
    asked = make_questions(catalogue.index, SECTIONS, 12)
    assert len(asked) == 12
    assert {language for _, language in asked} == {"ko", "zh", "en"}


@pytest.mark.slow
def test_measuring_a_small_one(settings: Settings, tmp_path: Path) -> None:
    size = Size(passages=400, distinct=200, encoded=12)
    found = measure_scale(settings, tmp_path / "index", size, 10, Silent())
    assert found.passages == 400
    assert found.recall == 1
    assert found.own_mb is None or 0 < found.own_mb < (found.memory_mb or 0)
    assert "100.00%" in show_scale(found)
    assert min(found.encode_ms, found.ask_ms, found.search_ms, found.start.seconds) > 0
    index = open_index(tmp_path / "index")
    vector = index.embed("교류", "ko")
    hits = index.search(vector, "교류", "ko", 5)
    assert len(hits) == 5
    for hit in hits:
        page = index.pages[hit.passage.page]
        assert [page.quote(span) for span in hit.passage.spans] == hit.passage.text.split("\n")
        assert index.passage(hit.passage.id) == hit.passage


def test_building_again_is_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    neutral = centring.neutral_texts
    monkeypatch.setattr(centring, "neutral_texts", lambda language: neutral(language)[:4])
    monkeypatch.setattr(rebuilding, "TURNS", 1)
    found = measure_rebuild(tmp_path, 10, 2, Silent())
    assert found.pages == 10
    assert found.passages >= 20
    assert found.sentences > found.passages
    shown = show_rebuild(found)
    assert "from nothing" in shown
    assert "one page changed" in shown
    generations = {path.name for path in (tmp_path / "index" / "generations").iterdir()}
    again = measure_rebuild(tmp_path, 10, 2, Silent())
    assert again.first_s is None
    assert "from nothing" not in show_rebuild(again)
    assert {p.name for p in (tmp_path / "index" / "generations").iterdir()} - generations
