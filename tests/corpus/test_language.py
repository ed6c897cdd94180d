"""Languages: script decides, function words decide mixed text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language import detect_language, page_languages, split_languages
from corpus.model import Language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("서초구는 학벽시와 언제 협정을 맺었나요?", "ko"),
        ("서초구랑 Hebi는 언제 signed?", "ko"),
        ("鶴壁市와 언제 결연했나요?", "ko"),
        ("瑞草区和鹤壁市什么时候签约？", "zh"),
        ("瑞草区和학벽시什么时候签约", "zh"),
        ("Hebi 面积?", "zh"),
        ("when did Seocho sign with Hebi?", "en"),
        ("When did 서초구 sign with 학벽시?", "en"),
        ("2016?", "en"),
    ],
)
def test_language_of_a_question(text: str, language: Language) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2019年05月 代表团访问西区 2019.05 Delegation visited Seo-gu",
         [("2019年05月 代表团访问西区", "zh"), ("2019.05 Delegation visited Seo-gu", "en")]),
        ("壮泰山 Jangtae Mountain", [("壮泰山", "zh"), ("Jangtae Mountain", "en")]),
        ("Friendly Exchanges 友好交往", [("Friendly Exchanges", "en"), ("友好交往", "zh")]),
        ("서초구 MOU 체결", [("서초구 MOU 체결", "ko")]),
        ("2021Wenling•Seo-gu Exhibition", [("2021Wenling•Seo-gu Exhibition", "en")]),
    ],
)  # fmt: skip
def test_a_bilingual_caption_falls_into_its_two_halves(
    text: str, parts: list[tuple[str, Language]]
) -> None:
    assert [(text[s.start : s.end], lang) for s, lang in split_languages(text)] == parts


def test_languages_of_a_page_are_those_with_a_real_share() -> None:
    assert page_languages("서초구 자매도시 안내 " * 20 + "Hebi") == ("ko",)
    assert set(page_languages("友好交往 Friendly Exchanges " * 10)) == {"zh", "en"}


@given(st.text())
def test_runs_are_ordered_disjoint_and_inside(text: str) -> None:
    position = 0
    for span, _ in split_languages(text):
        assert position <= span.start <= span.end <= len(text)
        position = span.end
