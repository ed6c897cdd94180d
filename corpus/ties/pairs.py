"""Ties between two places that a page lists for others: "Broome – Taiji (1981)", or a row of both.

An association, a state or a province lists the partners of its cities; none of them is its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.dates import find_dates
from corpus.gazetteer import Mention
from corpus.labels import labelled_values
from corpus.labels.rows import column_of
from corpus.language import block_language
from corpus.model import SPECIFIC, Block, Page, Source, Span, Stage, StageKind
from corpus.page_reading import PageReading
from corpus.setting.countries import country_of
from corpus.setting.line_heads import without_relations
from corpus.setting.own_cells import own_cells
from corpus.setting.parties import Parties
from corpus.spans import blanked_at, lying_in, placed_in
from corpus.ties.dated_partners import kind_of_list
from corpus.ties.entry_parts import only_date
from corpus.ties.innermost import certain, innermost
from corpus.ties.stages import stage_of

Pair = tuple[str, str]
# So many lines of this form make a list of pairs, and so many places have a partner in it.
_LINES, _FIRST = 3, 2
_LONGEST = 100
_SIGN = re.compile(r"\s+(?:[-–—=↔⇔]|<->)\s+|\s*(?:——|—|↔|⇔|<->)\s*")
_AROUND = re.compile(
    r"[(（][^()（）\d]{1,40}[)）]|\b(?:city|town|of|county|shire|in|since|the)\b|[市县區区州省]"
)


def pairs_of_others(page: PageReading, parties: Parties) -> Iterator[tuple[Pair, Stage]]:
    """The stages of such ties, each with its two places."""
    yield from _of_rows(page, parties)
    lines = list(_of_lines(page, parties))
    first = {pair[0] for pair, _ in lines}
    if len(lines) >= _LINES and len(first) >= _FIRST and not first & {p[1] for p, _ in lines}:
        yield from lines


def _of_lines(page: PageReading, parties: Parties) -> Iterator[tuple[Pair, Stage]]:
    for index, block in enumerate(page.blocks):
        text = page.quote(block.span)
        sign = _SIGN.search(text) if len(text) <= _LONGEST and block.kind != "row" else None
        listed = kind_of_list(page, index) if sign else None
        if sign is None or listed is None or _SIGN.search(text, sign.end()):
            continue
        one = _named(text, Span(0, sign.start()), parties, index)
        other = _named(text, Span(sign.end(), len(text)), parties, index)
        if one and other and _is_pair(parties, one[0], other[0]) and not one[1]:
            yield (one[0], other[0]), _stage(page, block, block.span, listed[0], other[1])


def _named(text: str, span: Span, parties: Parties, index: int) -> tuple[str, str | None] | None:
    """The one place that ``span`` names with what it lies in, and its date; None for more."""
    mentions = lying_in(parties.setting.mentions[index], span)
    place = _only_partner(mentions, parties)
    if place is None:
        return None
    inside = text[span.start : span.end]
    date, when = only_date(inside)
    known = [*(m.span for m in placed_in(mentions, span)), *([when] if when else [])]
    rest = _AROUND.sub(" ", without_relations(blanked_at(inside, known)))
    return None if any(map(str.isalnum, rest)) else (place, date)


def _only_partner(mentions: Sequence[Mention], parties: Parties) -> str | None:
    """The one place of ``mentions`` that the others hold, if it may have a partner."""
    inner = innermost((mention.place for mention in mentions), parties.gazetteer)
    if len(inner) != 1 or inner[0] not in certain(mentions):
        return None
    kind = parties.gazetteer.places[inner[0]].kind
    return inner[0] if kind in (*SPECIFIC, "province") else None


def _is_pair(parties: Parties, one: str, other: str) -> bool:
    """Whether a tie of ``one`` is none of the page's own: it lies in its place or its country."""
    gazetteer, home = parties.gazetteer, parties.setting.home
    if home in (one, other) or gazetteer.related(one, other):
        return False
    if home is None or home in gazetteer.ancestors(one):
        return country_of(gazetteer, one) != country_of(gazetteer, other) or home is not None
    return False


def _of_rows(page: PageReading, parties: Parties) -> Iterator[tuple[Pair, Stage]]:
    """The rows that a column of their own says are of another place than the page's own."""
    for index, (row, cell) in page.once(own_cells).items():
        block = page.blocks[index]
        own = _cell(page, parties, row, cell)
        cells = [c for i, c in enumerate(block.cells) if column_of(page, block, i) == "place"]
        named = [_cell(page, parties, index, c) for c in cells if c != cell]
        signed = [v for v in labelled_values(page, block) if v.property == "signed"]
        if own is None or len(named) != 1 or named[0] is None or len(signed) != 1:
            continue
        dates = find_dates(page.quote(signed[0].value))
        listed = kind_of_list(page, index)
        if len(dates) == 1 and listed and _is_pair(parties, own, named[0]):
            kind = stage_of(signed[0].label) or listed[0]
            yield (own, named[0]), _stage(page, block, signed[0].value, kind, dates[0].edtf)


def _cell(page: Page, parties: Parties, index: int, cell: Span) -> str | None:
    """The one place that a cell names and nothing else."""
    start = page.blocks[index].span.start
    span = Span(cell.start - start, cell.end - start)
    named = _named(page.quote(page.blocks[index].span), span, parties, index)
    return named[0] if named and named[1] is None else None


def _stage(page: Page, block: Block, span: Span, kind: StageKind, date: str | None) -> Stage:
    quote = page.quote(span)
    source = Source(page.id, span, quote, block_language(page.quote(block.span)))
    return Stage(kind, date, True, source)
