"""Questions in few words: a whole place, the most exchanges, rare words, short names."""

from __future__ import annotations

import pytest

from service.answering import answer
from service.catalogue import Catalogue
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("노산구에 대해 알려줘", ("1998년 8월 3일", "395.79", "46만")),
        ("Tell me about Laoshan District", ("3 August 1998", "395.79", "460,000")),
        ("介绍一下崂山区", ("1998年8月3日", "395.79", "46万")),
        ("崂山区", ("1998年8月3日",)),
    ],
)
def test_a_place_as_a_whole(catalogue: Catalogue, question: str, told: tuple[str, ...]) -> None:
    reply = answer(question, catalogue, TODAY)
    assert reply.status == "answered"
    assert all(part in reply.answer for part in told)
    assert {fact.property for fact in reply.facts} >= {"signed", "area", "population"}


def test_a_place_that_says_nothing_of_itself_is_told_by_its_partners(catalogue: Catalogue) -> None:
    assert "노산구" in answer("서초구에 대해 알려줘", catalogue, TODAY).answer
    kind = answer("서초구는 어떤 도시인가요", catalogue, TODAY)
    assert kind.status not in ("answered", "partial")


def test_exchanges_are_counted_by_partner_and_by_year(catalogue: Catalogue) -> None:
    reply = answer("서초구랑 교류가 제일 많은 도시는?", catalogue, TODAY)
    ties = catalogue.ties_of("seocho")
    counts = {tie.places[1]: len(catalogue.exchanges([tie])) for tie in ties}
    most = max(counts, key=lambda place: counts[place])
    assert reply.status == "answered"
    assert str(counts[most]) in reply.answer
    assert {exchange.places[1].id for exchange in reply.exchanges} == {most}
    year = answer("In which year were there most exchanges with Hebi?", catalogue, TODAY)
    assert "2015" in year.answer


@pytest.mark.parametrize(
    ("question", "page_says"),
    [
        ("서리풀때 소림사에서 몇분 오셨죠", "소림사 8명"),
        ("빙설대세계에는 누가 갔다왔나요", "빙설 대세계"),
        ("小微企业那个团哪年去的韩国", "小微企业"),
        ("서구 문화원과 원링 문화관이 뭘 맺었나요", "文化馆"),
    ],
)
def test_rare_words_say_which_exchange_is_meant(
    catalogue: Catalogue, question: str, page_says: str
) -> None:
    reply = answer(question, catalogue, TODAY)
    assert reply.status == "answered"
    assert page_says in reply.exchanges[0].quotes[0].text


@pytest.mark.parametrize(
    "question",
    ["월드컵은 언제 처음 열렸나요?", "백두산의 높이는 얼마인가요?", "When did the war begin?"],
)
def test_rare_words_alone_make_no_question_of_exchanges(
    catalogue: Catalogue, question: str
) -> None:
    assert answer(question, catalogue, TODAY).status not in ("answered", "partial")


@pytest.mark.parametrize(
    ("question", "partners"),
    [
        ("Which of Seocho's partners have no more than 500,000 people?", {"jianhua", "laoshan"}),
        ("瑞草区的友城中人口不低于100万的有哪些", {"langfang", "zaozhuang", "hebi"}),
        ("인구가 오십만을 넘지 않는 서초구 자매도시는?", {"jianhua", "laoshan"}),
    ],
)
def test_a_bound_that_is_denied_turns_round(
    catalogue: Catalogue, question: str, partners: set[str]
) -> None:
    facts = answer(question, catalogue, TODAY).facts
    assert {fact.subject.id for fact in facts if not fact.uncertain} == partners


@pytest.mark.parametrize(
    "question", ["최근 10년 노산구와의 교류 목록", "最近10年和崂山区有哪些交流"]
)
def test_the_last_ten_years_are_no_year(catalogue: Catalogue, question: str) -> None:
    reply = answer(question, catalogue, TODAY)
    assert reply.status == "answered"
    assert min(exchange.date for exchange in reply.exchanges) > str(TODAY.year - 11)


def test_the_sign_that_stands_for_places_may_be_typed(catalogue: Catalogue) -> None:
    assert answer("from ▢ to ▢ who went to Seocho?", catalogue, TODAY).answer


def test_a_year_that_is_left_out_is_not_counted(catalogue: Catalogue) -> None:
    asked = "Besides 2015, in which year were there most exchanges with Hebi?"
    assert "2015" not in answer(asked, catalogue, TODAY).answer
