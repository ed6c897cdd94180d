"""Names that nothing knows, and that a page writes beside a known place: across an arrow, or
behind the name of their country and 的.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.gazetteer import Gazetteer
from corpus.language import HAN, HANGUL, block_language
from corpus.setting.name_shapes import EN_NAME, ends_as_place, may_be_name
from corpus.setting.running_names import HAN_LETTER
from corpus.text import fold_text
from corpus.wordlists import load_toml

_ARROW = re.compile(r"\s*(?:↔|⇔|⟷|←→|<->|<=>)\s*")
_NAME = (
    rf"{EN_NAME}|(?P<ko>[{HANGUL}]{{2,8}}[시구군현정촌])|(?P<zh>[{HAN}]{{2,8}}[市区區县縣郡町村])"
)
_AHEAD, _BEHIND = re.compile(_NAME), re.compile(rf"(?:{_NAME})$")
# How far from an arrow a name is looked for.
_NEAR = 60
# "日本的福生町与…": a name between 的 and what joins it with another or tells of it.
_LETTER = f"(?![各几幾两兩]){HAN_LETTER}"
_OF_COUNTRY = re.compile(
    rf"[国國]?的(?P<name>(?:{_LETTER}){{1,5}}[市区區县縣郡町村])(?=[与與和同及、，,。；;于於在结結签簽的]|$)"
)


def linked_places(text: str, gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """Each such name in ``text``, with the name of the country before it or an empty string."""
    yield from ((name, "") for name in _across_arrows(text, gazetteer))
    if "的" not in text:
        return
    for mention in gazetteer.find(text):
        match = _OF_COUNTRY.match(text, mention.span.end)
        country = gazetteer.places[mention.place].kind == "country"
        if match and country and _may_be_place(match["name"], gazetteer):
            yield match["name"], text[mention.span.start : mention.span.end]


def _across_arrows(text: str, gazetteer: Gazetteer) -> Iterator[str]:
    """Of the two names beside an arrow the one that is unknown, where the other is known."""
    for arrow in _ARROW.finditer(text):
        before = text[max(0, arrow.start() - _NEAR) : arrow.start()]
        behind = text[arrow.end() : arrow.end() + _NEAR]
        found = [m.group() for m in (_BEHIND.search(before), _AHEAD.match(behind)) if m]
        known = [name for name in found if gazetteer.find(name)]
        if len(found) == 2 and len(known) == 1:
            name = next(name for name in found if name not in known)
            if _may_be_place(name, gazetteer):
                yield name


def _may_be_place(name: str, gazetteer: Gazetteer) -> bool:
    if gazetteer.find(name) or not may_be_name(name):
        return False
    several = load_toml("not_places.toml")["several"]
    plain = block_language(name) != "zh" or not any(word in fold_text(name) for word in several)
    return plain and ends_as_place(name)
