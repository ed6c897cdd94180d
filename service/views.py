"""Facts, exchanges and passages as the API shows them."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.model import Exchange, Fact, Page, Passage, Person, Source, Span
from index.model import Hit, Sentence
from service.api import (
    CountView,
    ExchangeView,
    FactView,
    PageView,
    PassageView,
    PersonView,
    QuoteView,
    SubjectView,
)
from service.catalogue import Catalogue
from service.model import CLAIMING, Evidence
from service.wording import Voice


def fact_view(fact: Fact, catalogue: Catalogue, voice: Voice) -> FactView:
    """A fact with its typed value and how the reader would write it."""
    page = catalogue.index.pages[fact.source.page]
    value = fact.value
    return FactView(
        subject=subject_view(fact.subject, catalogue, voice),
        property=fact.property,
        label=voice.label(fact.property),
        value=_typed(fact),
        unit=value.unit,
        display=_display(fact, voice),
        as_of=fact.as_of,
        approximate=fact.approximate,
        uncertain=fact.uncertain,
        stage=fact.stage,
        counts=[CountView(number=count.number, of=count.of) for count in value.counts],
        page=page.id,
        url=page.url,
        quote=fact.source.quote,
        language=fact.source.language,
        span=(fact.source.span.start, fact.source.span.end),
    )


def subject_view(subject: str, catalogue: Catalogue, voice: Voice) -> SubjectView:
    """A place by its name, a tie by the names of its two sides."""
    tie = catalogue.ties.get(subject)
    places = tie.places if tie else (subject,)
    return SubjectView(
        id=subject, name=" – ".join(catalogue.name(place, voice) for place in places)
    )


def exchange_view(exchange: Exchange, catalogue: Catalogue, voice: Voice) -> ExchangeView:
    """An exchange with its quotes."""
    return ExchangeView(
        id=exchange.id,
        tie=exchange.tie,
        places=[subject_view(place, catalogue, voice) for place in exchange.places],
        date=exchange.date,
        display_date=voice.date(exchange.date, False),
        kinds=list(exchange.kinds),
        direction=exchange.direction,
        people=list(exchange.people),
        leaders=[person_view(person) for person in exchange.leaders],
        actor=exchange.actor,
        quotes=[quote_view(source) for source in exchange.sources],
    )


def person_view(person: Person) -> PersonView:
    """Someone whom a page names."""
    return PersonView(name=person.name, office=person.office, place=person.place)


def quote_view(source: Source) -> QuoteView:
    """The words of a page that say something."""
    return QuoteView(
        page=source.page,
        text=source.quote,
        language=source.language,
        span=(source.span.start, source.span.end),
    )


def passage_views(evidence: Evidence, catalogue: Catalogue) -> list[PassageView]:
    """The passages the answer rests on, its sources highlighted, then the others found."""
    sources = evidence_sources(evidence)
    cited = _citing(sources, catalogue)
    scores = {hit.passage.id: hit.score for hit in evidence.hits}
    top = max(scores.values(), default=0.0)
    shown = [passage_view(p, catalogue, sources, scores.get(p.id, top)) for p in cited]
    rest = [hit for hit in evidence.hits if hit.passage.id not in {p.id for p in cited}]
    return shown + [hit_view(hit, catalogue) for hit in rest]


def hit_view(hit: Hit, catalogue: Catalogue) -> PassageView:
    """A found passage with nothing highlighted."""
    return passage_view(hit.passage, catalogue, (), hit.score)


def passage_view(
    passage: Passage, catalogue: Catalogue, sources: Iterable[Source], score: float
) -> PassageView:
    """A passage with the parts highlighted that ``sources`` quote."""
    page = catalogue.index.pages[passage.page]
    marks = {mark for s in sources if s.page == page.id for mark in _marks(passage, s.span)}
    return PassageView(
        id=passage.id,
        page=page_view(page, passage.language),
        heading=list(passage.heading),
        text=passage.text,
        highlights=sorted(marks),
        score=round(score, 4),
    )


def page_view(page: Page, language: str) -> PageView:
    """What is told of a page beside its words, which are in ``language``."""
    return PageView(
        id=page.id, title=page.title, publisher=page.publisher, url=page.url, language=language
    )


def evidence_sources(evidence: Evidence) -> list[Source]:
    """Every quote that the answer really uses."""
    if evidence.parts:
        claims = (part for _, part in evidence.parts if part.status in CLAIMING)
        return [source for part in claims for source in evidence_sources(part)]
    sources = [fact.source for fact in evidence.facts]
    sources += [source for exchange in evidence.exchanges for source in exchange.sources]
    if evidence.stage:
        others = [stage.source for tie in evidence.ties for stage in tie.stages]
        sources = [*sources, evidence.stage.source, *others]
    if evidence.topic in ("partners", "matching"):
        sources += [s.source for tie in evidence.ties for s in tie.stages if s.formal]
    if evidence.sentence and evidence.topic == "sentence":
        sources += [Source(s.page, s.span, s.text, s.language) for s in _said(evidence)]
    return sources


def _said(evidence: Evidence) -> tuple[Sentence, ...]:
    """The sentences that an answer quotes."""
    return (evidence.sentence, *evidence.more) if evidence.sentence else ()


def _citing(sources: list[Source], catalogue: Catalogue) -> list[Passage]:
    """The passages that hold the sources, in the order of the sources."""
    cited: dict[str, Passage] = {}
    for source in sources:
        for row in catalogue.rows(source.page, source.span):
            passage = catalogue.passage(catalogue.index.sentences[row].passage)
            cited.setdefault(passage.id, passage)
    return list(cited.values())


def _marks(passage: Passage, span: Span) -> Iterable[tuple[int, int]]:
    """Where ``span`` of the page shows in the passage's text, piece by piece."""
    position = 0
    for piece in passage.spans:
        start, end = max(piece.start, span.start), min(piece.end, span.end)
        if start < end:
            yield position + start - piece.start, position + end - piece.start
        position += piece.end - piece.start + 1


def _typed(fact: Fact) -> str | float | int:
    value = fact.value
    if value.edtf is not None:
        return value.edtf
    if value.number is not None:
        return int(value.number) if value.number == int(value.number) else value.number
    return value.text


def _display(fact: Fact, voice: Voice) -> str:
    if fact.value.edtf:
        return voice.date(fact.value.edtf, False)
    if fact.value.number is None or fact.uncertain:
        return fact.value.text
    value = voice.quantity(fact)
    return voice.say("answers.about", value=value) if fact.approximate else value
