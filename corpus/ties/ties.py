"""Ties between two places and their stages, from labelled values and from statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from corpus.dates import DateMention
from corpus.exchanges.dated_headings import years_above
from corpus.exchanges.publication import published_on
from corpus.labels.slices import slices_of
from corpus.model import Block, Fact, Page, Span, Stage, StageKind, Tie, Value, tie_id
from corpus.page_reading import PageReading
from corpus.reading.lines import opens_with_date
from corpus.setting.parties import Parties
from corpus.spans import placed_in
from corpus.ties.agreements import labelled_stages
from corpus.ties.bracketed import bracketed_ties
from corpus.ties.ceremonies import is_ceremony, venue_behind
from corpus.ties.clauses import Clause, dated_clauses
from corpus.ties.counterparts import counterpart, pairs
from corpus.ties.dated_partners import dated_partners
from corpus.ties.entries import find_entry
from corpus.ties.listed_partners import listed_partners
from corpus.ties.narration import moved, narrating_blocks, source_of
from corpus.ties.pairs import pairs_of_others
from corpus.ties.row_dates import dated_by_row, signings_of_events
from corpus.ties.section_kinds import kinds_of_sections
from corpus.ties.signing import Signing, read_signing
from corpus.ties.stages import formalise, is_same, stage_of_heading
from corpus.ties.statements import (
    Statement,
    find_statements,
    has_verb,
    leaves_open,
    tells_signing,
)
from corpus.ties.titles import titled_agreements
from corpus.ties.told_lists import told_lists

# Properties of a signing, and what they are called in its stage and in what is read of it.
_DETAILS = {
    "signing_place": "place",
    "method": "method",
    "agreement": "document",
    "signatories": "signatories",
}
# How a stage is told: (own side, partner), the stage, and the facts about its signing.
_Told = tuple[tuple[str, str], Stage, list[Fact]]


def find_ties(
    page: PageReading, parties: Parties, facts: Iterable[Fact]
) -> tuple[list[Tie], list[Fact]]:
    """The ties of ``page`` with their stages, and what running text tells of the signing.

    ``facts`` are the labelled ones. A detail that a label gives for a tie is not told again.
    """
    facts = list(facts)
    told: list[_Told] = []
    stages: dict[tuple[str, str], list[Stage]] = defaultdict(list)
    above = page.once(years_above)
    for index in page.once(narrating_blocks):
        told.extend(_told_stages(page, parties, index, above[index]))
    for sides, stage, _ in told:
        stages[sides].append(stage)
    labelled = list(labelled_stages(page, parties.setting, facts, stages))
    details = _untold(told, labelled)
    details.extend(_noted(page, labelled, [*facts, *details]))
    details.extend(titled_agreements(page, parties, [*facts, *details]))
    pairs = pairs_of_others(page, parties)
    listed = (*dated_partners(page, parties), *bracketed_ties(page, parties), *pairs)
    named = [*listed_partners(page, parties), *told_lists(page, parties)]
    for sides, stage in (*labelled, *listed, *(told for told in named if told[1].date)):
        stages[sides].append(stage)
    for sides, stage in named:
        if stage.date is None and not stages[sides]:
            stages[sides].append(stage)
    ties = [Tie(tie_id(*s), s, formalise(found), (page.id,)) for s, found in stages.items()]
    return ties, details


def _noted(
    page: Page, labelled: Iterable[tuple[tuple[str, str], Stage]], known: Sequence[Fact]
) -> Iterator[Fact]:
    """The place and method that only a note beside a labelled date tells."""
    for sides, stage in labelled:
        for name, written in (("signing_place", stage.place), ("method", stage.method)):
            told = (f for f in known if f.subject == tie_id(*sides) and f.property == name)
            if written and written in stage.source.quote and not any(told):
                key = f"{page.id}!{stage.source.span.start}:{name}"
                yield Fact(key, tie_id(*sides), name, Value("text", written), stage.source)


def _untold(told: Iterable[_Told], labelled: Iterable[tuple[tuple[str, str], Stage]]) -> list[Fact]:
    """The details of running text that no label gives for the same stage, each once."""
    labelled = list(labelled)
    kept: dict[tuple[str, str, str], Fact] = {}
    for sides, stage, facts in told:
        same = [s for owner, s in labelled if owner == sides and is_same(stage, s)]
        for fact in facts:
            attribute = _DETAILS[fact.property]
            if not any(getattr(other, attribute) for other in same):
                kept.setdefault((fact.subject, fact.property, fact.value.text.lower()), fact)
    return list(kept.values())


def stage_facts(ties: Iterable[Tie], facts: Iterable[Fact]) -> list[Fact]:
    """One ``signed`` fact for each dated stage; a labelled date keeps its own wording."""
    written = {(f.subject, f.source.span, f.value.edtf): f for f in facts if f.property == "signed"}
    found = []
    for tie in ties:
        for number, stage in enumerate(tie.stages):
            if stage.date is None:
                continue
            key = f"{stage.source.page}!{tie.id}:{stage.kind}:{number}"
            value = Value("date", stage.date, stage.date)
            plain = Fact(key, tie.id, "signed", value, stage.source)
            known = written.get((tie.id, stage.source.span, stage.date), plain)
            found.append(replace(known, stage=stage.kind))
    return found


def _told_stages(
    page: PageReading, parties: Parties, index: int, above: DateMention | None
) -> Iterator[_Told]:
    """The stages that block ``index`` tells, each with its two places."""
    block, home = page.blocks[index], parties.setting.home
    text = page.quote(block.span)
    before: str | None = None
    statements = list(_stated(page, index)) if home else []
    entry = block.kind != "paragraph" or opens_with_date(text)
    if home and not statements and entry and has_verb(text):
        statements = list(signings_of_events(page, block, above))
    elif block.kind == "row" and len(statements) == 1:
        statements = [dated_by_row(page, block, above, statements[0])]
    for number, statement in enumerate(statements):
        following = statements[number + 1].clause.span.start if statements[number + 1 :] else None
        for partner, date in _partners(parties, index, statement, before):
            before = partner
            if home and partner != home:
                yield _told(page, parties, index, (home, partner), statement, date, following)


def _stated(page: PageReading, index: int) -> Iterator[Statement]:
    """The statements of a block; a heading tells the kind that a short entry leaves open."""
    block = page.blocks[index]
    text = page.quote(block.span)
    told_now = block.kind == "paragraph" and page.once(years_above)[index] is None
    published = page.once(published_on)[index] if told_now else None
    found = list(find_statements(text, published))
    if not found and block.kind != "heading":
        values = slices_of(text)
        entry = find_entry(text[: values[0].label[0]].rstrip(" /|,;·") if values else text)
        told = entry and (entry.kind != "agreement" or _headed(page, block))
        found = [entry] if entry and told else []
    for statement in found:
        if published and statement.date.edtf > published:
            continue
        open_ = statement.kind == "agreement" and leaves_open(text, statement.clause)
        kind = _headed(page, block) if open_ else None
        yield replace(statement, kind=kind or statement.kind)


def _headed(page: PageReading, block: Block) -> StageKind | None:
    """The kind of tie that a heading above a block, one beside that, or the page's title tells."""
    beside = page.once(kinds_of_sections)
    for depth in range(len(block.path), 0, -1):
        kind = stage_of_heading(block.path[depth - 1]) or beside.get(block.path[: depth - 1])
        if kind:
            return kind
    return stage_of_heading(page.title)


