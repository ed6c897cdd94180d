"""Terms: the same for the same place, date or number in any script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.gazetteer import Gazetteer
from index.search import Index
from index.terms import date_terms, place_terms, text_terms


@pytest.fixture(scope="module")
def gazetteer(index: Index) -> Gazetteer:
    return index.gazetteer


def test_a_sentence_has_the_same_terms_in_three_languages(gazetteer: Gazetteer) -> None:
    sentences = (
        "서초구와 칭다오시 라오산구는 1998년 8월 3일에 협정을 맺었다.",
        "瑞草区与青岛市崂山区于1998年8月3日签订协议。",
        "Seocho-gu and Laoshan District, Qingdao signed on August 3, 1998.",
    )
    shared = {"date:1998-08-03", "date:1998-08", "date:1998", "number:1998", "number:3"}
    found = [set(text_terms(sentence, gazetteer)) for sentence in sentences]
    assert found[0] & found[1] & found[2] >= shared
    places = [{term for term in terms if term.startswith("place:")} for terms in found]
    assert places[0] == places[1] == places[2]
    assert len(places[0]) > 3


def test_a_place_brings_what_it_lies_in(gazetteer: Gazetteer) -> None:
    (laoshan,) = gazetteer.named("崂山区")
    terms = place_terms([laoshan], gazetteer)
    assert terms[0] == f"place:{laoshan}"
    assert [f"place:{part}" for part in gazetteer.ancestors(laoshan)] == terms[1:]
    assert terms[1:]


@pytest.mark.parametrize(
    ("edtf", "terms"),
    [
        ("2007", ["date:2007"]),
        ("2007-08~", ["date:2007-08", "date:2007"]),
        ("2007-08-29", ["date:2007-08-29", "date:2007-08", "date:2007"]),
        ("2007-08/2008", ["date:2007-08", "date:2007", "date:2008"]),
        ("", []),
    ],
)
def test_dates_bring_their_month_and_year(edtf: str, terms: list[str]) -> None:
    assert date_terms(edtf) == terms


@given(st.text(max_size=60))
def test_any_text_has_terms_of_known_kinds(index: Index, text: str) -> None:
    for term in text_terms(text, index.gazetteer, question=True):
        assert term.split(":")[0] in ("place", "date", "number")


def test_terms_find_a_passage_that_words_and_meaning_do_not(index: Index) -> None:
    """Asked in Chinese about a year that only one passage, in English, tells of."""
    question = "2010年12月"
    vector = index.embed(question, "zh")
    assert "December 12, 2010" in index.search(vector, question, "zh")[0].passage.text
    without = index.search(vector, question, "zh", terms=[])
    assert index.search(vector, question, "zh", terms=["place:nowhere"]) == without


def test_what_was_read_from_a_passage_is_a_term(index: Index) -> None:
    """A property that no word of the question names raises those passages that state it."""
    vector = index.embed("교류", "ko")
    without = {hit.passage.id: hit.score for hit in index.search(vector, "교류", "ko", terms=[])}
    raised = [
        hit.passage.text
        for hit in index.search(vector, "교류", "ko", terms=["property:area"])
        if hit.score > without[hit.passage.id]
    ]
    assert len(raised) == 1
    assert "면적" in raised[0]
