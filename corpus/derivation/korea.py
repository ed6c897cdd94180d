"""Korean provinces, cities, counties and districts: checked by hand, with further spellings."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.derivation.hangul import is_hangul
from corpus.derivation.romanisation import romanise
from corpus.derivation.rows import Row, unique

_ENDINGS = {"시": "si", "구": "gu", "군": "gun"}
# Cities of special rank have English names of their own.
_SPECIAL = ("광역", "특별", "자치", "통합")
# Initials as they were written before the Revised Romanisation of 2000, without apostrophes.
_OLDER = (("g", "k"), ("d", "t"), ("b", "p"), ("j", "ch"))


def derive(audited: Iterable[Row]) -> list[Row]:
    """The Korean rows among the audited ones, with romanised names behind those they have."""
    return [row.with_names({"en": romanised(row)}) for row in audited]


def romanised(row: Row) -> tuple[str, ...]:
    """Names by rule: Seocho-gu and with the initial people still write: Kangnam-gu."""
    found: list[str] = []
    for name in row.names["ko"]:
        stem, ending = name[:-1], _ENDINGS.get(name[-1:])
        if ending is None or not is_hangul(name) or stem.endswith(_SPECIAL):
            continue
        spelled = romanise(stem).capitalize()
        found += [f"{form}-{ending}" for form in (spelled, _older(spelled))]
    return unique(found)


def _older(spelled: str) -> str:
    for revised, older in _OLDER:
        if re.match(f"{revised}[aeiouwy]", spelled, re.IGNORECASE):
            return older.capitalize() + spelled[1:]
    return spelled
