"""News as crawlers leave them: days that count from the publication, rosters, retold visits."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.dates import find_dates
from corpus.dates.titles import outside_titles
from corpus.gazetteer import Gazetteer

from .written_pages import known

_FILL = "두 도시는 이번 만남을 계기로 앞으로도 더욱 다양한 분야에서 우의를 이어 가기로 뜻을 모았다."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("방문단이 지난 3일~5일까지 의회를 방문했다", ["2021-06-03/2021-06-05"]),
        ("구는 7일 자매도시와 협약을 맺었다", ["2021-06-07"]),
        ("대표단이 28일, 시청을 찾았다", ["2021-05-28"]),
        ("지난달 31일 축제에 참가한", ["2021-05-31"]),
        ("이달 2일 방문했다", ["2021-06-02"]),
        ("5일부터 오는 8일까지 머문다", ["2021-06-05/2021-06-08"]),
        ("지난 93년 4월에 맺은", ["1993-04"]),
        ("签署仪式昨天在公所举行", ["2021-06-08"]),
        ("今（8）日市長率團來訪", ["2021-06-08"]),
        ("代表团1日访问郡厅", ["2021-06-01"]),
        ("Delegates stayed from the 3rd to the 5th in Gimhae.", ["2021-06-03/2021-06-05"]),
        ("They were welcomed earlier this month.", ["2021-06"]),
        # Days to come, durations, and the next day of the same stay.
        ("오는 21일 방문한다", []),
        ("일정은 3일 동안 이어졌다", []),
        ("10일 만에 돌아왔다", []),
        ("이튿날인 6일 공장을 둘러봤다", []),
        ("为期5日的访问", []),
        ("on the 30th anniversary", []),
    ],
)
def test_a_day_alone_counts_from_the_day_of_publication(text: str, expected: list[str]) -> None:
    assert [d.edtf for d in find_dates(text, published="2021-06-09")] == expected


@pytest.mark.parametrize(
    "page",
    [
        "여수시, 가라쓰시 방문\n\n2021-06-09     홍길동 기자\n\n{told} {fill}",
        "여수시, 가라쓰시 방문\n입력 2021.06.09 13:10\n\n{told} {fill}",
        "여수시, 가라쓰시 방문\n\n{told} {fill}\n\n기사입력: 2021/06/09 [15:43]",
        "여수시, 가라쓰시 방문\n\n{told} {fill}\n\n2021-06-09",
    ],
)
def test_the_day_of_publication_stands_anywhere_around_the_text(
    page: str, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    told = "여수시 대표단이 지난 2일부터 4일까지 자매도시인 일본 가라쓰시를 방문했다."
    found = known(tmp_path, gazetteer, page.format(told=told, fill=_FILL)).exchanges
    assert [exchange.date for exchange in found] == ["2021-06-02/2021-06-04"]


def test_a_list_of_signings_has_no_day_of_publication(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = f"여수시 자매도시\n우호협정 체결 2005.5.18\n\n여수시는 7일 가라쓰시를 방문했다. {_FILL}"
    dates = [exchange.date for exchange in known(tmp_path, gazetteer, page).exchanges]
    assert dates == ["2005-05-18"]


def test_a_visit_told_twice_is_one_with_its_roster(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = (
        "여수시, 가라쓰시 방문\n승인 2021.06.09 13:10\n\n"
        "김민수 여수시장이 3일 자매도시인 일본 가라쓰시를 방문했다.\n\n"
        "이번 방문은 가라쓰시의 초청으로 3일부터 5일까지 이루어졌다.\n\n"
        "방문단은 시의원과 직원 등 12명으로 구성됐다.\n"
    )
    (visit,) = known(tmp_path, gazetteer, page).exchanges
    assert (visit.date, visit.people) == ("2021-06-03/2021-06-05", (12,))
    assert [person.name for person in visit.leaders] == ["김민수"]
    assert "12명" in visit.sources[-1].quote


def test_what_was_to_come_is_no_exchange(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = (
        "여수시, 가라쓰시와 협의\n승인 2021.06.09 13:10\n\n"
        f"여수시와 가라쓰시 대표단은 9월 1일 상호 방문한다고 8일 밝혔다. {_FILL}\n\n"
        "2021년 10월 5일 가라쓰시 합창단이 여수시를 방문해 공연한다."
    )
    dates = [exchange.date for exchange in known(tmp_path, gazetteer, page).exchanges]
    assert "2021-10-05" not in dates


def test_a_log_with_dates_above_its_bullets(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = (
        "여수시 국제교류\n\n일본 가라쓰시\n\n교류일지\n"
        "2011.10.13 ~ 10.16.\n• 여수시 대표단 가라쓰시 방문(시장외 9명)\n  ⇒국장 2, 의원 3\n"
        "  - 교류 협의\n"
        "2012.6.10.\n• 가라쓰시 합창단 여수시 방문(단장 외 5명)\n"
    )
    found = known(tmp_path, gazetteer, page)
    ways = [
        (e.date, e.people, e.direction and e.direction[0] == found.home) for e in found.exchanges
    ]
    assert ways == [("2011-10-13/2011-10-16", (9,), True), ("2012-06-10", (5,), False)]


def test_dated_lines_under_how_it_came_about_are_events(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    page = (
        "여수시 우호도시\n\n일본 가라쓰시\n\n체결경위\n"
        "- 2011. 12. : 여수시-가라쓰시 간 교류 협의\n"
        "- 2012. 1. 31. : 여수시 대표단 가라쓰시 방문\n"
    )
    found = known(tmp_path, gazetteer, page)
    assert not [fact for fact in found.facts if fact.property == "background"]
    assert "2012-01-31" in [exchange.date for exchange in found.exchanges]


@pytest.mark.parametrize(
    ("told", "stages"),
    [
        # Told in passing.
        (
            "시는 가라쓰시와 2011년 자매결연 체결 이후 청소년 교류를 이어오고 있다.",
            {("2011", "sister")},
        ),
        ("가라쓰시와는 지난 91년 6월 자매결연을 맺어 왕래해 왔다.", {("1991-06", "sister")}),
        (
            "두 시는 2000년 10월 19일 '우호협력 교류의향서'를 체결, 왕래해 오다 이번에 "
            "우호협력도시 협정서 체결식을 갖게 됐다.",
            {("2000-10-19", "intent")},
        ),
        # What was prepared, and what was to come.
        ("가라쓰시장은 2012년 5월 우호도시 체결을 위해 적극적으로 지원을 이어 갔다.", set()),
        ("두 시는 2031년 5월 자매결연을 맺었다.", set()),
    ],
)
def test_signings_of_the_past_in_news(
    told: str, stages: set[tuple[str, str]], tmp_path: Path, gazetteer: Gazetteer
) -> None:
    page = (
        "여수시, 일본 가라쓰시 방문\n승인 2021.06.09 13:10\n\n"
        f"여수시 대표단이 3일 일본 가라쓰시를 방문했다. {_FILL}\n\n{told}"
    )
    facts = known(tmp_path, gazetteer, page).facts
    assert {(f.value.edtf, f.stage) for f in facts if f.property == "signed"} == stages


@pytest.mark.parametrize(
    ("told", "dates"),
    [
        ("두 시는 1991년 1월 22일 김민수 여수시장과의 자매결연 이후 학생 교류를 이어왔다.", []),
        ("이날 방문한 가라쓰공원은 2012년 9월 20주년을 기념해 조성됐다.", []),
        ("2017년 가라쓰시의 옛 성터가 세계유산에 오르며 주목받고 있다.", []),
    ],
)
def test_history_beside_the_news_is_no_exchange(
    told: str, dates: list[str], tmp_path: Path, gazetteer: Gazetteer
) -> None:
    page = f"여수시와 일본 가라쓰시 교류\n승인 2021.06.09 13:10\n\n{told} {_FILL}"
    assert [e.date for e in known(tmp_path, gazetteer, page).exchanges] == dates


def test_who_stood_by_when_it_was_signed_went_nowhere(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = (
        "여수시, 일본 가라쓰시와 협약\n승인 2021.06.09 13:10\n\n"
        "여수시는 7일 김민수 여수시장과 가라쓰시 나카무라 겐지 시장이 참석한 가운데 "
        f"우호도시 협약을 체결했다. {_FILL}"
    )
    (signing,) = known(tmp_path, gazetteer, page).exchanges
    assert (signing.date, signing.kinds[0], signing.direction) == ("2021-06-07", "signing", None)


def test_a_date_in_the_title_of_a_document_dates_nothing() -> None:
    text = "两市签署《甲市与乙市2022年度友好交流计划书》，并于2021年6月8日互赠礼品。"
    assert [d.edtf for d in outside_titles(text, find_dates(text))] == ["2021-06-08"]


def test_a_labelled_day_of_signing_is_no_day_of_publication(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    text = (
        "안양시 우호도시 허비시\n\n안양시와 중국 허비시는 2016년 10월 13일 안양시청에서 "
        "우호도시 협정을 체결하고 교류를 이어 오고 있다. "
        "2017년 5월 10일 안양시 대표단 12명이 허비시를 방문했다.\n\n"
        "결연일 : 2016. 10. 13.\n"
    )
    told = known(tmp_path, gazetteer, text)
    assert "2017-05-10" in {exchange.date for exchange in told.exchanges}
