"""All that the pages say of one tie, gathered for a page to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from corpus.model import Fact, Page, Source, Tie
from service.api import FactView
from service.exchanges.rows import Row, make_row
from service.staff.desk import Desk
from service.staff.templates import say
from service.views import fact_view

# What the stages and the sources tell already.
_TOLD = frozenset({"signed", "agreement", "signing_place", "method", "signatories", "exchanges"})
_ABOUT_PAGE = frozenset({"phone", "department", "address", "updated", "fax", "email"})


@dataclass(frozen=True, slots=True)
class StageLine:
    """A stage in words, its date, where it was signed (as written), and where that is said."""

    name: str
    date: str
    place: str
    source: Source


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact in words, and where it is said."""

    label: str
    display: str
    note: str
    language: str | None
    source: Source


@dataclass(frozen=True, slots=True)
class Section:
    """Facts under one heading."""

    heading: str
    lines: list[FactLine]

    @property
    def by_label(self) -> list[tuple[str, list[FactLine]]]:
        """The lines with each label that several in a row share said once."""
        return [(label, list(same)) for label, same in groupby(self.lines, lambda line: line.label)]


@dataclass(frozen=True, slots=True)
class Briefing:
    """One page about a tie; ``years`` has the exchanges newest first."""

    tie: Tie
    title: str
    made: str
    stages: list[StageLine]
    sections: list[Section]
    years: list[tuple[str, list[Row]]]
    number: int
    sources: list[Page]

    def mark(self, source: Source) -> int:
        """The number under which the page of ``source`` stands among the sources."""
        return [page.id for page in self.sources].index(source.page) + 1


def make_briefing(desk: Desk, tie: Tie) -> Briefing:
    """The briefing of a tie in the visitor's language."""
    catalogue, voice = desk.console.catalogue, desk.voice
    home, partner = map(desk.name, tie.places)
    rows = [make_row(desk.reader, exchange) for exchange in reversed(catalogue.exchanges([tie]))]
    facts = [f for f in catalogue.index.facts if f.subject in (tie.id, tie.places[1])]
    pages = dict.fromkeys(_pages(tie, facts, rows))
    today = desk.console.settings.now().isoformat()
    return Briefing(
        tie=tie,
        title=say(voice, "briefing.title", home=home, partner=partner),
        made=say(voice, "briefing.made", date=voice.date(today, False)),
        stages=_stages(desk, tie),
        sections=list(_sections(desk, tie, facts, partner)),
        years=_by_year(rows),
        number=len(rows),
        sources=[catalogue.index.pages[page] for page in pages],
    )


def _stages(desk: Desk, tie: Tie) -> list[StageLine]:
    voice = desk.voice
    return [
        StageLine(
            name=say(voice, f"stage.{stage.kind}"),
            date=voice.date(stage.date, False) if stage.date else say(voice, "ties.undated"),
            place=stage.place or "",
            source=stage.source,
        )
        for stage in sorted(tie.stages, key=lambda stage: stage.date or "9")
    ]


def _sections(desk: Desk, tie: Tie, facts: list[Fact], partner: str) -> Iterator[Section]:
    headings = (
        (tie.id, say(desk.voice, "briefing.tie_facts")),
        (tie.places[1], say(desk.voice, "briefing.facts", name=partner)),
    )
    for subject, heading in headings:
        wanted = [f for f in facts if f.subject == subject and _is_told(f)]
        lines = [_fact_line(desk, fact) for fact in wanted]
        if lines:
            yield Section(heading, lines)


def _is_told(fact: Fact) -> bool:
    return fact.property not in _TOLD | _ABOUT_PAGE


def _fact_line(desk: Desk, fact: Fact) -> FactLine:
    view: FactView = fact_view(fact, desk.console.catalogue, desk.voice)
    notes = []
    if fact.as_of:
        date = desk.voice.date(fact.as_of, False)
        notes.append(say(desk.voice, "briefing.as_of", date=date))
    if fact.uncertain:
        notes.append(say(desk.voice, "briefing.uncertain"))
    written = fact.value.edtf is None and (fact.value.number is None or fact.uncertain)
    language = fact.source.language if written else None
    return FactLine(view.label, view.display, ", ".join(notes), language, fact.source)


def _pages(tie: Tie, facts: Iterable[Fact], rows: Iterable[Row]) -> Iterator[str]:
    """The pages that anything is from, in the order of the briefing."""
    yield from (stage.source.page for stage in tie.stages)
    yield from (fact.source.page for fact in facts if _is_told(fact))
    yield from (row.exchange.sources[0].page for row in rows)


def _by_year(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    years: dict[str, list[Row]] = {}
    for row in rows:
        years.setdefault(row.exchange.first[:4], []).append(row)
    return list(years.items())
