"""Answers from a page that does not say whose it is: told of nobody by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.model import is_unnamed
from service.catalogue import Catalogue
from service.checking import check_pages
from service.model import CLAIMING
from service.settings import Settings
from tests.conftest import TODAY
from tests.service.conftest import Ask
from tests.service.samples import catalogue_of, write_pages

# Whose partners these are is said nowhere.
LIST = """International Sister Cities

Otsu, Japan (May 15, 1989)
Weimar, Germany (October 3, 2001)
"""
NAMED = """# Sister cities of Gimhae

## Otsu, Japan

- Date of agreement : June 7, 1996
- Area : 464 km²

## Muğla, Turkey

- Date of agreement : May 4, 2015
"""
PAGES = {"list.txt": LIST, "gimhae.md": NAMED}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Pages of nobody, and one of Gimhae."""
    return catalogue_of(tmp_path_factory.mktemp("unnamed"), PAGES)


@pytest.mark.parametrize(
    ("question", "day", "note"),
    [
        (
            "When was the agreement with Weimar signed?",
            "3 October 2001",
            "does not say whose it is",
        ),
        (
            "바이마르와는 언제 결연했나요?",
            "2001년 10월 3일",
            "어느 지역의 것인지 나와 있지 않습니다",
        ),
        ("和魏玛什么时候签约？", "2001年10月3日", "没有写明是哪个地方的"),
    ],
)
def test_a_partner_alone_is_answered_with_a_word_of_caution(
    ask: Ask, question: str, day: str, note: str
) -> None:
    reply = ask(question)
    assert reply.status in CLAIMING
    assert day in reply.answer and note in reply.answer
    assert (
        "Gimhae" not in reply.answer and "김해" not in reply.answer and "金海" not in reply.answer
    )
    assert not any("publisher" in suggestion for suggestion in reply.suggestions)


@pytest.mark.parametrize(
    "question",
    [
        "When did Gimhae sign with Weimar?",
        "김해시는 바이마르와 언제 결연했나요?",
        "金海市和魏玛什么时候签约？",
        "Is Weimar a sister city of Seocho?",
        "When did Seocho sign with Otsu?",
    ],
)
def test_nobody_by_name_is_told_of(ask: Ask, question: str) -> None:
    reply = ask(question)
    assert reply.status not in CLAIMING
    assert not reply.facts


def test_a_publisher_with_a_name_comes_first(ask: Ask) -> None:
    reply = ask("When was the agreement with Otsu signed?")
    assert "7 June 1996" in reply.answer and "1989" not in reply.answer
    reply = ask("How many sister cities are there?")
    assert reply.status == "answered" and "Weimar" not in reply.answer


def test_its_tie_is_known_by_what_the_page_is_called(catalogue: Catalogue) -> None:
    ties = [tie for tie in catalogue.ties.values() if is_unnamed(tie.places[0])]
    assert {tie.places[1] for tie in ties} == {"otsu", "weimar"}
    assert "International Sister Cities" in catalogue.place(ties[0].places[0]).name("en")


def test_the_check_asks_whose_page_it_is(tmp_path: Path) -> None:
    found = check_pages(write_pages(tmp_path, PAGES), Settings(today=TODAY)).findings
    assert [f.at.page for f in found if f.check == "unnamed"] == ["list"]
