"""The demo page: all it states comes from the index."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.build import build
from index.progress import Silent
from service.app import create_app
from service.bundle import LANGUAGES
from service.settings import Settings
from tests.service.test_bundle import flat

NAMES = {"ko": "서초구", "zh-Hans": "瑞草区", "zh-Hant": "瑞草區", "en": "Seocho-gu"}
FIRST = {
    "ko": "1998년 8월 3일",
    "zh-Hans": "1998年8月3日",
    "zh-Hant": "1998年8月3日",
    "en": "3 August 1998",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_the_site_of_the_place_with_the_most_ties(client: TestClient, language: str) -> None:
    page = client.get("/", params={"lang": language}).text
    assert NAMES[language] in page
    assert FIRST[language] in page
    assert page.count('class="stage"') == 8
    assert 'data-district="seocho"' in page
    assert "{" not in page.replace("{'", "")


def test_another_district_has_its_own_site(client: TestClient) -> None:
    page = client.get("/", params={"lang": "en", "district": "changning-shanghai"}).text
    assert "Changning District, connected to the world" in page
    assert "?lang=ko&amp;district=changning-shanghai" in page
    unknown = client.get("/", params={"lang": "en", "district": "<b>"}).text
    assert "Seocho-gu" in unknown
    assert "<b>" not in unknown


def test_every_language_has_every_word() -> None:
    folder = Path(__file__).parents[2] / "service" / "data" / "demo"
    tables = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in folder.glob("*.toml")}
    assert set(tables) == set(LANGUAGES)
    keys = [{key for key, _ in flat(table)} for table in tables.values()]
    assert all(own == keys[0] for own in keys)


@pytest.mark.build
def test_an_index_without_ties_has_a_page_too(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "plain.txt").write_text("공원 안내\n\n오늘은 맑습니다.\n", "utf-8")
    build(tmp_path / "pages", tmp_path / "index", progress=Silent())
    with TestClient(create_app(Settings(index=tmp_path / "index"))) as client:
        page = client.get("/?lang=ko")
    assert page.status_code == 200
    assert "partners-title" not in page.text
