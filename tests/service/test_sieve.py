"""Patterns are tried only where they may match, and wherever they do."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from corpus.text import fold_text
from service.concepts import patterns as concept_patterns
from service.evaluation import read_questions
from service.lexicon import DATA, FILES
from service.sieve import Sieve, needs_of

GOLDEN = Path(__file__).parents[1] / "eval"


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("when", {"when"}),
        ("partners", {"part"}),  # its first letters do
        (r"\bwhen\b", {"when"}),
        ("언제|何时", {"언제", "何时"}),
        ("언제|.*", None),  # a branch that needs nothing
        ("[은는]", {"은", "는"}),
        ("[a-z]", None),
        ("[^은]", None),
        ("(?:sister)?", None),
        ("(?:언제)+요?", {"언제"}),
        ("(?:언제){0,2}", None),
        ("(?=언제).", {"언제"}),
        ("(?!언제).", None),
        ("(?<=언제).", {"언제"}),
        ("of.{0,9}도시", {"도시"}),  # what tells most: one Hangul as much as three Latin letters
        ("(?i)when", None),
        ("(?i:when)|x", None),
    ],
)
def test_what_a_pattern_needs(pattern: str, needs: set[str] | None) -> None:
    assert needs_of(pattern) == needs


def patterns_of_questions() -> dict[str, str]:
    tables = [tomllib.loads((DATA / name).read_text(encoding="utf-8")) for name in FILES]
    return {
        f"{place} {section} {name}": "|".join(f"(?:{pattern})" for pattern in entry)
        for place, table in enumerate(tables)
        for section, entries in table.items()
        for name, entry in entries.items()
        if isinstance(entry, list)
    }


PATTERNS = {**patterns_of_questions(), **concept_patterns()}


def test_no_pattern_that_matches_is_left_out() -> None:
    sieve = Sieve(PATTERNS)
    texts = [
        fold_text(golden.question)
        for path in sorted(GOLDEN.glob("golden-dev*.jsonl"))[::3]
        for golden in read_questions(path)
    ]
    tried = 0
    for text in texts:
        possible = sieve.possible(text)
        tried += len(possible)
        found = [key for key, pattern in sieve.items() if pattern.search(text)]
        assert [key for key in possible if key in found] == found, text
    assert tried < len(texts) * len(sieve) / 5


def test_nearly_all_patterns_need_something() -> None:
    """The library's own parser is read for it: a version of it that says otherwise is told here."""
    telling = [pattern for pattern in PATTERNS.values() if needs_of(pattern)]
    assert len(telling) > 0.95 * len(PATTERNS)


def test_blanking_goes_by_one_pattern_after_the_other() -> None:
    sieve = Sieve({"a": "a", "b": "b c", "c": "c+"})
    assert sieve.blank("xaxcc", {"a", "c"}) == "x x "
    assert sieve.blank("bac", {"a"}) == "b c"
    assert sieve.blank("bac", {"a", "b"}) == " "  # what a blank brings together
    assert sieve.blank("b cc", {"b", "c"}) == "  "
    assert sieve.blank("xyz", {"a", "b", "c"}) == "xyz"


def test_a_pattern_that_nobody_has_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        Sieve({"a": "a"})["b"]