def _partners(
    parties: Parties, index: int, statement: Statement, before: str | None
) -> list[tuple[str, DateMention]]:
    """With whom a statement says it was signed, and when: one, or each of a list."""
    span = statement.clause.span
    others = {m.span.start: m.place for m in parties.others(index, span)}
    if len(set(others.values())) > 1 and len(statement.clause.dates) > 1:
        listed = pairs(statement.clause.dates, sorted(others.items()))
        if listed:
            return listed
    partner = counterpart(parties, index, statement.clause, before)
    return [(partner, statement.date)] if partner else []


def _told(
    page: PageReading,
    parties: Parties,
    index: int,
    sides: tuple[str, str],
    statement: Statement,
    date: DateMention,
    following: int | None,
) -> _Told:
    """A stage with its details, which a sentence without a date right behind may give."""
    block = page.blocks[index]
    whole = statement.clause.sentence
    source = source_of(page, moved(block, whole))
    if _tells_more(page.quote(block.span), statement.clause):
        whole = statement.clause.span
    stage = Stage(statement.kind, date.edtf, False, source)
    facts: list[Fact] = []
    sequels = _sequels(page.quote(block.span), statement.clause, following)
    about = takewhile(lambda c: counterpart(parties, index, c, sides[1]) == sides[1], sequels)
    for span in (whole, *(clause.span for clause in about)):
        inside = moved(block, span)
        text = page.quote(inside)
        signing = read_signing(text, placed_in(parties.setting.mentions[index], span))
        stage = _with_details(stage, signing, text)
        facts.extend(_detail_facts(page, tie_id(*sides), inside, signing))
    if stage.place is None and (held := venue_behind(page, parties, index, statement)):
        stage = _with_details(stage, held[1], page.quote(held[0]))
        facts.extend(_detail_facts(page, tie_id(*sides), *held))
    return sides, stage, facts


def _tells_more(text: str, clause: Clause) -> bool:
    """Whether other clauses of the same sentence tell what happened at other dates."""
    others = [other for other in dated_clauses(text) if other.sentence == clause.sentence]
    return sum(bool(other.dates) for other in others) > 1


def _sequels(text: str, clause: Clause, following: int | None) -> Iterator[Clause]:
    """The sentences right behind ``clause`` that go on about the signing without a date."""
    for other in dated_clauses(text):
        if other.span.start < clause.sentence.end:
            continue
        later = following is not None and other.span.start >= following
        if later or other.dates or not (tells_signing(other) or is_ceremony(other)):
            return
        yield other


def _with_details(stage: Stage, signing: Signing, text: str) -> Stage:
    def of(span: Span | None) -> str | None:
        return text[span.start : span.end].strip() if span else None

    return replace(
        stage,
        document=stage.document or of(signing.document),
        place=stage.place or of(signing.place),
        method=stage.method or of(signing.method),
        signatories=stage.signatories or signing.people,
    )


def _detail_facts(page: Page, subject: str, span: Span, signing: Signing) -> Iterator[Fact]:
    """What a sentence tells of a signing, as facts with the sentence as their source."""
    for name, attribute in _DETAILS.items():
        part: Span | None = getattr(signing, attribute)
        if part is not None:
            written = page.quote(Span(span.start + part.start, span.start + part.end)).strip()
            key = f"{page.id}!{span.start}:{name}"
            yield Fact(key, subject, name, Value("text", written), source_of(page, span))
    for part in signing.further:
        written = page.quote(Span(span.start + part.start, span.start + part.end)).strip()
        key = f"{page.id}!{span.start + part.start}:agreement"
        yield Fact(key, subject, "agreement", Value("text", written), source_of(page, span))
