"""Labelled values in the rows of tables, by the column above a cell or the label before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.labels.lines import signed_by
from corpus.labels.meanings import is_known
from corpus.labels.partner_dates import dates_tie
from corpus.labels.types import fits
from corpus.labels.words import is_document, is_empty, is_label, property_of, structure_of
from corpus.model import Block, Page, Span
from corpus.text import fold_text
from corpus.wordlists import load_toml

# How the text of a row is parted behind a header cell.
_BEHIND_HEADER = " : "
_SPACE = re.compile(" ")
# How a group of columns ends that is about one place.
_PLACES = (
    "시",
    "구",
    "군",
    "도",
    "市",
    "区",
    "區",
    "县",
    "縣",
    "City",
    "District",
    "County",
    "-gu",
    "-si",
)
# How regions end that may be partners, other than parts of the world.
_REGIONS = (*_PLACES, "성", "현", "주", "省", "州", "道", "Province", "Prefecture", "State")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class CellValue:
    """A cell with the label that tells what it is; ``name`` is None for an unknown label."""

    label: str
    value: Span
    name: str | None


def cell_values(page: Page, block: Block) -> Iterator[CellValue]:
    """The cells of a row that a label describes, each once, with all kinds of labels."""
    if is_header_row(page, block):
        return
    seen: set[Span] = set()
    for index, cell in enumerate(block.cells):
        text = page.quote(cell).strip()
        if cell in seen or is_empty(text):
            continue
        if is_label(text) and _is_header(page, block, index):
            continue
        label = _label(page, block, index)
        if label is not None and not (is_label(text) and property_of(text)):
            seen.add(cell)
            dated = "signed" if dates_tie(page, block, label, text) else None
            yield CellValue(label, cell, property_of(label) or signed_by(label, text) or dated)


def is_header_row(page: Page, block: Block) -> bool:
    """Whether a row only names columns: two labels or more and nothing else."""
    if block.headers or page.text.startswith(_BEHIND_HEADER, block.cells[0].end):
        return False
    return names_columns([page.quote(cell) for cell in block.cells])


def describes_columns(page: Page, block: Block) -> bool:
    """Whether the row has headers that are no labels, and a label in front."""
    if not block.cells or not block.headers or is_label(block.headers[-1]):
        return False
    # The label may stand behind that of a group of rows.
    leading = [page.quote(cell) for cell in block.cells[:2]]
    return any(is_label(text) or is_document(text) or _dates_ties(text) for text in leading)


@lru_cache(maxsize=1024)
def _dates_ties(label: str) -> bool:
    words = load_toml("labels.toml")["transposed"]["signed"]
    return fold_text(label).strip(" :：") in words


def names_columns(cells: Sequence[str]) -> bool:
    """Whether all of ``cells`` are labels, of two columns or more."""
    texts = {cell.strip() for cell in cells} - {""}
    return len(texts) > 1 and all(map(is_known, texts))


def _label(page: Page, block: Block, index: int) -> str | None:
    """What describes cell ``index``: the column's header, else the nearest label before it."""
    header = _own_header(block.headers[index]) if index < len(block.headers) else ""
    first = page.quote(block.cells[0])
    if index and _is_column(block, index) and is_label(first):
        return first
    described = property_of(first) or (len(block.cells) == 2 and is_document(first))
    if index and not property_of(header) and described:
        return None if structure_of(header) == "note" else _label_before(page, block, index)
    if is_label(header) and structure_of(header) not in ("note", "number"):
        return header
    if header and structure_of(header):
        return None
    return _label_before(page, block, index)


def column_of(page: Page, block: Block, index: int) -> str | None:
    """What the column of cell ``index`` holds, as ``structure_of`` its header.

    A region is the partner itself where no other column names one: provinces have partners too.
    """
    names = [structure_of(header) for header in block.headers]
    name = names[index] if index < len(names) else None
    if name != "region" or "place" in names:
        return name
    return "place" if page.quote(block.cells[index]).strip().endswith(_REGIONS) else name


@lru_cache(maxsize=1024)
def _own_header(header: str) -> str:
    """The header of one column below that of a group ("도시 규모 면적(㎢)") that is no place."""
    if is_label(header) or structure_of(header):
        return header
    for match in _SPACE.finditer(header):
        group, own = header[: match.start()], header[match.end() :]
        if property_of(own) and not group.endswith(_PLACES):
            return own
    return header


def _label_before(page: Page, block: Block, index: int) -> str | None:
    """The label before cell ``index``, with at most another header cell between them.

    Cells further on belong to it where the columns are headed by something else than labels.
    """
    for before in range(index - 1, -1, -1):
        cell = block.cells[before]
        text = page.quote(cell).strip()
        if cell == block.cells[index] or not text:
            continue
        if is_label(text) and (is_known(text) or is_document(text)):
            return _inherited(page, block, text, before, index)
        if not _is_header(page, block, before) and not _is_column(block, index):
            return None
    return None


def _inherited(page: Page, block: Block, label: str, before: int, index: int) -> str | None:
    """``label`` for cell ``index``, unless a cell between them has its value already."""
    name = property_of(label)
    between = [c for c in block.cells[before + 1 : index] if page.quote(c).strip()]
    between = [c for c in between if c != block.cells[before]]
    if not between or _is_column(block, index):
        return label
    return label if name and not any(fits(name, page.quote(c)) for c in between) else None


def _is_column(block: Block, index: int) -> bool:
    """Whether the column of cell ``index`` has a header that is the name of something."""
    header = _own_header(block.headers[index]) if index < len(block.headers) else ""
    return bool(header) and not is_label(header) and not _DIGIT.search(header)


def _is_header(page: Page, block: Block, index: int) -> bool:
    """Whether cell ``index`` is a header cell, by what the row's text has behind it."""
    end = block.cells[index].end
    return page.text.startswith(_BEHIND_HEADER, end)
