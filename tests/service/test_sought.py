"""What a question is after, in any language, and what a follow-up inherits."""

from __future__ import annotations

import pytest

from corpus.model import Language
from service.api import Context
from service.catalogue import Catalogue
from service.sought import sought_terms
from service.understand import understand
from tests.conftest import TODAY

QUESTIONS: list[tuple[Language, str]] = [
    ("ko", "서초구와 노산구는 1998년 8월에 결연했나요?"),
    ("zh", "瑞草区和崂山区是1998年8月签约的吗？"),
    ("en", "Did Seocho sign with Laoshan in August 1998?"),
]


@pytest.mark.parametrize(("language", "text"), QUESTIONS)
def test_places_property_and_period_in_any_language(
    catalogue: Catalogue, language: Language, text: str
) -> None:
    question = understand(text, None, catalogue, TODAY, language, None)
    terms = sought_terms(question, catalogue.index)
    assert {"property:signed", "date:1998-08", "date:1998"} <= set(terms)
    assert {f"place:{place}" for place in question.places} <= set(terms)
    assert len(question.places) == 2
    assert len(terms) == len(set(terms))


def test_a_follow_up_is_after_what_it_inherits(catalogue: Catalogue) -> None:
    (place,) = catalogue.gazetteer.named("崂山区")
    context = Context(places=["seocho-seoul", place], property="signed")
    question = understand("면적은 얼마나 돼요?", context, catalogue, TODAY, "ko", None)
    terms = sought_terms(question, catalogue.index)
    assert f"place:{place}" in terms
    assert "property:area" in terms
    assert not catalogue.index.terms(question.text)
