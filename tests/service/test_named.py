"""People and places that a question names in another script than the page; what fell through."""

from __future__ import annotations

import pytest

from service.catalogue import Catalogue
from service.exclusion import find_exclusion
from service.model import CLAIMING
from service.persons import names_person, people_in
from tests.service.conftest import Ask


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("박연지", "headed by Park Yeonji, the President"),
        ("김재현", "a delegation under Kim Jae-Hyeon, who was Mayor"),
        ("Ro Hyun-Song", "노현송 구청장을 단장으로"),
        ("Kim Jae-hyun", "at the invitation of Kim Jae-Hyeon"),
        ("郭大勋", "곽대훈 구청장 외 11명"),
    ],
)
def test_a_person_is_known_in_another_script(name: str, text: str) -> None:
    assert names_person(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("정찬성", "headed by Park Yeonji, the President"),
        ("Kim Min-su", "곽대훈 구청장 외 11명"),
        ("Park Won-soon", "a delegation under Kim Jae-Hyeon"),
    ],
)
def test_another_person_is_not(name: str, text: str) -> None:
    assert not names_person(name, text)


@pytest.mark.parametrize("text", ["그 도시 시장 이름은?", "虹口区的区长是谁", "Daejeon Seo-gu"])
def test_words_of_asking_and_places_are_no_people(text: str) -> None:
    assert people_in(text, ()) == ()


def test_whoever_is_named_must_be_named_by_the_page(ask: Ask) -> None:
    assert ask("박연지 회장 일행은 언제 창닝 갔나").status in CLAIMING
    assert ask("박철수 회장 일행은 언제 창닝 갔나").status not in CLAIMING


def test_officials_that_are_left_out_leave_their_place_in(catalogue: Catalogue) -> None:
    excluded = find_exclusion("원링 공무원들 말고 청소년은 언제 서구에 갔지", catalogue)
    assert excluded.places == () and "원링" in excluded.text and "공무원" not in excluded.text


def test_what_was_only_in_the_year_left_out_is_no_other_exchange(ask: Ask) -> None:
    assert ask("학벽에서 서리풀 페스티벌에 2015년 말고 온 적 있나").status not in CLAIMING


def test_what_happened_is_no_reason_for_what_did_not(ask: Ask) -> None:
    assert ask("建华区的人2011年为什么没来成瑞草").status not in CLAIMING


def test_captions_of_one_heading_are_listed(ask: Ask) -> None:
    text = ask("西区2019年艺术节上有哪些表演").answer
    assert all(show in text for show in ("烟花", "泡泡", "街头"))
