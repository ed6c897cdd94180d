"""Directions: who went, or sent something, to whom."""

from __future__ import annotations

import pytest

from corpus.direction import find_actor, find_direction
from corpus.gazetteer import Gazetteer, load_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


HOME, PARTNER = "seocho", "hebi"
OUT, BACK = (HOME, PARTNER), (PARTNER, HOME)


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("A visit by Hebi to Seocho in May 2004", BACK),
        ("Visit of 12 people from Seocho to Hebi", OUT),
        ("Seocho sent masks to Hebi", OUT),
        ("Sending of books to Seocho by a school", BACK),
        ("Hebi has been sending delegations annually to Seocho", BACK),
        ("서초구 → 학벽시 공무원 2명", OUT),
        ("鹤壁市→瑞草区 公务员交流", BACK),
        ("Seocho will donate masks", OUT),
        ("Hebi, donating 300 books", BACK),
        ("학벽시 시장단 10명 방문", BACK),
        ("학벽시 일행 방문", BACK),
        ("학벽시 청소년 대표단 방문", BACK),
        ("鹤壁市青少年代表团15人来访", BACK),
        ("Hebi youth delegation, 15 people", BACK),
        ("학벽시 방문", OUT),
        ("Seocho representatives and Hebi", None),
    ],
)
def test_who_goes_to_whom(
    gazetteer: Gazetteer, text: str, direction: tuple[str, str] | None
) -> None:
    assert find_direction(text, (HOME, PARTNER), gazetteer) == direction


def test_a_delegation_of_a_third_place_is_the_actor(gazetteer: Gazetteer) -> None:
    text = "중국 하남성 정주시 대표단(10명) 서초구 방문"
    assert find_actor(text, (HOME, PARTNER), gazetteer) == "zhengzhou"
    assert find_direction(text, (HOME, PARTNER), gazetteer) is None
    assert find_actor("학벽시 대표단 서초구 방문", (HOME, PARTNER), gazetteer) is None
