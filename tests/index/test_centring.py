from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from corpus.model import LANGUAGES, Language
from index.centring import WEIGHT, Means, neutral_texts
from index.encoder import OnnxEncoder
from index.model import UnusableIndex

# Said alike in three languages, and not among the neutral texts.
SAID: dict[Language, list[str]] = {
    "ko": ["어제는 비가 많이 왔어요.", "동생은 은행에서 일한다.", "이 책은 너무 어렵다."],
    "zh": ["昨天下了很大的雨。", "我弟弟在银行工作。", "这本书太难了。"],
    "en": ["It rained a lot yesterday.", "My brother works in a bank.", "This book is too hard."],
}


@pytest.fixture(scope="module")
def means(encoder: OnnxEncoder) -> Means:
    return Means.from_encoder(encoder)


def test_neutral_texts_are_parallel_and_varied() -> None:
    texts = {language: neutral_texts(language) for language in LANGUAGES}
    assert {len(some) for some in texts.values()} == {80}
    for some in texts.values():
        assert len(set(some)) == len(some)
        assert all(text == text.strip() and text for text in some)


def test_means_are_those_of_the_neutral_texts(means: Means, encoder: OnnxEncoder) -> None:
    assert means.queries.shape == means.passages.shape == (3, encoder.dimension)
    expected = encoder.passages(neutral_texts("zh")).mean(axis=0)
    np.testing.assert_allclose(means.passages[1], expected, atol=1e-5)
    assert np.abs(means.queries - means.passages).max() > 1e-3


def test_subtracts_the_mean_of_the_texts_language(means: Means, encoder: OnnxEncoder) -> None:
    vectors = encoder.queries(["안녕하세요", "hello"])
    centred = means.centre_queries(vectors, ["ko", "en"])
    expected = vectors - WEIGHT * means.queries[[0, 2]]
    expected /= np.linalg.norm(expected, axis=1, keepdims=True)
    np.testing.assert_allclose(centred, expected, atol=1e-5)
    assert centred.dtype == np.float32
    assert means.centre_passages(vectors[:0], []).shape == (0, encoder.dimension)


def test_brings_languages_together(means: Means, encoder: OnnxEncoder) -> None:
    """Next to its own language's other sentences, a translation comes closer by centring."""
    for asked in LANGUAGES:
        for told in set(LANGUAGES) - {asked}:
            plain = encoder.queries(SAID[asked]), encoder.passages(SAID[told])
            centred = (
                means.centre_queries(plain[0], [asked] * 3),
                means.centre_passages(plain[1], [told] * 3),
            )
            assert _gap(*centred) > _gap(*plain)


def _gap(questions: np.ndarray, passages: np.ndarray) -> float:
    """By how much a translation is closer than another sentence, on average."""
    scores = questions @ passages.T
    right = float(np.diagonal(scores).mean())
    wrong = float((scores.sum() - np.diagonal(scores).sum()) / 6)
    return right - wrong


def test_means_survive_saving(means: Means, tmp_path: Path) -> None:
    path = tmp_path / "means.npz"
    means.save(path)
    loaded = Means.load(path)
    np.testing.assert_array_equal(loaded.queries, means.queries)
    np.testing.assert_array_equal(loaded.passages, means.passages)


@pytest.mark.parametrize("content", [None, b"", b"junk", b"PK\x03\x04cut"])
def test_refuses_a_file_that_holds_no_means(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "means.npz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnusableIndex, match="gyoryu build"):
        Means.load(path)


def test_refuses_pickled_objects(tmp_path: Path) -> None:
    path = tmp_path / "means.npz"
    evil = np.array([{"a": 1}], dtype=object)
    np.savez(path, queries=evil, passages=evil)
    with pytest.raises(UnusableIndex):
        Means.load(path)
