"""Labels of a table that name two things at once: ``국가/지역명``, ``城市或地区``."""

from __future__ import annotations

import re
from collections.abc import Callable

_JOINT = re.compile(r"\s*(?:[/／·ㆍ・,，&]|및|或者?|和|与|以?及|\bor\b|\band\b)\s*")
# One partner of the kind that the words before say; not what others have, or how many.
_NO_KIND = (
    "other|number|total|list|date|their|its|how|of|for|former|no|agreement|kind|type|status|name"
    "|about|is|was|an?|the|as|with|and|to|in|each|every|any|established|became"
)
_PARTNER = re.compile(
    rf"(?:(?!(?:{_NO_KIND})\b)[a-z][a-z'’-]{{1,18}} ){{1,3}}"
    r"(?:sister|friendship|friendly|twin|partner)[ -]"
    r"(?:city|town|county|village|municipality|district|ward)"
)
_NAMED = ("명", "名")
_MOST = 3
# Which of two things a column is of: the first of these that its label names.
_ORDER = ("place", "country", "region", "note")


def joint_structure(label: str, find: Callable[[str], str | None]) -> str | None:
    """What a column is of whose label joins known words; None where one is not known.

    ``find`` tells what a single word is.
    """
    parts = _JOINT.split(label.strip())
    if not 1 < len(parts) <= _MOST or not all(parts):
        return None
    found = [_unnamed(part, find) or find(part) for part in parts]
    return next((kind for kind in _ORDER if kind in found), None) if _all_known(found) else None


def names_partner(label: str) -> bool:
    """Whether ``label`` (folded) is words for a partner of some kind ("industrial sister city")."""
    return _PARTNER.fullmatch(label.strip()) is not None


def _unnamed(part: str, find: Callable[[str], str | None]) -> str | None:
    return find(part[:-1]) if part.endswith(_NAMED) else None


def _all_known(found: list[str | None]) -> bool:
    return all(kind in _ORDER for kind in found)
