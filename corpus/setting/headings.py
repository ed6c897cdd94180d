"""Which place stands above each block: in a heading, a cell, a caption, a label, a line."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from corpus.labels import described_values, labelled_values
from corpus.labels.meanings import PLACES
from corpus.labels.rows import column_of
from corpus.model import Block, Page, Span
from corpus.page_reading import PageReading
from corpus.setting.naming import Names
from corpus.setting.openings import UNKNOWN
from corpus.setting.own_cells import own_cells
from corpus.setting.parts import find_parts


def owners_by_heading(page: PageReading, names: Names, home: str | None = None) -> list[str | None]:
    """For each block, the place that it is headed by: a heading, a cell, a caption, a label.

    ``home`` is passed over where a heading or cell names it beside another place.
    """
    inferred = {page.quote(block.span) for block in page.blocks if block.inferred}
    labelled = _by_label(page, names, home, inferred)
    found: list[str | None] = []
    caption: str | None = None
    section: str | None = None
    parts = find_parts(page, names, home)
    others = _of_others(page, names, home)
    paths: dict[tuple[str, ...], str | None] = {}
    for index, block in enumerate(page.blocks):
        if block.kind == "caption":
            caption = names.headlined(page.quote(block.span), home)
        elif block.kind != "row":
            caption = None
        if block.path not in paths:
            marked = [heading for heading in block.path if heading not in inferred]
            paths[block.path] = _of_path(marked, names, home)
        own = None if block.about_page else _named_by(page, index, names, home)
        own = UNKNOWN if index in others else own
        section = _section(block, own, section)
        above = section or caption if block.kind == "row" else None
        found.append(own or labelled.get(index) or above or parts[index] or paths[block.path])
    return found


def _of_others(page: PageReading, names: Names, home: str | None) -> set[int]:
    """The rows that a column of their own says are of another place than ``home``."""
    if home is None:
        return set()
    cells = page.once(own_cells)
    told = {cell: names.headlined(page.quote(cell)) for _, cell in cells.values()}
    return {index for index, (_, cell) in cells.items() if told[cell] != home}


def _section(block: Block, own: str | None, section: str | None) -> str | None:
    """The place that the last row of a single cell in this table names, for the rows below it."""
    if block.kind != "row":
        return None
    return own if own and len(set(block.cells)) == 1 else section


def _of_path(path: Sequence[str], names: Names, home: str | None) -> str | None:
    """The place that the innermost heading that names one names."""
    for heading in reversed(path):
        place = names.headlined(heading, home) or names.headlined(heading)
        if place:
            return place
    return None


def _named_by(page: PageReading, index: int, names: Names, home: str | None) -> str | None:
    """The one place that a heading names, or the cell of a row that names a partner."""
    block = page.blocks[index]
    if block.kind == "heading":
        text = page.quote(block.span)
        if block.inferred:
            return None
        return names.headlined(text, home) or names.headlined(text)
    taken = {item.value for item in labelled_values(page, block)}
    cells = [
        (column_of(page, block, i), cell) for i, cell in enumerate(block.cells) if cell not in taken
    ]
    naming = [cell for column, cell in cells if column in PLACES]
    named = [cell for cell in naming if any(c.isalpha() for c in page.quote(cell))]
    if named:
        return _named_in(page, index, named, names, home)
    if block.headers and any(page.quote(cell).strip() for cell in naming):
        # A stroke stands where the partner should: it is none that is named elsewhere in the row.
        return UNKNOWN
    for column, cell in cells:
        if column is None or column in ("country", "region"):
            text = page.quote(cell)
            place = names.headlined(text, home) if names.within(index, cell) else None
            if place and place != home and names.is_bare(text, names.find(text)):
                return place
    return None


def _named_in(
    page: PageReading, index: int, cells: Sequence[Span], names: Names, home: str | None
) -> str | None:
    """The partner that the cells for it name: an unknown one is nobody, and not another's."""
    block = page.blocks[index]
    for cell in cells:
        text = page.quote(cell)
        mentions = names.within(index, cell)
        start = cell.start - block.span.start
        if home and any(home in names.gazetteer.ancestors(m.place) for m in mentions):
            # A place in the page's own one: what stands beside it is that one's partner.
            return UNKNOWN if len(mentions) > 1 else None
        if mentions and _opens_unknown(text, [m.span.start - start for m in mentions]):
            break
        place = names.headlined(_with_country(page, block, text), home) if mentions else None
        if place:
            return None if place == home else place
        if mentions and any(names.is_specific(mention.place) for mention in mentions):
            return None
    return UNKNOWN if block.headers else None


def _opens_unknown(text: str, starts: Sequence[int]) -> bool:
    """Whether known names (at ``starts``) only stand behind an unknown one: "Foo, Ulsan, Korea"."""
    comma = text.find(",")
    latin = comma > 0 and text[:comma].isascii() and text[:1].isupper()
    return latin and all(start > comma for start in starts)


def _with_country(page: PageReading, block: Block, text: str) -> str:
    """A place as its row tells it, with the country of another column in front."""
    country = next(
        (page.quote(i.value) for i in described_values(page, block) if i.property == "country"), ""
    )
    return text if country in text else f"{country} {text}"


def _by_label(
    page: PageReading, names: Names, home: str | None, inferred: Collection[str]
) -> dict[int, str]:
    """The partner of blocks side by side of which one is labelled as naming it (도시명 : …).

    One label holds for all of its list or table, several from each one on. What stands below the
    ``inferred`` headings is no list by itself.
    """
    found: dict[int, str] = {}
    for group in _groups(page):
        first = page.blocks[group[0]]
        if first.kind != "row" and any(heading in inferred for heading in first.path):
            continue
        named: dict[int, str] = {}
        for index in group:
            place = _labelled_place(page, index, names, home)
            if place:
                named[index] = place
        current = next(iter(named.values())) if len(set(named.values())) == 1 else None
        for index in group:
            current = named.get(index, current)
            if current:
                found[index] = current
    return found


def _labelled_place(page: PageReading, index: int, names: Names, home: str | None) -> str | None:
    block = page.blocks[index]
    for item in described_values(page, block):
        if item.property in PLACES and not block.headers:
            place = names.headlined_in_two(page.quote(item.value), home)
            if place and place != home:
                return place
    return None


def _groups(page: Page) -> list[list[int]]:
    """The rows of each table, and the items of each list with what lies under them."""
    groups: list[list[int]] = []
    path: tuple[str, ...] | None = None
    is_row = False
    for index, block in enumerate(page.blocks):
        if block.kind == "heading" or block.about_page:
            path = None
            continue
        same = path is not None and is_row == (block.kind == "row")
        if same and path is not None and block.path[: len(path)] == path:
            groups[-1].append(index)
        else:
            groups.append([index])
            path, is_row = block.path, block.kind == "row"
    return groups
