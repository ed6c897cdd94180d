"""Whether a text has a figure that can be an answer."""

from __future__ import annotations

import re

from corpus.dates import find_dates
from corpus.quantities import find_quantities
from corpus.text import fold_text
from service.lexicon import has

# A digit behind these belongs to a word (COVID-19); behind a Chinese character it counts.
_GLUED = re.compile(r"[a-zA-Z가-힣]-?$")
# A year that nothing makes a date, and the number of one in a row, are no figures of anything.
BARE_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d| ?[명개원만억人名个元万])")
_ORDINAL = re.compile(r"(?:第|제) ?$")


def counts_people(text: str) -> bool:
    """Whether a text counts people: "14 pupils", "学生24名", or a cell that is a number alone."""
    return has("people_counted", fold_text(text))


def has_figure(text: str) -> bool:
    """Whether ``text`` has a number that is no part of a date."""
    dated = [mention.span for mention in find_dates(text)]
    counted = any(
        not any(span.start <= quantity.span.start < span.end for span in dated)
        and not _GLUED.search(text[: quantity.span.start])
        and not _ORDINAL.search(text[: quantity.span.start])
        and not BARE_YEAR.match(text, quantity.span.start)
        for quantity in find_quantities(text)
    )
    return counted or has("figures", fold_text(text))
