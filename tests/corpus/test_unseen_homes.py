"""Whose page it is, on sites that say so by a masthead, a headline or an office alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.model import is_unnamed
from corpus.reading.page_labels import dateline, page_labels
from tests.corpus.written_pages import known

PARTNERS = "Ningbo (China)\nDate of agreement: May 8, 1997\n"


@pytest.mark.parametrize(
    ("text", "home"),
    [
        # The bare name, or the office, above a list of partners.
        (f"Suncheon City\nSister Cities\n{PARTNERS}", "suncheon"),
        (
            "Suncheon City\nHome > About > Sister cities\n\n"
            f"{PARTNERS}\nAntalya (Turkiye)\nDate of agreement: June 3, 2013\n",
            "suncheon",
        ),
        (
            "순천시청\n국제자매도시 현황\n국가 도시명 체결일\n"
            "중국 닝보시 1997.05.08\n일본 오타루시 2012.03.02\n",
            "suncheon",
        ),
        ("烟台市\n友好城市\n日本宫古市\n结好日期：1985年10月12日\n", "yantai"),
        # A step of a trail in Chinese.
        ("首页 > 走进烟台 > 友好城市\n日本宫古市\n结好日期：1985年10月12日\n", "yantai"),
        # A town of Taiwan behind its county, and the seat that shares the county's name.
        (
            "宜蘭縣蘇澳鎮與日本石垣市締結姊妹市\n\n蘇澳鎮長李大明說，蘇澳鎮與石垣市漁業往來密切。"
            "石垣市長率團造訪蘇澳鎮。\n",
            "local-蘇澳鎮",
        ),
        (
            "兩市合作\n\n彰化市長王大明率團赴日本石川縣小松市拜會。彰化市與小松市於"
            "民國106年10月10日締結為姊妹市。小松市將贈送彰化市一座庭園。\n",
            "local-彰化市",
        ),
        # The headline of a tie names its own side first.
        (
            "서울 강남구-충북 영동군 자매결연\n\n서울 강남구와 충청북도 영동군이 2008년 2월 20일 "
            "영동군청에서 자매결연을 체결했다. 영동군은 포도로 이름난 고장이다.\n",
            "gangnam",
        ),
        # The mayor who receives the guests of the headline.
        (
            "Japanese city deepens ties with Xiamen\n\nA delegation from Sasebo visits Xiamen.\n\n"
            "Li Ming, mayor of Xiamen, met with the delegation on Aug 1, 2018.\n",
            "xiamen",
        ),
        (
            "양 도시 공연\n\n신안군과 금정구가 손을 잡았다. 신안군수는 기뻐했다. "
            "사진제공ㅣ부산 금정구\n",
            "geumjeong",
        ),
    ],
)
def test_a_page_is_of_the_place_it_is_headed_by(
    tmp_path: Path, gazetteer: Gazetteer, text: str, home: str
) -> None:
    assert known(tmp_path, gazetteer, text).home == home


@pytest.mark.parametrize(
    "text",
    [
        # A partner heads its own page as well.
        "Ningbo City\nPopulation: 9,400,000\nSister city since: May 8, 1997\n",
        # What the text only says in passing: a port, mountains, where somebody fled from.
        "Gangneung, South Korea\n\nDate signed: June 11, 1999\n\nGangneung is a city on the coast "
        "with 223,000 inhabitants.\n\nGangneung lies at the foot of the Taebaek Mountains.\n",
    ],
)
def test_a_partner_or_what_is_named_in_passing_is_nobodys_home(
    tmp_path: Path, gazetteer: Gazetteer, text: str
) -> None:
    home = known(tmp_path, gazetteer, text).home
    assert home is None or is_unnamed(home)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Date of Announcement 2016/10/17", "2016-10-17"),
        ("입력 2023-09-19 16:26:00", "2023-09-19"),
        ("홍길동 기자 | 기사입력 2021/11/17 [15:26]", "2021-11-17"),
        ("(otsunews.com.cn) Updated:2018-08-07", "2018-08-07"),
        ("Source: Otsu News Date: 2021-11-07 08:40", "2021-11-07"),
        ("PostDate:2018-04-10", "2018-04-10"),
        ("发布于2021-05-12", "2021-05-12"),
    ],
)
def test_the_day_of_news_stands_behind_many_labels(line: str, day: str) -> None:
    assert day in [label.value for label in page_labels(line)]


def test_a_day_with_its_label_behind_is_a_dateline() -> None:
    day = dateline("2025-07-11 13:05:00 게재")
    assert day is not None
    assert day.value == "2025-07-11"
