"""Names in Korean text with their spelling in another script: "존 해밀턴(John Hamilton) 시장"."""

from __future__ import annotations

import re

from corpus.language import HAN, HANGUL

# The longest Han spelling of a Chinese name.
_CHINESE = 4
_WORDS = rf"[{HANGUL}]{{1,8}}(?:[ ·][{HANGUL}]{{1,8}}){{0,3}}"
# What the Han spelling of a place or a body ends in, and of no person.
_NOBODY = "市区县省郡町村会局府院州道国处室课部团洞里面邑所社"
_SPELLING = (
    rf"\((?:(?P<han>[{HAN}]{{2,7}})|(?P<latin>[a-z][a-z.' -]{{1,40}})"
    rf"|[\u3040-\u30ff{HAN} ]{{2,10}})\)"
)
_BEHIND = re.compile(rf" (?P<name>{_WORDS}) ?{_SPELLING}")
_BEFORE = re.compile(rf"(?<![{HANGUL}])(?P<name>{_WORDS}) ?{_SPELLING} ?$")
# How far (characters) before an office a name with its spelling may begin.
_REACH = 80


def glossed_behind(text: str, end: int) -> tuple[int, int] | None:
    """The name right behind an office with its spelling behind it."""
    match = _BEHIND.match(text, end)
    count = _count(match) if match else 0
    # Behind an office nothing stands before the name.
    return match.span("name") if match and len(match["name"].split()) == count else None


def glossed_before(text: str, start: int) -> tuple[int, int] | None:
    """The name before an office that follows the spelling of the name."""
    match = _BEFORE.search(text, max(0, start - _REACH), start)
    count = _count(match) if match else 0
    words = list(re.finditer(r"[^ ·]+", match["name"])) if match else []
    if match is None or not 0 < count <= len(words):
        return None
    return match.start("name") + words[-count].start(), match.end("name")


def _count(match: re.Match[str]) -> int:
    """How many words of Korean text a spelling stands for; 0 where it is none of a name."""
    words = re.split("[ ·]", match["name"])
    if match["latin"]:
        spelt = match["latin"].split()
        return len(spelt) if len(spelt) > 1 else 0
    if match["han"] and match["han"][-1] in _NOBODY:
        return 0
    # Each letter of a Chinese name is one or two syllables; a Japanese one is two words.
    if match["han"] and len(match["han"]) <= _CHINESE and len(words[-1]) >= len(match["han"]) > 1:
        chinese = len(words) == 1 or len(words[-1]) > len(words[-2]) + 2
        return 1 if chinese else 2
    return min(2, len(words))
