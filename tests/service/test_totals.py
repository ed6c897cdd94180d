"""How many partners a page says that there are, beside those that it tells of."""

from __future__ import annotations

import pytest

from service.answering import answer
from service.catalogue import Catalogue
from service.totals import totals_in
from tests.conftest import TODAY
from tests.service.samples import catalogue_of

PAGES = {
    "jinan.txt": "济南市友城\n\n1983年1月14日,济南市与日本和歌山市缔结友好城市。\n"
    "济南市力争到2030年友城数量达到60个。友好的青岛市已与24个城市缔结友好关系。\n",
    "gongju.txt": "공주시 국제교류\n\n"
    "공주시는 1979년 9월 15일 일본 야마구치시와 자매결연을 체결했다.\n"
    "서울특별시는 71개 도시와 자매결연을 맺었다. 공주시는 자매도시를 20곳으로 늘릴 계획이다.\n",
    "anshan.txt": "鞍山市友城工作\n\n1984年6月8日,鞍山市与日本尼崎市缔结友好城市。\n"
    "多年来鞍山市友城数量增加到14个,遍布四大洲。\n",
    "asan.txt": "아산시 국제교류\n\n아산시는 1993년 5월 25일 중국 둥관시와 자매결연을 체결했다.\n"
    "아산시의 자매도시는 둥관시를 비롯해 모두 6곳으로 늘었다.\n",
    "invercargill.md": "# Sister cities of Invercargill\n\n## Kumagaya, Japan\n\n"
    "- Date of agreement : 4 July 1980\n\nFour sister cities were represented at the festival.\n",
}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return catalogue_of(tmp_path_factory.mktemp("pages"), PAGES)


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
    assert any(name in found.answer for name in ("尼崎", "둥관"))


def test_partners_of_one_country_are_counted_as_they_are_told(catalogue: Catalogue) -> None:
    found = answer("鞍山市在日本有几个友好城市？", catalogue, TODAY)
    assert found.status == "answered"
    assert "14个" not in found.answer


@pytest.mark.parametrize(
    "question", ["济南市有多少个友好城市？", "공주시 자매도시는 모두 몇 곳이에요?"]
)
def test_what_is_aimed_at_or_is_of_others_is_no_total(question: str, catalogue: Catalogue) -> None:
    found = answer(question, catalogue, TODAY)
    assert found.status == "answered"
    assert not {"60", "24", "71", "20곳"} & set(found.answer.replace("个", " ").split())


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("자매도시 학생 축제에 중국 등 20개 도시와 함께 나섰다", []),
        ("교류 도시는 축제 기간 부스를 120곳으로 늘렸다", []),
        ("우호도시는 1995년 7월 3곳과 맺었다", []),
        ("우리 시는 12개국 15개 도시와 자매결연을 맺고 있다", [15]),
        ("该市“朋友圈”增加至50个国家89个城市", [89]),
        ("The city has eight sister cities in Asia and Europe.", [8]),
    ],
)
def test_totals_of_sentences(text: str, numbers: list[int]) -> None:
    assert totals_in(text) == numbers


def test_a_number_of_guests_is_no_total(catalogue: Catalogue) -> None:
    found = answer("How many sister cities does Invercargill have?", catalogue, TODAY)
    assert found.status == "answered"
    assert "Kumagaya" in found.answer
