"""What an answer must hold: the quantity, the name, the country and the side that are asked for."""

from __future__ import annotations

import pytest

from service.catalogue import Catalogue
from service.event_names import named_events, tells_event
from service.model import CLAIMING
from service.regions import find_region
from service.settings import Settings
from service.strangers import is_word, names_it, proper_names
from service.understand import understand
from tests.service.conftest import Ask


@pytest.mark.parametrize(
    "text",
    [
        "瑞草去友城鹤壁，路上要几个钟头?",
        "서초구와 학벽시 우호협정에 비용이 얼마 들었나요?",
        "How much did Seocho spend on the sister-city agreement with Hebi?",
        "서초구가 동성구에 나무를 몇 그루 심었어?",
    ],
)
def test_a_date_is_no_answer_to_a_question_for_a_quantity(ask: Ask, text: str) -> None:
    assert ask(text).status not in CLAIMING


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("瑞草跟芬兰莫科塔利什么时候签的", "莫科塔利"),
        ("서초구가 베트남 달랏이랑 협정 맺은 게 언제죠", "달랏"),
        ("서초구랑 옐라부가랑 자매결연 언제 했어", "옐라부가"),
        ("when did Seocho sign with Rovaniemi?", "Rovaniemi"),
    ],
)
def test_a_name_that_nobody_knows_is_said_to_be_unknown(
    ask: Ask, catalogue: Catalogue, settings: Settings, text: str, name: str
) -> None:
    question = understand(text, None, catalogue, settings.now())
    assert name in question.unknown
    assert ask(text).status == "not_found"


@pytest.mark.parametrize("word", ["대표단", "代表团", "학생들", "友好城市", "우리시"])
def test_words_of_questions_are_no_names(word: str) -> None:
    assert is_word(word)


def test_names_are_told_as_far_as_a_script_tells() -> None:
    assert proper_names("Did the mayor see Wangfujing in May?", ()) == ("Wangfujing",)
    assert names_it("Wangfujing", "왕푸징 거리", surely=True)
    assert not names_it("Baekdu", "대비산의 대석불", surely=True)
    assert names_it("Baekdu", "대비산의 대석불")
    assert not names_it("Orlando", "the agreement with Hebi")


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("동아시아 자매도시", {"japan", "china"}),
        ("亚洲的友城", {"vietnam", "japan"}),
        ("partners in northern europe or scandinavia", {"sweden"}),
        ("european partners", {"germany"}),
    ],
)
def test_parts_of_the_world_have_their_countries(text: str, countries: set[str]) -> None:
    region = find_region(text)
    assert region is not None
    assert countries <= region.countries


@pytest.mark.parametrize("text", ["아시아나항공", "asian games", "亚洲杯"])
def test_what_is_called_after_a_part_of_the_world_is_none(text: str) -> None:
    assert find_region(text) is None


def test_partners_of_a_part_of_the_world_are_told_and_none_else(ask: Ask) -> None:
    found = ask("서초구의 아시아 자매도시 다 불러줘")
    assert found.status == "answered"
    assert "아시아에 있는" in found.answer
    none = ask("does Seocho have partners anywhere in Europe?")
    assert none.status == "no_such_tie"
    assert "Europe" in none.answer


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("딸기축제에 온 도시", "딸기축제에서 행진", True),
        ("딸기축제에 온 도시", "포도축제에서 행진", False),
        ("when was the snow festival", "빙설 대세계 축제에 참가", True),
        ("when was the tulip festival", "빙설 대세계 축제에 참가", False),
        ("参加啤酒节是哪年", "王府井品牌节", False),
        ("축제에 온 도시", "포도축제에서 행진", True),
    ],
)
def test_a_festival_is_the_one_of_its_name(question: str, text: str, told: bool) -> None:
    assert tells_event(named_events(question), text, placed=True) is told


def test_what_no_letters_and_no_meaning_tell_needs_a_place() -> None:
    names = named_events("서리풀축제에 온 도시")
    assert tells_event(names, "参加瑞草节", placed=True)
    assert not tells_event(names, "参加瑞草节", placed=False)


def test_two_places_that_are_compared_are_both_told(ask: Ask) -> None:
    area = ask("노산구가 넓어 백산시가 넓어?").answer
    assert "17,485" in area and "395.79" in area
    counted = ask("홍구구랑 건화구 중에 가도가 더 많은 데는?").answer
    assert "8개" in counted and "5개" in counted


def test_all_partners_that_have_a_thing_are_told(ask: Ask) -> None:
    found = ask("which of Seocho's chinese partners have a wetland park")
    assert "Hebi" in found.answer and "Zaozhuang" in found.answer
    assert ask("which partner of Seocho has a nuclear power plant?").status not in CLAIMING


def test_a_described_partner_gets_its_agreement_where_one_is_asked(ask: Ask) -> None:
    found = ask("백두산 있는 도시랑 서초구가 우호도시 맺었나요")
    assert "2008년 5월 13일" in found.answer
