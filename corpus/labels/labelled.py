"""Labelled values of a page: ``결 연 일 : …``, ``Area: …``, ``面积：…``, and rows of tables."""

from __future__ import annotations

import builtins
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from corpus.dates import find_dates
from corpus.labels.cards import dated_cards
from corpus.labels.lines import line_values
from corpus.labels.marks import starts_with_label
from corpus.labels.partner_dates import tie_dates
from corpus.labels.rows import cell_values
from corpus.labels.signings import is_dated_kind, may_renew, opens_with_signing
from corpus.labels.transposed import dated_rows
from corpus.labels.types import DATED, NUMERIC, fits
from corpus.labels.words import (
    is_bilingual,
    is_document,
    is_empty,
    is_label,
    is_section,
    list_of,
    note_of,
    parted,
    property_of,
    structure_of,
)
from corpus.model import Block, Page, Span
from corpus.page_reading import PageReading
from corpus.reading.lines import is_sentence, starts_with_year

__all__ = [
    "Labelled", "described_values", "is_document", "is_label", "is_section", "labelled_values",
    "list_of", "property_of", "starts_with_label", "structure_of",
]  # fmt: skip

# A value that stands below its label, in a block of its own, has at most this many characters.
_LONGEST_BELOW = 300
# One that is a date or number with a name or note beside it has fewer.
_LONGEST_DATED = 80
_BULLETS = " ■□●○◆◇▪▫▶▷※|"
# The word for a kind of tie is no longer than this.
_LONGEST_KIND = 24
# Properties that running text under a heading may be the value of.
_TOLD = frozenset({"features", "background", "location", "economy", "specialties", "climate",
                   "history"})  # fmt: skip
