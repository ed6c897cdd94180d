"""Partners whose page writes them in one script only, asked for in another."""

from __future__ import annotations

import pytest

from service.answering import answer
from service.catalogue import Catalogue
from tests.conftest import TODAY
from tests.service.samples import catalogue_of

PAGE = """# 서초구 국제교류

## 중국 베이징시 왕푸징구

- 자매결연 체결일: 2015년 3월 2일

## 일본 나가사키현 하사미정

- 자매결연 체결일: 2017년 4월 5일

## 중국 허난성 허비시

- 자매결연 체결일: 1998년 8월 3일
"""
CHINESE = """# 长宁区友好交流

## 韩国 鸿鹄镇

- 签约日期：2011年5月6日
"""

pytestmark = pytest.mark.build


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    pages = {"seocho.md": PAGE, "changning.md": CHINESE}
    return catalogue_of(tmp_path_factory.mktemp("pages"), pages)


@pytest.mark.parametrize(
    ("question", "date"),
    [
        ("瑞草区和王府井区什么时候结为姐妹城市？", "2015年3月2日"),
        ("瑞草區和王府井什麼時候締結姊妹關係？", "2015年3月2日"),
        ("When did Seocho-gu sign with Wangfujing?", "2 March 2015"),
        ("瑞草区和波佐見町什么时候结为姐妹城市？", "2017年4月5日"),
        ("서초구는 하사미와 언제 자매결연을 맺었나요?", "2017년 4월 5일"),
        ("When did Seocho-gu sign with Hasami Town?", "5 April 2017"),
        ("창닝구는 홍곡진과 언제 협정을 체결했나요?", "2011년 5월 6일"),
    ],
)
def test_the_partner_is_found_in_any_script(question: str, date: str, catalogue: Catalogue) -> None:
    found = answer(question, catalogue, today=TODAY)
    assert found.status == "answered"
    assert date in found.answer


def test_what_was_read_so_is_said(catalogue: Catalogue) -> None:
    found = answer("瑞草区和王府井区什么时候结为姐妹城市？", catalogue, today=TODAY)
    assert [name.written for name in found.read_as] == ["王府井区"]


@pytest.mark.parametrize(
    "question",
    [
        "瑞草区和武夷山市什么时候结为姐妹城市？",
        "서초구는 하동군과 언제 자매결연을 맺었나요?",
        "When did Seocho-gu sign with Wangdu County?",
    ],
)
def test_another_real_place_keeps_its_name(question: str, catalogue: Catalogue) -> None:
    found = answer(question, catalogue, today=TODAY)
    assert found.status != "answered"
    assert not found.read_as
