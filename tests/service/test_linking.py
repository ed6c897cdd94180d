"""Names in questions: near misses that are said, homonyms, and words that stay words."""

from __future__ import annotations

from functools import lru_cache
from types import SimpleNamespace
from typing import Any, cast

import pytest

from corpus.gazetteer import load_gazetteer
from corpus.model import Tie, tie_id
from service.catalogue import Catalogue
from service.guessing import is_near_a_tied_name
from service.linking import Linked, link_places

TIED = [
    ("seocho", "hebi"), ("seocho", "langfang"), ("seocho", "laoshan"),
    ("changning-shanghai", "gangseo-seoul"), ("wenling", "seo-daejeon"),
]  # fmt: skip


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """A catalogue of ties without any page."""
    ties = [Tie(tie_id(*places), places, (), ()) for places in TIED]
    index = SimpleNamespace(
        places=(known := load_gazetteer()).places,
        gazetteer=known,
        ties=ties,
        passages=[],
        facts=[],
        exchanges=[],
    )
    return Catalogue(cast(Any, index))


def link(text: str) -> Linked:
    return link_places(text, catalogue(), [])


@pytest.mark.parametrize(
    ("text", "written", "place"),
    [
        ("heibi population", "heibi", "hebi"),
        ("When did Seocho sign with Chagning?", "Chagning", "changning-shanghai"),
        ("창녕구와 강서구는 언제 결연했나요?", "창녕구", "changning-shanghai"),
        ("鹤璧市的人口是多少", "鹤璧市", "hebi"),
        ("서초구랑 라오샨구는?", "라오샨구", "laoshan"),
        ("Seochoo-gu area", "Seochoo-gu", "seocho"),
        ("Did Seocho visit Hohhott?", "Hohhott", "hohhot"),
    ],
)
def test_a_near_miss_is_read_and_said(text: str, written: str, place: str) -> None:
    linked = link(text)
    assert linked.guessed == ((written, place),)
    assert place in linked.places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("서초와 허비는 언제", ("seocho", "hebi")),
        ("lang fang and seocho", ("langfang", "seocho")),
        ("溫嶺和西區", ("wenling", "seo-daejeon")),
        ("서구 인구", ("seo-daejeon",)),
        ("江西区和长宁", ("gangseo-seoul", "changning-shanghai")),
        ("서초구와 완도의 결연일은?", ("seocho", "wando")),
        ("Did Seocho sign with Pudong?", ("seocho", "pudong")),
        ("瑞草区和义乌什么时候签约", ("seocho", "yiwu")),
    ],
)
def test_names_of_questions(text: str, places: tuple[str, ...]) -> None:
    linked = link(text)
    assert linked.places == places
    assert linked.guessed == ()


@pytest.mark.parametrize("text", ["장닝구의 인구", "长沙市和瑞草区", "Changchun and Seocho"])
def test_the_name_of_a_real_place_is_never_taken_for_another(text: str) -> None:
    assert link(text).guessed == ()


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        ("장닝구와 서울 강서구는 언제?", (("장닝구", "changning-shanghai"),)),
        ("When did Gangseo sign with Changling?", (("Changling", "changning-shanghai"),)),
        ("서초구와 상하이시는 언제?", ()),
        ("서초구와 허비시는 언제?", ()),
        ("When did Seocho sign with Pudong?", ()),
    ],
)
def test_a_real_place_one_slip_from_a_partner_is_noted(
    text: str, missed: tuple[tuple[str, str], ...]
) -> None:
    assert link(text).missed == missed


def test_whatever_is_one_slip_from_a_partner_is_looked_at() -> None:
    known, partners = catalogue().gazetteer, catalogue().partnered
    written = {"장닝구", "Changling", "hebu", "ehbi", "heebi", "langfan", "노신구", "서추구"}
    names = {name for place in partners for given in known.places[place].names.values()
             for name in given}  # fmt: skip
    written |= {name[:i] + name[i + 1 :] for name in names for i in range(len(name))}
    near = {word for word in written if partners & {*known.similar(word, of_names=True)}}

    assert len(near) > len(partners)
    assert all(is_near_a_tied_name(word, catalogue()) for word in near)
    assert not is_near_a_tied_name("Pudong", catalogue())


@pytest.mark.parametrize(
    "text",
    [
        "언제 협정을 체결했는지 알려 주세요",
        "who was the craftsman Lu Ban and what did Yun do",
        "which cities signed agreements in September",
        "两市在文化方面有哪些交流", "what is the partnership about", "교류 활동은 몇 번 있었나요",
        "How many Shaolin performers came?", "강남역에서 홍보한 게 언제였지",
    ],
)  # fmt: skip
def test_words_are_not_guessed_to_be_names(text: str) -> None:
    linked = link(text)
    assert (linked.places, linked.guessed, linked.ambiguous) == ((), (), ())


def test_a_homonym_without_ties_stays_open() -> None:
    assert {"jung-seoul", "jung-busan"} <= set(link("중구의 인구는?").ambiguous)
