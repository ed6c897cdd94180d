"""Values that cannot be right: those that differ, malformed or implausible ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from corpus.dates.bounds import bounds
from corpus.model import Fact
from corpus.quantities import convert_area, find_quantities
from corpus.text import fold_text
from service.examined import Examined
from service.findings import Finding, Written, checks, finding
from service.sheet import show_value

_Told = tuple[Examined, Fact]


def differing_values(examined: Sequence[Examined]) -> Iterator[Finding]:
    """Each property that is told with several values, on one page or on several, side by side."""
    groups: dict[tuple[str, str, str | None], list[_Told]] = defaultdict(list)
    compared = set(checks()["_compared"]["properties"])
    for page in examined:
        for fact in page.extraction.knowledge.facts:
            if fact.property in compared and not fact.uncertain:
                groups[fact.subject, fact.property, fact.stage].append((page, fact))
    for (subject, name, stage), told in groups.items():
        distinct = _distinct(told)
        if len(distinct) > 1:
            first, *others = [_side(page, fact) for page, fact in distinct]
            said = f"{name} ({stage})" if stage else name
            words = {"subject": told[0][0].name(subject), "property": said, "count": len(distinct)}
            yield finding("differs", first, *others, **words)


def doubtful_values(page: Examined) -> Iterator[Finding]:
    """Numbers that are malformed, and sizes that no municipality has."""
    for fact in page.extraction.knowledge.facts:
        if fact.uncertain:
            quantities = find_quantities(fact.value.text)
            is_number = bool(quantities) and not any(q.malformed for q in quantities)
            words = {"subject": page.name(fact.subject), "property": fact.property}
            at = page.written(fact.source.span, fact.value.text)
            yield finding("implausible" if is_number else "malformed", at, **words)


def agree(one: Fact, other: Fact) -> bool:
    """Whether two values of one property can both be right."""
    if one.value.edtf and other.value.edtf:
        return _overlap(one.value.edtf, other.value.edtf)
    if one.as_of and other.as_of and not _overlap(one.as_of, other.as_of):
        return True
    if one.value.number is not None and other.value.number is not None:
        return _close(one, other)
    same_language = one.source.language == other.source.language
    return not same_language or _alike(one.value.text, other.value.text)


def _side(page: Examined, fact: Fact) -> Written:
    as_of = f" (as of {fact.as_of})" if fact.as_of else ""
    return page.written(fact.source.span, f"{show_value(fact)}{as_of}")


def _distinct(told: Iterable[_Told]) -> list[_Told]:
    """The first of each value that does not agree with one before it."""
    kept: list[_Told] = []
    for page, fact in told:
        if not any(agree(fact, known) for _, known in kept):
            kept.append((page, fact))
    return kept


def _overlap(one: str, other: str) -> bool:
    (first, last), (other_first, other_last) = bounds(one), bounds(other)
    return first <= other_last and other_first <= last


def _close(one: Fact, other: Fact) -> bool:
    sizes = [_size(fact) for fact in (one, other)]
    if sizes[0][1] != sizes[1][1]:
        return True
    limits = checks()["_compared"]
    share = limits["about"] if one.approximate or other.approximate else limits["close"]
    numbers = [number for number, _ in sizes]
    return bool(abs(numbers[0] - numbers[1]) <= share * max(map(abs, numbers)))


def _size(fact: Fact) -> tuple[float, str | None]:
    """Number and unit, areas in square kilometres; sums in two currencies are not compared."""
    number, unit = fact.value.number or 0.0, fact.value.unit
    return (
        (convert_area(number, unit), "km²") if fact.property == "area" and unit else (number, unit)
    )


def _alike(one: str, other: str) -> bool:
    """Whether two texts are the same, or one is the fuller form of the other."""
    texts = ["".join(c for c in fold_text(text) if c.isalnum()) for text in (one, other)]
    return texts[0] in texts[1] or texts[1] in texts[0]
