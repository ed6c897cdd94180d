"""Where something was signed, as news say in a paragraph behind ("이날 협약식은 …에서 열렸다")."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.model import Span
from corpus.page_reading import PageReading
from corpus.setting.parties import Parties
from corpus.spans import placed_in
from corpus.ties.clauses import Clause, dated_clauses, is_unfulfilled
from corpus.ties.signing import Signing, read_signing
from corpus.ties.statements import Statement

# How many paragraphs behind the signing the ceremony may be told of.
_NEAR = 3
_DAY = len("2016-10-13")
# What opens a sentence about the ceremony that was just told of.
_CEREMONY = re.compile(
    r"\W{0,3}(?:이날|당일|이번) |\W{0,3}(?:협[약정]|체결|조인|결연|서명)식[은이]"
    r"|\W{0,3}(?:(?:缔盟|締盟|结盟|結盟|签约|簽約|签署|簽署|结好|結好)?(?:仪式|儀式|典禮|典礼)"
    r"|签约|簽約)"
    r"|(?:The|This) (?:official |formal )?(?:signing|ceremony|agreement was signed)\b"
)
# What was done there: it is a ceremony of signing and no other.
_SIGNED = re.compile(
    r"(?:협[약정]|체결|조인|결연|서명)식|서명|체결|[签簽缔締]|[结結][盟好]|\b(?:sign|seal|conclud)"
)


def is_ceremony(clause: Clause) -> bool:
    """Whether a clause goes on about the ceremony at which something was signed."""
    if is_unfulfilled(clause.text) or not _SIGNED.search(clause.text):
        return False
    return _CEREMONY.match(clause.text) is not None


def venue_behind(
    page: PageReading, parties: Parties, index: int, statement: Statement
) -> tuple[Span, Signing] | None:
    """The sentence (in the page) that tells where the signing of a day was, with that place.

    It stands in a paragraph behind block ``index``, before any other date.
    """
    block = page.blocks[index]
    if block.kind != "paragraph" or len(statement.date.edtf) != _DAY:
        return None
    for number in range(index + 1, min(index + 1 + _NEAR, len(page.blocks))):
        other = page.blocks[number]
        if other.kind != "paragraph" or other.path != block.path:
            return None
        text = page.quote(other.span)
        for clause in dated_clauses(text):
            if clause.dates:
                return None
            if not is_ceremony(clause):
                continue
            near = placed_in(parties.setting.mentions[number], clause.span)
            place = read_signing(clause.text, near).place
            if place is not None:
                start = other.span.start
                span = Span(start + clause.span.start, start + clause.span.end)
                return span, replace(Signing(), place=place)
    return None
