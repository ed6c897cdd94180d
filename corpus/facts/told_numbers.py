"""Numbers of running text: area, population, economy and divisions, each with whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.dates import find_dates
from corpus.facts.told_divisions import find_divisions
from corpus.facts.told_subjects import Sentence, subject_of, topic_of
from corpus.facts.told_symbols import SYMBOLS, find_symbols, has_symbol
from corpus.facts.values import Typed, fits, type_number
from corpus.labels.types import NUMERIC
from corpus.model import Span
from corpus.patterns import any_of
from corpus.quantities import Quantity, find_quantities
from corpus.sentences import sentence_spans
from corpus.setting.parties import Parties
from corpus.text import fold, fold_text
from corpus.wordlists import load_toml

# The smallest number of people that can be a population.
_FEWEST = 500
_BOUNDARY = re.compile(r"[,，;；。:：]|\band\b|\bwith\b")
_BEFORE = 24
_STOP = re.compile(r"[;；。:：]")
# Where "over" is no word for "more than".
_OVER = re.compile(
    r"\b(?:spread|extend|stretch|sprawl|spreads|extends|stretches|sprawls|extending) over $"
)
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Told:
    """A number that a sentence tells of a place; ``sentence`` is a span of the block."""

    subject: str
    property: str
    typed: Typed
    sentence: Span


def find_told(parties: Parties, index: int, text: str) -> Iterator[Told]:
    """The values that the running text ``text`` of block ``index`` tells of either side."""
    if not _is_telling(text):
        return
    before: str | None = None
    for span in sentence_spans(text):
        part = text[span.start : span.end]
        if not _is_telling(part):
            before = topic_of(parties, index, span, before)
            continue
        told: set[tuple[str, str]] = set()
        sentence = Sentence(span, part, fold(part), tuple(find_dates(part)))
        for name, start, typed in (*_numbers(sentence), *find_divisions(part), *find_symbols(part)):
            of_city = name in SYMBOLS
            subject = subject_of(parties, index, sentence, start, before, of_city)
            if subject and (subject, name) not in told:
                told.add((subject, name))
                yield Told(subject, name, typed, span)
        before = topic_of(parties, index, span, before)


def _is_telling(text: str) -> bool:
    """Whether ``text`` has what any sentence must have that tells such a value."""
    lowered = text.lower()
    numbered = _DIGIT.search(text) is not None and _cues().search(lowered) is not None
    return numbered or has_symbol(lowered)


def _numbers(sentence: Sentence) -> Iterator[tuple[str, int, Typed]]:
    """(property, where its word stands, value) of each number right behind a word for it."""
    text = sentence.folded.text
    quantities = {q.span.start: q for q in find_quantities(sentence.text)}
    for name in NUMERIC if quantities else ():
        for match in _words(name).finditer(text):
            quantity = _behind(sentence, match, quantities, name)
            if quantity is None or _not_before().search(text[: match.start()]):
                continue
            start = sentence.folded.span(*match.span()).start
            as_of = _as_of(name, sentence, start, quantity)
            if _OVER.search(match.group()):
                quantity = replace(quantity, approximate=False)
            yield name, start, type_number(name, sentence.text, quantity, as_of)


def _behind(
    sentence: Sentence, match: re.Match[str], quantities: dict[int, Quantity], name: str
) -> Quantity | None:
    """The number right behind a word, if it is of the property's dimension."""
    end = sentence.folded.ends[match.end() - 1] if match.end() else 0
    found = [q for start, q in quantities.items() if end <= start <= end + 2]
    if not found or not fits(name, found[0]):
        return None
    people = name == "population" and found[0].number is not None
    return None if people and (found[0].number or 0) < _FEWEST else found[0]


def _as_of(name: str, sentence: Sentence, word: int, quantity: Quantity) -> str | None:
    """The date right behind a number, right before its word, or that opens the sentence."""
    text = sentence.text
    for date in sentence.dates:
        between = text[quantity.span.end : date.span.start]
        if date.span.start >= quantity.span.end and _dates_behind().fullmatch(between):
            return date.edtf
    for pattern in (_bracketed_year(), _census_year()):
        year = pattern.match(text, quantity.span.end)
        if year:
            return year["year"]
    for date in reversed(sentence.dates):
        between = text[date.span.end : word]
        if (
            date.span.end <= word
            and _is_near(name, between)
            and not _unrelated().search(fold_text(between))
        ):
            return date.edtf
    opening = _opens_with_date().match(sentence.folded.text)
    first = sentence.dates[0] if sentence.dates else None
    return (
        first.edtf if opening and first and first.span.start <= len(opening.group()) + 2 else None
    )


def _is_near(name: str, between: str) -> bool:
    """Whether what stands between a date and a word lets the date be when that was counted.

    What a place earned in a year may stand behind how many lived there at its end.
    """
    if NUMERIC[name] == "money" and len(between) <= 2 * _BEFORE:
        return len(_BOUNDARY.findall(between)) <= 1 and not _STOP.search(between)
    return len(between) <= _BEFORE and not _BOUNDARY.search(between)


@lru_cache(maxsize=8)
def _words(name: str) -> re.Pattern[str]:
    """A word for the property and all up to its number."""
    table = load_toml("statements.toml")
    words, gap = "|".join(table["words"][name]), table["gap"]["pattern"]
    ahead = table["ahead"].get(name, [])
    return re.compile("|".join([rf"(?:{words}){gap}(?={_signs()} ?\d)", *ahead]))


@lru_cache(maxsize=1)
def _cues() -> re.Pattern[str]:
    """What any sentence must have that tells such a number."""
    return any_of(load_toml("statements.toml")["cues"]["words"])


def _signs() -> str:
    signs = load_toml("units.toml")["signs"]
    return f"(?:{'|'.join(sorted(map(re.escape, signs), key=len, reverse=True))})?"


@lru_cache(maxsize=1)
def _not_before() -> re.Pattern[str]:
    return re.compile("|".join(load_toml("statements.toml")["not_before"]["patterns"]))


@lru_cache(maxsize=1)
def _unrelated() -> re.Pattern[str]:
    return re.compile(load_toml("statements.toml")["as_of"]["unrelated"])


@lru_cache(maxsize=1)
def _dates_behind() -> re.Pattern[str]:
    return re.compile(load_toml("statements.toml")["as_of"]["behind"], re.IGNORECASE)


@lru_cache(maxsize=1)
def _bracketed_year() -> re.Pattern[str]:
    return re.compile(r"\s*" + load_toml("statements.toml")["as_of"]["year"], re.IGNORECASE)


@lru_cache(maxsize=1)
def _census_year() -> re.Pattern[str]:
    return re.compile(load_toml("statements.toml")["as_of"]["counted"], re.IGNORECASE)


@lru_cache(maxsize=1)
def _opens_with_date() -> re.Pattern[str]:
    return re.compile(load_toml("statements.toml")["as_of"]["across"])
