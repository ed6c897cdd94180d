"""Cells and lines that tell when something was signed under a label for something else."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.dates import find_dates
from corpus.text import fold_text

# A short word for a kind of tie, and a date in brackets or apart behind it.
_DATED_KIND = re.compile(
    r"[^\W\d][^\d()（）|]{0,14}?\s?[(（,·:]?\s?['’]?\d[^()（）|]{3,24}\s?[)）]?"
)
# What stands before the first date of such a value at most, and what it tells behind it.
_OPENING = 2
_SIGNED = re.compile(
    r"체결|조인|서명|결연|签|簽|缔结|締結|结为|結為|signed|signing|concluded|[(（][^()（）]*(?:장소|地点|地點|place)"
)
# Labels that may be of a page, or of a tie that was renewed.
_RENEWS = re.compile(r"갱신|재체결|재결연|续签|續簽|更新|renew")


@lru_cache(maxsize=1024)
def is_dated_kind(text: str) -> bool:
    """Whether a cell for the kind of tie tells the day as well: "자매 (2007.11.14)"."""
    dates = find_dates(text) if _DATED_KIND.fullmatch(text) else []
    return len(dates) == 1 and "/" not in dates[0].edtf


@lru_cache(maxsize=1024)
def opens_with_signing(text: str) -> bool:
    """Whether what is labelled as a document opens with its date: "2010. 5. 13. 협정서 체결"."""
    dates = find_dates(text)
    if not dates or dates[0].span.start > _OPENING or "/" in dates[0].edtf:
        return False
    return _SIGNED.search(fold_text(text)) is not None


def may_renew(label: str) -> bool:
    """Whether a date under ``label``, beside one of signing, is when the tie was renewed."""
    return _RENEWS.search(fold_text(label)) is not None
