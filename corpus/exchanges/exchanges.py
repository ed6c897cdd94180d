"""Exchanges: dated events between two places, from list items, captions, rows and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest

from corpus.dates import find_dates
from corpus.dates.bounds import bounds
from corpus.exchanges.between import is_between
from corpus.exchanges.dated_headings import is_date, published_on, starts_with_date, years_above
from corpus.exchanges.direction import find_actor, way_of
from corpus.exchanges.event_sides import Sides
from corpus.exchanges.events import events_of, exchange_cells, is_column
from corpus.exchanges.headcounts import count_cell, count_people
from corpus.exchanges.kinds import event_pattern
from corpus.exchanges.marking import Way
from corpus.exchanges.told_events import GOING, Told, read_event
from corpus.exchanges.told_ways import way_of_column, way_of_heading, way_of_row
from corpus.exchanges.twins import join_twins
from corpus.gazetteer import Gazetteer
from corpus.labels import labelled_values, list_of, property_of
from corpus.language import split_languages
from corpus.model import Block, Exchange, Page, Person, Source, Span, tie_id
from corpus.page_reading import PageReading
from corpus.people import find_people
from corpus.reading.lines import opens_with_date
from corpus.setting import Setting
from corpus.text import fold_text

# Words behind which a person is named who invited, and did not take part.
_INVITING = re.compile(
    r"(?:invited by|invitation (?:of|from)|应(?![邀约聘]))[^.;。；]{0,60}$", re.IGNORECASE
)
_INVITES = re.compile(r"\s*(?:의|의 ?)?\s?초청|[^，。；]{0,6}(?:的)?邀请")
# Behind a person who only speaks of it.
_SPEAKS = re.compile(
    r"\s?(?:在[^,，。]{0,12})?(?:说|說|表示|指出|介绍|介紹|称|稱|said|noted|stressed)"
)
_STOP = re.compile(r"[.。!?\n|]")
# The header of a table that crawling left as a line.
_HEADER = re.compile(
    r"(?:연월일|년월일|일자|날짜|연도|년도|일시|기간|구분|번호|내용|인원|비고|장소|no|date|period|year"
    r"|contents?|details|people|remarks|日期|时间|年份|内容|人数|事项|备注|地点|[\s|/()·])+"
)
# A heading that only says when: what is listed, the one above it says.
_PERIOD = re.compile(
    r"(?:19|20)?\d0\s?(?:년대|年代|'?s)(?: ?(?:초반?|중반|후반|말|初|中期|末|前期|后期))?"
    r"|최근(?: ?\d년)?|이전|이후 ?소식|그 ?밖(?:에|의 교류)?|近年来?|近期"
    r"|recent years|recently|earlier years"
)
# A header is no longer than this.
_OPENING = 80
# What a heading announces that paragraphs tell as events.
_NARRATED = {"background", "began", "signed", "history"}


def find_exchanges(
    page: Page, setting: Setting, gazetteer: Gazetteer, tied: frozenset[str] = frozenset()
) -> list[Exchange]:
    """Every dated event of ``page`` between its own place and a partner, in page order.

    ``tied`` are the places that its own place has a tie with, by what else the page tells.
    """
    page = PageReading.of(page)
    found: list[Exchange] = []
    above, published = page.once(years_above), page.once(published_on)
    sides = Sides(page, setting, gazetteer, tied)
    for index, block in enumerate(page.blocks):
        if setting.home is None or block.about_page or not _may_tell(page, block):
            continue
        if _heads_others(page, index):
            continue
        listed = _is_listed(page, index)
        previous: Exchange | None = None
        for event in events_of(page, block, above[index], published[index]):
            opens = block.kind != "paragraph" or opens_with_date(page.quote(event.span))
            entry = listed and opens
            parties = sides.parties(index, event.within(block), entry)
            if parties is None:
                continue
            told = read_event(page, block, event, setting.mentions[index], parties, gazetteer)
            goes_on = previous is not None and _goes_on(page, block, told, previous)
            if not goes_on and not is_between(told, block, listed, gazetteer):
                continue
            for exchange in _exchanges(page, index, told, gazetteer):
                previous = _answered(exchange, previous, goes_on)
                found.append(previous)
                found.extend(_with_each(previous, sides.listed(index, event.within(block))))
    return [replace(e, id=f"{page.id}@{n}") for n, e in enumerate(join_twins(found))]


def _with_each(exchange: Exchange, partners: Sequence[str]) -> Iterator[Exchange]:
    """What one side sent to several partners at once, once more with each of the others.

    Only what was sent is told of each: a signing or a festival with several is one of them all.
    """
    home, partner = exchange.places
    going = exchange.direction is not None and exchange.direction[0] == home
    if not going or partner not in partners or not {"letter", "gift"} & set(exchange.kinds):
        return
    for other in partners:
        if other not in (home, partner):
            tie = tie_id(home, other)
            yield replace(exchange, tie=tie, places=(home, other), direction=(home, other))


def _may_tell(page: PageReading, block: Block) -> bool:
    """Items of a list about something else and labelled values tell no events.

    Of headings only those do that a date opens: lines of a list that look like headings.
    """
    if block.kind == "heading" and not starts_with_date(page.quote(block.span)):
        return False
    if labelled_values(page, block) and not (block.kind == "row" and exchange_cells(block)):
        return False
    if any(map(_is_elsewhere, block.path)):
        return False
    label = block.path[-1].rstrip(" :：") if block.path else ""
    told = property_of(label)
    if told in _NARRATED and (
        block.kind == "paragraph" or starts_with_date(page.quote(block.span))
    ):
        return True
    return told is None and list_of(label) != "general"


def _heads_others(page: Page, index: int) -> bool:
    """Whether an item without a date of its own is what those below it stand under."""
    block, below = page.blocks[index], page.blocks[index + 1 : index + 2]
    text = page.quote(block.span)
    heads = block.kind == "item" and any(b.path[-1:] == (text,) for b in below)
    return heads and not find_dates(text)


@lru_cache(maxsize=1024)
def _is_elsewhere(heading: str) -> bool:
    """Whether what stands under a heading are links to other pages or what readers wrote."""
    return event_pattern("elsewhere").match(fold_text(heading).strip()) is not None


def _is_listed(page: Page, index: int) -> bool:
    """Whether the heading, label or caption above a block says that exchanges follow."""
    path = page.blocks[index].path
    if page.blocks[index].kind != "row":
        return _lists_exchanges(path) or _lists_exchanges((_opening(page, index),))
    while index and page.blocks[index].kind == "row":
        index -= 1
    above = page.blocks[index]
    caption = page.quote(above.span) if above.kind == "caption" else ""
    return _lists_exchanges((*path, caption)) or _lists_exchanges(path)


def _opening(page: Page, index: int) -> str:
    """What stands in a block before its first date: the header of a table flattened to a line."""
    text = page.quote(page.blocks[index].span)
    dates = find_dates(text)
    return text[: dates[0].span.start] if dates and dates[0].span.start <= _OPENING else ""


@lru_cache(maxsize=1024)
def _lists_exchanges(path: tuple[str, ...]) -> bool:
    if any(list_of(step.rstrip(" :：")) == "exchanges" for step in path):
        return True
    for step in reversed(path):
        folded = fold_text(step)
        if is_date(step) or starts_with_date(step) or _PERIOD.fullmatch(folded):
            continue
        if event_pattern("headings").search(folded) or not _HEADER.fullmatch(folded):
            return event_pattern("headings").search(folded) is not None
    return False


def _exchanges(
    page: PageReading, index: int, told: Told, gazetteer: Gazetteer
) -> Iterator[Exchange]:
    """One exchange for each date of an event."""
    block = page.blocks[index]
    actor = find_actor(told.text, told.parties, gazetteer, told.mentions)
    shared = Exchange(
        id=page.id,
        tie=tie_id(*told.parties),
        places=told.parties,
        date="",
        first="",
        last="",
        kinds=told.kinds,
        sources=tuple(_sources(page, told.event.span)),
        direction=None if actor else _direction(page, index, told, gazetteer),
        people=_people(page, block, told),
        leaders=tuple({leader.name: leader for leader in _leaders(told)}.values()),
        actor=actor,
    )
    for date in told.event.dates:
        first, last = bounds(date.edtf)
        yield replace(shared, date=date.edtf, first=first, last=last)


def _direction(page: PageReading, index: int, told: Told, gazetteer: Gazetteer) -> Way | None:
    """Who went where: by a cell or heading for it, by the words of the event, by its heading.

    Nobody went to sign, where nothing speaks of a visit.
    """
    block = page.blocks[index]
    set_apart = way_of_row(page, block, told.parties) or way_of_heading(
        block, told.parties, gazetteer, arrows=True
    )
    if set_apart:
        return set_apart
    if "signing" in told.kinds and not GOING & set(told.kinds):
        return None
    return (
        way_of(told.marked, told.parties, gazetteer)
        or way_of_column(page, block, index, told.parties)
        or way_of_heading(block, told.parties, gazetteer, arrows=False)
    )


def _cells(page: Page, block: Block, name: str) -> Iterator[str]:
    """The cells of a row in columns of the given name."""
    for cell, header in zip(block.cells, block.headers, strict=False):
        if is_column(name, header):
            yield page.quote(cell)


def _people(page: Page, block: Block, told: Told) -> tuple[int, ...]:
    """The head counts of an event; a column of them only repeats those of another cell."""
    column = tuple(_counted_column(page, block))
    if not column:
        return _counted_once(told.text)
    others = [
        page.quote(cell)
        for cell, header in zip_longest(block.cells, block.headers, fillvalue="")
        if isinstance(cell, Span) and not is_column("people", str(header))
    ]
    parts = tuple(n for text in others for n in count_people(text))
    return parts if sum(parts) == sum(column) and len(parts) > len(column) else column


def _counted_once(text: str) -> tuple[int, ...]:
    """The head counts of a text, which one in two languages tells twice."""
    runs = split_languages(text)
    counted = (count_people(text[run.start : run.end]) for run, _ in runs)
    return next(filter(None, counted), ()) if len(runs) > 1 else count_people(text)


def _counted_column(page: Page, block: Block) -> Iterator[int]:
    for cell in _cells(page, block, "people"):
        yield from count_cell(cell)


def _leaders(told: Told) -> Iterator[Person]:
    """The people with an office and a name who took part."""
    before = 0
    for found in find_people(told.text, told.mentions):
        invited = _INVITING.search(told.text[before : found.span.start])
        before = found.span.end
        speaks = _SPEAKS.match(told.text, before)
        if found.person.name and not (invited or speaks or _INVITES.match(told.text, before)):
            yield found.person


def _answered(exchange: Exchange, previous: Exchange | None, goes_on: bool) -> Exchange:
    """An answer goes the other way than what the same block told before it.

    ``goes_on``: what is told in the same sentence is by those who were named before.
    """
    if exchange.direction or previous is None or previous.direction is None:
        return exchange
    quote = exchange.sources[0].quote
    answers = event_pattern("reply").search(fold_text(quote)) is not None
    if answers and previous.sources != exchange.sources:
        return replace(exchange, direction=(previous.direction[1], previous.direction[0]))
    if goes_on and not answers:
        people = exchange.people or previous.people
        return replace(exchange, direction=previous.direction, people=people)
    return exchange


def _goes_on(page: Page, block: Block, told: Told, previous: Exchange) -> bool:
    """Whether an event goes on in the sentence of the one before, naming nobody anew."""
    if (
        block.kind != "paragraph"
        or told.mentions
        or not GOING & set(told.kinds)
        or "signing" in told.kinds
    ):
        return False
    quote, end = previous.sources[0].quote.rstrip(), previous.sources[-1].span.end
    between = page.text[end : told.event.span.start]
    stopped = _STOP.search(between) or len(between) > len(", and ") or quote[-1:] in ".。!?"
    return not stopped and "|" not in quote and set(told.parties) == set(previous.places)


def _sources(page: Page, span: Span) -> Iterator[Source]:
    """The quote, in two parts where one is the other's twin in another language."""
    for run, language in split_languages(page.quote(span)):
        moved = Span(span.start + run.start, span.start + run.end)
        yield Source(page.id, moved, page.quote(moved), language)
