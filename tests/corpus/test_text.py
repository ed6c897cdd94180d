"""Normal forms: what people type and what pages hold meet in one form, with a map back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text import clean, fold, is_traditional


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("학벽시", unicodedata.normalize("NFD", "학벽시")),
        ("hebi", "ＨＥＢＩ"),
        ("2016", "２０１６"),
        ("鹤壁市", "鶴壁市"),
        ("seo-gu", "Seo‑gu"),
        ("학벽시", "학\u200b벽\ufeff시"),
        ("⾯积", "面积"),
    ],
)
def test_variants_fold_alike(one: str, other: str) -> None:
    assert fold(one).text == fold(other).text


@given(st.text())
def test_folding_maps_every_character_back(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    for index in range(len(folded.text)):
        start, end = folded.span(index, index + 1)
        assert 0 <= start < end <= len(text)
    assert list(folded.starts) == sorted(folded.starts)


@given(st.text())
def test_clean_text_is_stable_and_visible(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert "\u200b" not in cleaned
    assert "\n" not in cleaned


def test_traditional_is_told_from_simplified() -> None:
    assert is_traditional("瑞草區和鶴壁市什麼時候簽約？")
    assert not is_traditional("瑞草区和鹤壁市什么时候签约？")
    assert not is_traditional("서초구")
