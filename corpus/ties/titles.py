"""Documents that running text names by a title with both sides in it, without a date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpus.model import Block, Fact, Page, Span, Value, tie_id
from corpus.page_reading import PageReading
from corpus.setting.parties import Parties
from corpus.ties.clauses import Clause, dated_clauses
from corpus.ties.narration import moved, narrating_blocks, source_of
from corpus.ties.signing import find_document
from corpus.ties.statements import tells_signing

_QUOTED = re.compile(r"[《「『“\"‘']")


def titled_agreements(page: PageReading, parties: Parties, known: Iterable[Fact]) -> Iterator[Fact]:
    """The agreements that a sentence without a date tells as signed between the two sides.

    ``known`` are those told with a date, which are not told again.
    """
    told = {(fact.subject, fact.value.text.lower()) for fact in known}
    for fact in _all_titled(page, parties):
        key = (fact.subject, fact.value.text.lower())
        if key not in told:
            told.add(key)
            yield fact


def _all_titled(page: PageReading, parties: Parties) -> Iterator[Fact]:
    for index in page.once(narrating_blocks):
        block = page.blocks[index]
        text = page.quote(block.span)
        if not _QUOTED.search(text):
            continue
        for clause in dated_clauses(text):
            if not clause.dates and tells_signing(clause):
                yield from _titled(page, parties, index, block, clause)


def _titled(
    page: Page, parties: Parties, index: int, block: Block, clause: Clause
) -> Iterator[Fact]:
    document, home = find_document(clause.text), parties.setting.home
    if document is None or home is None:
        return
    start = clause.span.start
    inside = Span(start + document.start, start + document.end)
    partner = parties.sole(index, inside)
    if partner is None or not parties.names_home(index, inside):
        return
    span = moved(block, clause.span)
    key = f"{page.id}!{span.start}:agreement"
    written = clause.text[document.start : document.end]
    value = Value("text", written)
    yield Fact(key, tie_id(home, partner), "agreement", value, source_of(page, span))
