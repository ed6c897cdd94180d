"""What stands beside the label of a number without brackets: its date, or its unit."""

from __future__ import annotations

import re
from functools import lru_cache

# "'22년말", "2020", "2021年末", "as of 2020", "2022. 12. 기준".
_DATE = (
    r"(?:(?:as of|in|at|截至|截止) ?)?(?:(?:the )?end of )?(?:(?:19|20)\d\d|['’‘`]\d\d)\s?[.년年]?"
    r"(?:\s?\d{1,2}\s?[.월月])?(?:\s?\d{1,2}\s?[.일日])?\s?"
    r"(?:년말|[말末底]|연말|도|度)?\s?(?:기준|현재|统计|統計|census|estimate|est\.?)?"
)
# "km²" and "万" behind a comma, a stroke or a space, "in thousands".
_UNIT = (
    r"(?:in )?(?:km²|km2|sq\.? ?km|sq\.? ?mi(?:les)?|square (?:kilomet(?:er|re)s|miles)|㎢"
    r"|hectares|[천만千万萬]?[명人]|[万萬]|平方公里|平方千米|thousands?|millions?|1,000|10,000)"
)
_LABEL = r"(?P<label>[^|]{0,40}?[^\W\d_][)）\]］]?|[^|]{1,40}?[)）\]］])"
_BEHIND = re.compile(
    rf"{_LABEL}(?:(?:\s*[,，·:：]\s*|\s+|(?<=[)）\]］])|(?=['’‘`]))(?P<date>{_DATE})"
    rf"|\s*(?:[,，/]\s*|\s)(?P<unit>{_UNIT}))",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"(?P<date>{_DATE})\s+(?P<label>[^\W\d_][^|\d]{{0,40}})", re.IGNORECASE)
_DIGIT_OR_UNIT = re.compile(
    r"[\d㎢²]|km|人|명|[万萬]|公里|千米|sq|in |million|thousand", re.IGNORECASE
)
# A label with all that stands beside it is no longer than this.
_LONGEST = 60


@lru_cache(maxsize=4096)
def split_tail(label: str) -> tuple[str, str]:
    """``label`` without the date or unit beside it, and those; ``label`` and "" if none is."""
    text = label.strip()
    if len(text) > _LONGEST or not _DIGIT_OR_UNIT.search(text):
        return label, ""
    match = _BEHIND.fullmatch(text) or _BEFORE.fullmatch(text)
    if match is None:
        return label, ""
    note = match.groupdict().get("date") or match.groupdict().get("unit") or ""
    return match["label"].rstrip(), note.strip()
