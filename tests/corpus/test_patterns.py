"""Regular expressions of many alternatives match what their parts do."""

from __future__ import annotations

import re

import pytest

from corpus.patterns import alternatives, any_of


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        ("a|b", ["a", "b"]),
        ("a(?:b|c)|d", ["a(?:b|c)", "d"]),
        (r"[|)]|\||x", ["[|)]", r"\|", "x"]),
        ("[]|]a|[^]|]", ["[]|]a", "[^]|]"]),
        (r"\[a|b", [r"\[a", "b"]),
    ],
)
def test_bars_in_brackets_part_nothing(pattern: str, parts: list[str]) -> None:
    assert alternatives(pattern) == parts


@pytest.mark.parametrize(
    "text", ["signed", "cosigned", "was twinned", "체결", "(체결)", "签署 and signed", "", "was"]
)
def test_any_of_finds_what_the_alternatives_find(text: str) -> None:
    patterns = [r"\bsigned|签[署订]", r"\b(?:was|were) twinned\b", "체결"]
    plain = re.compile("|".join(patterns)).search(text)
    found = any_of(patterns).search(text)
    assert (found and found.span()) == (plain and plain.span())
