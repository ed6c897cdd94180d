"""Normal forms: what people type and what pages hold meet in one form, with a map back."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text import SHORT, clean, fold, is_traditional

# Letters of each kind that folding treats in its own way: those that expand, vanish, join, change.
LETTERS = (
    "가ㄱ\u1100\u1161\u11a8\ua960\ud7b0\ud7cbe\u0301か\u3099ｶﾞ㎢①ﬁİＡ鶴⾯\u200b\u1160‑’🏙 \n\x00\x01"
)
JOINED = "[\u1100-\u115f\ua960-\ua97f][\u1160-\u11a7\ud7b0-\ud7c6]+[\u11a8-\u11ff\ud7cb-\ud7ff]*"
MARKED = ".[\u0300-\u036f\u11a8-\u11ff\u3099\u309a\u20d0-\u20ff]*"


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


@given(st.text(st.sampled_from(LETTERS)) | st.text(st.characters()), st.sampled_from([1, SHORT]))
def test_folding_in_one_pass_is_folding_piece_by_piece(text: str, times: int) -> None:
    text *= times
    letters, starts, ends = "", [], []
    for piece in re.finditer(f"{JOINED}|{MARKED}", text, re.DOTALL):
        folded = fold(piece.group()).text
        letters += folded
        starts += [piece.start()] * len(folded)
        ends += [piece.end()] * len(folded)
    whole = fold(text)
    assert (whole.text, list(whole.starts), list(whole.ends)) == (letters, starts, ends)


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
