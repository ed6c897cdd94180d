"""The classes and ids that a page's own style sheet hides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_BRACE = re.compile(r"([{}])")
_SIMPLE = re.compile(r"[.#][\w-]+")
_SHOWN = re.compile(r"\b(?:display|visibility)\s*:", re.IGNORECASE)
_HIDDEN = re.compile(r"\b(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


def hidden_names(tree: LexborHTMLParser) -> frozenset[str]:
    """Class and id selectors (``.old``, ``#old``) hidden by a rule that no other rule undoes."""
    hidden: set[str] = set()
    undone: set[str] = set()
    for style in tree.css("style"):
        if not style.attributes.get("media"):
            for selectors, body in _rules(style.text()):
                _sort(selectors, body, hidden, undone)
    return frozenset(hidden - undone)


def _sort(selectors: str, body: str, hidden: set[str], undone: set[str]) -> None:
    if not _SHOWN.search(body):
        return
    for selector in selectors.split(","):
        if not _HIDDEN.search(body):
            undone.update(_SIMPLE.findall(selector))
        elif _SIMPLE.fullmatch(selector.strip()):
            hidden.add(selector.strip())


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """The rules of ``sheet`` outside ``@media`` and its like, as selectors and declarations."""
    pieces = _BRACE.split(_COMMENT.sub("", sheet))
    depth = 0
    for index in range(1, len(pieces) - 1, 2):
        selectors = pieces[index - 1].rsplit(";", 1)[-1].strip()
        opens = pieces[index] == "{"
        if depth:
            depth += 1 if opens else -1
        elif opens and selectors.startswith("@"):
            depth = 1
        elif opens:
            yield selectors, pieces[index + 1]
