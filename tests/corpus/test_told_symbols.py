"""Symbols and homepages of running text."""

from __future__ import annotations

import pytest

from corpus.facts.told_symbols import find_symbols

TOLD = [
    ("下辖5市17郡，道花为冬柏。", [("flower", "冬柏")]),
    ("郡树是山茶，网址：http://www.example.kr。",
     [("homepage", "http://www.example.kr"), ("tree", "山茶")]),
    ("시화는 장미이며 시조는 까치이다.", [("flower", "장미"), ("bird", "까치")]),
    ("The city flower is the camellia, and the city tree is the ginkgo.",
     [("flower", "camellia"), ("tree", "ginkgo")]),
    ("Camellia as city flower and ginkgo as city tree",
     [("flower", "Camellia"), ("tree", "ginkgo")]),
    ("Symbols: Iris (flower), Willow (tree)", [("flower", "Iris"), ("tree", "Willow")]),
    ("시화 전시회가 나무 아래에서 열렸다.", []),
    ("The flower festival drew 300 people to the tree park.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_symbols_and_homepages(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(name, typed.value.text) for name, _, typed in find_symbols(text)] == expected
