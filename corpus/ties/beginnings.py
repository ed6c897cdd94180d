"""When a relationship began or was first proposed, where running text says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.dates import DateMention
from corpus.exchanges.dated_headings import years_above
from corpus.exchanges.events import events_of
from corpus.model import Block, Fact, Page, Span, Value, tie_id
from corpus.page_reading import PageReading
from corpus.patterns import any_of
from corpus.setting.parties import Parties
from corpus.text import fold_text
from corpus.ties.clauses import Clause, dated_clauses, is_unfulfilled
from corpus.ties.counterparts import counterpart
from corpus.ties.narration import moved, narrating_blocks, source_of
from corpus.ties.signing_dates import BEGAN
from corpus.ties.stages import words_pattern
from corpus.ties.statements import tells_partners
from corpus.wordlists import load_toml

# The most characters of an entry that says no more than that something was proposed.
_SHORT = 40
_NUMERAL = re.compile(r"[\d〇一二三四五六七八九]")


def beginning_facts(page: PageReading, parties: Parties) -> list[Fact]:
    """When relationships began or were first proposed, where running text says so."""
    found: dict[tuple[str, str, str], Fact] = {}
    above = page.once(years_above)
    for index in page.once(narrating_blocks):
        block, before = page.blocks[index], None
        for name, date, clause in _beginnings(page, block, above[index]):
            before = counterpart(parties, index, clause, before)
            if before is None or parties.setting.home is None:
                continue
            subject = tie_id(parties.setting.home, before)
            source = source_of(page, moved(block, clause.sentence))
            value = Value("date", date.edtf, date.edtf)
            key = f"{page.id}!{block.span.start}:{name}:{date.span.start}"
            found.setdefault((subject, name, date.edtf), Fact(key, subject, name, value, source))
    return list(found.values())


def _beginnings(
    page: Page, block: Block, above: DateMention | None
) -> Iterator[tuple[str, DateMention, Clause]]:
    """The beginnings of a block, in its text or in entries whose date stands beside them."""
    text = page.quote(block.span)
    found = list(find_beginnings(text))
    if not found and block.kind != "paragraph" and has_cue(text):
        for event in events_of(page, block, above, by_day=True):
            span = event.within(block)
            inside = text[span.start : span.end]
            found.extend(beginning_of_event(inside, span, event.dates[0]))
    yield from found


def find_beginnings(text: str) -> Iterator[tuple[str, DateMention, Clause]]:
    """What ``text`` tells as ``began`` or ``proposed``, with the date and the clause."""
    if not _NUMERAL.search(text) or not has_cue(text):
        return
    clauses = dated_clauses(text)
    for clause in clauses:
        if clause.dates:
            yield from _of_clause(clause, len(clauses) > 1)


def has_cue(text: str) -> bool:
    """Whether ``text`` has a word that a beginning or a proposal is told with."""
    return _pattern("cues").search(fold_text(text)) is not None


def beginning_of_event(
    text: str, span: Span, date: DateMention
) -> Iterator[tuple[str, DateMention, Clause]]:
    """What an entry tells whose date stands beside it; ``span`` is its place in ``text``."""
    yield from _of_clause(Clause(span, span, text, (date,)), False)


def _of_clause(clause: Clause, listed: bool) -> Iterator[tuple[str, DateMention, Clause]]:
    """What a clause tells; a short one of a list need not say what was proposed."""
    folded = clause.folded.text
    if is_unfulfilled(folded):
        return
    institution = _institutions().search(folded)
    proposal = _pattern("propose").search(folded)
    short = listed and len(folded) <= _SHORT and folded.rstrip(" .").endswith("제안")
    if proposal and (_pattern("tie").search(folded) or short):
        if not institution or _proposes_tie(folded):
            yield "proposed", _nearest(clause, proposal), clause
        return
    start = _pattern("begin").search(folded)
    if start is None or _is_institutions(folded, start):
        return
    date = _nearest(clause, start)
    ahead = clause.text[: date.span.start - clause.span.start]
    if BEGAN.search(ahead) or not tells_partners(clause):
        yield "began", date, clause


def _is_institutions(folded: str, start: re.Match[str]) -> bool:
    """Whether the part of the clause that tells a beginning is about an institution's own."""
    opened = max(folded.rfind(mark, 0, start.start()) for mark in ",;") + 1
    return _institutions().search(folded, opened, start.end()) is not None


def _proposes_tie(folded: str) -> bool:
    """Whether the tie itself is what was proposed, whoever had a part in it."""
    return _pattern("proposes_tie").search(folded) is not None


def _nearest(clause: Clause, match: re.Match[str]) -> DateMention:
    """The date inside or nearest to what tells the beginning."""
    span = clause.folded.span(match.start(), match.end())
    start, end = clause.span.start + span.start, clause.span.start + span.end
    return min(clause.dates, key=lambda d: max(start - d.span.end, d.span.start - end, 0))


@lru_cache(maxsize=1)
def _institutions() -> re.Pattern[str]:
    return words_pattern(load_toml("stages.toml")["institutions"]["words"])


@lru_cache(maxsize=4)
def _pattern(name: str) -> re.Pattern[str]:
    return any_of(load_toml("stages.toml")["verbs"][name])
