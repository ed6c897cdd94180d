"""The wording of an answer about names that were spelt otherwise, in three languages."""

from __future__ import annotations

from typing import cast

import pytest

from corpus.gazetteer import load_gazetteer
from corpus.model import Language, Tie
from service.catalogue import Catalogue
from service.compose import compose
from service.model import Evidence, Question
from service.wording import Voice

GAZETTEER = load_gazetteer()


class Names:
    """A catalogue without pages: only the names of places."""

    def name(self, place: str, voice: Voice) -> str:
        """The name of a place for a reader."""
        return voice.name(GAZETTEER.places[place])

    def ties_of(self, place: str) -> list[Tie]:
        """No ties of any place."""
        return []


def said(evidence: Evidence, language: Language, **understood: object) -> str:
    """The answer to a question that was understood so."""
    question = Question("?", "?", language, **understood)  # type: ignore[arg-type]
    return compose(question, evidence, cast(Catalogue, Names()))


READ_AS: list[tuple[Language, str, str]] = [
    ("ko", "하비시", "“하비시” 표기는 학벽시를 가리키는 것으로 읽었습니다."),
    ("zh", "鹤璧市", "（已将“鹤璧市”理解为鹤壁市。）"),
    ("en", "Hebbi", "“Hebbi” was read as Hebi."),
]


@pytest.mark.parametrize(("language", "written", "sentence"), READ_AS)
def test_says_how_a_misspelt_name_was_read(language: Language, written: str, sentence: str) -> None:
    answer = said(Evidence("not_found"), language, read_as=((written, "hebi"),))
    assert answer.endswith(sentence)
    assert sentence not in said(Evidence("not_found"), language)


def test_says_it_of_every_name() -> None:
    read_as = (("Hebbi", "hebi"), ("Soecho", "seocho"))
    answer = said(Evidence("not_found"), "en", read_as=read_as)
    assert answer.endswith("“Hebbi” was read as Hebi. “Soecho” was read as Seocho-gu.")


NEAR: list[tuple[Language, str]] = [
    ("ko", "혹시 창닝구를 말씀하시나요?"),
    ("zh", "您要问的是长宁区吗？"),
    ("en", "Did you mean Changning District?"),
]


@pytest.mark.parametrize(("language", "sentence"), NEAR)
def test_offers_the_partner_that_is_one_slip_away(language: Language, sentence: str) -> None:
    places = ("gangseo-seoul", "jiangning")
    missed = (("장닝구", "changning-shanghai"),)
    answer = said(Evidence("no_such_tie", places=places), language, missed=missed)
    assert GAZETTEER.places["jiangning"].name(language) in answer
    assert answer.endswith(sentence)


def test_offers_nothing_where_the_question_is_not_about_places() -> None:
    missed = (("장닝구", "changning-shanghai"),)
    assert "창닝구" not in said(Evidence("out_of_scope"), "ko", missed=missed)
