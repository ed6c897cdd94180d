"""Exchanges: dated events between two places, from list items, captions, rows and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.clauses import happened
from corpus.dates import DateMention, bounds, find_dates
from corpus.direction import find_actor, find_direction
from corpus.facts import tie_id
from corpus.gazetteer import Gazetteer
from corpus.labels import labelled_values, list_of, property_of
from corpus.language import split_languages
from corpus.model import Block, Exchange, Page, Source, Span
from corpus.sentences import sentence_spans
from corpus.setting import Setting
from corpus.text import fold_text
from corpus.wordlists import load_toml

# Kinds by which a dated sentence of running text is an exchange, and not a piece of local history.
NARRATED = frozenset({"visit", "signing", "letter", "gift", "staff", "sport"})


@dataclass(frozen=True, slots=True)
class Event:
    """A stretch of a block that tells one event: its span in the page and the dates it happened."""

    span: Span
    dates: tuple[DateMention, ...]


def find_exchanges(page: Page, setting: Setting, gazetteer: Gazetteer) -> list[Exchange]:
    """Every dated event of ``page`` between its own place and a partner, in page order."""
    found: list[Exchange] = []
    for index, block in enumerate(page.blocks):
        parties = setting.parties(index)
        if parties is None or not _may_tell(page, block):
            continue
        for event in _events(page, block):
            if _tells(page, event, index, setting, gazetteer):
                found.extend(_exchanges(page, event, parties, gazetteer, len(found)))
    return found


def kinds_of(text: str) -> tuple[str, ...]:
    """The kinds of exchange that ``text`` speaks of, in the order of the data file."""
    folded = fold_text(text)
    return tuple(kind for kind, pattern in _kind_patterns().items() if pattern.search(folded))


def count_people(text: str) -> tuple[int, ...]:
    """Head counts in the order of the text."""
    folded = fold_text(text)
    found = {m.start("n"): int(m["n"]) for p in _people_patterns() for m in p.finditer(folded)}
    return tuple(found[start] for start in sorted(found))


def _may_tell(page: Page, block: Block) -> bool:
    """Items of a list about something else, labelled values and headings tell no events."""
    if block.kind == "heading" or labelled_values(page, block):
        return False
    label = block.path[-1].rstrip(" :：") if block.path else ""
    return property_of(label) is None and list_of(label) != "general"


def _tells(page: Page, event: Event, index: int, setting: Setting, gazetteer: Gazetteer) -> bool:
    """Whether an event is an exchange: of a known kind, and in running text between both."""
    block = page.blocks[index]
    kinds = set(kinds_of(page.quote(event.span)))
    if block.kind != "paragraph":
        return bool(kinds) or _in_exchange_list(block)
    named = {m.place for m in setting.mentions[index] if m.span.within(_inside(block, event))}
    both = all(
        any(place == side or place in gazetteer.ancestors(side) for place in named)
        for side in setting.parties(index) or ()
    )
    return both and bool(kinds & NARRATED)


def _inside(block: Block, event: Event) -> Span:
    """The span of ``event`` within its block's own text."""
    return Span(event.span.start - block.span.start, event.span.end - block.span.start)


def _in_exchange_list(block: Block) -> bool:
    return any(list_of(step.rstrip(" :：")) == "exchanges" for step in block.path)


def _events(page: Page, block: Block) -> Iterator[Event]:
    text = page.quote(block.span)
    dates = happened(text, find_dates(text))
    if block.kind == "paragraph":
        yield from _narrated(block, text, dates)
    elif dates:
        yield Event(block.span, tuple(_distinct(dates)))


def _narrated(block: Block, text: str, dates: list[DateMention]) -> Iterator[Event]:
    """A sentence that opens with a date, and those behind it that have none of their own."""
    start: int | None = None
    last = 0
    current: list[DateMention] = []
    for span in sentence_spans(text):
        mine = [d for d in dates if d.span.within(span)]
        if mine and start is not None:
            yield _event(block, start, last, current)
            start = None
        if mine:
            start, current = span.start, mine
        last = span.end
    if start is not None:
        yield _event(block, start, last, current)


def _event(block: Block, start: int, end: int, dates: list[DateMention]) -> Event:
    base = block.span.start
    moved = [DateMention(Span(d.span.start, d.span.end), d.edtf) for d in dates[:1]]
    return Event(Span(base + start, base + end), tuple(moved))


def _distinct(dates: list[DateMention]) -> list[DateMention]:
    """One mention a date: the twin in the other language of a caption is the same date."""
    return list({date.edtf: date for date in reversed(dates)}.values())[::-1]


def _exchanges(
    page: Page,
    event: Event,
    parties: tuple[str, str],
    gazetteer: Gazetteer,
    number: int,
) -> Iterator[Exchange]:
    text = page.quote(event.span)
    direction = find_direction(text, parties, gazetteer)
    actor = find_actor(text, parties, gazetteer)
    for offset, date in enumerate(event.dates):
        first, last = bounds(date.edtf)
        yield Exchange(
            id=f"{page.id}@{number + offset}",
            tie=tie_id(*parties),
            places=parties,
            date=date.edtf,
            first=first,
            last=last,
            kinds=kinds_of(text),
            sources=tuple(_sources(page, event.span)),
            direction=direction,
            people=count_people(text),
            actor=actor,
        )


def _sources(page: Page, span: Span) -> Iterator[Source]:
    """The quote, in two parts where one is the other's twin in another language."""
    for run, language in split_languages(page.quote(span)):
        moved = Span(span.start + run.start, span.start + run.end)
        yield Source(page.id, moved, page.quote(moved), language)


@lru_cache(maxsize=1)
def _kind_patterns() -> dict[str, re.Pattern[str]]:
    return {
        kind: words_pattern(table["words"])
        for kind, table in load_toml("kinds.toml").items()
        if not kind.startswith("_")
    }


def words_pattern(words: list[str]) -> re.Pattern[str]:
    """Any of ``words`` in folded text; Latin words only at the start of a word."""
    ordered = sorted(words, key=len, reverse=True)
    return re.compile("|".join(_word(word) for word in ordered))


def _word(word: str) -> str:
    return rf"(?<![a-z]){re.escape(word)}" if word[0].isascii() else re.escape(word)


@lru_cache(maxsize=1)
def _people_patterns() -> list[re.Pattern[str]]:
    number = r"(?<![\d.,-])(?P<n>\d{1,5})"
    patterns = load_toml("kinds.toml")["_people"]["patterns"]
    return [re.compile(pattern.replace("{n}", number)) for pattern in patterns]
