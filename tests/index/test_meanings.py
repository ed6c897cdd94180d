"""Vectors of questions: under way while others work, remembered, one for all who ask at once."""

from __future__ import annotations

from threading import Barrier, Event

import numpy as np
import pytest

from corpus.model import Language
from index.meanings import Meanings
from index.model import Vectors
from index.search import Index

# Longer than anything here may take, in seconds.
PATIENCE = 30


class _Encoder:
    """Counts what it is asked, and waits for leave where it is told to."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.leave = Event()
        self.leave.set()
        self.fails = False

    def __call__(self, question: str, language: Language) -> Vectors:
        self.asked.append(question)
        assert self.leave.wait(PATIENCE)
        if self.fails:
            raise MemoryError("no room for a vector")
        return np.full(1, len(question), np.float32)


def test_what_is_begun_is_the_vector_that_is_embedded(index: Index) -> None:
    begun = index.embed_soon("언제 협정을 맺었나요?", "ko").result(PATIENCE)
    assert np.array_equal(begun, index.embed("언제 협정을 맺었나요?", "ko"))
    assert begun.shape == (index.encoder.dimension,)
    assert not np.array_equal(begun, index.embed("언제 협정을 맺었나요?", "zh"))


def test_the_one_who_asks_goes_on_while_it_is_encoded() -> None:
    encoder = _Encoder()
    encoder.leave.clear()
    begun = Meanings(encoder, 4).of("교류", "ko")
    assert not begun.done()
    encoder.leave.set()
    assert begun.result(PATIENCE).tolist() == [2]


def test_whoever_asks_the_same_meanwhile_waits_for_the_same() -> None:
    encoder = _Encoder()
    encoder.leave.clear()
    meanings = Meanings(encoder, 4)
    begun = [meanings.of("교류", "ko") for _ in range(8)]
    encoder.leave.set()
    assert len({id(one.result(PATIENCE)) for one in begun}) == 1
    assert encoder.asked == ["교류"]


@pytest.mark.parametrize(("remembered", "encoded"), [(0, 4), (1, 4), (2, 2)])
def test_so_many_are_remembered_the_longest_unasked_forgotten(
    remembered: int, encoded: int
) -> None:
    encoder = _Encoder()
    meanings = Meanings(encoder, remembered)
    for question in ("one", "two", "one", "two"):
        meanings.of(question, "en").result(PATIENCE)
    assert len(encoder.asked) == encoded


def test_what_failed_is_told_and_tried_again() -> None:
    encoder = _Encoder()
    meanings = Meanings(encoder, 4)
    encoder.fails = True
    with pytest.raises(MemoryError, match="no room"):
        meanings.of("교류", "ko").result(PATIENCE)
    encoder.fails = False
    assert meanings.of("교류", "ko").result(PATIENCE).tolist() == [2]


def test_several_are_encoded_at_the_same_time() -> None:
    together = Barrier(3, timeout=PATIENCE)

    def encode(question: str, language: Language) -> Vectors:
        together.wait()
        return np.zeros(1, np.float32)

    meanings = Meanings(encode, 0)
    begun = [meanings.of(str(number), "en") for number in range(3)]
    assert [one.result(PATIENCE).shape for one in begun] == [(1,)] * 3
