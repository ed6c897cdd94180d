"""Divisions and offices that a sentence counts: what a place is divided into, who runs it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.facts.values import Typed, count_units
from corpus.model import Value
from corpus.text import fold
from corpus.wordlists import load_toml


def find_divisions(text: str) -> Iterator[tuple[str, int, Typed]]:
    """Counted administrative units, and what an administration is made up of."""
    folded = fold(text)
    match = _divided().search(folded.text)
    if match:
        span = folded.span(*match.span("value" if match["value"] else "before"))
        written = text[span.start : span.end].strip(" ,、，")
        start = folded.span(*match.span()).start
        yield "divisions", start, Typed(Value("text", written, counts=count_units(written)))
    organized = _organized().search(folded.text)
    if organized:
        group = next(k for k, v in organized.groupdict().items() if v is not None)
        span = folded.span(*organized.span(group))
        written = text[span.start : span.end].strip()
        counts = count_units(written)
        if counts:
            start = folded.span(*organized.span()).start
            yield "organization", start, Typed(Value("text", written, counts=counts))


@lru_cache(maxsize=1)
def _divided() -> re.Pattern[str]:
    """A verb of dividing and the counted units behind it."""
    table = load_toml("statements.toml")["divided"]
    unit = rf"\d{{1,4}} ?(?:개|个)? ?(?:{'|'.join(table['units'])})(?![가-힣]{{2}}|[a-z])"
    noted = rf"{unit}(?:[(（][^()（）]{{0,60}}[)）])?"
    joint = r"(?:, and |, ?| and |、|，|和|及|와 ?|과 ?| 및 | |·|(?=\d))"
    return re.compile(
        rf"(?:{'|'.join(table['verbs'])})[ :：]?(?:(?:약|총|共|about) ?)?"
        rf"(?P<value>{noted}(?:{joint}{noted}){{0,12}})"
        rf"|(?<!\d)(?P<before>{noted}(?:{joint}{noted}){{0,12}}){table['closes']}"
    )


@lru_cache(maxsize=1)
def _organized() -> re.Pattern[str]:
    patterns = load_toml("statements.toml")["organized"]["patterns"]
    return re.compile("|".join(p.replace("(?P<", f"(?P<_{i}") for i, p in enumerate(patterns)))
