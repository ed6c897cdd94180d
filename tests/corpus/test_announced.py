"""What news announce, look back on or only agree on is no exchange that took place."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.exchanges.partner_cards import is_card
from corpus.gazetteer import Gazetteer
from corpus.model import Exchange

from .written_pages import known

_HEAD_KO = "동해시, 웨이하이시와 교류\n작성일 2019-05-17\n"


def _told(page: str, tmp_path: Path, gazetteer: Gazetteer) -> tuple[Exchange, ...]:
    return tuple(known(tmp_path, gazetteer, page).exchanges)


@pytest.mark.parametrize(
    "page",
    [
        # A plan for years to come, told in the present.
        _HEAD_KO + "2021년에는 웨이하이시 농업대표단이 동해시를 방문하고, "
        "2022년에는 동해시 체육대표단이 웨이하이시를 방문한다.\n",
        # A month behind "next year" is of that year.
        _HEAD_KO + "내년 7월 축제에는 웨이하이시 공연단이 동해시를 방문하고, "
        "10월에는 동해시 대표단이 웨이하이시를 방문해 교류를 갖는다.\n",
        # Days that the page calls those to come.
        _HEAD_KO + "웨이하이시 대표단이 오는 20일부터 22일까지 동해시를 방문한다.\n"
        "대표단은 첫날인 20일 동해시청을 방문해 환영 만찬에 참석한다.\n",
        # What they agreed to do from some time on.
        _HEAD_KO + "올해 상반기부터 동해시와 웨이하이시는 공무원을 교류하기로 합의하였다.\n",
        # Whose turn it is.
        _HEAD_KO + "올해는 동해시가 웨이하이시를 초청하는 해이다.\n",
        # A line that says when it came out.
        "동해시, 웨이하이시와 교류\n웹출고시간2019.05.17 13:06:19\n",
        # When the ties of a place began, and a summary of years.
        "烟台市缔结国际友好城市始于1985年。烟台市与群山市往来密切。\n",
        "烟台市与群山市\n2014年至今,烟台市接待了来自群山市的足球代表团,并派团赴群山市交流。\n",
        # A council only let the mayor sign.
        "City of Wonju and Roanoke\nOn June 20, 2017 the Wonju City Council adopted a resolution "
        "authorizing the Mayor to sign a sister city agreement with Roanoke.\n",
    ],
)
def test_what_did_not_take_place_yet_is_not_told(
    page: str, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    assert _told(page, tmp_path, gazetteer) == ()


def test_what_took_place_in_a_later_year_is_told(tmp_path: Path, gazetteer: Gazetteer) -> None:
    """A page may have been changed since: the past tense shows what happened."""
    page = _HEAD_KO + "2021년 10월 웨이하이시 대표단이 동해시를 방문했다.\n"
    assert [e.date for e in _told(page, tmp_path, gazetteer)] == ["2021-10"]


def test_an_earlier_document_does_not_date_a_signing(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = (
        "烟台市与群山市\n烟台市长与群山市长签署合作协议,在2000年烟台市与群山市签订的"
        "《友好合作备忘录》基础上扩大交流。\n"
    )
    assert _told(page, tmp_path, gazetteer) == ()


def test_a_welcome_is_of_the_visit_it_was_given_for(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = (
        _HEAD_KO + "웨이하이시 청소년들이 5월 12일부터 15일까지 동해시를 방문했다.\n"
        "동해시는 5월 13일 시청에서 환영식을 가졌다. 환영식에는 청소년 등 30명이 참석했다.\n"
    )
    assert [e.date for e in _told(page, tmp_path, gazetteer)] == ["2019-05-12/2019-05-15"]


@pytest.mark.parametrize(
    ("sentence", "way"),
    [
        # What was agreed on, or done "with each other", tells nothing against who came.
        (
            "웨이하이시 대표단은 지난 13일부터 15일까지 동해시를 방문하여 공무원 상호파견 협약을 "
            "체결하고 서로 협력하기로 합의했다.",
            "weihai",
        ),
        # Who was invited went, whatever office invited.
        (
            "5월 13일 웨이하이 시장 초청으로 동해시 방문단이 '5월 축제'에 참가했다.",
            "donghae",
        ),
    ],
)
def test_who_went_is_told_by_the_words_for_it(
    sentence: str, way: str, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    ways = [e.direction for e in _told(_HEAD_KO + sentence + "\n", tmp_path, gazetteer)]
    assert [w[0] if w else None for w in ways] == [way]


def test_what_a_tie_came_of_is_no_visit(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = (
        _HEAD_KO + "동해시와 웨이하이시는 한 농업인이 기술을 배우기 위해 웨이하이시를 방문한 "
        "인연으로, 지난 1997년 8월 자매결연했다.\n"
    )
    (signing,) = _told(page, tmp_path, gazetteer)
    assert (signing.date, signing.direction) == ("1997-08", None)
    assert "signing" in signing.kinds


def test_who_signed_is_told_behind_the_ceremony(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = (
        "烟台市与群山市\n烟台市和群山市友好城市议定书签字仪式于1991年8月在群山市举行。"
        "烟台市市长王明远和群山市市长金成浩在议定书上签了字。\n"
    )
    assert [[p.name for p in e.leaders] for e in _told(page, tmp_path, gazetteer)] == [
        ["王明远", "金成浩"]
    ]


@pytest.mark.parametrize(
    ("text", "card"),
    [
        ("Roanoke Population: 100,011(2020) Area: 111㎢ Sister City since: May 4th, 1964", True),
        ("인구 : 30만명 면적 : 200㎢ 자매결연 : 1999. 3. 2.", True),
        ("人口:30万 面积:200平方公里 结好时间:1999年3月2日", True),
        ("2019년 5월 방문단: 10명, 장소: 시청", False),
        ("On 5 May 2010 a delegation visited the city: 12 people took part.", False),
    ],
)
def test_labels_of_a_place_make_a_card_and_no_event(text: str, card: bool) -> None:
    assert is_card(text) is card
