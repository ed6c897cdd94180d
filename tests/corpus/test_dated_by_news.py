"""Exchanges of news: the day in a byline or under a picture, stays that last, anniversaries."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.dates import find_dates
from corpus.gazetteer import Gazetteer

from .written_pages import known


def _told(tmp_path: Path, gazetteer: Gazetteer, page: str) -> list[tuple[str, str | None]]:
    """The date of each exchange and who went."""
    found = known(tmp_path, gazetteer, page).exchanges
    return [(e.date, e.direction[0] if e.direction else None) for e in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2003년(4월 24일~5월 2일), 2010년(6월 3일)에", ["2003-04-24/2003-05-02", "2010-06-03"]),
        ("2015년 (7월 3일부터 5일까지)", ["2015-07-03/2015-07-05"]),
        ("2003년(10명)", ["2003"]),
    ],
)
def test_days_of_a_year_in_brackets(text: str, expected: list[str]) -> None:
    assert [date.edtf for date in find_dates(text)] == expected


@pytest.mark.parametrize(
    "line",
    ["의회 / 새벽신문 / 2021-06-09 13:10:02", "2021 年 6 月 9 日 星期三 【打印】"],
)
def test_the_day_beside_bylines(line: str, tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = f"{line}\n\n여수시 대표단이 8일 자매도시인 가라쓰시를 방문해 시장을 만났다고 전했다.\n"
    assert _told(tmp_path, gazetteer, page) == [("2021-06-08", "yeosu")]


def test_the_day_under_the_words_of_a_picture(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = (
        "烟台市与别府市视频签约\n\n"
        "烟台市市长张伟（左）在视频中出示两市缔结友好城市的协议书，议长李强（右）陪同。（记者摄）\n\n"
        "2021/06/09 16:27\n\n"
        "烟台市今日通过视频与日本别府市缔结友好城市关系，两市将在多个领域开展合作。\n\n"
        "烟台市原定今年3月赴日本别府市举行缔结仪式，无奈改期。\n"
    )
    assert _told(tmp_path, gazetteer, page) == [("2021-06-09", None)]


def test_a_stay_that_lasts_is_told_by_its_first_day(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = (
        "여수시 소식\n등록일 2021-06-09\n\n여수시 대표단이 지난 7일부터 가라쓰시를 방문하고 있다."
    )
    assert _told(tmp_path, gazetteer, page) == [("2021-06-07", "yeosu")]


@pytest.mark.parametrize(
    ("told", "guests"),
    [
        ("5月17日，烟台市与别府市结好20周年纪念活动在别府市举行。", "yantai"),
        ("5月17日，烟台市与别府市结好20周年庆祝大会在烟台市举办。", "beppu"),
    ],
)
def test_the_anniversary_of_both_is_kept_with_guests(
    told: str, guests: str, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    page = f"烟台市外办\n发布日期：2021-05-20\n\n{told}\n"
    assert _told(tmp_path, gazetteer, page) == [("2021-05-17", guests)]


def test_both_sides_with_their_heads_in_brackets(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = (
        "여수시 소식\n등록일 2021-06-09\n\n여수시(시장 김민수)와 군산시가 8일 군산시청 회의장에서 "
        "관계자 80여명이 참석한 가운데 자매결연을 체결했다."
    )
    assert _told(tmp_path, gazetteer, page) == [("2021-06-08", None)]


def test_guests_who_performed_as_invited(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = (
        "여수시 자매도시\n\n가라쓰시\n\n여수시 풍물단은 2001년 5월 가라쓰시 축제에 나선 이래 "
        "2003년(4월 24일~5월 2일)에 초청공연을 하는 성과를 거뒀다."
    )
    assert ("2003-04-24/2003-05-02", "yeosu") in _told(tmp_path, gazetteer, page)
