"""Events that a block tells: stretches of its text, each with the dates it happened on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.dates import DateMention, find_dates
from corpus.dates.bounds import bounds
from corpus.dates.order import Order, date_order
from corpus.dates.titles import outside_titles
from corpus.exchanges.dated_headings import LONE_YEAR, is_headline
from corpus.exchanges.event_columns import exchange_cells, is_column
from corpus.exchanges.event_pieces import is_list
from corpus.exchanges.kinds import event_pattern, kinds_of
from corpus.exchanges.lasting import begun
from corpus.exchanges.stretches import has_not_happened, stretches_of
from corpus.labels.words import property_of, structure_of
from corpus.model import Block, Page, Span
from corpus.page_reading import PageReading
from corpus.sentences import sentence_spans
from corpus.text import fold_text

# How far (characters) from a date stands what tells that it goes on.
_NEAR = 40
# An item of so many letters with so many dated sentences is running text.
_RUNNING, _SEVERAL = 120, 2
_SENTENCE_END = re.compile(r"(?:[가-힣]{2}다|[a-z)\]])\.\W*$|。\W*$|\.\[\d+\]$")
# What goes on again and again, whatever was signed for it.
_HABIT = re.compile(
    r"격년|매년|해마다|每年|隔年|逐年|\b(?:annually|every (?:other )?year|biennially)\b"
)
_LEADING_YEAR = re.compile(
    r"\W{0,4}((?:19|20)\d\d)(?:\s?[–—:：-]\s(?!\d)|\s?[년年]도?\s?[:：]\s?(?=\d{1,2}\s?[.월月/]))"
)


@dataclass(frozen=True, slots=True)
class Event:
    """A stretch of a block that tells one event: its span in the page and the dates it happened."""

    span: Span
    dates: tuple[DateMention, ...]

    def within(self, block: Block) -> Span:
        """The stretch within the block's own text."""
        return Span(self.span.start - block.span.start, self.span.end - block.span.start)


def events_of(
    page: Page,
    block: Block,
    above: DateMention | None,
    published: str | None = None,
    by_day: bool = False,
    carried: int | None = None,
) -> Iterator[Event]:
    """The events that ``block`` tells.

    ``above`` is the date that stands over it, if one does; ``published`` the day of publication.
    ``carried`` is the year that its first date counts from ("of the same year").
    With ``by_day`` what an entry tells of one day of a visit is an event of that day.
    """
    year = int(above.edtf[:4]) if above else carried
    order = page.once(date_order) if isinstance(page, PageReading) else None
    if block.kind == "row" and len(block.cells) > 1:
        yield from _of_row(page, exchange_cells(block) or block, above, by_day, order)
        return
    text = page.quote(block.span)
    if block.kind == "heading" and is_headline(text):
        return
    whole = Span(0, len(text))
    dates = outside_titles(text, find_dates(text, _leading_year(text) or year, published, order))
    dates = dates if by_day or block.kind == "paragraph" else _outer(dates)
    running = block.kind == "paragraph" or (block.kind == "item" and _runs(text, dates))
    told = list(stretches_of(text, whole, dates, running, published))
    if not told and above and not dates and block.kind != "paragraph":
        told = [(whole, (above,))]
    for span, mine in told:
        event = _event(block.span.start, text, span, mine)
        yield replace(event, dates=begun(event.dates, text[slice(*span)], published))


@lru_cache(maxsize=1024)
def _leading_year(text: str) -> int | None:
    """The year that opens an entry with a dash behind it: what its months and days are of."""
    match = _LEADING_YEAR.match(text)
    return int(match[1]) if match else None


