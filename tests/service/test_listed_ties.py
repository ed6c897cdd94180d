"""Ties that a page only lists: they are answered as such, and never dated."""

from __future__ import annotations

from datetime import date

import pytest

from index.build import build
from index.progress import Silent
from index.search import open_index
from service.answering import answer
from service.catalogue import Catalogue

TODAY = date(2026, 11, 22)
LISTED = """City of Gold Coast

Sister cities
Netanya, Israel
Otsu, Japan

Friendship cities
Zhuhai, China
Beihai, China
"""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    folder = tmp_path_factory.mktemp("pages")
    (folder / "partners.txt").write_text(LISTED, encoding="utf-8")
    target = tmp_path_factory.mktemp("index")
    build(folder, target, progress=Silent())
    return Catalogue(open_index(target))


@pytest.mark.parametrize(
    ("question", "status", "told"),
    [
        ("Is Netanya a sister city of Gold Coast?", "answered", "Yes. Netanya is listed as a sis"),
        ("黄金海岸与珠海是什么关系？", "answered", "列为黄金海岸的友好城市"),
        ("What are the sister cities of Gold Coast?", "answered", "4 partner cities"),
        ("When did Gold Coast and Netanya become sister cities?", "not_stated", "do not state"),
        ("Did Gold Coast and Otsu become sister cities in 1990?", "not_stated", "do not state"),
    ],
)
def test_listed_ties(question: str, status: str, told: str, catalogue: Catalogue) -> None:
    found = answer(question, catalogue, TODAY)
    assert found.status == status
    assert told in found.answer
