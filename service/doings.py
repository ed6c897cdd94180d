"""Kinds of exchange that a question names, in words of pages and of people who speak."""

from __future__ import annotations

from corpus.exchanges.kinds import kinds_of
from service.lexicon import all_of, strip


def kinds_in(bare: str) -> tuple[str, ...]:
    """The kinds that a folded question or a part of it names."""
    bare = strip("documents", strip("pandemic", bare))
    spoken = (kind for name in all_of("doings", bare) for kind in name.split())
    return tuple(dict.fromkeys((*kinds_of(bare), *spoken)))
