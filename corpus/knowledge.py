"""All that a page tells: its ties, facts and exchanges; and the joining of several pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from corpus.exchanges import find_exchanges
from corpus.facts import find_facts, tie_id
from corpus.gazetteer import Gazetteer
from corpus.local_places import find_local_places
from corpus.model import Fact, Knowledge, Page, Span, StageKind, Tie
from corpus.setting import Setting, find_setting
from corpus.ties import find_beginnings, find_ties, merge_stages, stage_facts


def extract(page: Page, gazetteer: Gazetteer) -> Knowledge:
    """The knowledge of one page; every source's span reproduces its quote."""
    local = find_local_places(page, gazetteer)
    if local:
        gazetteer = gazetteer.with_places(local)
    setting = find_setting(page, gazetteer)
    labelled = list(_by_column(page, setting, find_facts(page, setting)))
    ties = find_ties(page, setting, labelled)
    known = {(fact.subject, fact.source.span) for fact in labelled if fact.property == "signed"}
    staged = [f for f in stage_facts(ties) if (f.subject, f.source.span) not in known]
    formal = {(t.id, s.source.span): s.kind for t in ties for s in t.stages if s.formal}
    labelled = [_with_stage(fact, formal) for fact in labelled]
    return Knowledge(
        ties=tuple(ties),
        facts=(*labelled, *staged, *find_beginnings(page, setting)),
        exchanges=tuple(find_exchanges(page, setting, gazetteer)),
        places=local,
        home=setting.home,
    )


def _with_stage(fact: Fact, formal: Mapping[tuple[str, Span], StageKind]) -> Fact:
    """A labelled date of signing with the stage that its tie's document makes it."""
    return replace(fact, stage=formal.get((fact.subject, fact.source.span)))


def _by_column(page: Page, setting: Setting, facts: Iterable[Fact]) -> Iterator[Fact]:
    """Facts with those of a table's columns given to the places that head the columns."""
    rows = [(index, page.blocks[index].span) for index in setting.columns]
    for fact in facts:
        index = next((i for i, span in rows if fact.source.span.within(span)), None)
        partner = None if index is None else setting.partners[index]
        owner = None if index is None else setting.owner(index, fact.source.span)
        if owner is None or partner is None or owner == partner:
            yield fact
        elif fact.subject == partner:
            yield replace(fact, subject=owner)
        elif setting.home and owner != setting.home:
            yield replace(fact, subject=tie_id(setting.home, owner))


def merge(parts: Iterable[Knowledge]) -> Knowledge:
    """The knowledge of several pages: ties joined by their places, all else side by side."""
    parts = list(parts)
    return Knowledge(
        ties=tuple(_join(tie for part in parts for tie in part.ties)),
        facts=tuple(fact for part in parts for fact in part.facts),
        exchanges=tuple(exchange for part in parts for exchange in part.exchanges),
        places=tuple(place for part in parts for place in part.places),
    )


def _join(ties: Iterable[Tie]) -> Iterable[Tie]:
    groups: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        groups[tie.id].append(tie)
    for same in groups.values():
        stages = merge_stages(stage for tie in same for stage in tie.stages)
        pages = tuple(dict.fromkeys(page for tie in same for page in tie.pages))
        yield replace(same[0], stages=stages, pages=pages)
