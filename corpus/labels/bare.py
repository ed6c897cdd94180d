"""Labels of one line that a date, a number or an address follows without a sign between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import lru_cache

from corpus.labels.marks import SEPARATOR, Mark
from corpus.labels.types import DATED, FORMED, NUMERIC, value_end
from corpus.labels.words import property_of
from corpus.quantities import without_about
from corpus.text import fold_text
from corpus.wordlists import load_toml

# How far a value may stand behind its label: "about" and its like.
_ABOUT = 16


def opens_bare(text: str) -> bool:
    """Whether ``text`` starts with a label and a value of its type."""
    return _bare_labels().match(text) is not None


def bare_marks(text: str, taken: Set[int]) -> Iterator[Mark]:
    """Labels that a date, number or address follows without a sign, up to what comes next."""
    hits = list(_bare_labels().finditer(text))
    stops = sorted(
        {match.start() for match in SEPARATOR.finditer(text)}
        | {hit.start() for hit in hits}
        | taken
        | {len(text)}
    )
    position = 0
    for hit in hits:
        while stops[position] <= hit.start() and position < len(stops) - 1:
            position += 1
        later = position
        while later < len(stops) - 1 and stops[later] < hit.end():
            later += 1
        mark = _bare_mark(text[hit.start() : stops[later]], hit)
        if mark is not None and not _in_brackets(text, hit.start()):
            yield mark


def _bare_mark(text: str, hit: re.Match[str]) -> Mark | None:
    """The mark of a label and directly a value of the label's type, which ``text`` ends with."""
    gap = without_about(hit["gap"]).strip(" '’‘\"")
    name = property_of(hit["label"])
    end = value_end(name, text) if name and not gap else None
    if end is None:
        return None
    base = hit.start()
    value = len(text) - len(text[len(hit["label"]) :].lstrip())
    return Mark(name, base, hit.end("label"), base + value, base + end)


def _in_brackets(text: str, start: int) -> bool:
    before = text[max(0, start - 200) : start]
    opened = sum(before.count(sign) for sign in "(（") > sum(before.count(sign) for sign in ")）")
    return opened or text[start] in "(（"


@lru_cache(maxsize=1)
def _bare_labels() -> re.Pattern[str]:
    """A label of a typed property at the start or behind a gap, and what its value starts with."""
    table = load_toml("labels.toml")["labels"]
    names = (*sorted(DATED), *NUMERIC, *FORMED)
    words = {"".join(fold_text(word).split()) for name in names for word in table[name]}
    plain = sorted((w for w in words if not w.isascii()), key=len, reverse=True)
    latin = sorted((w for name in names for w in table[name] if w.isascii()), key=len, reverse=True)
    spaced = "|".join(r"\s?".join(map(re.escape, word)) for word in plain)
    english = "|".join(re.escape(word) for word in latin)
    return re.compile(
        rf"(?:^|(?<=[\s|;；、,，/。]))(?P<label>{spaced}|(?:{english})(?![A-Za-z]))"
        rf"(?P<gap>[^\d|;；:：=▶►▷→➔➜⇒☞–—-]{{0,{_ABOUT}}}?)(?=\d|https?://|www\.|\+\d)",
        re.IGNORECASE,
    )
