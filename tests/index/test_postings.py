"""Words of texts that stay are taken over: the same comes out as from all texts at once."""

from __future__ import annotations

import bm25s
import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from index.origin import NEW
from index.postings import NO_POSTINGS, Postings

texts = st.lists(st.sampled_from(["하나", "둘", "三", "four", "5"]), max_size=6)


def assert_alike(one: Postings, other: Postings) -> None:
    assert list(one.words) == list(other.words)
    assert one.size == other.size
    for name in ("rows", "counts", "starts"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name))
        assert getattr(one, name).dtype == getattr(other, name).dtype
    np.testing.assert_array_equal(one.weights(), other.weights())


@given(st.lists(texts, max_size=8), st.data())
def test_spliced_is_as_from_nothing(before: list[list[str]], data: st.DataObject) -> None:
    origin: list[int] = []
    after: list[list[str]] = []
    for row, text in enumerate(before):
        new = data.draw(st.lists(texts, max_size=2))
        origin += [NEW] * len(new)
        after += new
        if data.draw(st.booleans()):
            origin.append(row)
            after.append(text)
    made = [text for text, row in zip(after, origin, strict=True) if row == NEW]
    found = Postings.of(before).spliced(np.array(origin, dtype=np.int64), made)
    if after:
        assert_alike(found, Postings.of(after))


@given(st.lists(texts, min_size=1, max_size=8))
def test_all_texts_may_be_new(made: list[list[str]]) -> None:
    assert_alike(NO_POSTINGS.spliced(np.full(len(made), NEW), made), Postings.of(made))


@given(st.lists(texts, min_size=1, max_size=8))
def test_weights_are_those_of_bm25s(rows: list[list[str]]) -> None:
    assume(any(rows))
    found = Postings.of(rows)
    numbers = {word: number for number, word in enumerate(found.words)}
    ranker = bm25s.BM25()
    ids = [[numbers[word] for word in row] for row in rows]
    ranker.index((ids, numbers), show_progress=False)
    np.testing.assert_array_equal(found.starts, ranker.scores["indptr"])
    np.testing.assert_array_equal(found.rows, ranker.scores["indices"])
    np.testing.assert_allclose(found.weights(), ranker.scores["data"], rtol=1e-6)


def test_rows_that_have_one_of_several_words() -> None:
    found = Postings.of([["a", "b"], ["b", "b"], [], ["c"]])
    assert sorted(set(found.rows_of({"a", "c", "x"}).tolist())) == [0, 3]
    assert found.rows_of({"x"}).tolist() == []
    assert found.counts[found.starts[found.words.index("b")] :].tolist()[:2] == [1, 2]
