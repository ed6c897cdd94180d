"""Regular expressions of many alternatives, put together so that searching with them is quick."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = r"\b"


def any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    r"""An expression for any of ``patterns``, each of which may be a choice of several itself.

    Those that start with ``\b`` stand last, behind one ``\b`` for all: at most places of a text
    that is one comparison instead of one for each of them.
    """
    every = [part for pattern in patterns for part in alternatives(pattern)]
    words = [part[len(_WORD) :] for part in every if part.startswith(_WORD)]
    plain = [part for part in every if not part.startswith(_WORD)]
    return re.compile("|".join([*plain, *([rf"\b(?:{'|'.join(words)})"] if words else [])]))


def alternatives(pattern: str) -> list[str]:
    """The parts of ``pattern`` between the bars that stand in no bracket."""
    parts, start, depth, in_set = [], 0, 0, -1
    signs = re.finditer(r"\\.|[\[\]()|]", pattern, re.DOTALL)
    for sign in signs:
        found, at = sign.group(), sign.start()
        if in_set >= 0:
            # "[]" and "[^]" have the bracket as their first member.
            if found == "]" and pattern[in_set + 1 : at] not in ("", "^"):
                in_set = -1
        elif found == "[":
            in_set = at
        elif found in "()":
            depth += 1 if found == "(" else -1
        elif found == "|" and not depth:
            parts.append(pattern[start:at])
            start = at + 1
    return [*parts, pattern[start:]]
