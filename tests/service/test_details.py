"""Details that stand in a sentence and in no fact: told by it, or not at all."""

from __future__ import annotations

import pytest

from service.answering import answer
from service.catalogue import Catalogue
from service.model import CLAIMING
from service.senses import decisive, find_senses, senses_of, written
from service.settings import Settings
from service.told import Units


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("pretty autumn spots in Seo-gu Daejeon?", "屯之尾公园秋景"),
        ("who is heo jun", "sage of medicine"),
        ("정저우 대표단은 몇 명이 서초구에 왔나", "10명"),
    ],
)
def test_a_detail_is_quoted(
    question: str, told: str, catalogue: Catalogue, settings: Settings
) -> None:
    found = answer(question, catalogue, settings.now())
    assert found.status in CLAIMING
    assert told in found.answer


@pytest.mark.parametrize(
    "question",
    [
        "where did the Changning football students sleep in Korea?",
        "瑞草在崂山种的是什么树",
        "학벽시 소림사 공연단은 어디서 잤어요",
        "홍구구 비망록은 무슨 건물에서 조인했나요",
        "枣庄有没有墨子的墓",
        "who is Yi Sun-sin",
    ],
)
def test_what_no_sentence_tells_is_refused(
    question: str, catalogue: Catalogue, settings: Settings
) -> None:
    """The visit, the signing and the place are on the pages; what is asked of them is not."""
    assert answer(question, catalogue, settings.now()).status not in CLAIMING


def test_a_document_signed_by_post_was_signed_nowhere(
    catalogue: Catalogue, settings: Settings
) -> None:
    found = answer("서초구는 조장시랑 어디에서 서명식을 했나요?", catalogue, settings.now())
    assert "우편" in found.answer


@pytest.mark.parametrize(
    ("question", "language", "sentence", "other"),
    [
        ("학생들은 어디서 묵었나요", "ko", "学生24人入住市民家庭", "学生24人来访"),
        ("what tree did they plant", "en", "시청 앞에 단풍나무를 식재", "시청 앞에서 환영식"),
        ("谁牵的线", "zh", "The consul general introduced the two cities", "The consul spoke"),
        ("was it signed by post?", "en", "서명 후 우편으로 교환", "시청에서 서명"),
    ],
)
def test_senses_are_told_across_languages(
    question: str, language: str, sentence: str, other: str
) -> None:
    units = Units(question, question, language)  # type: ignore[arg-type]
    told = [units.share(text, "ko").told for text in (sentence, other)]
    assert told[0] > told[1]


def test_what_is_denied_is_not_asked_for() -> None:
    units = Units("호텔 아니고 어디서 잤대?", "호텔 아니고 어디서 잤대?", "ko")
    assert not any("hotel" in group for group in units.senses)


def test_every_sense_has_words_of_three_languages() -> None:
    names = {name for name, _ in find_senses("")} | decisive()
    assert all(all(written(name)) for name in names)
    assert "lodge" in senses_of("寄宿") & senses_of("홈스테이") & senses_of("they slept there")
