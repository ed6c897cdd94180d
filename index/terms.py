"""Terms: what a question and a passage share whatever script they are in.

A place is a term by its id, and so is everything it lies in; a date by its day, month and year; a
number by its digits; a passage has terms for the properties and kinds of exchange that were read
from it, which words say differently in each language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpus.dates import find_dates
from corpus.gazetteer import Gazetteer
from corpus.model import Knowledge, Passage, Span
from index.lexical import tokenize
from index.parts import Parts

PageTerms = tuple[tuple[str, ...], ...]

_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")


def text_terms(text: str, gazetteer: Gazetteer, question: bool = False) -> list[str]:
    """The places, dates and numbers of ``text``; in a ``question`` short names count too."""
    named = [mention.place for mention in gazetteer.find(text, question=question)]
    dates = [term for mention in find_dates(text) for term in date_terms(mention.edtf)]
    numbers = [f"number:{word}" for word in tokenize(text) if word.isdigit()]
    return [*place_terms(named, gazetteer), *dates, *numbers]


def place_terms(places: Iterable[str], gazetteer: Gazetteer) -> list[str]:
    """A term for each of ``places`` and for each place that it lies in."""
    return [place_term(part) for place in places for part in (place, *gazetteer.ancestors(place))]


def place_term(place: str) -> str:
    """The term of passages that name a place, or what lies in it, or that it publishes."""
    return f"place:{place}"


def date_terms(edtf: str) -> list[str]:
    """The days, months and years that an EDTF date or interval names: 2007-08 gives 2007 too."""
    return [
        f"date:{day[:length]}" for day in _DATE.findall(edtf) for length in range(len(day), 3, -3)
    ]


def property_term(name: str) -> str:
    """The term of passages that state the property ``name``."""
    return f"property:{name}"


def kind_term(name: str) -> str:
    """The term of passages that tell an exchange of the kind ``name``."""
    return f"kind:{name}"


def page_terms(parts: Parts, gazetteer: Gazetteer) -> PageTerms:
    """The terms of each passage of a page: of its text, of what was read from it, and of who
    publishes it.
    """
    told, home = tuple(_told(parts.knowledge)), parts.knowledge.home
    common = place_terms([home], gazetteer) if home else []
    return tuple(
        (*text_terms(item.embedded, gazetteer), *_told_in(item, told), *common)
        for item in parts.passages
    )


def _told(knowledge: Knowledge) -> Iterator[tuple[Span, str]]:
    """The spans of facts and exchanges with the terms they stand for."""
    for fact in knowledge.facts:
        yield fact.source.span, property_term(fact.property)
    for exchange in knowledge.exchanges:
        for source in exchange.sources:
            yield from ((source.span, kind_term(kind)) for kind in exchange.kinds)


def _told_in(passage: Passage, told: Iterable[tuple[Span, str]]) -> list[str]:
    """Each term once that ``passage`` tells, in a fixed order."""
    found = {term for span, term in told if any(span.overlaps(piece) for piece in passage.spans)}
    return sorted(found)
