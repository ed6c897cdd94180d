"""The sheet of a page: all that was extracted, for a person to check against the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from corpus.model import Exchange, Fact, Person, Stage, Tie
from index import records
from service.extraction import Extraction
from service.render import render_number
from service.tables import Entry, Group, one_line, render_groups, shorten

# Columns that a value takes at most; its quote has all of it.
_WIDEST_VALUE = 60
_FACTS = ("property", "value", "as of")
_STAGES = ("stage", "date", "at", "by")
_EXCHANGES = ("date", "who went", "kinds", "people")


def show_sheet(extraction: Extraction, widest: int | None) -> str:
    """Header, facts by what they are about, stages of ties, exchanges by tie, and linked names.

    ``widest`` is the width of the terminal in columns; None where it is none, and nothing is cut.
    """
    knowledge = extraction.knowledge
    parts = ["\n".join(_header(extraction))]
    sections = [
        ("facts", _FACTS, len(knowledge.facts), _fact_groups(extraction)),
        ("ties", _STAGES, len(knowledge.ties), _tie_groups(extraction)),
        ("exchanges", _EXCHANGES, len(knowledge.exchanges), _exchange_groups(extraction)),
    ]
    for name, headers, count, groups in sections:
        parts.append(f"{name.upper()} ({count})")
        if count:
            parts.append(render_groups(headers, list(groups), widest))
    names = list(_name_lines(extraction))
    parts.append(f"NAMES ({len(names)})")
    if names:
        parts.append("\n".join(names))
    return "\n\n".join(parts)


def sheet_json(extraction: Extraction) -> bytes:
    """The page with all places, names, facts, ties and exchanges, with spans and quotes."""
    knowledge = extraction.knowledge
    return records.dump(
        {
            "page": extraction.page,
            "home": knowledge.home,
            "places": extraction.places(),
            "facts": knowledge.facts,
            "ties": knowledge.ties,
            "exchanges": knowledge.exchanges,
            "names": extraction.names(),
        }
    )


def show_value(fact: Fact) -> str:
    """The typed value of a fact with its unit and marks; one that is uncertain as written."""
    value = fact.value
    number = value.number is not None and not fact.uncertain
    text = value.edtf or (render_number(value.number or 0.0, "en") if number else value.text)
    unit = value.unit if number else None
    about = "about" if fact.approximate and number else None
    counts = " + ".join(f"{count.number} {count.of}" for count in value.counts)
    parts = [about, text, unit, counts and f"= {counts}", fact.uncertain and "(uncertain)"]
    return one_line(" ".join(part for part in parts if part))


def _header(extraction: Extraction) -> Iterator[str]:
    page, home = extraction.page, extraction.knowledge.home
    yield page.title
    yield f"  page     {page.id} · {' '.join(page.languages)} · {page.url or 'no address'}"
    yield f"  home     {_title(extraction, (home,)) if home else 'not known'}"
    yield f"  updated  {page.updated or 'not stated'}"
    contact = page.contact.department, page.contact.phone, page.contact.address
    yield f"  contact  {' · '.join(filter(None, contact)) or 'not stated'}"


def _fact_groups(extraction: Extraction) -> Iterator[Group]:
    for subject in dict.fromkeys(fact.subject for fact in extraction.knowledge.facts):
        facts = [fact for fact in extraction.knowledge.facts if fact.subject == subject]
        title = _title(extraction, extraction.sides(subject))
        yield Group(title, [_fact_entry(fact) for fact in facts])


def _fact_entry(fact: Fact) -> Entry:
    name = f"{fact.property} ({fact.stage})" if fact.stage else fact.property
    value = shorten(show_value(fact), _WIDEST_VALUE)
    return Entry((name, value, fact.as_of or ""), one_line(fact.source.quote))


def _tie_groups(extraction: Extraction) -> Iterator[Group]:
    for tie in extraction.knowledge.ties:
        stages = [_stage_entry(stage) for stage in tie.stages]
        yield Group(_title(extraction, tie.places) + _formal(tie), stages)


def _formal(tie: Tie) -> str:
    formal = next((stage for stage in tie.stages if stage.formal), None)
    return f" · {formal.kind} since {formal.date or 'an unknown day'}" if formal else ""


def _stage_entry(stage: Stage) -> Entry:
    cells = stage.kind, stage.date or "", stage.place or "", stage.method or ""
    notes = []
    if stage.document:
        notes.append(f"document: {one_line(stage.document)}")
    if stage.signatories:
        notes.append(f"signed by {show_people(stage.signatories)}")
    return Entry(cells, one_line(stage.source.quote), notes)


def _exchange_groups(extraction: Extraction) -> Iterator[Group]:
    for tie in dict.fromkeys(exchange.tie for exchange in extraction.knowledge.exchanges):
        told = [e for e in extraction.knowledge.exchanges if e.tie == tie]
        title = _title(extraction, told[0].places)
        yield Group(f"{title} ({len(told)})", [_exchange_entry(e, extraction) for e in told])


def _exchange_entry(exchange: Exchange, extraction: Extraction) -> Entry:
    cells = (
        exchange.date,
        _route(exchange, extraction),
        " ".join(exchange.kinds),
        " + ".join(map(str, exchange.people)),
    )
    quotes = [one_line(source.quote) for source in exchange.sources]
    notes = [f"led by {show_people(exchange.leaders)}"] if exchange.leaders else []
    return Entry(cells, quotes[0], [*notes, *(f"“{quote}”" for quote in quotes[1:])])


def show_people(people: Iterable[Person]) -> str:
    """Names with their offices, as written."""
    return ", ".join(
        f"{person.name} ({person.office})"
        if person.name and person.office
        else person.name or person.office or ""
        for person in people
    )


def _route(exchange: Exchange, extraction: Extraction) -> str:
    if exchange.direction:
        return " → ".join(map(extraction.name, exchange.direction))
    return f"({extraction.name(exchange.actor)})" if exchange.actor else ""


def _name_lines(extraction: Extraction) -> Iterator[str]:
    """Each place with the names it has on the page, and names that may mean several."""
    written: dict[tuple[str, ...], list[str]] = {}
    for name in extraction.names():
        times = f" ×{name.times}" if name.times > 1 else ""
        written.setdefault(name.places, []).append(f"{one_line(name.written)}{times}")
    for places, names in written.items():
        sure = len(places) == 1
        meant = extraction.name(places[0]) if sure else f"one of {_choices(extraction, places)}?"
        identity = f" [{places[0]}]" if sure else ""
        yield f"  {', '.join(names)} → {meant}{identity}"


def _choices(extraction: Extraction, places: Sequence[str]) -> str:
    return ", ".join(f"{extraction.name(place)} [{place}]" for place in places)


def _title(extraction: Extraction, places: Sequence[str]) -> str:
    """Names for a heading: the English one, and the one in the page's own language."""
    return " – ".join(_both_names(extraction, place) for place in places)


def _both_names(extraction: Extraction, place: str) -> str:
    known = extraction.gazetteer.places.get(place)
    if known is None:
        return place
    own = known.name(next(iter(extraction.page.languages), "en"))
    return known.name("en") if own == known.name("en") else f"{known.name('en')} ({own})"
