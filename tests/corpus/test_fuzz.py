"""Random and adversarial inputs: no exception, every quote on the page, no super-linear work.

``make fuzz`` runs all 20,000 examples (FUZZ_EXAMPLES); ``make test`` a quarter of them.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.knowledge import extract
from tests.corpus.effort import calls
from tests.corpus.fuzz_checks import GAZETTEER, check_page, check_text, page_of, read
from tests.corpus.fuzz_inputs import FAMILIES, MARKUP_FAMILIES, SOURCES, TEXTS, Family

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "5000"))
# Shares of the examples: files by suffix, the text of a page as it came, any text at all.
SHARE = EXAMPLES // 5
# Four times the input may take this many times the calls: a quarter more than what is linear.
SMALL, GROWTH, MOST = 2000, 4, 5.0
fresh = itertools.count()

anything = settings(
    max_examples=SHARE,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@pytest.mark.parametrize("suffix", SOURCES)
@anything
@given(data=st.data())
def test_any_file(suffix: str, data: st.DataObject, tmp_path: Path) -> None:
    page = read(data.draw(SOURCES[suffix]), suffix, tmp_path)
    if page is not None:
        check_page(page)


@anything
@given(TEXTS)
def test_any_page(text: str) -> None:
    check_page(page_of(text))


@anything
@given(TEXTS | st.text(st.characters()))
def test_any_text(text: str) -> None:
    check_text(text)


@pytest.mark.parametrize("text", ["\ud800", "서초구\udfff", "\udc00" * 50, "2016년\ud83d 1월"])
def test_half_characters(text: str) -> None:
    check_text(text)


@pytest.mark.parametrize("family", FAMILIES)
def test_work_on_text_grows_as_its_length(family: str, tmp_path: Path) -> None:
    check_growth(FAMILIES[family], lambda text: work_through(text, ".txt", tmp_path))


@pytest.mark.parametrize("family", MARKUP_FAMILIES)
def test_work_on_markup_grows_as_its_length(family: str, tmp_path: Path) -> None:
    check_growth(MARKUP_FAMILIES[family], lambda text: work_through(text, ".html", tmp_path))


@pytest.mark.parametrize("family", FAMILIES)
def test_work_on_one_block_grows_as_its_length(family: str) -> None:
    check_growth(FAMILIES[family], lambda text: extract(page_of(text), GAZETTEER))


def work_through(source: str, suffix: str, folder: Path) -> None:
    """Read and extract, as a build does."""
    page = read(source, suffix, folder)
    if page is not None:
        extract(page, GAZETTEER)


def check_growth(family: Family, work: Callable[[str], object]) -> None:
    """``work`` on four times as much takes at most ``MOST`` times as many calls."""
    work(unseen(family, SMALL // GROWTH))
    few, many = (calls(partial(work, unseen(family, size))) for size in (SMALL, SMALL * GROWTH))
    assert many <= MOST * few, f"{few:,} calls for {SMALL:,} characters, then {many:,}"


def unseen(family: Family, size: int) -> str:
    """A text of ``family`` that is never the same twice: what was read is remembered."""
    return f"{family(size)} {next(fresh)}"
