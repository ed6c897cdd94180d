"""News items as clerks and papers write them: days, years, guests, plans and who took part."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.exchanges.kinds import kinds_of
from corpus.exchanges.publication import closing_day
from corpus.gazetteer import Gazetteer
from corpus.people import find_people

from .written_pages import known

Told = list[tuple[str, str | None]]


def _told(page: str, tmp_path: Path, gazetteer: Gazetteer) -> Told:
    """The date of each exchange, and from where somebody went."""
    found = known(tmp_path, gazetteer, page).exchanges
    return [(e.date, e.direction[0] if e.direction else None) for e in found]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "동해시, 웨이하이시와 교류\n작성일 2019-05-17\n"
            "동해시는 14일 웨이하이시 대표단 7명이 동해시를 방문해 농업시설을 둘러봤다고 밝혔다.\n"
            '동해시장은 "올해는 웨이하이시에 공무원을 파견하고 청소년 교류도 추진하겠다"고 '
            "말했다.\n",
            ["2019-05-14"],
        ),
        (
            "동해시, 웨이하이시와 교류\n작성일 2019-05-17\n"
            "웨이하이시 대표단 7명이 14일 동해시를 방문했으며, "
            "동해시는 내년 3월 답방할 예정이다.\n",
            ["2019-05-14"],
        ),
        (
            "동해시, 웨이하이시와 교류\n작성일 2019-05-17\n"
            "웨이하이시 대표단 7명이 지난 10일 동해시를 방문했다.\n"
            "대표단은 문화시설을 둘러본 뒤 12일 출국했다.\n",
            ["2019-05-10"],
        ),
        (
            "동해시, 웨이하이시와 교류\n작성일 2019-05-17\n"
            "동해시 대표단이 자매도시 웨이하이시를 방문하기 위해 12일 출국했다.\n",
            ["2019-05-12"],
        ),
        (
            "동해시와 웨이하이시는 지난 1999년 자매결연을 맺은 이래 교류를 이어오고 있으며, "
            "지난 2016년 동해시 청년회가 웨이하이시를 방문했다.\n작성일 2019-05-17\n",
            ["2016"],
        ),
        (
            "동해시는 17일 웨이하이시와 자매결연을 체결했다.\n"
            "동해시는 2007년 서울 강북구, 2012년 완도군에 이어 3번째로 자매결연을 체결하게 됐다.\n"
            "작성일 2019-05-17\n",
            ["2019-05-17"],
        ),
        (
            "동해시, 웨이하이시와 교류\n작성일 2019-05-17\n올해는 웨이하이시 무술단 20명이 "
            "5월 3일부터 7일까지 동해시에서 열린 축제에 참가했다.\n",
            ["2019-05-03/2019-05-07"],
        ),
        (
            "동해시 소식\n2018년 9월 웨이하이시 대표단이 동해시를 방문했다.\n"
            "같은 해 11월에는 동해시 대표단이 웨이하이시를 방문했다.\n",
            ["2018-09", "2018-11"],
        ),
        (
            "丹东友城往来\n2016年8月13日，广岛市代表团一行12人访问丹东市。\n"
            "8月15日，丹东市代表团赴广岛市访问。\n",
            ["2016-08-13", "2016-08-15"],
        ),
        (
            "Exchange\nIn May 2012, Mayor Ann Lee led a delegation of 14 from Daejeon to Hiroshima."
            "\nIn October, 20 residents of Hiroshima visited Daejeon.\n",
            ["2012-05", "2012-10"],
        ),
    ],
)
def test_when_news_happened(
    page: str, expected: list[str], tmp_path: Path, gazetteer: Gazetteer
) -> None:
    assert [date for date, _ in _told(page, tmp_path, gazetteer)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "동해시는 20일 시청에서 대표단 11명과 간담회를 가졌다. (사진=동해시 제공) 2017.06.21",
            "2017-06-21",
        ),
        ("丹东市代表团一行5人于9月12日至15日访问高松市。(市外侨办 2015-09-18)", "2015-09-18"),
        ("동해시는 2017.06.21 대표단을 맞았다.", None),
        ("축제가 열렸다. 자매결연 체결일 2017.06.21", None),
    ],
)
def test_days_that_close_running_text(text: str, expected: str | None) -> None:
    assert closing_day(text) == expected


@pytest.mark.parametrize(
    ("page", "sender"),
    [
        # "Mutual exchange" as what a visit is for tells nothing of who came.
        (
            "대전시는 2019년 5월 14일 히로시마시 대표단 12명이 대전시를 방문해, "
            "상호교류 활성화 방안을 논의했다고 밝혔다.\n",
            "hiroshima",
        ),
        ("2006年6月22日，大田市长李明率团访日，拜会广岛市市长。\n", "daejeon"),
        ("2016年6月22日，大田市代表团访问广岛市，双方互赠纪念品。\n", "daejeon"),
        (
            "2018년 9월 12일 대전시는 히로시마시 청사에서 자매결연 협약을 체결했다. "
            "대표단 5명이 방문했다.\n",
            "daejeon",
        ),
        (
            "In February 2019 Daejeon officials attended the opening of Hiroshima's new park.\n",
            "daejeon",
        ),
    ],
)
def test_who_went(page: str, sender: str, tmp_path: Path, gazetteer: Gazetteer) -> None:
    told = _told(f"대전시 국제교류 大田市 Daejeon\n{page}", tmp_path, gazetteer)
    assert [way for _, way in told] == [sender]


def test_both_addressees_of_a_letter_get_it(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = (
        "대전시, 자매도시에 서한\n기사입력 2021/11/17\n"
        "지난 12일 대전시장은 히로시마시 다나카 마사루 시장과 삿포로시 스즈키 이치로 시장에게 "
        "서한을 보냈다고 전했다.\n"
        "히로시마시는 1998년 대전시와 자매결연을 맺었다.\n"
        "삿포로시는 2001년 대전시와 자매결연을 맺었다.\n"
    )
    found = known(tmp_path, gazetteer, page).exchanges
    letters = {(e.date, e.places[1]) for e in found if "letter" in e.kinds}
    assert letters == {("2021-11-12", "hiroshima"), ("2021-11-12", "sapporo")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("려봉 허비시 부시장을 단장으로 한 12명", ("려봉", "부시장")),
        ("서초구의회(의장 박병일)는", ("박병일", "의장")),
        ("일본 치치부시의 구키 구니야스 시장이 보냈다", ("구키 구니야스", "시장")),
        ("该县水利局长Mr. John Smith来访", ("John Smith", "水利局长")),
        ("汤姆.巴特尔郡长率团访问本县", ("汤姆.巴特尔", "郡长")),
        ("市长米建国与代表团会谈", ("米建国", "市长")),
    ],
)
def test_leaders_of_delegations(text: str, expected: tuple[str, str]) -> None:
    assert [(p.person.name, p.person.office) for p in find_people(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("울산시–하기시 자매결연", "signing", True),
        ("자매결연 협의", "signing", False),
        ("포스트 코로나 시대의 교류를 논의", "medical", False),
        ("코로나19로 어려움을 겪는 시민에게 마스크를 전달", "medical", True),
        ("上海與橫濱成為友好城市", "signing", True),
    ],
)
def test_kinds_of_news(text: str, kind: str, told: bool) -> None:
    assert (kind in kinds_of(text)) is told


@pytest.mark.parametrize(
    ("page", "partner"),
    [
        (
            "Daejeon and Elmswood\nIn September 1997 Mayor Kim led 30 people from Daejeon to "
            "Elmswood.\nThe sister city agreement with Elmswood was signed there.\n",
            "Elmswood",
        ),
        (
            "Daejeon News\nDaejeon welcomed 18 students from its sister city, Elmswood, Canada, on "
            "July 25, 2018.\n",
            "Elmswood",
        ),
        (
            "Daejeon News\nIn October 2022 a group of 33 people from Elmswood City, the sister "
            "city, visited Daejeon.\n",
            "Elmswood",
        ),
    ],
)
def test_towns_that_only_english_prose_names(
    page: str, partner: str, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    found = known(tmp_path, gazetteer, page)
    named = {name for place in found.places for name in place.names.get("en", ())}
    assert partner in {name.removesuffix(" City") for name in named}
    assert [e.date[:4] for e in found.exchanges]


@pytest.mark.parametrize(
    "text",
    [
        "Daejeon has sister cities in countries including Elmswood, Japan, Russia and Canada.",
        "Daejeon met Ann Smith in Canada.",
        "Marwick became the first sister city coordinator in Daejeon in 2001.",
        "Daejeon signed a sister city agreement with Hope in their hearts in 2001.",
        "Daejeon and Zelmark signed a friendship agreement in 2001.",
        "The International Relations Office of Daejeon welcomes sister city visitors.",
    ],
)
def test_what_is_no_town_of_english_prose(text: str, tmp_path: Path, gazetteer: Gazetteer) -> None:
    assert known(tmp_path, gazetteer, f"Daejeon News\n{text}\n").places == ()


def test_a_country_is_no_small_city_of_its_name(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = "대구 수성구와 호주 블랙타운시\n2013년 9월 블랙타운시 시장단 8명이 수성구를 방문했다.\n"
    found = known(tmp_path, gazetteer, page).exchanges
    assert all("huzhou" not in event.places for event in found)


@pytest.mark.parametrize(
    "text",
    [
        "동해시는 15일 중국 웨이하이시의 한빛사와 5억원 규모의 투자협약을 체결했다.",
        "동해시는 올해 하반기 웨이하이시와 청소년 교류를 재개할 방침이다.",
    ],
)
def test_what_is_no_exchange_of_both(text: str, tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = f"동해시 소식\n등록일 2018-11-16\n{text}\n"
    assert _told(page, tmp_path, gazetteer) == []


def test_hosts_and_those_who_only_sent_a_letter_led_nobody(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    page = (
        "丹东市友城往来\n2016年8月13日，广岛市商工会议所会头安田信之率6人来丹东市访问，"
        "并带来广岛市市长森正一的意向书，丹东市市长李明在市政府致辞欢迎客人。\n"
    )
    (event,) = known(tmp_path, gazetteer, page).exchanges
    assert [leader.name for leader in event.leaders] == ["安田信之"]


@pytest.mark.parametrize(
    "text",
    [
        "Zelgrad became a sister city of Daejeon in 2001.",
        "Zelgrad became Daejeon's sister city in March 2001.",
        "Daejeon and Zelgrad signed a friendship agreement in 2001. Zelgrad lies by the sea.",
        "Daejeon and the city of Zelgrad signed a friendship agreement in 2001.",
    ],
)
def test_a_partner_that_only_its_tie_names(text: str, tmp_path: Path, gazetteer: Gazetteer) -> None:
    found = known(tmp_path, gazetteer, f"Daejeon News\n{text}\n")
    assert {name for place in found.places for name in place.names.get("en", ())} == {"Zelgrad"}
