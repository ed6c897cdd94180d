"""Of passages that say the same only one is found: in the asker's language, else the better."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus.model import Exchange, Language, Passage, Source, Span
from index.build import build
from index.fusion import one_of_each
from index.progress import Silent
from index.search import open_index
from index.twins import find_twins, marks_of, translations


def passage(row: int, language: Language, text: str, page: str = "a") -> Passage:
    return Passage(f"{page}#{row}", page, language, (), (Span(row * 100, row * 100 + 99),), text)


def exchange(name: str, *rows: int) -> Exchange:
    sources = tuple(Source("a", Span(row * 100 + 5, row * 100 + 9), "", "en") for row in rows)
    return Exchange(name, "t", ("x", "y"), "2007", "2007-01-01", "2007-12-31", (), sources)


KOREAN, ENGLISH, OTHER = (
    passage(0, "ko", "대표단이 방문했다."),
    passage(1, "en", "A delegation visited."),
    passage(2, "en", "The market."),
)


def test_copies_are_twins_whatever_their_width_or_form() -> None:
    copy = replace(OTHER, id="b#0", page="b", text="ＴＨＥ market.")
    marks = marks_of([KOREAN, OTHER, copy, ENGLISH])
    assert find_twins(marks, []).tolist() == [0, 1, 1, 3]


def test_copies_of_translations_are_twins_of_all() -> None:
    marks = marks_of([OTHER, KOREAN, ENGLISH, KOREAN, replace(ENGLISH, text="Else.")])
    assert find_twins(marks, []).tolist() == [0, 1, 2, 1, 4]
    assert find_twins(marks, [(1, 2)]).tolist() == [0, 1, 1, 1, 4]
    assert find_twins(marks, [(3, 4), (1, 2)]).tolist() == [0, 1, 1, 1, 1]
    assert find_twins(marks, [(2, 4), (0, 4), (3, 4)]).tolist() == [0, 0, 0, 0, 0]


@pytest.mark.parametrize(
    ("told", "twins"),
    [
        ([(0, 1)], [0, 0, 2]),
        ([(0, 1), (1,), (0,)], [0, 0, 2]),
        ([(0, 1), (1,), (0,), (0,), (1,)], [0, 1, 2]),
        ([(1, 2)], [0, 1, 2]),
        ([(0,), (1,)], [0, 1, 2]),
    ],
)
def test_translations_share_half_of_their_exchanges(
    told: list[tuple[int, ...]], twins: list[int]
) -> None:
    exchanges = [exchange(f"e{number}", *rows) for number, rows in enumerate(told)]
    passages = [KOREAN, ENGLISH, OTHER]
    pairs = translations(passages, exchanges)
    assert find_twins(marks_of(passages), pairs).tolist() == twins


def test_one_of_each_group_stays_in_order() -> None:
    groups = np.array([4, 2, 4, 7, 2], dtype=np.int64)
    assert one_of_each(groups, np.zeros(5, dtype=np.bool_)).tolist() == [0, 1, 3]
    assert one_of_each(groups, np.arange(5) == 2).tolist() == [1, 2, 3]


def test_a_copied_page_is_found_once(pages: Path, tmp_path: Path) -> None:
    content = (pages / "wenling.md").read_text(encoding="utf-8")
    (pages / "copy.md").write_text(content, encoding="utf-8")
    build(pages, tmp_path / "index", progress=Silent())
    index = open_index(tmp_path / "index")
    question = "温岭捐赠了什么?"
    vector = index.embed(question, "zh")
    every = index.search(vector, question, "zh", 100, twins=True)
    found = index.search(vector, question, "zh", 100)
    assert len(every) == len(index.passages) == len(found) + 1
    assert len({hit.passage.text for hit in found}) == len(found)
    assert found[0] == every[0]
