from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.lexical import Lexicon, tokenize

TEXTS = (
    "서초구와 노산구는 1998년 8월 3일 우호도시 협정을 맺었다.",
    "홍구구 대표단이 서초구를 방문했다.",
    "长宁区与江西区于2013年建立友好区关系。",
    "Wenling and Seo-gu signed a sister city agreement in December 2006.",
)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("자매결연", ["자매", "매결", "결연"]),
        ("결 연 일", ["결연", "연일"]),
        ("街", ["街"]),
        ("Seo-gu 2020.04", ["seo", "gu", "2020", "4"]),
        ("２０００年", ["2000", "年"]),
        ("長寧區", ["长宁", "宁区"]),
        ("서초구 中国 Seoul", ["서초", "초구", "中国", "seoul"]),
        ("0", ["0"]),
        ("… !", []),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert tokenize(text) == tokens


def test_spacing_width_script_and_composition_do_not_matter() -> None:
    assert tokenize("자매 결연은 언제?") == tokenize("자매결연은언제?")
    assert tokenize("友好關係") == tokenize("友好关系")
    assert tokenize("ＷＥＮＬＩＮＧ") == tokenize("wenling")
    assert tokenize("서초구") == tokenize("서초구")


def test_the_passage_with_the_words_wins() -> None:
    lexicon = Lexicon.of(TEXTS)
    assert lexicon.scores("노산구 협정").argmax() == 0
    assert lexicon.scores("홍구구 대표단").argmax() == 1
    assert lexicon.scores("長寧區").argmax() == 2
    assert lexicon.scores("sister city WENLING").argmax() == 3


@pytest.mark.parametrize("text", ["", "?!", "zebra", "고슴도치"])
def test_no_shared_word_scores_zero(text: str) -> None:
    scores = Lexicon.of(TEXTS).scores(text)
    assert scores.shape == (len(TEXTS),)
    assert not scores.any()


def test_saved_and_loaded_it_is_the_same(tmp_path: Path) -> None:
    lexicon = Lexicon.of(TEXTS)
    lexicon.save(tmp_path / "lexical")
    loaded = Lexicon.load(tmp_path / "lexical")
    for text in ("서초구 방문", "友好", "agreement 2006", ""):
        np.testing.assert_array_equal(loaded.scores(text), lexicon.scores(text))


def test_what_is_saved_does_not_depend_on_chance(tmp_path: Path) -> None:
    for name in ("one", "other"):
        Lexicon.of(TEXTS).save(tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "other" / path.name).read_bytes()


@pytest.mark.parametrize("texts", [("",), ("…", "!"), ("하나",)])
def test_texts_without_words_are_no_trouble(texts: tuple[str, ...], tmp_path: Path) -> None:
    Lexicon.of(texts).save(tmp_path)
    assert Lexicon.load(tmp_path).scores("하나 둘").shape == (len(texts),)


words = st.lists(st.sampled_from(["서초구", "노산구", "友好", "agreement", "2006"]), max_size=8)


@given(st.lists(words.map(" , ".join), min_size=1, max_size=8), words.map(" , ".join))
def test_scores_follow_the_formula(texts: list[str], question: str) -> None:
    """Lucene's BM25 as Kamphuis and others (2020) write it, without its constant factor."""
    rows = [tokenize(text) for text in texts]
    average = sum(map(len, rows)) / len(rows)
    expected = [
        sum(_bm25(token, row, rows, average) for token in tokenize(question)) for row in rows
    ]
    np.testing.assert_allclose(Lexicon.of(texts).scores(question), expected, rtol=1e-4, atol=1e-5)


def _bm25(token: str, row: list[str], rows: list[list[str]], average: float) -> float:
    holding = sum(token in other for other in rows)
    idf = math.log(1 + (len(rows) - holding + 0.5) / (holding + 0.5))
    count = Counter(row)[token]
    if not count:
        return 0.0
    return idf * count / (count + 1.5 * (1 - 0.75 + 0.75 * len(row) / average))
