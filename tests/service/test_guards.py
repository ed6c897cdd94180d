"""What is near is no answer: names, gifts, ways, editions, offices and counts must be told."""

from __future__ import annotations

import pytest

from service.figures import counts_people, has_figure
from service.model import CLAIMING
from service.naming import Named, editions, find_named, tells_chief, tells_name
from tests.service.conftest import Ask


@pytest.mark.parametrize(
    "text",
    [
        "노산구 투자설명회에서 유치한 기업 이름",
        "학벽시에서 온 책 10권 제목",
        "which hospital did the Jianhua people inspect in 2006",
        "温岭派到西区的公务员叫什么",
        "학벽시 MOU 서명한 서초구청장 이름이요",
    ],
)
def test_whoever_asks_a_name_hears_it_or_nothing(ask: Ask, text: str) -> None:
    assert ask(text).status not in CLAIMING


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("서초구에 초청 서신을 보낸 학벽시 시장 이름이 뭐였죠", "범수방"),
        ("跟长宁妇幼保健院签协议的韩国医院叫什么", "MizMedi"),
        ("홍구구를 지나가는 강 이름이 뭐예요?", "황포강"),
    ],
)
def test_a_name_that_the_page_has_is_told(ask: Ask, text: str, name: str) -> None:
    found = ask(text)
    assert found.status in CLAIMING
    assert name in found.answer


@pytest.mark.parametrize(
    "text",
    [
        "학벽시 문화산업박람회 제5회때도 서초구가 참가했나요",
        "Does the Heo Jun festival take place in October?",
        "how old was Ro Hyun-Song in 2010",
        "How many hospitals did Kim Jae-Hyeon visit in 2008",
        "Biggest gift Seocho ever got from a chinese city?",
        "원링 청소년들이 서구에서 며칠 있었나요",
        "달력이랑 연하장 말고 서초구가 조장에 보낸 게 있나",
        "온링시 시장님 서구 방문하신게 언제예요",
        "서초구 직원 노산구에 파견 나간 사람 누구",
    ],
)
def test_what_no_page_tells_is_not_answered_by_what_is_near(ask: Ask, text: str) -> None:
    assert ask(text).status not in CLAIMING


def test_the_edition_that_took_place_is_told(ask: Ask) -> None:
    found = ask("서초구가 학벽시 제6회 문화산업박람회에 참가한 게 언제야")
    assert found.status in CLAIMING
    assert "2019" in found.answer


def test_the_last_word_in_front_of_a_name_says_whose_it_is() -> None:
    assert find_named("▢ 학교 교사 이름") == Named("person", "교사")
    assert find_named("▢ 교사가 간 병원 이름") == Named("thing", "병원")
    assert find_named("▢과 ▢의 면적") is None


def test_a_word_for_a_thing_is_not_its_name() -> None:
    hospital = Named("thing", "병원")
    assert not tells_name(hospital, "관내병원을 시찰하러 방문", ())
    assert tells_name(hospital, "성모병원을 시찰하러 방문", ())
    assert tells_name(Named("thing", "书"), "赠送《长江》一书", ())


def test_an_office_is_not_that_of_its_deputy() -> None:
    assert not tells_chief("시장은 누구", "부시장 박정오가 방문")
    assert tells_chief("시장은 누구", "시장 김생기가 방문")
    assert tells_chief("부시장은 누구", "부시장 박정오가 방문")
    assert not tells_chief("when did the mayor come", "a delegation came", surely=True)


def test_editions_are_read_in_three_languages() -> None:
    assert editions("제6회 박람회") == {6}
    assert editions("第11届漫画节") == {11}
    assert editions("the 3rd craft fair") == {3}
    assert editions("국회의원 5명") == frozenset()


@pytest.mark.parametrize("text", ["2003 | June | masks sent", "在第二小学表演", "제3초등학교"])
def test_years_and_numbers_of_schools_are_no_figures(text: str) -> None:
    assert not has_figure(text)


@pytest.mark.parametrize(
    "text",
    ["학생 20명", "| 축구단 방문 | 14 |", "团员16人", "a party of 16", "18 middle school students"],
)
def test_people_are_counted(text: str) -> None:
    assert counts_people(text)


@pytest.mark.parametrize("text", ["마스크 1만 장", "the two sides explored", "图书500册"])
def test_things_are_not_people(text: str) -> None:
    assert not counts_people(text)


def test_a_word_inside_another_asks_for_no_name() -> None:
    assert find_named("did the trip to ▢ go ahead") is None
    assert find_named("who was the delegation's head") is not None
