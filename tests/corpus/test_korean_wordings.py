"""Wordings of Korean pages: dates, names of other languages, ways, and lines of values."""

from __future__ import annotations

import pytest

from corpus.dates import find_dates
from corpus.exchanges.direction import find_direction
from corpus.exchanges.kinds import kinds_of
from corpus.gazetteer import Gazetteer
from corpus.labels.slices import slices_of
from corpus.people import find_people
from corpus.setting.transliteration import sound_alike


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Months without a day, and intervals that end in the next year.
        ("2016.4~10 파견근무", ["2016-04/2016-10"]),
        ("2011. 3 ~ 8", ["2011-03/2011-08"]),
        ("’16. 4~10 연수", ["2016-04/2016-10"]),
        ("2019-04~06", ["2019-04/2019-06"]),
        ("2016.11~2", ["2016-11/2017-02"]),
        ("2019. 12. 28 ~ 1. 3", ["2019-12-28/2020-01-03"]),
        ("2011. 3~8명 방문", ["2011-03"]),
        ("'05. 9~'06. 2 : 공무원 근무", ["2005-09/2006-02"]),
        ("'98. 10 : 시장 방문", ["1998-10"]),
        ("2019. 7. ~ 6.", ["2019-07"]),
        # A word that opens like a unit is none.
        ("2019.3 원창시 방문", ["2019-03"]),
    ],
)
def test_months_and_turns_of_the_year(text: str, expected: list[str]) -> None:
    assert [date.edtf for date in find_dates(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7. 강동구 직원 2명", ["2019-07"]),
        ("06. 공룡화석 기증", ["2019-06"]),
        ("9. ~ 11. 어학연수", ["2019-09/2019-11"]),
        ("8~10월 파견", ["2019-08/2019-10"]),
        ("03.21 원창시 연구원", ["2019-03-21"]),
        ("3.21 원", []),
        ("3.5 만명", []),
    ],
)
def test_months_under_a_year(text: str, expected: list[str]) -> None:
    assert [date.edtf for date in find_dates(text, 2019)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("방문단 8명은 25일부터 29일까지 머물렀다", ["2019-08-25/2019-08-29"]),
        ("31일까지 전시한다", []),
        ("관람객 100일 만에 돌파", []),
    ],
)
def test_days_of_news_without_a_month(text: str, expected: list[str]) -> None:
    assert [date.edtf for date in find_dates(text, published="2019-08-30")] == expected


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("11. 6. 게일 자일스기드니 부시장 일행 4명", [("게일 자일스기드니", "부시장")]),
        ("4. 21. 팻 라일리 윌로비시장 내방", [("팻 라일리", "시장")]),
        ("에마누엘 말릭시 이무스시장 등 10명", [("에마누엘 말릭시", "시장")]),
        ("오스만 사르길 이즈니크시장 일행", [("오스만 사르길", "시장")]),
        ("내방(단장 : 이치하라 후미오 시장)", [("이치하라 후미오", "시장")]),
        ("단장 이시이 다카유키 의장", [("이시이 다카유키", "의장")]),
        ("허페이시 한빙 부시장 일행 방문", [("한빙", "부시장")]),
        ("서명(리칭 허비시 부시장 등 5명)", [("리칭", "부시장")]),
        ("조지 밀러 시의회 의장 등 5명", [("조지 밀러", "시의회 의장")]),
        ("페르가나주 부지사 슈흐랏 가니예프 일행", [("슈흐랏 가니예프", "부지사")]),
        ("안성 황은성 시장 등", [("황은성", "시장")]),
        ("글로벌 리더십 센터 소장", []),
        ("해외 자매도시 시장 일행 5명", []),
    ],
)
def test_names_of_other_languages(
    gazetteer: Gazetteer, text: str, people: list[tuple[str, str]]
) -> None:
    found = find_people(text, gazetteer.find(text))
    assert [(f.person.name, f.person.office) for f in found if f.person.name] == people


HOME, PARTNER = "seocho", "hebi"
OUT, BACK = (HOME, PARTNER), (PARTNER, HOME)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("서초축제에 허비시 시민재즈밴드 초청공연", BACK),
        ("허비시 유소년 아이스하키팀 초청 동계캠프", BACK),
        ("참전용사와 가족 9명을 서초로 초청", BACK),
        ("허비시 어린이합창단을 서초구로 초청", BACK),
        ("서초구립무용단 30명을 허비시에 초청", OUT),
        ("허비시 제45중학 학생 서초 문화체험", BACK),
        ("허비시 항만국 관계자 물류단지 시찰", BACK),
        ("서초구 상공회의소 회원 공단 시찰", OUT),
        ("허비시 대외경제무역국 투자설명회 개최", BACK),
        ("허비시청에서 협정서 조인 (박철환 구청장 등 8명)", OUT),
        ("허비시에서 서초박람회에 난 전시관 개설", BACK),
        ("서초구 파크골프 동호인 허비시 친선경기 참가", OUT),
        ("허비시 자매도시위원회 데이비드 왁스 위원장 등 9명 방문", BACK),
        ("허비시 계절근로자 42명 서초 농가 근무", BACK),
        ("서초구 청소년교향악단 허비시 문화센터에서 연주회", OUT),
    ],
)
def test_ways(gazetteer: Gazetteer, text: str, way: tuple[str, str]) -> None:
    assert find_direction(text, (HOME, PARTNER), gazetteer) == way


def test_goods_that_are_given() -> None:
    assert "gift" in kinds_of("지진 이재민에게 겨울옷 1,200벌 지원")
    assert "gift" not in kinds_of("행사 운영 지원")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "문창시 : 자매결연(2005. 4. 21.) / 면적 2,459㎢ / 인구 56만 명 / 특산물 닭, 코코넛",
            {"area": "2,459㎢", "population": "56만 명", "specialties": "닭, 코코넛"},
        ),
        (
            "후지사와시 - 우호결연(2002. 11. 15.), 면적 69.57㎢, 특산품 배, 시금치",
            {"area": "69.57㎢", "specialties": "배, 시금치"},
        ),
        ("면적 12㎢ | 인구 3만 명", {"area": "12㎢", "population": "3만 명"}),
        # One label, and labels without a number, are words of a sentence.
        ("인구 3만 명의 도시, 산업 시설 견학", {}),
        ("산업 시찰, 기후 협력", {}),
        ("면적은 12㎢, 인구는 3만 명이다.", {}),
    ],
)
def test_values_that_strokes_part(text: str, values: dict[str, str]) -> None:
    assert {s.property: text[slice(*s.value)] for s in slices_of(text)} == values


@pytest.mark.parametrize(
    ("korean", "latin", "alike"),
    [
        ("바니노구", "Vanino District", True),
        ("윌로비시", "Willoughby", True),
        ("바양주르흐구", "Bayanzurkh District", True),
        ("야메시", "Yakima", False),
        ("이무스시", "Iznik", False),
        ("하노버시", "Hanover", True),
        ("오타루시", "Otaru City", True),
        ("산타로사시", "Santa Rosa", True),
        ("가와구치정", "Kawaguchi Town", True),
        # Other towns that only start the same.
        ("미사토정", "Misasa Town", False),
        ("미나카미정", "Minamioguni Town", False),
        ("가와구치정", "Kawagoe", False),
        ("산타로사시", "Santarem", False),
        ("다카야마촌", "Takamori", False),
        ("하노버시", "Hanau", False),
        ("오타루시", "Otawara", False),
    ],
)
def test_names_that_sound_alike(korean: str, latin: str, alike: bool) -> None:
    assert sound_alike(korean, latin) is alike
