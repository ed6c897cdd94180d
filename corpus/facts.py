"""Facts: typed values of labels and of statements in running text, each with its span."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from corpus.dates import find_dates
from corpus.labels import Labelled, labelled_values
from corpus.language import block_language
from corpus.model import Fact, Page, Source, Span, Value
from corpus.quantities import Quantity, find_quantities, is_plausible
from corpus.sentences import sentence_spans
from corpus.setting import Setting
from corpus.text import fold_text
from corpus.wordlists import load_toml

NUMERIC = {"area": "area", "population": "people", "revenue": "money"}
# Properties whose value was counted at some time, which the brackets behind it name.
COUNTED = frozenset({*NUMERIC, "divisions", "organization"})
_URL = re.compile(r"(?:https?://|www\.)[^\s)）>\"']+|(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s)）]*)?")
# How far behind its keyword (characters) a number in running text is still what it tells.
_REACH = 40


@dataclass(frozen=True, slots=True)
class _Subject:
    place: str
    tie: str | None

    def of(self, name: str) -> str | None:
        """The id that a property belongs to."""
        return self.tie if name in load_toml("labels.toml")["subject"]["tie"] else self.place


def tie_id(one: str, other: str) -> str:
    """The id of the tie between two places, whichever comes first."""
    return "--".join(sorted((one, other)))


def find_facts(page: Page, setting: Setting) -> list[Fact]:
    """Every labelled value and every stated number of ``page``."""
    found: list[Fact] = []
    for index, block in enumerate(page.blocks):
        subject = _subject(setting, index)
        if subject is None or block.kind == "heading":
            continue
        labelled = [_labelled_fact(page, item, subject) for item in labelled_values(page, block)]
        found.extend(fact for fact in labelled if fact is not None)
        if not labelled:
            found.extend(_stated(page, setting, index))
    return _numbered(page, [*found, *_page_facts(page, setting)])


def _subject(setting: Setting, index: int) -> _Subject | None:
    """Whom block ``index`` describes: the partner of its row or section."""
    partner = setting.partners[index]
    if partner is None:
        return None
    return _Subject(partner, tie_id(setting.home, partner) if setting.home else None)


def _labelled_fact(page: Page, item: Labelled, subject: _Subject) -> Fact | None:
    owner = subject.of(item.property)
    text = page.quote(item.value)
    value, approximate, uncertain = _value(item.property, text)
    if owner is None or value is None:
        return None
    as_of = _as_of(text) if item.property in COUNTED else None
    source = _source(page, item.quote)
    return Fact("", owner, item.property, value, source, as_of, approximate, uncertain)


def _value(name: str, text: str) -> tuple[Value | None, bool, bool]:
    """The typed value of a property written as ``text``; about?; uncertain?"""
    if name == "signed":
        dates = find_dates(text)
        return (Value("date", text, dates[0].edtf) if dates else None), False, False
    if name == "homepage":
        match = _URL.search(text)
        return (Value("url", match.group()) if match else None), False, False
    if name in NUMERIC:
        return _numeric(name, text)
    return Value("text", text.strip()), False, False


def _numeric(name: str, text: str) -> tuple[Value, bool, bool]:
    quantity = next(iter(find_quantities(text)), None)
    if quantity is None:
        return Value("text", text), False, True
    return _number(name, text, quantity)


def _number(name: str, text: str, quantity: Quantity) -> tuple[Value, bool, bool]:
    """A number as a value: as written only where it is malformed, uncertain where implausible."""
    written = text[quantity.span.start : quantity.span.end]
    if quantity.number is None:
        return Value("text", written), quantity.approximate, True
    unit = quantity.unit or ("people" if name == "population" else None)
    uncertain = not is_plausible(name, quantity.number, quantity.unit)
    value = Value("number", written, number=quantity.number, unit=unit)
    return value, quantity.approximate, uncertain


def _as_of(text: str) -> str | None:
    """The date in a value's brackets: what the number was counted at."""
    dates = find_dates(text)
    return dates[-1].edtf if dates else None


