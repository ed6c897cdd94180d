"""Names in Latin letters beside a Chinese office: "州长John Smith", "John Smith市长"."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.people.english_forms import HONOURS
from corpus.text import Folded
from corpus.wordlists import load_toml

# A word of such a name in folded text, and how many (two at least: one may be a firm's).
_WORD = r"[a-z\u00df-\u024f][a-z\u00df-\u024f'.-]*"
_NAME = rf"{_WORD}(?: (?:de |van |von |la |da )?{_WORD}){{1,3}}"
_BEHIND = re.compile(rf" ?{HONOURS.lower()}?(?P<name>{_NAME})(?![a-z])")
_BEFORE = re.compile(rf"(?<![a-z])(?P<name>{_NAME}) ?$")
# How far (characters) before an office such a name may begin.
_REACH = 40
_PARTICLES = frozenset({"de", "van", "von", "la", "da"})


def latin_beside(text: str, folded: Folded, office: tuple[int, int]) -> tuple[int, int] | None:
    """The name in Latin letters behind an office of the folded text, or right before it."""
    start, end = office
    behind = _BEHIND.match(folded.text, end)
    before = _BEFORE.search(folded.text, max(0, start - _REACH), start)
    for match in (behind, before):
        if match and _is_name(text, folded, match):
            return match.span("name")
    return None


def _is_name(text: str, folded: Folded, match: re.Match[str]) -> bool:
    """Whether each word has a capital, and none is of a body's name."""
    words = text[slice(*folded.span(*match.span("name")))].split()
    bodies = _bodies()
    capital = all(word[0].isupper() or word in _PARTICLES for word in words)
    return capital and not bodies.intersection(words)


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    """Words with a capital that stand in the name of no one."""
    table = load_toml("offices.toml")["en"]
    return frozenset(table["body_ends"]) | frozenset(table["in_no_name"] + table["not_names"])
