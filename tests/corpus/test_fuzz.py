"""Random and adversarial inputs: no exception, every quote on the page, no super-linear time.

``make fuzz`` runs all 20,000 examples (FUZZ_EXAMPLES); ``make test`` a quarter of them.
"""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.knowledge import extract
from tests.corpus.fuzz_checks import GAZETTEER, check_page, check_text, page_of, read
from tests.corpus.fuzz_inputs import FAMILIES, MARKUP_FAMILIES, SOURCES, TEXTS, Family

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "5000"))
# Shares of the examples: files by suffix, the text of a page as it came, any text at all.
SHARE = EXAMPLES // 5
# Four times the input may take eight times as long: twice what is linear, for noise.
SMALL, GROWTH, MOST = 2000, 4, 8.0
# What is done this soon (seconds) is too short to be judged.
QUICK = 0.05
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
def test_time_of_text_grows_as_its_length(family: str, tmp_path: Path) -> None:
    check_growth(FAMILIES[family], lambda text: work_through(text, ".txt", tmp_path))


@pytest.mark.parametrize("family", MARKUP_FAMILIES)
def test_time_of_markup_grows_as_its_length(family: str, tmp_path: Path) -> None:
    check_growth(MARKUP_FAMILIES[family], lambda text: work_through(text, ".html", tmp_path))


@pytest.mark.parametrize("family", FAMILIES)
def test_time_of_one_block_grows_as_its_length(family: str) -> None:
    check_growth(FAMILIES[family], lambda text: extract(page_of(text), GAZETTEER))


def work_through(source: str, suffix: str, folder: Path) -> None:
    """Read and extract, as a build does."""
    page = read(source, suffix, folder)
    if page is not None:
        extract(page, GAZETTEER)


def check_growth(family: Family, work: Callable[[str], object]) -> None:
    """``work`` on four times as much takes at most ``MOST`` times as long."""
    sizes = SMALL, SMALL * GROWTH
    first, second = (seconds(work, family(size)) for size in sizes)
    if second >= max(MOST * first, QUICK):
        # Once more where it looks slow: the machine may have been busy.
        first, second = (min(seconds(work, family(size)) for _ in range(3)) for size in sizes)
    assert second < max(MOST * first, QUICK), f"{first:.3f} s, then {second:.3f} s"


def seconds(work: Callable[[str], object], text: str) -> float:
    """How long ``work`` on ``text`` takes, which is never the same twice: that is remembered."""
    text += f" {next(fresh)}"
    started = time.perf_counter()
    work(text)
    return time.perf_counter() - started