def _stated(page: Page, setting: Setting, index: int) -> Iterator[Fact]:
    """Numbers in running text behind a word that names their property."""
    block = page.blocks[index]
    text = page.quote(block.span)
    for span in sentence_spans(text):
        sentence = text[span.start : span.end]
        for name, quantity in _named_quantities(sentence):
            subject = _sentence_subject(setting, index, span.start + quantity.span.start, span)
            value, approximate, uncertain = _number(name, sentence, quantity)
            moved = Span(block.span.start + span.start, block.span.start + span.end)
            source = _source(page, moved)
            as_of = _nearby_year(sentence, quantity)
            if subject:
                yield Fact("", subject, name, value, source, as_of, approximate, uncertain)
        yield from _counts(page, setting, index, span)


def _counts(page: Page, setting: Setting, index: int, span: Span) -> Iterator[Fact]:
    """Counts of administrative units in a sentence of running text ("20 dongs")."""
    base = page.blocks[index].span.start
    moved = Span(base + span.start, base + span.end)
    sentence = page.quote(moved)
    for name, units in load_toml("statements.toml")["counted"].items():
        match = re.search(rf"(?<![\d.,])\d+ ?(?:{'|'.join(units)})", sentence)
        subject = (
            _sentence_subject(setting, index, span.start + match.start(), span) if match else None
        )
        if match and subject:
            yield Fact("", subject, name, Value("text", match.group()), _source(page, moved))


def _named_quantities(sentence: str) -> Iterator[tuple[str, Quantity]]:
    """For each property whose word the sentence has, the first fitting number behind it."""
    quantities = find_quantities(sentence)
    for name, words in load_toml("statements.toml")["words"].items():
        match = _any_word(words, sentence)
        if match is None:
            continue
        behind = [q for q in quantities if 0 <= q.span.start - match.end() <= _REACH]
        fitting = [q for q in behind if _fits(name, q)]
        if fitting:
            yield name, fitting[0]


def _any_word(words: Iterable[str], sentence: str) -> re.Match[str] | None:
    choices = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.search(rf"(?<![a-z])(?:{choices})(?![a-z])", sentence.lower())


def _fits(name: str, quantity: Quantity) -> bool:
    if name == "population":
        return quantity.dimension in (None, "people") and (quantity.number or 0) >= 1000
    return quantity.dimension == NUMERIC[name]


def _nearby_year(sentence: str, quantity: Quantity) -> str | None:
    """A date right behind the number ("718.8 billion won in 2020")."""
    after = sentence[quantity.span.end : quantity.span.end + 12]
    dates = find_dates(after)
    return dates[0].edtf if dates else None


def _sentence_subject(setting: Setting, index: int, position: int, span: Span) -> str | None:
    """Of the two places of the section the nearest named before ``position``; else the partner."""
    partner = setting.partners[index]
    parties = {partner, setting.home}
    before = [
        mention.place
        for mention in setting.mentions[index]
        if mention.place in parties and span.start <= mention.span.start < position
    ]
    return before[-1] if before else partner


def _page_facts(page: Page, setting: Setting) -> Iterator[Fact]:
    """What the page says of itself: department, phone, address and date, where they stand."""
    stated = {
        "department": page.contact.department,
        "phone": page.contact.phone,
        "address": page.contact.address,
    }
    for name, text in stated.items():
        start = page.text.rfind(text) if text else -1
        if text and start >= 0 and setting.home:
            span = Span(start, start + len(text))
            yield Fact("", setting.home, name, Value("text", text), _source(page, span))
    if page.updated and setting.home:
        for mention in reversed(find_dates(page.text)):
            if mention.edtf == page.updated:
                value = Value("date", page.quote(mention.span), mention.edtf)
                yield Fact("", setting.home, "updated", value, _source(page, mention.span))
                return


def _source(page: Page, span: Span) -> Source:
    quote = page.quote(span)
    return Source(page.id, span, quote, block_language(fold_text(quote)))


def _numbered(page: Page, facts: list[Fact]) -> list[Fact]:
    return [replace(fact, id=f"{page.id}!{number}") for number, fact in enumerate(facts)]
