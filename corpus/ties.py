"""Ties between two places and their stages, from labelled values and from statements."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import cast

from corpus.clauses import clauses_of, is_unfulfilled, sentences_of
from corpus.dates import DateMention, bounds, find_dates
from corpus.exchanges import words_pattern
from corpus.facts import tie_id
from corpus.labels import labelled_values
from corpus.language import block_language
from corpus.model import Block, Fact, Page, Source, Span, Stage, StageKind, Tie, Value
from corpus.setting import Setting
from corpus.text import fold_text
from corpus.wordlists import load_toml

STAGES: tuple[StageKind, ...] = ("intent", "memorandum", "agreement", "friendship", "sister")
# The order in which a document's words decide its stage, see stages.toml.
_PRECEDENCE: tuple[StageKind, ...] = ("intent", "memorandum", "sister", "friendship")
_FORMALITY = {kind: rank for rank, kind in enumerate(STAGES)}
# The length of a date in EDTF that says the month.
_MONTH = len("2000-01")
_PLACE_NOTE = re.compile(r"[/／]\s*(?P<place>[^()（）/]+?)\s*[)）]")


def stage_of(text: str) -> StageKind | None:
    """The stage whose document ``text`` names."""
    folded = fold_text(text)
    for kind in _PRECEDENCE:
        words = [w for ws in load_toml("stages.toml")[kind].values() for w in ws]
        if _pattern(tuple(words)).search(folded):
            return kind
    return None


def find_ties(page: Page, setting: Setting, facts: Iterable[Fact]) -> list[Tie]:
    """The ties of ``page`` with their stages, formal ones first, then by date."""
    stages: dict[tuple[str, str], list[Stage]] = defaultdict(list)
    for index, block in enumerate(page.blocks):
        parties = setting.parties(index)
        if parties and block.kind != "heading":
            stages[parties].extend(stated_stages(page, block))
    for parties, stage in list(_labelled_stages(page, setting, facts, stages)):
        stages[parties].append(stage)
    return [_tie(page, parties, found) for parties, found in stages.items()]


def stage_facts(ties: Iterable[Tie]) -> list[Fact]:
    """The stages that no label states, as facts of their own."""
    return [
        Fact(
            f"{stage.source.page}!{tie.id}:{stage.kind}:{number}",
            tie.id,
            "signed",
            Value("date", stage.date, stage.date),
            stage.source,
            stage=stage.kind,
        )
        for tie in ties
        for number, stage in enumerate(tie.stages)
        if stage.date
    ]


def find_beginnings(page: Page, setting: Setting) -> list[Fact]:
    """When a relationship began or was first proposed, where running text says so."""
    found = []
    for index, block in enumerate(page.blocks):
        parties = setting.parties(index)
        if parties is None or block.kind == "heading" or labelled_values(page, block):
            continue
        for number, (name, date, source) in enumerate(_beginnings(page, block)):
            value = Value("date", date.edtf, date.edtf)
            key = f"{page.id}!{block.span.start}:{name}:{number}"
            found.append(Fact(key, tie_id(*parties), name, value, source))
    return found


def merge_stages(stages: Iterable[Stage]) -> tuple[Stage, ...]:
    """One stage a document: formal first; a vaguer date of the same stage says nothing new."""
    kept: list[Stage] = []
    for stage in sorted(stages, key=_certainty):
        if not any(_same(stage, other) for other in kept):
            kept.append(stage)
    return tuple(sorted(kept, key=lambda s: (not s.formal, s.date or "9999", _FORMALITY[s.kind])))


def stated_stages(page: Page, block: Block) -> Iterator[Stage]:
    """Stages that ``block`` tells as signed: a document, a verb of signing and a date."""
    if labelled_values(page, block):
        return
    text = page.quote(block.span)
    dates = find_dates(text)
    whole = list(sentences_of(text))
    for span in clauses_of(text):
        sentence = text[span.start : span.end]
        kind = stage_of(sentence)
        mine = [date for date in dates if date.span.within(span)]
        if kind and mine and _is_signing(sentence):
            quote = next((s for s in whole if span.within(s)), span)
            moved = Span(block.span.start + quote.start, block.span.start + quote.end)
            date = _nearest(sentence, span, mine)
            yield Stage(kind, date.edtf, False, _source(page, moved), place=_place_note(sentence))


def _is_signing(sentence: str) -> bool:
    folded = fold_text(sentence)
    if is_unfulfilled(folded):
        return False
    if any(_has(words, folded) for words in (_verbs("anniversary"), _institutions())):
        return False
    return _has(_verbs("sign"), folded) and _has(_verbs("document"), folded)


def _nearest(sentence: str, span: Span, dates: list[DateMention]) -> DateMention:
    """Of several dates the one nearest to the verb of signing; in English one behind it first."""
    match = _pattern(_verbs("sign")).search(fold_text(sentence))
    verb = span.start + (match.start() if match else 0)
    english = block_language(sentence) == "en"
    return min(
        dates,
        key=lambda d: (english and d.span.start < verb, abs(d.span.start - verb)),
    )


def _place_note(sentence: str) -> str | None:
    """The place behind a date in brackets: ``(2016.10.13./한국 서초구)``."""
    match = _PLACE_NOTE.search(sentence)
    return match["place"] if match else None


def _beginnings(page: Page, block: Block) -> Iterator[tuple[str, DateMention, Source]]:
    text = page.quote(block.span)
    dates = find_dates(text)
    for span in sentences_of(text):
        folded = fold_text(text[span.start : span.end])
        mine = [date for date in dates if date.span.within(span)]
        moved = Span(block.span.start + span.start, block.span.start + span.end)
        if not mine or _has(_institutions(), folded) or is_unfulfilled(folded):
            continue
        if _has(_verbs("propose"), folded) and _has(_verbs("tie"), folded):
            yield "proposed", mine[0], _source(page, moved)
        elif _has(_verbs("begin"), folded) and _has(_verbs("relation"), folded):
            yield "began", mine[0], _source(page, moved)


def _labelled_stages(
    page: Page,
    setting: Setting,
    facts: Iterable[Fact],
    stated: Mapping[tuple[str, str], list[Stage]],
) -> Iterator[tuple[tuple[str, str], Stage]]:
    """The formal stage of each tie that labels describe: date, document, place and method."""
    described: dict[str, dict[str, Fact]] = defaultdict(dict)
    for fact in facts:
        described[fact.subject].setdefault(fact.property, fact)
    for partner in setting.all_partners():
        if setting.home is None:
            continue
        parties = (setting.home, partner)
        labelled = described.get(tie_id(*parties), {})
        if "signed" in labelled or "agreement" in labelled:
            yield parties, _labelled_stage(page, labelled, stated.get(parties, []))


def _labelled_stage(page: Page, labelled: dict[str, Fact], stated: list[Stage]) -> Stage:
    def text(name: str) -> str | None:
        return labelled[name].value.text if name in labelled else None

    document = text("agreement")
    signed = labelled.get("signed")
    source = (signed or labelled["agreement"]).source
    date = signed.value.edtf if signed else None
    kind = (stage_of(document) if document else None) or _told_kind(page, source, date, stated)
    return Stage(kind, date, True, source, document, text("signing_place"), text("method"))


def _told_kind(page: Page, source: Source, date: str | None, stated: list[Stage]) -> StageKind:
    """The kind of a document that no label names: stated with its date, or by a heading."""
    same = [stage for stage in stated if _at_date(stage, date)]
    if same:
        return max(same, key=lambda stage: (stage.date == date, _FORMALITY[stage.kind])).kind
    path = next((b.path for b in page.blocks if source.span.within(b.span)), ())
    for heading in (source.quote, *reversed(path), page.title):
        kind = _kind_of_heading(heading)
        if kind:
            return kind
    return "agreement"


def _at_date(stage: Stage, date: str | None) -> bool:
    """Whether a stage was signed at ``date``, or an agreement in the month of ``date``."""
    if date is None or stage.date is None:
        return False
    (low, high), (first, last) = bounds(stage.date), bounds(date)
    vaguer = len(stage.date) >= _MONTH and _FORMALITY[stage.kind] > _FORMALITY["agreement"]
    return (low, high) == (first, last) or (vaguer and low <= first and last <= high)


def _kind_of_heading(heading: str) -> StageKind | None:
    """The kind of tie that a heading speaks of, if of just one."""
    folded = fold_text(heading)
    kinds = load_toml("stages.toml")["heading"]
    found = [kind for kind in STAGES if kind in kinds and _has(tuple(kinds[kind]), folded)]
    return found[0] if len(found) == 1 else None


def _tie(page: Page, parties: tuple[str, str], stages: list[Stage]) -> Tie:
    merged = merge_stages(stages)
    if not any(stage.formal for stage in merged):
        merged = _formalise(merged)
    return Tie(tie_id(*parties), parties, merged, (page.id,))


def _formalise(stages: tuple[Stage, ...]) -> tuple[Stage, ...]:
    """Where no label says which stage is the formal one: the highest, by its earliest date."""
    if not stages:
        return stages
    highest = max(_FORMALITY[stage.kind] for stage in stages)
    leader = min((s for s in stages if _FORMALITY[s.kind] == highest), key=lambda s: s.date or "")
    return merge_stages(replace(s, formal=True) if s is leader else s for s in stages)


def _certainty(stage: Stage) -> tuple[bool, int]:
    return not stage.formal, -len(stage.date or "")


def _same(stage: Stage, other: Stage) -> bool:
    """Whether two stages are one: the same kind at dates of which one holds the other."""
    if stage.date is None or other.date is None:
        return stage.kind == other.kind
    (low, high), (first, last) = bounds(stage.date), bounds(other.date)
    overlapping = low <= last and first <= high
    return overlapping and (stage.kind == other.kind or (other.formal and low == first))


def _source(page: Page, span: Span) -> Source:
    quote = page.quote(span)
    return Source(page.id, span, quote, block_language(quote))


def _has(words: tuple[str, ...], folded: str) -> bool:
    return _pattern(words).search(folded) is not None


def _verbs(name: str) -> tuple[str, ...]:
    return cast("tuple[str, ...]", tuple(load_toml("stages.toml")["verbs"][name]))


def _institutions() -> tuple[str, ...]:
    return tuple(load_toml("stages.toml")["institutions"]["words"])


@lru_cache(maxsize=32)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return words_pattern(list(words))
