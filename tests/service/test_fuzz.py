"""Any question is understood without an exception, its names on it, work growing as its length."""

from __future__ import annotations

import os
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.text import clean
from service.catalogue import Catalogue
from service.linking import BLANK, link_places
from service.understand import understand
from tests.conftest import TODAY
from tests.corpus.effort import calls
from tests.corpus.fuzz_inputs import WORDS

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "5000")) // 10
# The longest question (characters), and the least share of its work that a quarter of it takes:
# a quarter where work is linear, a sixteenth where it is quadratic.
LONGEST, SHARE = 1000, 1 / 8

ASKED = (
    "언제",
    "when did ",
    "什么时候",
    "몇 명",
    "heibi",
    "Chagning",
    "창녕구",
    "shcoho",
    "?",
    "？",
)
QUESTIONS = st.lists(st.sampled_from([*WORDS, *ASKED]) | st.text(max_size=6), max_size=16).map(
    "".join
)


@settings(max_examples=EXAMPLES, deadline=None)
@given(text=QUESTIONS | st.text(st.characters()))
def test_any_question(text: str, catalogue: Catalogue) -> None:
    question = understand(text, None, catalogue, TODAY)
    # The sign that stands for names is taken out of a question before they are looked for.
    linked = link_places(clean(text.replace(BLANK, " ")), catalogue, ())
    known = catalogue.gazetteer.places
    assert {*question.places, *question.within, *question.ambiguous} <= known.keys()
    assert linked.bare.count(BLANK) == len(linked.order)
    assert all(name in clean(text.replace(BLANK, " ")) for name in linked.unknown)


@pytest.mark.parametrize(
    "piece",
    ["서구 ", "heibi ", "가나다시 ", "가", "a", "A", "市", "Seocho-gu and ", "\u200b"],
)
def test_linking_grows_as_the_question(piece: str, catalogue: Catalogue) -> None:
    text = (piece * LONGEST)[:LONGEST]
    link_places(text[:50], catalogue, ())
    short, whole = (
        calls(partial(link_places, text[:size], catalogue, ())) for size in (LONGEST // 4, LONGEST)
    )
    assert short >= SHARE * whole
