"""What was not understood: labels, names of places, sections and pages about nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.gazetteer import Mention
from corpus.labels import unknown_labels
from corpus.model import SPECIFIC, Block, Source, Span, is_unnamed
from corpus.setting.local_places import unknown_names
from service.examined import Examined
from service.findings import Finding, checks, finding

# Addresses on the web and of mail, whose parts are no names of places.
_ADDRESS = re.compile(
    r"[^\s@]{0,64}(?:@|://|www\.)[^\s()（）]{0,256}|[\w-]{1,64}(?:\.[\w-]{1,64}){2,8}"
)
# The longest unknown name, and how much of a heading names are that is a partner's.
_LONGEST = 24
_MOSTLY = 0.5


def words_not_understood(page: Examined) -> Iterator[Finding]:
    """Labels, names and sections that nothing was made of, and what the page lacks as a whole."""
    for span in unknown_labels(page.page):
        yield finding("label", page.written(span))
    yield from _names(page)
    yield from _empty_sections(page)
    yield from _missing(page)


def _names(page: Examined) -> Iterator[Finding]:
    """Names that mean several places, that only this page knows, or that nobody does, once each."""
    extraction = page.extraction
    near = tuple(p for p in (extraction.knowledge.home, *extraction.partners()) if p)
    seen: set[str] = set()
    for block in page.page.blocks:
        text, base = page.page.quote(block.span), block.span.start
        addresses = [Span(*match.span()) for match in _ADDRESS.finditer(text)]
        for mention in extraction.gazetteer.find(text, near):
            name = _key(page, mention, text)
            if name and name not in seen and not _inside(mention.span, addresses):
                seen.add(name)
                yield _name(page, mention, _moved(mention.span, base))
        for unknown in unknown_names(text, extraction.gazetteer):
            name = text[unknown.start : unknown.end]
            if name not in seen and _may_be_place(text, unknown):
                seen.add(name)
                yield finding("unlinked", page.written(_moved(unknown, base)))


def _key(page: Examined, mention: Mention, text: str) -> str | None:
    """What a questionable name is told under: itself, or the place that only the page knows."""
    if len(mention.places) > 1:
        return text[mention.span.start : mention.span.end]
    is_local = any(place.id == mention.place for place in page.extraction.knowledge.places)
    return mention.place if is_local else None


def _name(page: Examined, mention: Mention, span: Span) -> Finding:
    if len(mention.places) == 1:
        return finding("local", page.written(span))
    choices = " or ".join(_with_parent(page, place) for place in mention.places)
    return finding("homonym", page.written(span), choices=choices)


def _may_be_place(text: str, span: Span) -> bool:
    """Whether an unknown name stands by itself and does not end as words that are no names do."""
    name, before = text[span.start : span.end], text[: span.start][-1:]
    ends = tuple(checks()["_names"]["no_names"])
    return len(name) <= _LONGEST and not before.isalnum() and not name.endswith(ends)


def _inside(span: Span, others: list[Span]) -> bool:
    return any(span.within(other) for other in others)


def _moved(span: Span, base: int) -> Span:
    return Span(base + span.start, base + span.end)


def _with_parent(page: Examined, place: str) -> str:
    """A place with what contains it: homonyms have the same name."""
    extraction = page.extraction
    outer = extraction.gazetteer.ancestors(place)[:1]
    return ", ".join(extraction.name(each) for each in (place, *outer))


def _empty_sections(page: Examined) -> Iterator[Finding]:
    """Headings that name one partner, with nothing understood up to the next such heading."""
    # That a heading names a partner, the only thing a bare list tells, is nothing of its section.
    blocks = page.page.blocks
    headings = {block.span for block in blocks if block.kind == "heading"}
    bare = {
        stage.source.span
        for tie in page.extraction.knowledge.ties
        for stage in tie.stages
        if stage.date is None and stage.source.span in headings
    }
    sources = [source.span for source in _sources(page) if source.span not in bare]
    for index, block in enumerate(blocks):
        if block.kind != "heading" or not _names_partner(page, block):
            continue
        end = next(
            (b.span.start for b in blocks[index + 1 :] if _ends_section(block, b)),
            len(page.page.text),
        )
        if end > block.span.end and not any(block.span.start <= s.start < end for s in sources):
            yield finding("empty_section", page.written(block.span))


def _ends_section(heading: Block, block: Block) -> bool:
    return block.kind == "heading" and block.depth <= heading.depth


def _names_partner(page: Examined, heading: Block) -> bool:
    """Whether a heading is the name of a city, county or district that is not the page's own."""
    extraction, home = page.extraction, page.extraction.knowledge.home
    text = page.page.quote(heading.span)
    mentions = extraction.gazetteer.find(text)
    named = sum(mention.span.end - mention.span.start for mention in mentions)
    return named >= _MOSTLY * len(text) and any(
        extraction.gazetteer.places[mention.place].kind in SPECIFIC
        and not (home and extraction.gazetteer.related(mention.place, home))
        for mention in mentions
    )


def _sources(page: Examined) -> Iterator[Source]:
    knowledge = page.extraction.knowledge
    yield from (fact.source for fact in knowledge.facts)
    yield from (stage.source for tie in knowledge.ties for stage in tie.stages)
    yield from (source for exchange in knowledge.exchanges for source in exchange.sources)


def _missing(page: Examined) -> Iterator[Finding]:
    """What the page as a whole does not say."""
    contact = page.page.contact
    lacking = {
        "no_partner": not page.extraction.partners(),
        "no_home": page.extraction.knowledge.home is None,
        "no_date": page.page.updated is None,
        "no_address": page.page.url is None,
        "no_contact": not (contact.department or contact.phone),
    }
    yield from (finding(check, page.whole()) for check, lacks in lacking.items() if lacks)
    yield from _unnamed(page)


def _unnamed(page: Examined) -> Iterator[Finding]:
    """Ties and exchanges of a publisher whom nothing names."""
    knowledge = page.extraction.knowledge
    if is_unnamed(knowledge.home):
        ties, exchanges = len(knowledge.ties), len(knowledge.exchanges)
        yield finding("unnamed", page.whole(), ties=ties, exchanges=exchanges)
