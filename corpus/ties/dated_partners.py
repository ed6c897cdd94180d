"""Entries of a list of partners that name one and date its tie: "Otsu, Japan (May 15, 1989)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.dates import find_dates
from corpus.labels import labelled_values, list_of
from corpus.labels.partner_dates import names_tie
from corpus.language import block_language
from corpus.model import Page, Source, Span, Stage, StageKind
from corpus.page_reading import PageReading
from corpus.setting.line_heads import without_relations
from corpus.setting.parties import Parties
from corpus.ties.section_kinds import kind_left_over
from corpus.ties.stages import stages_of_heading

# No longer than this are an entry and the line that announces a list.
_LONGEST, _LONGEST_HEADING = 100, 80
# So many headings above a list may announce it.
_NEAR = 3
_ENTRIES = frozenset({"item", "paragraph", "caption"})
# What may stand beside a name: what it is and where it lies, as a word or behind a name that the
# page's language leaves without it.
_SMALL = re.compile(
    r"\b(?:the|of|in|and|city|cities|town|county|district|ward|state|province|prefecture|region"
    r"|republic|people's|since|from|on|signed|established|concluded)\b"
    r"|[시구군주성도현부](?![가-힣])|[市区县郡州省道府町村]|[가-힣]{0,3}일자?(?= *:)"
)
_BRACKETED = re.compile(r"[(（][^()（）\d]{1,24}[)）]")
_NUMBER = re.compile(r"^\W*\(?\d{1,2}[.)]?\s+(?=\D)")


def dated_partners(page: PageReading, parties: Parties) -> Iterator[tuple[tuple[str, str], Stage]]:
    """The stages that such entries tell, each with its two places.

    Nothing stands in an entry but the partner and one date, and a line above says of which
    kind of partners the list is.
    """
    home = parties.setting.home
    for index, block in enumerate(page.blocks):
        heads = block.kind == "heading" and block.inferred
        if home is None or not (heads or block.kind in _ENTRIES):
            continue
        date = _date(page, parties, index)
        listed = kind_of_list(page, index) if date else None
        partner = _partner(page, parties, index) if listed else None
        if date and listed and partner:
            quote = page.quote(block.span)
            source = Source(page.id, block.span, quote, block_language(quote))
            yield (home, partner), Stage(listed[0], date, True, source)


def _partner(page: Page, parties: Parties, index: int) -> str | None:
    """The one partner that an entry names, or that of its section where it is named again."""
    text, own = page.blocks[index].span, parties.setting.partners[index]
    whole = Span(0, text.end - text.start)
    home = parties.setting.home
    inside = (home in parties.gazetteer.ancestors(m.place) for m in parties.named(index, whole))
    if any(inside):
        # What a place in the page's own one has as its partner is no partner of the page's own.
        return None
    sole = parties.sole(index, whole)
    if sole is None:
        others = parties.others(index, whole)
        again = any(own in mention.places for mention in parties.setting.mentions[index])
        return own if own and again and all(parties.is_place(m, own) for m in others) else None
    first = parties.setting.mentions[index][0].places
    # An entry opens with its partner or what that lies in: a city may be unknown as one here.
    opens = sole in first or not {*parties.gazetteer.ancestors(sole)}.isdisjoint(first)
    return sole if opens else None


def _date(page: PageReading, parties: Parties, index: int) -> str | None:
    """The one date of an entry that names its partner and says nothing else (EDTF)."""
    block = page.blocks[index]
    text = page.quote(block.span)
    if len(text) > _LONGEST or labelled_values(page, block) or block.about_page:
        return None
    mentions = parties.setting.mentions[index]
    number = _NUMBER.match(text)
    start = number.end() if number else 0
    dates = find_dates(text[start:]) if mentions else []
    if len(dates) != 1 or "/" in dates[0].edtf:
        return None
    when = Span(start + dates[0].span.start, start + dates[0].span.end)
    if any(mention.span.overlaps(when) for mention in mentions):
        return None
    spans = sorted([*(mention.span for mention in mentions), when])
    between = zip([start, *(s.end for s in spans)], [*(s.start for s in spans), None], strict=True)
    kept = (text[first:last] for first, last in between)
    rest = without_relations(_BRACKETED.sub(" ", " ".join(kept)))
    return None if any(map(str.isalnum, _SMALL.sub(" ", rest))) else dates[0].edtf


def kind_of_list(page: PageReading, index: int) -> tuple[StageKind, str] | None:
    """The kind of partners that the list of block ``index`` is of, and the line that says so."""
    own = stages_of_heading(page.quote(page.blocks[index].span))
    path = page.blocks[index].path
    announced = page.once(_announced)[index]
    for text in (*([announced] if announced else ()), *reversed(path[-_NEAR:]), page.title):
        if list_of(text.rstrip(" :：")) == "exchanges":
            return None
        if len(text) <= _LONGEST_HEADING and names_tie(text):
            kinds = own if len(own) == 1 else stages_of_heading(text)
            left = kind_left_over(page, path) if len(kinds) > 1 else None
            return (kinds[0] if len(kinds) == 1 else left or "agreement"), text
    return None


def _announced(page: Page) -> list[str | None]:
    """For each block the last short line above it, below its heading, that speaks of partners."""
    found: list[str | None] = []
    last: str | None = None
    for block in page.blocks:
        found.append(last)
        text = page.quote(block.span)
        if block.kind == "heading":
            last = None
        elif len(text) <= _LONGEST_HEADING and names_tie(text) and not find_dates(text):
            last = text
    return found
