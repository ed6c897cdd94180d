"""Whether a question names places and a time, and asks for nothing in particular."""

from __future__ import annotations

from corpus.dates import find_dates
from corpus.text import fold_text
from index.lexical import tokenize
from service.lexicon import strip
from service.linking import BLANK

_ASKING = (
    "pointing",
    "choosing",
    "today",
    "operations",
    "telling",
    "exchanges",
    "partners",
    "wants",
    "yes_no",
    "filler",
    "earlier",
    "later",
    "going_on",
)


def is_open(bare: str) -> bool:
    """Whether no word is left of a folded question when those are taken away that only ask."""
    text = fold_text(bare).replace(BLANK, " ")
    for mention in reversed(find_dates(text)):
        text = f"{text[: mention.span.start]} {text[mention.span.end :]}"
    for section in _ASKING:
        text = strip(section, text)
    return not [word for word in tokenize(text) if len(word) > 1 and not word.isdigit()]
