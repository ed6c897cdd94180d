"""Patterns are tried only where they may match, and wherever they do."""

from __future__ import annotations

import importlib.util
import random
import re
import sys
import tomllib
from pathlib import Path

import pytest

from corpus.text import fold_text
from service.concepts import patterns as concept_patterns
from service.evaluation import read_questions
from service.lexicon import DATA, FILES
from service.sieve import Sieve, needs_of

GOLDEN = Path(__file__).parents[1] / "eval"
# Comparisons of patterns drawn by chance, and of how many texts: some 0.1 s.
COMPARED, TEXTS = 3000, 15


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


LETTERS = "abk 시장부인도市长人1"
# Parts of a pattern: what the sieve reads, and what it must not take for what it reads.
PARTS = (
    *("a", "ab", "bk", "시장", "부인", "市长", "人", "도", "장도시", "市人"),
    *(".", r"\b", r"\w", r"\d", r"\W", "^", "$", r"\s", " "),
    *("[ab]", "[^a]", "[시市]", "[^市]", "[가-힣]", "[a-k]", "[a시]", r"[\d인]"),
)
WRAPS = (
    *("(?:{})", "({})", "(?:{})?", "(?:{})*", "(?:{})+", "(?:{})??", "(?:{})*?", "(?:{})+?"),
    *("(?:{}){{0,2}}", "(?:{}){{1,2}}", "(?:{}){{2}}?", "(?:{})++", "(?>{})", "(?P<x>{})?"),
    *("(?={})", "(?!{})", "(?i:{})", "(?i:{})", "(?s:{})", "(?:{})?+", "(a)?(?(1){}|도)"),
)
BEHIND = ("(?<=a)", "(?<!시)", "(?<=市长)", "(?<!ab)", "(?<![가-힣])")
FLAGS = ("", "", "", "", "(?i)", "(?s)", "(?x)", "(?m)", "(?is)")


def drawn(chance: random.Random, depth: int = 3) -> str:
    """A pattern by chance, without its flags."""
    kind = chance.random()
    if depth == 0 or kind < 0.2:
        return chance.choice(PARTS)
    if kind < 0.3:
        return chance.choice(BEHIND) + drawn(chance, depth - 1)
    parts = [drawn(chance, depth - 1) for _ in range(chance.randint(1, 3))]
    if kind < 0.5:
        return "(?:" + "|".join([*parts, *[""] * (chance.random() < 0.1)]) + ")"
    if kind < 0.75:
        return chance.choice(WRAPS).format(parts[0]) + "".join(parts[1:])
    return "".join(parts)


def drawn_pattern(chance: random.Random) -> str:
    while True:
        pattern = chance.choice(FLAGS) + drawn(chance)
        try:
            re.compile(pattern)
        except re.error:  # two groups of one name, or a group that is not there
            continue
        return pattern


def test_whatever_the_pattern_no_match_is_left_out() -> None:
    chance = random.Random(20260101)
    patterns = {row: drawn_pattern(chance) for row in range(COMPARED // TEXTS)}
    sieve = Sieve(patterns)
    matched = left = 0
    for _ in range(TEXTS):
        text = "".join(chance.choices(LETTERS + LETTERS.upper(), k=chance.randint(0, 12)))
        possible = set(sieve.possible(text))
        for row, pattern in patterns.items():
            matches = re.search(pattern, text) is not None
            assert row in possible or not matches, (pattern, text)
            matched += matches
            left += row not in possible
    # Neither half of what is compared is empty.
    assert matched > COMPARED / 10
    assert left > COMPARED / 10


def test_without_the_parser_of_the_library_every_pattern_is_tried(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "re._parser", None)
    monkeypatch.delitem(sys.modules, "service.pieces")
    monkeypatch.delattr("service.pieces")
    found = importlib.util.find_spec("service.sieve")
    assert found is not None and found.loader is not None
    without = importlib.util.module_from_spec(found)
    found.loader.exec_module(without)
    sieve = without.Sieve({"a": "언제|when", "b": "b c"})
    assert without.needs_of("언제") is None
    assert sieve.possible("nothing") == ("a", "b")
    assert sieve["a"].search("언제")
    assert sieve.blank("xb cx", {"a", "b"}) == "x x"
