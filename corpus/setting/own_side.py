"""Text that speaks of the page's own place without its name: "our city", "both cities"."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.text import fold_text
from corpus.wordlists import load_toml


def names_own_side(text: str) -> bool:
    """Whether ``text`` speaks of the page's own place as "our city" or of "both cities"."""
    return _own_side().search(fold_text(text)) is not None


def speaks_of_own_side(text: str) -> bool:
    """Whether ``text`` speaks of the page's own place by itself, as "our city"."""
    return _own().search(fold_text(text)) is not None


@lru_cache(maxsize=1)
def _own_side() -> re.Pattern[str]:
    return re.compile("|".join(load_toml("statements.toml")["own_side"]["patterns"]))


@lru_cache(maxsize=1)
def _own() -> re.Pattern[str]:
    return re.compile("|".join(load_toml("statements.toml")["own_side"]["own"]))
