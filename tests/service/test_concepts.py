"""Concepts: one thing named in three languages, and what must be told where it is asked for."""

from __future__ import annotations

import re
import tomllib

import pytest

from corpus.text import fold_text
from service.answering import answer
from service.catalogue import Catalogue
from service.concepts import concepts_of, of_sections, patterns
from service.enquiry import Enquiry
from service.lexicon import DATA
from service.model import CLAIMING
from service.suggestions import answerable
from service.understand import understand
from service.wording import Voice
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("texts", "concept"),
    [
        (("강 이름이 뭐예요", "哪条河流", "which river"), "river"),
        (("지하철이 있나요", "有地铁吗", "which subway line"), "subway"),
        (("유치원 교사들", "幼儿园老师", "kindergarten teachers"), "kindergarten"),
        (("입장료가 얼마예요", "门票多少", "what is the fee"), "cost"),
    ],
)
def test_a_concept_is_found_in_every_language(texts: tuple[str, ...], concept: str) -> None:
    assert all(concept in concepts_of(fold_text(text)) for text in texts)


def test_what_only_looks_like_a_word_is_no_concept() -> None:
    assert "student" not in concepts_of("距今多少年")
    assert "history" not in concepts_of("조장시대표단이 서초구를 방문")


def test_every_concept_has_words_of_three_languages_and_its_section() -> None:
    assert of_sections("details") <= patterns().keys()
    of_scripts = [re.compile(f"[{letters}]") for letters in ("가-힣", "一-鿿", "a-z")]
    for concepts in tomllib.loads((DATA / "concepts.toml").read_text(encoding="utf-8")).values():
        for name, words in concepts.items():
            # What is escaped is no letter of a word: \\b, \\w, \\u4e00.
            bare = [re.sub(r"\\u[0-9a-f]{4}|\\.", "", word) for word in words]
            assert all(any(s.search(word) for word in bare) for s in of_scripts), name


@pytest.mark.parametrize(
    "question",
    [
        "What percent of Gangseo-gu's population is foreign?",
        "서울 강서구 인구 중 외국인 비율은 몇 퍼센트인가요?",
        "江西区的人口中老年人占百分之多少？",
        "What percentage of Gangseo's area is green belt?",
    ],
)
def test_the_share_of_a_part_is_not_that_of_the_whole(question: str, catalogue: Catalogue) -> None:
    assert answer(question, catalogue, TODAY).status not in CLAIMING


@pytest.mark.parametrize(
    "question",
    [
        "What share of Seoul's area does Gangseo take up?",
        "서울 강서구는 서울 면적의 몇 퍼센트인가요?",
        "江西区的人口在首尔排第几？",
        "강서구 인구는 서울에서 몇 위인가요?",
    ],
)
def test_the_share_and_the_rank_of_the_whole_are_told(question: str, catalogue: Catalogue) -> None:
    assert "6.8%" in answer(question, catalogue, TODAY).answer


@pytest.mark.parametrize(
    "question",
    [
        "Did a delegation from He County visit Gangseo-gu in 2008?",
        "허현 대표단이 2008년에 서울 강서구를 방문했나요?",
        "和县代表团2008年访问江西区了吗？",
    ],
)
def test_a_place_that_the_page_only_has_the_letters_of_did_not_come(
    question: str, catalogue: Catalogue
) -> None:
    assert answer(question, catalogue, TODAY).status not in CLAIMING


def _enquiry(question: str, catalogue: Catalogue) -> Enquiry:
    meaning = catalogue.index.embed_soon(question, "ko")
    return Enquiry(understand(question, None, catalogue, TODAY), catalogue, meaning)


@pytest.mark.parametrize(
    ("place", "text", "named"),
    [
        ("he", "the delegation came", False),
        ("donghae", "동해안을 둘러보았다", False),
        ("busan", "부산물을 처리하는 시설", False),
        ("hainan", "在上海南站参观", False),
        ("gangnam", "강남역에서 관광을 알림", True),
        ("gangnam", "在江南站宣传旅游", True),
        ("gangnam", "tourism was promoted at gangnam station", True),
    ],
)
def test_a_place_is_named_by_a_word_and_not_by_letters(
    place: str, text: str, named: bool, catalogue: Catalogue
) -> None:
    assert _enquiry("서초구", catalogue).names(frozenset({place}), text) is named


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("도시계획 시찰단 12명이 서초구를 방문", False),
        ("연기군 대표단 12명이 서초구를 방문", False),
        ("学生15人参加模拟联合国", False),
        ("12명이 방문했다. 다음에는 답방을 받을 계획이다.", False),
        ("대표단 12명이 방문할 계획이었다", True),
        ("대표단 12명의 방문이 연기되었다", True),
        ("代表团拟派12人访问", True),
        ("A delegation of 12 was planned to visit.", True),
    ],
)
def test_a_plan_tells_nothing_and_a_word_like_it_does(
    text: str, lacking: bool, catalogue: Catalogue
) -> None:
    assert _enquiry("서초구 방문단은 몇 명이었나요?", catalogue).demand.lacks(text) is lacking


@pytest.mark.parametrize(
    "question",
    [
        "랑팡시 온천 입장료가 얼마예요?",
        "Which line goes to Gimpo Airport?",
        "枣庄市的湿地公园面积多少？",
        "서초구청장이 홍구구를 방문한 날짜는?",
    ],
)
def test_what_is_near_to_the_thing_asked_for_does_not_answer(
    question: str, catalogue: Catalogue
) -> None:
    assert answer(question, catalogue, TODAY).status not in CLAIMING


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("노산구는 어느 바다하고 맞닿아 있나요?", "황해"),
        ("首尔江西区通哪几条地铁?", "No.5"),
        ("What festival has Baishan been holding since 2004?", "광천절"),
    ],
)
def test_a_concept_finds_the_sentence_whose_words_differ(
    question: str, told: str, catalogue: Catalogue
) -> None:
    assert told in answer(question, catalogue, TODAY).answer


@pytest.mark.parametrize("language", ["ko", "zh", "en"])
def test_everything_that_may_be_suggested_can_be_answered(
    language: str, catalogue: Catalogue
) -> None:
    voice = Voice(language)  # type: ignore[arg-type]
    asked: set[str] = set()
    for tie in catalogue.ties.values():
        home, partner = (catalogue.name(place, voice) for place in tie.places)
        for name in answerable(tie, catalogue):
            question = voice.say(f"suggest.{name}", home=home, partner=partner)
            assert answer(question, catalogue, TODAY).status in CLAIMING, question
            asked.add(name)
    assert len(asked) >= 10
