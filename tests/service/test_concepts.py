"""Concepts: one thing named in three languages, and what must be told where it is asked for."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.text import fold_text
from service.answering import answer
from service.catalogue import Catalogue
from service.concepts import concepts_of, of_sections, patterns
from service.model import CLAIMING
from service.suggestions import answerable
from service.wording import Voice

TODAY = date(2026, 11, 22)


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
    assert all(pattern.pattern.count("(?:") >= 3 for pattern in patterns().values())


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
