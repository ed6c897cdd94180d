"""All that a page tells: its ties, facts and exchanges; and the joining of several pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.exchanges.exchanges import find_exchanges
from corpus.facts.facts import find_facts
from corpus.gazetteer import Gazetteer
from corpus.model import Knowledge, Page, Place, Tie, sides_of
from corpus.page_reading import PageReading
from corpus.setting import Setting, find_setting
from corpus.setting.homonym_homes import homonym_home
from corpus.setting.local_places import find_local_places
from corpus.setting.own_names import is_rather, own_places
from corpus.setting.parties import Parties
from corpus.setting.province_partners import partner_provinces
from corpus.setting.unnamed import is_article, tells_of_own_partners, unnamed_publisher
from corpus.ties.beginnings import beginning_facts
from corpus.ties.stages import formalise
from corpus.ties.ties import find_ties, stage_facts


def extract(page: Page, gazetteer: Gazetteer) -> Knowledge:
    """The knowledge of one page; every source's span reproduces its quote."""
    page = PageReading.of(page)
    provinces = partner_provinces(page, gazetteer)
    if provinces:
        gazetteer = gazetteer.with_places(provinces)
    local = find_local_places(page, gazetteer)
    if local:
        gazetteer = gazetteer.with_places(local)
    setting = find_setting(page, gazetteer)
    for own, *namesakes in _own_places(page, gazetteer, setting):
        if any(place.id == setting.home != own.parent for place in namesakes):
            continue
        laid_over = gazetteer.with_places((own, *namesakes))
        other = find_setting(page, laid_over)
        if other.home == own.id and is_rather(own.id, setting.home, page, laid_over):
            known = own.id in gazetteer.places
            local = local if known else (*local, own)
            gazetteer, setting = laid_over, other
            break
    unnamed = _of_unnamed(page, local, gazetteer) if setting.home is None else None
    return unnamed or _knowledge(page, Parties(page, setting, gazetteer), local)


def _of_unnamed(
    page: PageReading, local: tuple[Place, ...], gazetteer: Gazetteer
) -> Knowledge | None:
    """The knowledge of a page on the partners of a publisher whom it does not name.

    None where it tells no tie and no exchange of them. Of the publisher itself it tells nothing.
    """
    own = unnamed_publisher(page)
    laid_over = gazetteer.with_places((own,))
    parties = Parties(page, find_setting(page, laid_over, own.id), laid_over)
    if not tells_of_own_partners(page, parties):
        return None
    known = _knowledge(page, parties, (*local, own))
    sides = [tie.places for tie in known.ties] + [event.places for event in known.exchanges]
    told = {place for pair in sides for place in pair}
    if not told or is_article(page, parties, told):
        return None
    facts = tuple(fact for fact in known.facts if fact.subject != own.id)
    return replace(known, facts=facts)


def _knowledge(page: PageReading, parties: Parties, local: tuple[Place, ...]) -> Knowledge:
    """All that ``page`` tells of ``parties``; ``local`` are the places that only it names."""
    setting, gazetteer = parties.setting, parties.gazetteer
    labelled = find_facts(page, parties)
    ties, details = find_ties(page, parties, labelled)
    undated = [fact for fact in labelled if fact.property != "signed"]
    signed = stage_facts(ties, labelled)
    return Knowledge(
        ties=tuple(ties),
        facts=(*undated, *signed, *details, *beginning_facts(page, parties)),
        exchanges=tuple(find_exchanges(page, setting, gazetteer, _partners(ties, setting.home))),
        places=local,
        home=setting.home,
    )


def _own_places(
    page: PageReading, gazetteer: Gazetteer, setting: Setting
) -> Iterator[tuple[Place, ...]]:
    """Places that may be the page's own although the gazetteer cannot tell so, with namesakes."""
    namesakes = homonym_home(page, gazetteer) if setting.home is None else ()
    if namesakes:
        yield namesakes
    yield from own_places(page, gazetteer)


def _partners(ties: Iterable[Tie], home: str | None) -> frozenset[str]:
    """The places that ``home`` has a tie with."""
    return frozenset(place for tie in ties if home in tie.places for place in tie.places) - {home}


def merge(parts: Iterable[Knowledge]) -> Knowledge:
    """The knowledge of several pages: ties joined by their places, all else side by side."""
    parts = list(parts)
    return Knowledge(
        ties=tuple(join_ties(tie for part in parts for tie in every_tie(part))),
        facts=tuple(fact for part in parts for fact in part.facts),
        exchanges=tuple(exchange for part in parts for exchange in part.exchanges),
        places=tuple(place for part in parts for place in part.places),
    )


def every_tie(part: Knowledge) -> tuple[Tie, ...]:
    """The ties of a page, and one without a stage for places of whose agreement it says nothing.

    So every exchange is of a tie, and every fact about two places.
    """
    return (*part.ties, *_implied(part))


def _implied(part: Knowledge) -> Iterator[Tie]:
    """Ties without a stage, of places about whose agreement the page says nothing."""
    known = {tie.id for tie in part.ties}
    told = [
        (exchange.tie, exchange.places, exchange.sources[0].page) for exchange in part.exchanges
    ]
    for fact in part.facts:
        one, *rest = sides_of(fact.subject)
        for other in rest:
            places = (other, one) if other == part.home else (one, other)
            told.append((fact.subject, places, fact.source.page))
    for tie, places, page in told:
        if tie not in known:
            known.add(tie)
            yield Tie(tie, places, (), (page,))


def join_ties(ties: Iterable[Tie]) -> Iterator[Tie]:
    """One tie for all of the same places, in the order of their first."""
    groups: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        groups[tie.id].append(tie)
    for same in groups.values():
        stages = formalise(stage for tie in same for stage in tie.stages)
        pages = tuple(dict.fromkeys(page for tie in same for page in tie.pages))
        yield replace(same[0], stages=stages, pages=pages)
