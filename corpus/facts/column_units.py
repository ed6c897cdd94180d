"""The unit that the header of a column gives to its cells."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.dates import find_dates
from corpus.quantities import Quantity, find_quantities
from corpus.text import fold_text

# What stands around the unit in the header of a column ("unit: 1,000 persons", "in thousands").
_UNIT_WORD = re.compile(r"^\s*(?:단위|单位|units?\b|in\b|per\b|[x×*])\s*[:：]?\s*")
_NOTE_PARTS = re.compile(r"\s*(?:[,，](?!\d{3}(?!\d))|[/;；·()])\s*")
_PLURAL = re.compile(r"\b(thousand|million|billion)s\b")
_APOSTROPHE = re.compile(r"(?<=\d)['’](?=0)")
_YEAR_ALONE = re.compile(
    r"(?<![\d,.])(?:19|20)\d\d(?![\d,.]|\s?(?:명|人))\s*(?:년|年)?(?:\s*(?:기준|현재|말|末|底))?"
)


@lru_cache(maxsize=512)
def unit_of_note(note: str) -> Quantity | None:
    """What one of a column counts, as its header says: ``천명``, ``1,000``, ``단위 : 만㎢``."""
    undated = fold_text(note).strip()
    for date in reversed(find_dates(undated)):
        undated = f"{undated[: date.span.start]};{undated[date.span.end :]}"
    undated = _YEAR_ALONE.sub(";", undated)
    for part in _NOTE_PARTS.split(_UNIT_WORD.sub("", undated)):
        plain = _UNIT_WORD.sub("", part).strip(" :")
        if not plain:
            continue
        plain = "1" + plain if plain.startswith(("'000", "’000", ",000")) else plain
        plain = _APOSTROPHE.sub("", plain)
        whole = plain if plain[:1].isdigit() else f"1 {plain}"
        found = find_quantities(_PLURAL.sub(r"\1", whole))
        if found and (found[0].number != 1 or found[0].dimension):
            return found[0]
    return None
