"""Exchanges: dated events between two places, from list items, captions, rows and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from corpus.dates.bounds import bounds
from corpus.exchanges.between import is_between
from corpus.exchanges.carried_years import carried_years
from corpus.exchanges.coming import coming_days, is_announced
from corpus.exchanges.dated_headings import years_above
from corpus.exchanges.direction import find_actor, way_of
from corpus.exchanges.event_columns import counts_behind, is_column
from corpus.exchanges.event_sides import Sides
from corpus.exchanges.events import events_of
from corpus.exchanges.headcounts import count_cell, count_people
from corpus.exchanges.header_lines import counted_last
from corpus.exchanges.kinds import event_pattern
from corpus.exchanges.leaving import only_leaves
from corpus.exchanges.led_by import leaders_of_row, way_of_leader, with_leaders
from corpus.exchanges.listing import heads_others, is_listed, may_tell
from corpus.exchanges.marking import HOME, PARTNER, Way, join_listed
from corpus.exchanges.opposite_acts import opposite_acts
from corpus.exchanges.partner_cards import is_card
from corpus.exchanges.publication import is_fresh, is_told_behind, published_on
from corpus.exchanges.retold import join_retold, with_rosters
from corpus.exchanges.row_ways import way_of_columns
from corpus.exchanges.signed_at import kept_at, signed_at
from corpus.exchanges.told_events import GOING, Told, read_event
from corpus.exchanges.told_ways import way_of_column, way_of_heading, way_of_row
from corpus.exchanges.took_part import leaders_told
from corpus.exchanges.twins import join_twins
from corpus.gazetteer import Gazetteer
from corpus.language import split_languages
from corpus.model import Block, Exchange, Page, Source, Span, tie_id
from corpus.page_reading import PageReading
from corpus.reading.lines import opens_with_date
from corpus.setting import Setting
from corpus.text import fold_text

# What both did to each other ("상호 공무원 파견").
# What they agreed on to do so is no more than its name ("공무원 상호파견 협약").
_MUTUAL = re.compile(
    r"상호 ?(?:[가-힣]{2,4} )?(?:파견|교환|방문)"
    r"(?! ?(?:에 (?:관한|대한) )?(?:협[약정의]|합의|각서|사업))"
)
# So many of each side were there.
_FROM_BOTH = re.compile(
    f"\\d (?:from|of) (?:the )?[{HOME}{PARTNER}][^.;|{HOME}{PARTNER}]{{0,24}} and "
    f"\\d{{1,3}} (?:from|of) (?:the )?[{HOME}{PARTNER}]"
)
# Kinds of what is sent to several at once.
_SENT = frozenset({"letter", "gift"})
_STOP = re.compile(r"[.。!?\n|]")


def find_exchanges(
    page: Page, setting: Setting, gazetteer: Gazetteer, tied: frozenset[str] = frozenset()
) -> list[Exchange]:
    """Every dated event of ``page`` between its own place and a partner, in page order.

    ``tied`` are the places that its own place has a tie with, by what else the page tells.
    """
    page = PageReading.of(page)
    found: list[Exchange] = []
    above, published = page.once(years_above), page.once(published_on)
    carried, coming = page.once(carried_years), page.once(coming_days)
    sides = Sides(page, setting, gazetteer, tied)
    for index, block in enumerate(page.blocks):
        if setting.home is None or not may_tell(page, block):
            continue
        if block.about_page and not is_told_behind(page.quote(block.span)):
            continue
        if heads_others(page, index):
            continue
        listed = is_listed(page, index)
        previous: Exchange | None = None
        day = published[index] if above[index] is None else None
        for event in events_of(page, block, above[index], day, carried=carried[index]):
            if day and is_announced(page, block, event, coming):
                continue
            if block.kind != "row" and is_card(page.quote(event.span)):
                continue
            opens = block.kind != "paragraph" or opens_with_date(page.quote(event.span))
            entry = listed and opens
            inside = event.within(block)
            alone = sides.parties(index, inside, entry, is_fresh(event.dates[0].edtf, day))
            parties = alone or sides.shared(index, inside)
            if parties is None:
                continue
            told = read_event(page, block, event, setting.mentions[index], parties, gazetteer)
            several = sides.listed(index, inside)
            told = replace(told, marked=join_listed(told.marked)) if several else told
            if alone is None and not _SENT & set(told.kinds):
                continue
            goes_on = previous is not None and _goes_on(page, block, told, previous)
            if not goes_on and not is_between(told, block, listed, gazetteer):
                continue
            if block.kind == "row" and not told.kinds and not goes_on:
                continue
            if only_leaves(told, found[-1] if found else None):
                continue
            acts = opposite_acts(told, setting.mentions[index], page, block, gazetteer)
            for exchange in (e for act in acts for e in _exchanges(page, index, act, gazetteer)):
                previous = _answered(exchange, previous, goes_on)
                found.append(previous)
                found.extend(_with_each(previous, several))
    if any(published):
        found = join_retold(found, published, page)
    found = with_rosters(found, published, page, setting.mentions)
    return [replace(e, id=f"{page.id}@{n}") for n, e in enumerate(join_twins(found))]


def _with_each(exchange: Exchange, partners: Sequence[str]) -> Iterator[Exchange]:
    """What one side sent to several partners, or they to it, once more with each of the others.

    Only what was sent is told of each: a signing or a festival with several is one of them all.
    """
    home, partner = exchange.places
    way = exchange.direction
    if way is None or partner not in partners or not _SENT & set(exchange.kinds):
        return
    for other in partners:
        if other not in (home, partner):
            both = (home, other) if way[0] == home else (other, home)
            tie = tie_id(home, other)
            yield replace(exchange, tie=tie, places=(home, other), direction=both)


def _exchanges(
    page: PageReading, index: int, told: Told, gazetteer: Gazetteer
) -> Iterator[Exchange]:
    """One exchange for each date of an event."""
    block = page.blocks[index]
    actor = find_actor(told.text, told.parties, gazetteer, told.mentions)
    leading = leaders_of_row(page, block, gazetteer)
    way = _direction(page, index, told, gazetteer)
    way = way or way_of_leader(leading, told.parties, gazetteer)
    leaders = with_leaders(list(leaders_told(told)), leading)
    shared = Exchange(
        id=page.id,
        tie=tie_id(*told.parties),
        places=told.parties,
        date="",
        first="",
        last="",
        kinds=told.kinds,
        sources=tuple(_sources(page, told.event.span)),
        direction=None if actor else way,
        people=_people(page, block, told) or counted_last(page, index, told.text),
        leaders=tuple({leader.name: leader for leader in leaders}.values()),
        actor=actor,
    )
    for date in told.event.dates:
        first, last = bounds(date.edtf)
        yield replace(shared, date=date.edtf, first=first, last=last)


def _direction(page: PageReading, index: int, told: Told, gazetteer: Gazetteer) -> Way | None:
    """Who went where: by a cell or heading for it, by the words of the event, by its heading.

    Nobody went to sign, where nothing speaks of a visit or of how many were there.
    """
    block = page.blocks[index]
    set_apart = (
        way_of_row(page, block, told.parties)
        or way_of_columns(page, block, told.event.span, told.parties, gazetteer)
        or way_of_heading(block, told.parties, gazetteer, arrows=True)
    )
    if set_apart:
        return set_apart
    if GOING & set(told.kinds) and (guests := signed_at(told.marked, told.parties)):
        return guests
    if "signing" not in told.kinds and (guests := kept_at(told.marked, told.parties)):
        return guests
    if _MUTUAL.search(told.text) or _FROM_BOTH.search(told.marked):
        return None
    if "signing" in told.kinds and not GOING & set(told.kinds) and not count_people(told.text):
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
    """The head counts of the columns for them; a bare "Number" counts only behind the events."""
    cells = list(_cells(page, block, "people"))
    told = [i for i, header in enumerate(block.headers) if is_column("content", header)]
    pairs = list(zip(block.cells, block.headers, strict=False))
    if not cells and told:
        cells = [page.quote(c) for c, header in pairs[told[0] + 1 :] if counts_behind(header)]
    for cell in cells:
        yield from count_cell(cell)


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
