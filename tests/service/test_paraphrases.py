"""Questions that no pattern understands, read by examples, with the real encoder."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import numpy as np
import pytest

from service.answering import answer
from service.catalogue import Catalogue
from service.lexicon import DATA
from service.paraphrases import digest, likeliest, load_examples, read_by_example
from service.understand import understand
from service.wording import has_words
from tests.conftest import TODAY


def test_the_kept_vectors_are_those_of_the_examples(catalogue: Catalogue) -> None:
    encoder = catalogue.index.encoder
    examples = load_examples(encoder.name, encoder.dimension)
    assert examples is not None, "run `make paraphrases`"
    text = "▢有多少人".replace("▢", "这个城市")
    cosines = examples.vectors @ catalogue.index.embed(text, "zh")
    assert examples.sorts[int(np.argmax(cosines))] == "population"
    assert cosines.max() > 0.98


def test_every_sort_is_a_suggestion() -> None:
    tables = tomllib.loads((DATA / "paraphrases.toml").read_text(encoding="utf-8"))
    assert all(has_words(f"suggest.{sort}") for sort in tables if sort != "other")
    assert all(table["ko"] and table["zh"] and table["en"] for table in tables.values())


def test_another_encoder_has_no_examples() -> None:
    assert load_examples("another model", 384) is None
    assert load_examples("multilingual-e5-small", 8) is None
    assert len(digest()) == 64


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("崂山区人多吗", "population"),
        ("노산구 땅덩이가 얼마나 돼?", "area"),
        ("Why on earth Laoshan?", "background"),
    ],
)
def test_odd_words_are_answered(catalogue: Catalogue, question: str, name: str) -> None:
    reply = answer(question, catalogue, TODAY)
    assert reply.status == "answered"
    assert reply.facts[0].property == name


@pytest.mark.parametrize(
    "question", ["동성구 지하철 몇 호선", "崂山区房价高不高", "Is Laoshan safe at night?"]
)
def test_what_pages_do_not_tell_stays_unanswered(catalogue: Catalogue, question: str) -> None:
    assert answer(question, catalogue, TODAY).status not in ("answered", "partial")


def test_a_question_with_a_topic_is_left_as_it_is(catalogue: Catalogue) -> None:
    question = understand("노산구 인구", None, catalogue, TODAY)
    assert question.property == "population"
    assert read_by_example(question, catalogue) is None
    assert likeliest(replace(question, property=None, places=()), catalogue) is None
