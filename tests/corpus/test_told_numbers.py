"""Numbers of running text: whose they are, and what they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract
from corpus.model import Fact
from tests.corpus.written_pages import written

PROPERTIES = ("area", "population", "gdp", "revenue", "divisions", "organization")


def facts(tmp_path: Path, gazetteer: Gazetteer, text: str) -> list[Fact]:
    page = written(tmp_path, f"---\npublisher: 마포구\n---\n# 위해시\n\n{text}\n", "page.md")
    return [f for f in extract(page, gazetteer).facts if f.property in PROPERTIES]


Expected = tuple[str, str, float, str | None, bool]

TOLD: list[tuple[str, list[Expected]]] = [
    (
        "Weihai takes up 5,799 sq km and counts roughly 2.8 million inhabitants.",
        [("위해시", "area", 5799, None, False), ("위해시", "population", 2.8e6, None, True)],
    ),
    (
        "Weihai is spread over 2,239 square miles and had 2,906,548 people at the 2020 census.",
        [("위해시", "area", 2239, None, False), ("위해시", "population", 2906548, "2020", False)],
    ),
    (
        "위해시는 5,799㎢의 땅에 약 280만 명이 살아 마포구보다 크다.",
        [("위해시", "area", 5799, None, False), ("위해시", "population", 2.8e6, None, True)],
    ),
    (
        "위해시의 인구는 마포구의 약 8배인 280만여명, 도시 면적은 무려 240배 넓은 5799㎢이다.",
        [("위해시", "area", 5799, None, False), ("위해시", "population", 2.8e6, None, True)],
    ),
    (
        "威海市面积5799平方公里，不到麻浦区的三百倍，现有280万余人。",
        [("위해시", "area", 5799, None, False), ("위해시", "population", 2.8e6, None, True)],
    ),
    ("위해시에는 외국인 주민 6,120명이 살고 있다.", []),
    (
        "威海市 1998年10月23日结为友好城市 人口280万",
        [("위해시", "population", 2.8e6, None, False)],
    ),
    (
        "Weihai has an area of 5,799 km² and a population of about 2.8 million (2019).",
        [("위해시", "area", 5799, None, False), ("위해시", "population", 2.8e6, "2019", True)],
    ),
    (
        "As of 2020, Weihai had a population of 2,906,548.",
        [("위해시", "population", 2906548, "2020", False)],
    ),
    (
        "Weihai lies on the coast of Shandong. It covers 5,799 square kilometres; its population"
        " of 2.8 million ranks tenth in Shandong.",
        [("위해시", "area", 5799, None, False), ("위해시", "population", 2.8e6, None, False)],
    ),
    (
        "Weihai is home to nearly 2.9 million people.",
        [("위해시", "population", 2.9e6, None, True)],
    ),
    (
        "Weihai's GDP reached RMB 340.8 billion in 2022.",
        [("위해시", "gdp", 340.8e9, "2022", False)],
    ),
    (
        "Mapo-gu has a population of 370,000 and Weihai has a population of 2.8 million.",
        [
            ("마포구", "population", 370000, None, False),
            ("위해시", "population", 2.8e6, None, False),
        ],
    ),
    (
        "위해시의 면적은 5,799㎢이고 인구는 약 280만 명이다(2019년 말 기준).",
        [("위해시", "area", 5799, None, False), ("위해시", "population", 2.8e6, "2019", True)],
    ),
    (
        "2015년 말 기준 위해시 인구는 46만 3천여 명이다.",
        [("위해시", "population", 463000, "2015", True)],
    ),
    ("위해시의 지역내총생산은 3,408억 위안이다.", [("위해시", "gdp", 340.8e9, None, False)]),
    ("우리 구의 인구는 37만 명입니다.", [("마포구", "population", 370000, None, False)]),
    (
        "威海市总面积5799平方公里（2015年），常住人口290万人左右。",
        [("위해시", "area", 5799, "2015", False), ("위해시", "population", 2.9e6, None, True)],
    ),
    (
        "截至2015年底，威海市人口280万人。",
        [("위해시", "population", 2.8e6, "2015", False)],
    ),
    (
        "威海市2022年末常住人口291.8万人，2022年地区生产总值3408.18亿元。",
        [
            ("위해시", "population", 2918000, "2022", False),
            ("위해시", "gdp", 340.818e9, "2022", False),
        ],
    ),
    # Numbers of something else.
    ("Weihai has a park with an area of 3 km².", []),
    ("Weihai's Huancui District has an area of 991 km².", []),
    ("Weihai borders Yantai, which has a population of 7 million.", []),
    ("The festival in Weihai attracted 200,000 visitors and 500 students.", []),
    ("위해시 해변공원의 면적은 3㎢이다.", []),
    ("위해시는 녹지 면적 120㎢를 자랑한다.", []),
    ("위해시의 1인당 지역내총생산은 11만 위안이다.", []),
    ("위해시 축제 예산 3억원을 들여 공연을 열었다.", []),
    ("威海市刘公岛面积3.15平方公里。", []),
    ("威海市建成区面积200平方公里，人均地区生产总值11万元。", []),
    ("威海市流动人口约50万人。", []),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_number_belongs_to_the_place_that_its_sentence_is_about(
    tmp_path: Path, gazetteer: Gazetteer, text: str, expected: list[Expected]
) -> None:
    found = [
        (f.subject, f.property, f.value.number, f.as_of, f.approximate)
        for f in facts(tmp_path, gazetteer, text)
    ]
    wanted = [(gazetteer.named(name)[0], *rest) for name, *rest in expected]
    assert sorted(map(str, found)) == sorted(
        str((s, p, float(n), a, about)) for s, p, n, a, about in wanted
    )


DIVIDED = [
    ("Weihai consists of 2 districts and 2 cities.", [(2, "districts"), (2, "cities")]),
    ("威海市下辖2个区、2个县级市。", [(2, "区"), (2, "县级市")]),
    ("위해시의 행정구역은 2개 구, 2개 현급시로 이루어져 있다.", [(2, "구"), (2, "현급시")]),
]


@pytest.mark.parametrize(("text", "counts"), DIVIDED)
def test_counted_divisions(
    tmp_path: Path, gazetteer: Gazetteer, text: str, counts: list[tuple[int, str]]
) -> None:
    (found,) = facts(tmp_path, gazetteer, text)
    assert found.property == "divisions"
    assert [tuple(count) for count in found.value.counts] == counts