def _of_row(
    page: Page,
    block: Block,
    above: DateMention | None,
    by_day: bool,
    order: Order | None = None,
) -> Iterator[Event]:
    """A row is one event of its column of dates, or several where a cell dates several."""
    dates, rest = _dated_cells(page, block, above, order)
    date = dates[0] if dates else None
    year = int(date.edtf[:4]) if date else None
    several: list[Event] = []
    for cell in rest:
        if _describes_partner(_header_of(block, cell)):
            continue
        text = page.quote(cell)
        days = find_dates(text, year, order=order)
        told = list(stretches_of(text, Span(0, len(text)), days if by_day else _outer(days), False))
        inside = [d for _, dates in told for d in dates if not date or d.edtf.startswith(date.edtf)]
        if told and inside and (date is None or len(date.edtf) == 4):
            several += [_event(cell.start, text, span, dates) for span, dates in told]
    if date is not None and not several:
        if not has_not_happened(page.quote(block.span)):
            yield Event(block.span, dates)
    elif len(several) == 1:
        yield Event(block.span, several[0].dates)
    else:
        yield from several


def _runs(text: str, dates: Sequence[DateMention]) -> bool:
    """Whether an item is running text: several of its sentences have a date inside."""
    if len(dates) < _SEVERAL or len(text) < _RUNNING:
        return False
    ends = [span for span in sentence_spans(text) if _SENTENCE_END.search(text[slice(*span)])]
    within = [s for s in ends if any(s.start < d.span.start and d.span.within(s) for d in dates)]
    return len(within) >= _SEVERAL


def _header_of(block: Block, cell: Span) -> str:
    return next((h for c, h in zip(block.cells, block.headers, strict=False) if c == cell), "")


@lru_cache(maxsize=1024)
def _describes_partner(header: str) -> bool:
    """Whether a column tells of the tie or the partner itself, and not what happened."""
    return property_of(header) is not None or structure_of(header) == "kind"


def _dated_cells(
    page: Page, block: Block, above: DateMention | None, order: Order | None = None
) -> tuple[tuple[DateMention, ...], list[Span]]:
    """The dates of a row by its columns of dates, and the other cells."""
    dates: tuple[DateMention, ...] = (above,) if above else ()
    rest: list[Span] = []
    for position, cell in enumerate(block.cells):
        if position and cell == block.cells[position - 1]:
            continue
        text = page.quote(cell)
        year = int(dates[0].edtf[:4]) if dates else None
        lonely = LONE_YEAR.fullmatch(text)
        header = block.headers[position] if position < len(block.headers) else ""
        found = find_dates(text, year, order=order)
        if lonely and (position == 0 or is_column("date", header)):
            dates = (DateMention(cell, lonely[1]),)
        elif found and (is_column("date", header) or _is_bare(text, found)):
            dates = tuple(found) if is_list(text, found) else (found[0],)
        else:
            rest.append(cell)
    return dates, rest


def _is_bare(text: str, dates: Sequence[DateMention]) -> bool:
    rest = text[: dates[0].span.start] + text[dates[-1].span.end :]
    return is_list(text, dates) and not re.search(
        r"\w", re.sub(r"[월화수목금토일]|[(（].*[)）]", "", rest)
    )


def _event(base: int, text: str, span: Span, dates: Sequence[DateMention]) -> Event:
    told = text[slice(*span)]
    signs = "signing" in kinds_of(told) and not _HABIT.search(told)
    shown = tuple(date if signs else _opened(text, date) for date in dates)
    return Event(Span(base + span.start, base + span.end), shown)


def _opened(text: str, date: DateMention) -> DateMention:
    """A date since which something goes on, as an interval without an end."""
    before = fold_text(text[max(0, date.span.start - _NEAR) : date.span.start])
    after = fold_text(text[date.span.end : date.span.end + _NEAR])
    goes_on = event_pattern("open_after").match(after) or event_pattern("open_before").search(
        before
    )
    return replace(date, edtf=f"{date.edtf}/..") if goes_on and "/" not in date.edtf else date


def _outer(dates: Sequence[DateMention]) -> list[DateMention]:
    """``dates`` of one entry without the days of a visit that it has told the whole time of."""
    kept: list[DateMention] = []
    stay = ("", "")
    for date in dates:
        first, last = bounds(date.edtf)
        if not (stay[0] <= first and last <= stay[1]):
            kept.append(date)
            stay = (first, last) if "/" in date.edtf else stay
    return kept
