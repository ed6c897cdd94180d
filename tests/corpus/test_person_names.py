"""Names of people that are those of places, and partner cities that stand where people do."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.setting.person_names import without_people

from .written_pages import known


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A delegation of the city, or what the city is, is no first name.
        ("랑팡 대표단 서초구청장 예방", ["langfang", "seocho"]),
        ("칭다오 방문단 부산시장 면담", ["qingdao", "busan"]),
        ("칭다오 우호도시 거제시장 접견", ["qingdao", "geoje"]),
        ("옌타이 친선단 거제시장 예방", ["yantai", "geoje"]),
        ("마쓰모토 야구단 부산시장 면담", ["matsumoto", "busan"]),
        # The second name is that of a place as well.
        ("마쓰모토 벳푸 부산시장", ["matsumoto", "beppu", "busan"]),
        # An "of" that a headline leaves out.
        ("Deputy Mayor Auckland visited Busan", ["auckland", "busan"]),
        ("Governors Ohio and Hubei", ["ohio", "hubei"]),
        ("Mayor Auckland of New Zealand", ["auckland", "new-zealand"]),
        ("Mayor Meets Shibata Delegation", ["shibata"]),
        ("Mayor Shibata City", ["shibata"]),
        # People.
        ("마쓰모토 다케아키 벳푸시장", ["beppu"]),
        ("벳푸시(시장 마쓰모토 다케아키)", ["beppu"]),
        ("Mayor Shibata of Izumiotsu", ["izumiotsu-shi"]),
        ("Mayor Ken Shibata visited Busan", ["busan"]),
        ("Mayor Houston of Geelong", ["geelong"]),
    ],
)
def test_who_is_a_person_and_what_a_partner(
    text: str, expected: list[str], gazetteer: Gazetteer
) -> None:
    named = without_people(text, gazetteer.find(text), gazetteer)
    assert [mention.place for mention in named] == expected


def test_a_delegation_of_a_third_city_is_no_visit_of_the_partner(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    page = (
        "거제시 국제교류\n\n거제시는 2012년 3월 5일 칭다오시와 우호도시 협정을 체결했다.\n\n"
        "칭다오시 교류현황\n\n"
        "- 2013년 4월 3일 칭다오 방문단 거제시장 예방 (12명)\n"
        "- 2014년 5월 9일 옌타이 대표단 거제시장 예방 (7명)\n"
    )
    exchanges = known(tmp_path, gazetteer, page).exchanges
    assert {e.direction for e in exchanges if e.date == "2013-04-03"} == {("qingdao", "geoje")}
    assert not [e for e in exchanges if e.date == "2014-05-09" and e.direction]
