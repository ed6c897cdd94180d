"""The bounds that a question sets: "over a million", "三百多万", "between 1 and 2 million"."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from corpus.dates import find_dates
from corpus.model import Span
from corpus.quantities import Quantity, convert_area, find_quantities
from service.lexicon import has
from service.model import Condition
from service.numerals import in_figures, some_of

_DIMENSIONS = {"area": "area", "people": "population"}
# What pages state of every partner, and of visits.
PARTNERS_HAVE, VISITS_HAVE = ("area", "population"), "people"
# How far from a number is still that number: as it is, and where it is only "about" that.
EXACTLY, ROUGHLY = 0.01, 0.1
# Below this a number is no number of inhabitants, unless its unit says so.
_LEAST = 1000.0
# What the first of two numbers leaves to the second: "between 1 and 2 million".
_SIZES = {
    **dict.fromkeys(("억", "亿", "億"), 1e8),
    **dict.fromkeys(("million", "백만", "百万", "百萬"), 1e6),
    **dict.fromkeys(("만", "万", "萬"), 1e4),
    **dict.fromkeys(("thousand", "천", "千"), 1e3),
}
_SIZED = re.compile(rf"\d ?({'|'.join(sorted(_SIZES, key=len, reverse=True))})")
_MORE = "多余여"
_YEAR = re.compile(r"(?<![\d,.])(?:19|20)\d\d ?[년年]")


def find_condition(bare: str, name: str | None, of_visits: bool, of_all: bool) -> Condition | None:
    """The bounds that a question sets for the property ``name``; None where it sets none.

    ``of_visits``: people are those who came. ``of_all``: one of several is asked for, so that a
    number without "more" or "less" is one that it must have.
    """
    text = in_figures(bare)
    of_visits = of_visits and name not in PARTNERS_HAVE
    found = [(q, of) for q in _quantities(text) if (of := _subject(q, name, of_visits))]
    numbers = [_number(quantity) for quantity, _ in found]
    subject = found[0][1] if found else _subject_alone(bare, name, of_visits)
    over, under = _direction(bare)
    vague = None if numbers else some_of(bare)
    if subject is None or (of_visits and not found and not vague and has("counted", bare)):
        # What is not read is fulfilled by nothing.
        return Condition(VISITS_HAVE, math.inf) if subject or has("counted", bare) else None
    if len(numbers) > 1 and (has("between", bare) or (over and under)):
        low, high = sorted(numbers[:2])
        size = _size_behind(bare) if subject == "population" else 1.0
        return Condition(subject, low * size if low < _LEAST and low * size < high else low, high)
    if over != under and (numbers or vague):
        least, most = (numbers[0], numbers[0]) if numbers else vague or (0.0, 0.0)
        strict = bool(numbers) and not has("inclusive", bare)
        bounds = Condition(subject, least) if over else Condition(subject, most=most)
        return replace(bounds, strict=strict)
    if over or under or not (of_all or of_visits):
        return None
    if vague:
        return Condition(subject, *vague)
    if not found:
        return None
    return _like(subject, found[0][0], numbers[0], text)


def _quantities(text: str) -> list[Quantity]:
    """The numbers of a text that are no dates."""
    dated = [mention.span for mention in find_dates(text)]
    years = [Span(*match.span()) for match in _YEAR.finditer(text)]
    return [
        quantity
        for quantity in find_quantities(text)
        if not any(span.overlaps(quantity.span) for span in (*dated, *years))
    ]


def _direction(bare: str) -> tuple[bool, bool]:
    """Whether the question wants more than a number, and whether less."""
    if has("no_more_than", bare) or has("no_less_than", bare):
        return has("no_less_than", bare), has("no_more_than", bare)
    return has("more_than", bare), has("less_than", bare)


def _subject(quantity: Quantity, name: str | None, of_visits: bool) -> str | None:
    """What a quantity is of; None where it is of nothing that can be compared."""
    if not quantity.number:
        return None
    if of_visits:
        return VISITS_HAVE if quantity.dimension == "people" else None
    subject = _DIMENSIONS.get(quantity.dimension or "", name)
    return subject if subject in PARTNERS_HAVE else None


def _subject_alone(bare: str, name: str | None, of_visits: bool) -> str | None:
    """What is counted where the number itself is only some tens or hundreds."""
    if of_visits:
        return VISITS_HAVE if has("heads", bare) else None
    return name if name in PARTNERS_HAVE else None


def _number(quantity: Quantity) -> float:
    number = quantity.number or 0.0
    measured = quantity.dimension == "area" and quantity.unit
    return convert_area(number, quantity.unit or "") if measured else number


def _size_behind(bare: str) -> float:
    """The size behind the last number, which the one before may leave to it: "5 to 8 million"."""
    sizes = _SIZED.findall(bare)
    return _SIZES[sizes[-1]] if sizes else 1.0


def _like(subject: str, quantity: Quantity, number: float, text: str) -> Condition | None:
    """The number itself: with all that "and more" leaves open, about it, or as it is."""
    if subject == VISITS_HAVE or (number < _LEAST and quantity.dimension is None):
        return None
    behind = text[quantity.span.start : quantity.span.end + 2]
    if any(letter in _MORE for letter in behind) or has("odd", text):
        return Condition(subject, number, number + _step(number))
    near = ROUGHLY if quantity.approximate or has("roughly", text) else EXACTLY
    return Condition(subject, number * (1 - near), number * (1 + near))


def _step(number: float) -> float:
    """What the last figure of a number counts: 3,000,000 and more is less than 4,000,000."""
    step = 1.0
    while number % (step * 10) == 0:
        step *= 10
    return step
