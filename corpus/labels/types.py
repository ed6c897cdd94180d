"""What values of labels look like: dates, numbers, addresses, telephone numbers, text."""

from __future__ import annotations

import re

from corpus.dates import find_dates
from corpus.quantities import find_quantities

# Properties that are dates, and the dimension of those that are numbers.
DATED = frozenset({"signed", "began", "proposed", "updated"})
NUMERIC = {"area": "area", "population": "people", "gdp": "money", "revenue": "money"}
# Columns and labels of tables that tell events, and not partners.
OF_EVENTS = frozenset({"event", "people", "direction", "place_of_event"})
# Other properties whose values are known by their form.
FORMED = ("homepage", "phone", "fax")

_URL = re.compile(r"(?:https?://|www\.)[^\s|,，;；]+")
_YEAR = re.compile(r"\s*(?:19|20)\d\d\.?\s*")
_DOMAIN = re.compile(r"\w\.\w")
_PHONE = re.compile(r"[+(（]?\d[\d\s()（）+.~-]{5,}\d")
# All that may stand behind a number or date which follows its label without a colon.
_BEHIND_NUMBER = re.compile(r"\s{0,4}(?:[(（][^()（）]*[)）])?\s{0,4}\.?\s*")
_BEHIND_DATE = re.compile(r"\.?\s{0,4}(?:[(（][^()（）]*[)）])?")


def fits(name: str, text: str) -> bool:
    """Whether ``text`` can be a value of property ``name``, by its type."""
    if name in DATED:
        return bool(find_dates(text)) or _YEAR.fullmatch(text) is not None
    if name in NUMERIC:
        quantity = next(iter(find_quantities(text)), None)
        return quantity is not None and quantity.dimension in (None, NUMERIC[name])
    if name == "homepage":
        return _DOMAIN.search(text) is not None
    if name in ("phone", "fax"):
        return _PHONE.search(text) is not None
    if name == "signatories":
        return any(letter.isalpha() for letter in text) and not find_dates(text)
    return name != "email" or "@" in text


def value_end(name: str | None, text: str) -> int | None:
    """Where the date, number or address that ``text`` tells as ``name`` ends."""
    if name in DATED:
        date = next(iter(find_dates(text)), None)
        behind = _BEHIND_DATE.match(text, date.span.end) if date else None
        return behind.end() if behind else None
    if name in ("homepage", "phone", "fax"):
        match = (_URL if name == "homepage" else _PHONE).search(text)
        return match.end() if match and not text[match.end() :].strip(" .") else None
    quantity = next(iter(find_quantities(text)), None)
    if quantity is None or name not in NUMERIC:
        return None
    measured = quantity.dimension in (None, NUMERIC[name])
    whole = _BEHIND_NUMBER.fullmatch(text, quantity.span.end)
    return len(text) if measured and whole else None
