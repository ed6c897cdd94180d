"""Which blocks may tell exchanges, and which stand in a list of them."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.dates import find_dates
from corpus.exchanges.dated_headings import is_date, starts_with_date
from corpus.exchanges.event_columns import exchange_cells, is_column
from corpus.exchanges.kinds import event_pattern, kinds_of
from corpus.exchanges.publication import is_publication
from corpus.labels import labelled_values, list_of, property_of
from corpus.labels.slices import slices_of
from corpus.model import Block, Page
from corpus.page_reading import PageReading
from corpus.reading.lines import is_sentence
from corpus.spans import text_without
from corpus.text import fold_text
from corpus.ties.narration import tells_of_day
from corpus.wordlists import load_toml

_LABEL = re.compile(r"[^\d:：。.;；]{2,40}[:：]")
_NOTE = re.compile(r"[(（][^()（）]{1,20}[)）]")
# A line that is a name with a note in brackets, which has so many letters beside its date at most.
_SIGNED_NOTE = re.compile(r"\W*(?P<name>[^()（）\d。]{2,40})[(（](?P<note>[^()（）]{6,40})[)）]\W*")
_SHORT_NOTE = 12
# The number of a row that crawling left at the start of its line.
_NUMBER = re.compile(r"^\W*\d{1,3}[.)]?\s+(?=['’]?\d{2,4}\s?[.년年/-])")
# A header is no longer than this.
_OPENING = 80
# What a heading announces that paragraphs tell as events.
_NARRATED = {"background", "began", "signed", "history"}


def may_tell(page: PageReading, block: Block) -> bool:
    """Items of a list about something else and labelled values tell no events.

    Of headings only lines that look like some do: a date opens them, or they tell a signing.
    """
    line = page.quote(block.span)
    signs = block.inferred and not line.endswith((")", "）")) and tells_of_day(line)
    if block.kind == "heading" and not (signs or starts_with_date(line)):
        return False
    if labelled_values(page, block) and not (block.kind == "row" and _has_events(block)):
        return False
    text = page.quote(block.span)
    if block.kind != "row" and (slices_of(text) or is_publication(text) or _is_partner(text)):
        return False
    if any(map(_is_elsewhere, block.path)) or _is_labelled_date(text):
        return False
    label = block.path[-1].rstrip(" :：") if block.path else ""
    told = property_of(label)
    if told in _NARRATED and (
        block.kind == "paragraph" or starts_with_date(page.quote(block.span))
    ):
        return True
    # Under "Overview" stand facts, sentences that may tell how the tie began, and dated visits.
    general = list_of(label) == "general"
    return told is None and (not general or is_sentence(text) or _is_visit(text))


@lru_cache(maxsize=1024)
def _is_visit(text: str) -> bool:
    """Whether a line, behind its number in a table, opens with the date of a visit."""
    return starts_with_date(_NUMBER.sub("", text)) and "visit" in kinds_of(text)


@lru_cache(maxsize=1024)
def _is_partner(text: str) -> bool:
    """Whether a line of a list names a partner, and in brackets when that was signed."""
    noted = _SIGNED_NOTE.fullmatch(text) if len(text) <= _OPENING else None
    if noted is None or kinds_of(noted["name"]):
        return False
    dates = find_dates(noted["note"])
    rest = re.sub(r"[\W\d]", "", text_without(noted["note"], dates, " "))
    return len(dates) == 1 and len(rest) <= _SHORT_NOTE and kinds_of(noted["note"]) == ("signing",)


@lru_cache(maxsize=1024)
def _is_labelled_date(text: str) -> bool:
    """Whether a line is a label of a signing with a date behind ("签署意向书：2017年5月15日")."""
    label = _LABEL.match(text)
    dates = find_dates(text) if label else []
    if label is None or not dates or dates[0].span.start < label.end():
        return False
    rest = text[label.end() : dates[0].span.start] + text[dates[-1].span.end :]
    lone = len(dates) == 1 and not re.search(r"\w", _NOTE.sub("", rest))
    return lone and kinds_of(label.group()) == ("signing",)


def _has_events(block: Block) -> bool:
    """Whether a row about a partner has a column of its exchanges, or is one, dated in a column."""
    dated, told = (any(is_column(n, h) for h in block.headers) for n in ("date", "content"))
    return (dated and told) or exchange_cells(block) is not None


def heads_others(page: Page, index: int) -> bool:
    """Whether an item without a date of its own is what those below it stand under."""
    block, below = page.blocks[index], page.blocks[index + 1 : index + 2]
    text = page.quote(block.span)
    heads = block.kind == "item" and any(b.path[-1:] == (text,) for b in below)
    return heads and not find_dates(text)


@lru_cache(maxsize=1024)
def _is_elsewhere(heading: str) -> bool:
    """Whether what stands under a heading are links to other pages or what readers wrote."""
    return event_pattern("elsewhere").match(fold_text(heading).strip()) is not None


def is_listed(page: Page, index: int) -> bool:
    """Whether the heading, label or caption above a block says that exchanges follow."""
    path = page.blocks[index].path
    if page.blocks[index].kind != "row":
        announced = (_opening(page, index), _announced(page, index))
        return _lists_exchanges(path) or any(_lists_exchanges((text,)) for text in announced)
    while index and page.blocks[index].kind == "row":
        index -= 1
    above = page.blocks[index]
    caption = page.quote(above.span) if above.kind == "caption" else ""
    return _lists_exchanges((*path, caption)) or _lists_exchanges(path)


def _announced(page: Page, index: int) -> str:
    """The end of a paragraph with a colon that an item stands below, among others of its kind."""
    if page.blocks[index].kind != "item":
        return ""
    while index and page.blocks[index].kind == "item":
        index -= 1
    text = page.quote(page.blocks[index].span).rstrip()
    named = page.blocks[index].kind == "paragraph" and text.endswith((":", "："))
    return text[-_OPENING:] if named else ""


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
        if is_date(step) or starts_with_date(step) or event_pattern("period").fullmatch(folded):
            continue
        if event_pattern("headings").search(folded) or not _header_line().fullmatch(folded):
            return event_pattern("headings").search(folded) is not None
    return False


@lru_cache(maxsize=1)
def _header_line() -> re.Pattern[str]:
    words = load_toml("kinds.toml")["_events"]["header_line"]
    return re.compile(rf"(?:{'|'.join(words)}|[\s|/()·])+")
