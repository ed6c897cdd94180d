"""Whom a clause names as the other side that is no place read on the page: a bank, a regiment.

Also a town that only one line names. What is told of such a one is not told of a page's partner.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.gazetteer import Mention
from corpus.model import Span
from corpus.spans import lying_in
from corpus.wordlists import load_toml

# A place that has been read stands for this, so that no other name is seen in it.
_READ = "\0"


def names_other_party(text: str, span: Span, mentions: Sequence[Mention]) -> bool:
    """Whether ``span`` of ``text`` tells of somebody else than the places of ``mentions``."""
    plain = text[span.start : span.end]
    for mention in reversed(lying_in(mentions, span)):
        start, end = mention.span.start - span.start, mention.span.end - span.start
        plain = plain[:start] + _READ + plain[end:]
    return _patterns().search(plain) is not None


def is_part_of_name(text: str, span: Span) -> bool:
    """Whether the place named at ``span`` of ``text`` is a part of an institution's name."""
    return _part_of().match(text, span.end) is not None


@lru_cache(maxsize=1)
def _part_of() -> re.Pattern[str]:
    return re.compile(load_toml("stages.toml")["other_parties"]["part_of"])


@lru_cache(maxsize=1)
def _patterns() -> re.Pattern[str]:
    words = load_toml("stages.toml")["other_parties"]
    kinds = {name: "|".join(words[name]) for name in ("bodies_ko", "bodies_zh", "bodies_en")}
    patterns = words["patterns"]
    for name, kind in kinds.items():
        patterns = [pattern.replace("{" + name + "}", f"(?:{kind})") for pattern in patterns]
    return re.compile("|".join(patterns))
