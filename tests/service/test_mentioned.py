"""Places that a page names together without a tie that can be read: quoted, or not found."""

from __future__ import annotations

import pytest

from service.answering import answer
from service.catalogue import Catalogue
from service.model import CLAIMING
from tests.conftest import TODAY
from tests.service.samples import catalogue_of

# Of the partners only the one in Japan is told as a tie with its date.
MANY = """# 포항시 국제교류 소식

포항시는 1979년 1월 11일 일본 후쿠야마시와 자매결연을 체결했다.

그 뒤 미국 피츠버그, 중국 훈춘시 등과도 우호도시 관계를 넓혀 왔다. 피츠버그에서는 시민 합창단이
해마다 아리랑을 부르고, 훈춘시는 포항운하에 돌사자 한 쌍을 세웠다.
"""
# Two towns side by side, whose page it is not said.
BETWEEN = """Notes of the harbour committee

Invercargill lent its survey vessel to Townsville so that the reef could be charted.
The school choir of Townsville sang at the museum of Invercargill.
"""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    pages = {"pohang.md": MANY, "harbour.txt": BETWEEN}
    return catalogue_of(tmp_path_factory.mktemp("pages"), pages)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("포항시는 미국에도 자매도시가 있나요?", "피츠버그"),
        ("浦项在美国有友好城市吗？", "피츠버그"),
        ("훈춘시가 포항에 돌사자를 세운 데가 어디예요?", "포항운하"),
        ("Which choir of Townsville sang at the museum in Invercargill?", "school choir"),
    ],
)
def test_what_a_page_says_of_them_is_quoted(question: str, told: str, catalogue: Catalogue) -> None:
    found = answer(question, catalogue, TODAY)
    assert found.status == "partial"
    assert told in found.answer


@pytest.mark.parametrize(
    "question",
    [
        "포항시와 피츠버그는 언제 자매결연을 맺었나요?",
        "When did Invercargill and Townsville sign their agreement?",
        "포항 운하는 몇 년에 완공됐나요?",
    ],
)
def test_what_it_does_not_say_is_not_claimed(question: str, catalogue: Catalogue) -> None:
    assert answer(question, catalogue, TODAY).status not in CLAIMING


def test_a_place_that_a_page_names_is_not_said_to_have_no_tie(catalogue: Catalogue) -> None:
    """That no tie was read is no proof that there is none."""
    found = answer("Is Invercargill a sister city of Townsville?", catalogue, TODAY)
    assert found.status == "not_found"


def test_a_place_that_no_page_names_has_none(catalogue: Catalogue) -> None:
    assert answer("포항시는 칭다오와 자매도시인가요?", catalogue, TODAY).status == "no_such_tie"
