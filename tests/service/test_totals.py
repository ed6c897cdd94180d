"""How many partners a page says that there are, beside those that it tells of."""

from __future__ import annotations

from datetime import date

import pytest

from index.build import build
from index.progress import Silent
from index.search import open_index
from service.answering import answer
from service.catalogue import Catalogue

TODAY = date(2026, 11, 22)
PAGES = {
    "anshan.txt": "鞍山市友城工作\n\n1984年6月8日,鞍山市与日本尼崎市缔结友好城市。\n"
    "多年来鞍山市友城数量增加到14个,遍布四大洲。\n",
    "asan.txt": "아산시 국제교류\n\n아산시는 1993년 5월 25일 중국 둥관시와 자매결연을 체결했다.\n"
    "아산시의 자매도시는 둥관시를 비롯해 모두 6곳으로 늘었다.\n",
    "invercargill.md": "# Sister cities of Invercargill\n\n## Kumagaya, Japan\n\n"
    "- Date of agreement : 4 July 1980\n\nFour sister cities were represented at the festival.\n",
}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    folder = tmp_path_factory.mktemp("pages")
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    target = tmp_path_factory.mktemp("index")
    build(folder, target, progress=Silent())
    return Catalogue(open_index(target))


@pytest.mark.parametrize(
    ("question", "told"),
    [("鞍山市有多少个友好城市？", "14个"), ("아산시 자매도시는 모두 몇 곳인가요?", "6곳")],
)
def test_a_larger_number_that_the_page_states_is_quoted(
    question: str, told: str, catalogue: Catalogue
) -> None:
    found = answer(question, catalogue, TODAY)
    assert found.status == "partial"
    assert told in found.answer


def test_partners_of_one_country_are_counted_as_they_are_told(catalogue: Catalogue) -> None:
    found = answer("鞍山市在日本有几个友好城市？", catalogue, TODAY)
    assert found.status == "answered"
    assert "14个" not in found.answer


def test_a_number_of_guests_is_no_total(catalogue: Catalogue) -> None:
    found = answer("How many sister cities does Invercargill have?", catalogue, TODAY)
    assert found.status == "answered"
    assert "Kumagaya" in found.answer
