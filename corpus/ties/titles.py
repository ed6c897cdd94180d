"""Documents that running text names by a title with both sides in it, without a date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpus.model import Block, Fact, Page, Span, Value, tie_id
from corpus.page_reading import PageReading
from corpus.setting.parties import Parties
from corpus.spans import lying_in
from corpus.ties.clauses import Clause, dated_clauses
from corpus.ties.narration import moved, narrating_blocks, source_of
from corpus.ties.signing import find_document
from corpus.ties.statements import tells_signing

# Facts that tell when a tie was signed, or its document.
_DATED = frozenset({"signed", "agreement", "signing_place", "signatories"})
# A title in English needs no quotation marks: "signed a Friendship City Agreement with …".
_CAPITALS = re.compile(r"\b[A-Z][a-z]+ (?:Agreement|Memorandum|Declaration|Accord)\b")
_SIGNED = re.compile(r"\b(?:signed|concluded|entered into|inked) (?:an?|the|its|their) $")
_QUOTED = re.compile(r"[《「『“\"‘']")


def titled_agreements(page: PageReading, parties: Parties, known: Iterable[Fact]) -> Iterator[Fact]:
    """The agreements that a sentence without a date tells as signed between the two sides.

    ``known`` are those told with a date, which are not told again.
    """
    told = {(fact.subject, fact.value.text.lower()) for fact in known}
    dated = {fact.subject for fact in known if fact.property in _DATED}
    for fact, sure in _all_titled(page, parties):
        key = (fact.subject, fact.value.text.lower())
        if key not in told and (sure or fact.subject not in dated):
            told.add(key)
            yield fact


def _all_titled(page: PageReading, parties: Parties) -> Iterator[tuple[Fact, bool]]:
    """The documents, each with whether its title names both sides."""
    for index in page.once(narrating_blocks):
        block = page.blocks[index]
        text = page.quote(block.span)
        if not (_QUOTED.search(text) or _CAPITALS.search(text)):
            continue
        for clause in dated_clauses(text):
            if not clause.dates and tells_signing(clause):
                yield from _titled(page, parties, index, block, clause)


def _titled(
    page: Page, parties: Parties, index: int, block: Block, clause: Clause
) -> Iterator[tuple[Fact, bool]]:
    near = tuple(lying_in(parties.setting.mentions[index], clause.span))
    inside = tuple(mention.moved(-clause.span.start) for mention in near)
    document, home = find_document(clause.text, inside), parties.setting.home
    if document is None or home is None:
        return
    start = clause.span.start
    title = Span(start + document.start, start + document.end)
    partner, sure = parties.sole(index, title), True
    if partner is None or not parties.names_home(index, title):
        plain = _SIGNED.search(clause.text, 0, document.start) is not None
        named = plain and parties.names_home(index, clause.span)
        partner, sure = parties.sole(index, clause.span) if named else None, False
    if partner is None:
        return
    span = moved(block, clause.span)
    key = f"{page.id}!{span.start}:agreement"
    written = clause.text[document.start : document.end]
    value = Value("text", written)
    yield Fact(key, tie_id(home, partner), "agreement", value, source_of(page, span)), sure
