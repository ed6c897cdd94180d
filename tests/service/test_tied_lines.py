"""Ties that only a line of a list tells: its own cells, those above it, its heading, its counts."""

from __future__ import annotations

from datetime import date

import pytest

from index.build import build
from index.progress import Silent
from index.search import open_index
from service.answering import answer
from service.catalogue import Catalogue
from service.lines import Line
from service.model import CLAIMING

TODAY = date(2026, 11, 22)
# A table of others' ties, whose rows leave out what they share with the row above.
TABLE = """영사관 관할 지역의 자매결연 현황

현 | 교류 지역 | 교류체결일 | 비고 | |
---|---|---|---|---|
후쿠오카현 (3) |
후쿠오카현 | 경상남도 | 1990.03.14 | 친선결연 |
이즈카시 | 사천시 | 1994.07.21 | 자매도시 | |
거제시 | 2006.09.30 | 자매도시 | ||
야나가와시 | 여주시 | 1995.11.08 | 우호도시 | |
2024.06.05 | 재체결 | |||
사가현 (1) |
다케오시 | 통영시 | 2011.04.19 | 우호도시 |
가라쓰시 | 서귀포시 | 1994.09.06 | 자매도시 | |
오이타현 (2) |
벳푸시 | 목포시 | 1984.10.15 | 자매도시 |
우사시 | 경주시 | 1992.07.03 | 우호도시 | |
"""
# A list under a heading that says whose it is only once, further above.
LISTS = """维基媒体列表条目

基本资讯

  • 相关国家数:44
  • 友好城市数:97

西安市

  • 相关国家数:31
  • 友好城市数:38

宝鸡市

  • 相关国家数:9
  • 友好城市数:12

市政府缔结

编号 国别 区(州、省、县等)别 城市名 缔约日
1   意大利 托斯卡纳 锡耶纳 2003.05.17
2   德国 巴登-符腾堡 曼海姆 2008.10.02
3   德国 巴伐利亚 纽伦堡 2014.06.11
4   法国 卢瓦尔 南特 2016.03.08
"""
# What a report tells of a signing, by sentences that name each side once.
REPORT = """양구군-나주시 자매결연 조인식 열려

양구군은 3일 군청 대회의실에서 나주시와 자매결연을 체결했다.
이날 조인식은 서흥원 양구군수와 윤병태 나주시장 등 34명이 참석한 가운데 진행됐다.
앞서 양구군은 순천시와 우호결연을 추진하기로 했다.
"""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    folder = tmp_path_factory.mktemp("pages")
    (folder / "table.md").write_text(TABLE, encoding="utf-8")
    (folder / "lists.txt").write_text(LISTS, encoding="utf-8")
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    target = tmp_path_factory.mktemp("index")
    build(folder, target, progress=Silent())
    return Catalogue(open_index(target))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("사천시와 이즈카시는 언제 자매결연을 했나요?", "1994.07.21"),
        ("When did Sacheon and Iizuka become sister cities?", "1994.07.21"),
        ("泗川市和饭塚市哪年结为友好城市？", "1994.07.21"),
        # The city in Japan stands in the row above.
        ("거제시와 이즈카시는 언제 자매결연했어요?", "2006.09.30"),
        ("여주시와 야나가와시가 다시 체결한 날은?", "2024.06.05"),
        ("여주시와 야나가와시가 결연한 날은?", "1995.11.08"),
        ("통영시도 다케오시랑 자매도시인가?", "2011.04.19"),
        ("다케오시랑 결연한 한국 도시가 어디야?", "통영시"),
        # Whose list it is stands in its heading.
        ("宝鸡和锡耶纳是哪年签的？", "2003.05.17"),
        ("When did Baoji sign with Mannheim?", "2008.10.02"),
        ("宝鸡市在德国有哪些友好城市？", "曼海姆"),
        ("西安市有多少个友好城市？", "38"),
        ("宝鸡的友城涉及多少个国家？", ":9"),
        ("양구 나주 조인식에 몇 명 왔어요?", "34명"),
        ("양구군과 나주시 조인식 장소는?", "대회의실"),
        ("How many people were at the signing of Yanggu and Naju?", "34명"),
    ],
)
def test_the_line_that_tells_it_is_quoted(question: str, told: str, catalogue: Catalogue) -> None:
    found = answer(question, catalogue, TODAY)
    assert found.status in CLAIMING
    assert told in found.answer


@pytest.mark.parametrize(
    "question",
    [
        # Partners of others, side by side.
        "사천시와 야나가와시는 언제 자매결연을 했나요?",
        "거제시와 사천시는 언제 결연했나요?",
        # What the prefecture has is not what its city has.
        "후쿠오카현과 사천시는 언제 자매결연했나요?",
        "이즈카시와 경상남도는 언제 자매결연했나요?",
        # Another year, another renewal, another place, another count.
        "사천시와 이즈카시가 2001년에 자매결연을 했나요?",
        "사천시와 이즈카시가 다시 체결한 날은?",
        "西安和锡耶纳是哪年签的？",
        "西安市在德国有哪些友好城市？",
        "延安市有多少个友好城市？",
        "양구 순천 조인식에 몇 명 왔어요?",
        "양구군과 나주시 조인식에 온 기자는 몇 명이에요?",
        "양구군과 순천시는 언제 결연했나요?",
    ],
)
def test_what_no_line_tells_is_not_claimed(question: str, catalogue: Catalogue) -> None:
    found = answer(question, catalogue, TODAY)
    assert found.status not in CLAIMING, found.answer


def test_a_row_takes_over_the_cells_that_it_leaves_out(catalogue: Catalogue) -> None:
    sentences = catalogue.index.sentences
    row = next(row for row, one in enumerate(sentences) if one.text.startswith("거제시"))
    line = Line(catalogue, row, ())
    assert line.is_row and line.is_entry and line.is_of_tie
    assert line.header.startswith("현 | 교류 지역")
    assert {catalogue.place(place).names["ko"][0] for place in line.taken} >= {"이즈카시"}
