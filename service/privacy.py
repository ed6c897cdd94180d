"""Personal data out of what citizens type: identity numbers, cards, mail addresses, telephones.

What stands on a public page (the telephone of a department) is no secret and stays, as do dates,
populations and amounts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from threading import Lock

from corpus.text import clean

# What stands in for each: the page of questions says it in the reader's language.
PLACEHOLDER = re.compile(r"⟦(identity|card|mail|phone)⟧")

_MONTH_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
# Korean resident and alien registration numbers; the last six are often blotted out by hand.
_KOREAN_ID = rf"(?<!\d)\d\d{_MONTH_DAY}(?: ?[-–] ?\d| ?[1-8])(?:\d{{6}}|[*xX○●]{{6}})(?!\d)"
# Chinese identity numbers of 18 signs with a date of birth, and the old ones of 15.
_CHINESE_ID = (
    r"(?<!\d)[1-8](?:[ -]?\d){16}[ -]?[\dXx](?![\dA-Za-z])"
    rf"|(?<!\d)[1-8]\d{{5}}\d\d{_MONTH_DAY}\d{{3}}(?!\d)"
)
# Nobody who is born earlier has a number; a row of years could look like one.
_EARLIEST = 1850
# Card numbers begin with 22 to 6: never like a year, so that a list of years is none.
_CARD = (
    r"(?<!\d)(?:[3-6]\d{3}|2[2-7]\d\d)(?:[ .-]?\d{4}){2}[ .-]?\d{1,7}(?!\d)"
    r"|(?<!\d)3[47]\d\d[ .-]?\d{6}[ .-]?\d{5}(?!\d)"
)
_MAIL = r"[\w.+%-]+ ?@ ?[\w-]+(?:\.[\w-]+)+"
_GAP = r"[ .\-–·/]{0,2}"
# A Chinese mobile number has no mark of its own: it is no amount where nothing that is counted
# follows, and where it does not end in six zeros.
_NO_AMOUNT = r"(?!,\d|\.\d| ?(?:만|억|원|명|위안|万|亿|元|人|km|won|yuan|people))"
_PHONE = "|".join(
    (
        rf"(?<![\d+])(?:(?:\+|00)?82{_GAP}(?:\(0\))?0?|\(?0)1[016789]\)?{_GAP}\d{{3,4}}{_GAP}\d{{4}}",
        rf"(?<![\d+.])(?:(?:\+|00)?82[ .\-]?|\(?0)(?:2|[3-6][1-5]|70|80|50\d)\)?{_GAP}"
        rf"\d{{3,4}}{_GAP}\d{{4}}",
        rf"(?<![\d+])(?:(?:\+|00)?86[ -]?)?(?!\d{{5}}0{{6}})1[3-9]\d[ -]?\d{{4}}[ -]?\d{{4}}(?!\d)"
        rf"{_NO_AMOUNT}",
        r"(?<![\d+.])(?:(?:\+|00)?86[ -]?|\(?0)[1-9]\d{1,2}(?:\)|\) | |-)\d{7,8}",
        r"\+\d{1,3}(?:[ .\-]?\(?\d{1,4}\)?){2,4}[ .\-]?\d{2,4}",
    )
)


def _luhn(match: str) -> bool:
    """Whether the digits of ``match`` carry the check digit of payment cards (ISO/IEC 7812-1)."""
    digits = [int(sign) for sign in reversed(match) if sign.isdigit()]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
    return len(digits) >= 13 and (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _born(match: str) -> bool:
    """Whether the date in an identity number of 13, 15 or 18 signs is one of the calendar."""
    signs = [sign for sign in match if sign not in " -–"]
    start, end = {13: (0, 6), 15: (6, 12), 18: (6, 14)}[len(signs)]
    digits = "".join(signs[start:end])
    try:
        # The two digits of a year are taken for a leap year: the century is not told.
        year = int(digits[:-4]) if end - start == 8 else 2000
        date(year, int(digits[-4:-2]), int(digits[-2:]))
    except ValueError:
        return False
    return year >= _EARLIEST


def _any(_match: str) -> bool:
    return True


# The order counts: an identity number has a card's length, a card holds a telephone.
_RULES: tuple[tuple[str, re.Pattern[str], Callable[[str], bool]], ...] = (
    ("mail", re.compile(_MAIL), _any),
    ("identity", re.compile(f"{_KOREAN_ID}|{_CHINESE_ID}"), _born),
    ("card", re.compile(_CARD), _luhn),
    ("phone", re.compile(rf"(?:{_PHONE})(?!\d)"), _any),
)
# What pages may make public; an identity number on one would be a mishap.
_PUBLIC = ("mail", "phone")


class Redactor:
    """Removes personal data, except what stands on one of the ``pages`` (their texts).

    These are read when there is something to compare with them, once.
    """

    def __init__(self, pages: Iterable[str] = ()) -> None:
        self._pages = pages
        self._known: frozenset[str] | None = None
        self._reading = Lock()

    def _public(self) -> frozenset[str]:
        """The addresses and numbers that pages make public, by key."""
        with self._reading:
            if self._known is None:
                self._known = frozenset(_public_keys(self._pages))
            return self._known

    def redact(self, text: str) -> str:
        """``text`` in its clean form, with ``⟦phone⟧`` and the like for what is personal."""
        text = clean(text)
        for name, pattern, holds in _RULES:
            text = pattern.sub(partial(self._replaced, name, holds), text)
        return text

    def _replaced(self, name: str, holds: Callable[[str], bool], match: re.Match[str]) -> str:
        found = match.group()
        if not holds(found) or (name in _PUBLIC and _key(found) in self._public()):
            return found
        return f"⟦{name}⟧"


def _public_keys(pages: Iterable[str]) -> Iterator[str]:
    for text in map(clean, pages):
        for name, pattern, _ in _RULES:
            if name in _PUBLIC:
                yield from (_key(match.group()) for match in pattern.finditer(text))


def _key(found: str) -> str:
    """A mail address in lower case; of a telephone the digits as they are dialled at home."""
    if "@" in found:
        return found.replace(" ", "").lower()
    digits = "".join(filter(str.isdigit, found))
    return digits.removeprefix("00").removeprefix("82").removeprefix("86").lstrip("0")
