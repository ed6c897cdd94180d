"""The sheet of a page: everything that was extracted, readable at any width."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from service.extraction import Extraction, extract_from
from service.settings import Settings
from service.sheet import sheet_json, show_sheet
from service.tables import width
from tests.service.samples import SOUND

# A number that is malformed, a property with counts, and where the agreement was signed.
PAGE = SOUND.replace(
    "163만명 (2018년)", "1,63만명 (2018년)\n- 행정구역 : 3개 직할구, 2개 현"
).replace("우호도시 협정서", "우호도시 협정서 (체결장소 : 서초구)")


@pytest.fixture(scope="module")
def extraction(tmp_path_factory: pytest.TempPathFactory) -> Extraction:
    path = tmp_path_factory.mktemp("pages") / "hebi.md"
    path.write_text(PAGE, encoding="utf-8")
    return extract_from(str(path), Settings())


def line_with(shown: str, *words: str) -> str:
    return next(line for line in shown.splitlines() if all(word in line for word in words))


@pytest.mark.parametrize("widest", [None, 160, 80])
def test_everything_at_any_width(extraction: Extraction, widest: int | None) -> None:
    shown = show_sheet(extraction, widest)
    for words in ("2,182 km²", "2016-10-13", "2018-11", "서초구의 우호도시", "허비시"):
        assert words in shown
    assert widest is None or max(map(width, shown.splitlines())) <= widest


def test_a_wide_terminal_has_quotes_beside_and_a_narrow_one_below(extraction: Extraction) -> None:
    quote = "“면적 : 2,182㎢”"
    assert "2,182 km²" in line_with(show_sheet(extraction, 160), quote)
    assert line_with(show_sheet(extraction, 80), quote).strip() == quote


def test_a_value_with_its_marks(extraction: Extraction) -> None:
    shown = show_sheet(extraction, None)
    assert "1,63만명 (uncertain)" in line_with(shown, "population")
    assert "3 직할구 + 2 현" in line_with(shown, "divisions")


def test_who_went_and_how_many(extraction: Extraction) -> None:
    line = line_with(show_sheet(extraction, None), "2018-11")
    assert "Hebi → Seocho-gu" in line
    assert " 6 " in line


def test_the_steps_of_a_tie_and_the_names(extraction: Extraction) -> None:
    shown = show_sheet(extraction, None)
    assert "friendship since 2016-10-13" in shown
    assert "document: 서초구 - 허비시 우호도시 협정서" in shown
    assert "→ Hebi [hebi]" in line_with(shown, "허비시", "→ Hebi")


def test_json_has_it_all_with_spans(extraction: Extraction) -> None:
    found = orjson.loads(sheet_json(extraction))
    assert list(found) == ["page", "home", "places", "facts", "ties", "exchanges", "names"]
    text = found["page"]["text"]
    sources = [fact["source"] for fact in found["facts"]]
    sources += [stage["source"] for tie in found["ties"] for stage in tie["stages"]]
    sources += [source for exchange in found["exchanges"] for source in exchange["sources"]]
    assert all(text[slice(*source["span"])] == source["quote"] for source in sources)
    assert [place["id"] for place in found["places"]] == ["seocho", "hebi"]


def test_a_page_that_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "empty.md"
    path.write_text("# 안내\n", encoding="utf-8")
    shown = show_sheet(extract_from(str(path), Settings()), 80)
    assert "FACTS (0)" in shown
    assert "home     not known" in shown