# A value in Korean or Chinese, and behind it the same in English.
_TWICE = re.compile(r"(?P<first>.*[가-힣一-鿿][)）」》]?)[\s/|(（]+\d{0,4} ?[A-Za-z][^가-힣一-鿿]*")
# A value in Korean, and behind it the same in Chinese.
_KOREAN_TWICE = re.compile(r"(?P<first>[^一-鿿]*[가-힣][)）]?)[\s/|(（]+[一-鿿][^가-힣]*")
# A paragraph with several dates under these tells how things went, and is no value.
_STORIES = frozenset({"history", "background"})


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value with the property its label names; ``quote`` spans label and value together.

    ``label`` is the label as the page writes it: that of a date may name the document signed.
    """

    property: str
    value: Span
    quote: Span
    label: str = ""

    @builtins.property
    def note(self) -> str:
        """What the label says in brackets, such as the unit of a column: "천명" of 인구(천명)."""
        return note_of(self.label)


@dataclass(frozen=True, slots=True)
class _Read:
    """What the labels of one page say, by the span of the block: properties, and all else."""

    values: Mapping[Span, list[Labelled]]
    described: Mapping[Span, list[Labelled]]


def labelled_values(page: PageReading, block: Block) -> list[Labelled]:
    """The labelled values of ``block``: its own, and those in brackets behind them."""
    return page.once(_read).values.get(block.span, [])


def described_values(page: PageReading, block: Block) -> list[Labelled]:
    """What other labels of ``block`` describe: ``place``, ``country``, ``kind``, ``date`` …"""
    return page.once(_read).described.get(block.span, [])


def _read(page: PageReading) -> _Read:
    values: dict[Span, list[Labelled]] = {}
    described: dict[Span, list[Labelled]] = {}
    above: Block | None = None
    told: dict[Span, list[Labelled]] = {}
    for block, below in zip(page.blocks, (*page.blocks[1:], None), strict=True):
        if not _heads(page, block, below):
            items = _of_row(page, block) if block.kind == "row" else _of_line(page, block)
            told[block.span] = list(items)
    told |= dated_cards(page, told)
    for block in page.blocks:
        found = told.get(block.span, [])
        beside = values[above.span] if above and above.path == block.path else []
        found = list(_of_signing(page, found, beside))
        own = [item for item in found if _is_property(item)]
        values[block.span] = own or ([] if found else list(_below(page, block, above, values)))
        described[block.span] = [_without_key(item) for item in found if not _is_property(item)]
        above = block
    for span, dated in tie_dates(page, values, described):
        values[span] = [*values[span], replace(dated, property="signed")]
    return _Read(values, described)


def _heads(page: Page, block: Block, below: Block | None) -> bool:
    """Whether a row holds the column headers of the row ``below`` it."""
    if below is None or not block.cells or not below.headers:
        return False
    last, header = page.quote(block.cells[-1]), below.headers[-1]
    return bool(last) and len(block.cells) == len(below.headers) and header.endswith(last)


def _of_signing(page: Page, found: list[Labelled], above: list[Labelled]) -> Iterator[Labelled]:
    """The values of a block; beside a day of signing a renewal and a bare "Place" are of a tie."""
    signed = any(item.property == "signed" for item in (*found, *above))
    held = any(structure_of(item.label) in ("event", "date") for item in found)
    for item in found:
        if item.property == "signed" and _says_kind(page.quote(item.value)):
            # "Affiliation: Friendship city" tells of what kind it is, and not when.
            yield replace(item, property="=kind")
        elif signed and item.property == "updated" and may_renew(item.label):
            yield replace(item, property="signed")
        elif signed and not held and item.property == "=place_of_event":
            yield replace(item, property="signing_place")
        else:
            yield item


def _says_kind(text: str) -> bool:
    return len(text) <= _LONGEST_KIND and not any(map(str.isdigit, text)) and not is_empty(text)


def _is_property(item: Labelled) -> bool:
    """Whether ``item`` is of a property, and not of the structure around (marked with ``=``)."""
    return not item.property.startswith("=")


def _without_key(item: Labelled) -> Labelled:
    return Labelled(item.property[1:], item.value, item.quote, item.label)


def _of_line(page: Page, block: Block) -> Iterator[Labelled]:
    text = page.quote(block.span)
    base = block.span.start
    for item in line_values(text, block.kind in ("item", "paragraph", "caption")):
        label = text[item.label[0] : item.label[1]]
        name = item.property or _structure(label)
        if name:
            # The bullet of the next label on the line is no part of the value.
            end = len(text[: item.value[1]].rstrip(_BULLETS))
            value = Span(base + item.value[0], base + max(end, item.value[0]))
            quote = Span(min(base + item.label[0], value.start), value.end)
            value = _in_one_language(page, name, label, value)
            yield Labelled(name, value, _opened(page, quote, base), label)


def _opened(page: Page, quote: Span, base: int) -> Span:
    """``quote`` from the bracket that its label stands in, and to the one behind the value."""
    start, end = quote
    if start > base and page.text[start - 1] in "【[〔［<〈「『《(（":
        start -= 1
    closed = start < quote.start and page.text[start] in "(（"
    return Span(start, end + (closed and page.text[end : end + 1] in (")", "）")))


def _of_row(page: PageReading, block: Block) -> Iterator[Labelled]:
    if block.span in page.once(dated_rows):
        cells = block.cells[1:]
        label = page.quote(block.cells[0])
        yield from (Labelled("signed", c, c, label) for c in cells if find_dates(page.quote(c)))
        return
    for item in cell_values(page, block):
        name = item.name or _structure(item.label)
        if name == "agreement" and opens_with_signing(page.quote(item.value)):
            name = "signed"
        for part, start, stop in () if name else parted(item.label, page.quote(item.value)):
            value = Span(item.value.start + start, item.value.start + stop)
            yield Labelled(part, value, item.value, item.label)
        if name:
            value = _in_one_language(page, name, item.label, item.value)
            yield Labelled(name, value, item.value, item.label)
        if name == "=kind" and is_dated_kind(page.quote(item.value)):
            yield Labelled("signed", item.value, item.value, item.label)


def _in_one_language(page: Page, name: str, label: str, value: Span) -> Span:
    """``value`` without its second half where the label is in two languages as well."""
    if name in DATED or name in NUMERIC or not is_bilingual(label):
        return value
    text = page.quote(value)
    match = _TWICE.fullmatch(text) or _KOREAN_TWICE.fullmatch(text)
    return Span(value.start, value.start + match.end("first")) if match else value


def _structure(label: str) -> str | None:
    name = structure_of(label)
    return f"={name}" if name else None


def _below(
    page: Page, block: Block, above: Block | None, values: Mapping[Span, list[Labelled]]
) -> Iterator[Labelled]:
    """The value of a label that stands above the block: its heading, its list, or a line."""
    name = property_of(block.path[-1].rstrip(" :：")) if block.path else None
    lone = _lone_label(page, above, block)
    if not (name or lone) or block.kind in ("heading", "row") or is_label(page.quote(block.span)):
        return
    first = above is None or not values.get(above.span)
    if name and _may_be_value(page, block, name, first):
        yield Labelled(name, block.span, block.span, block.path[-1])
    elif lone and _may_be_value(page, block, lone, True):
        assert above is not None
        whole = Span(above.span.start, block.span.end)
        yield Labelled(lone, block.span, whole, page.quote(above.span))


def _lone_label(page: Page, above: Block | None, block: Block) -> str | None:
    """The property of the block ``above`` that is a label and nothing more, on the same level."""
    if above is None or above.kind in ("heading", "row") or above.path != block.path:
        return None
    return property_of(page.quote(above.span).rstrip(" :："))


def _may_be_value(page: Page, block: Block, name: str, first: bool) -> bool:
    """Whether a block under a label is its value: a date or number only if it comes first."""
    text = page.quote(block.span)
    if len(text) > _LONGEST_BELOW and block.kind != "item":
        return False
    if name in DATED or name in NUMERIC:
        return first and fits(name, text) and not is_sentence(text) and len(text) <= _LONGEST_DATED
    if name in _STORIES and starts_with_year(text) and (name == "history" or not is_sentence(text)):
        return False
    dates = find_dates(text) if name in _STORIES else []
    # What a date opens is an event of that day.
    opened = bool(dates) and not any(map(str.isalnum, text[: dates[0].span.start]))
    if len(dates) > 1 or (name == "background" and opened):
        return False
    told = block.kind == "item" or name in _TOLD or not is_sentence(text)
    return told and fits(name, text)
