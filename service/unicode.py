"""Text from outside that no UTF-8 can hold."""

from __future__ import annotations


def scrub(text: str) -> str:
    """``text`` with half surrogate pairs replaced: JSON and command lines can smuggle them in."""
    return text.encode("utf-8", "replace").decode("utf-8")
