"""Sentences about exchanges: one, several, and how many people came."""

from __future__ import annotations

from dataclasses import replace

from corpus.model import Exchange, Source
from corpus.text import fold_text
from index.model import Sentence
from service.concepts import concepts_of
from service.draft import Draft
from service.lexicon import search

# An event's words are quoted whole up to this many characters, else by their best sentence.
QUOTE_LENGTH = 420
# Events named one by one in a sentence; the rest is counted.
NAMED = 12
# Exchanges sent along with an answer that names many.
SENT = 50


def tell_events(draft: Draft) -> str:
    """The exchanges in evidence."""
    exchanges = draft.evidence.exchanges
    if draft.evidence.verdict is False:
        known = replace(draft.evidence, verdict=None)
        asked = replace(draft.question, yes_no=False, period=None)
        return draft.verdict() + tell_events(replace(draft, evidence=known, question=asked))
    if len(exchanges) > 1 or draft.question.operation == "count":
        return draft.verdict() + _many(draft, exchanges)
    return draft.verdict() + _one(draft, exchanges[0])


def _one(draft: Draft, exchange: Exchange) -> str:
    people = draft.question.wants == "people" and exchange.people
    values = {
        "date": draft.voice.date(exchange.date, not people),
        "quote": _quote(draft, exchange),
        "what": _what(draft, exchange),
    }
    if people:
        return draft.voice.say("events.people", count=_people(exchange), **values)
    if draft.question.operation in ("first", "last"):
        return draft.voice.say(f"events.{draft.question.operation}", **values)
    yes = draft.question.yes_no and draft.evidence.verdict is None
    key = "events.yes" if yes else "events.one"
    return _capital(draft.voice.say(key, **values))


def _many(draft: Draft, exchanges: tuple[Exchange, ...]) -> str:
    shown = exchanges[:NAMED]
    items = [_item(draft, exchange) for exchange in shown]
    text = draft.voice.join(items) if draft.voice.language == "zh" else "; ".join(items)
    if draft.evidence.total > len(shown):
        text += draft.voice.say("events.more", count=draft.evidence.total - len(shown))
    return _counted(draft, "many", items=text)


def tell_crowd(draft: Draft) -> str:
    """The largest or the smallest of the delegations that are counted."""
    evidence = draft.evidence
    items = [_item(draft, exchange) for exchange in evidence.exchanges[:NAMED]]
    key = "smallest" if draft.question.operation == "smallest" else "largest"
    return draft.voice.say(
        f"events.{key}",
        people=_people(evidence.exchanges[0]),
        items=draft.voice.join(items) if draft.voice.language == "zh" else "; ".join(items),
        count=evidence.total,
    )


def lead_events(draft: Draft) -> str | None:
    """How many exchanges were found and are not sent; None where the answer does not list them."""
    evidence = draft.evidence
    listed = evidence.topic == "events" and len(evidence.exchanges) > 1
    # Of each, how many people came stands nowhere else.
    listed = listed and draft.question.wants != "people"
    return _counted(draft, "found") + _unsent(draft) if listed else None


def _unsent(draft: Draft) -> str:
    """That more were found than are sent along; nothing where all are."""
    more = draft.evidence.total - SENT
    return draft.voice.say("events.shown", shown=SENT, count=more) if more > 0 else ""


def _counted(draft: Draft, key: str, **values: str) -> str:
    period = period_note(draft) if draft.evidence.verdict is None else ""
    counted = {"count": draft.evidence.total, "period": period, **values}
    if len(draft.evidence.ties) == 1:
        return draft.voice.say(f"events.{key}", **draft.sides(draft.evidence.ties[0]), **counted)
    return draft.voice.say(f"events.{key}_places", **counted)


def _item(draft: Draft, exchange: Exchange) -> str:
    people = ""
    if draft.question.wants == "people" and exchange.people:
        people = f" ({_people(exchange)})"
    whose = exchange.actor or exchange.places[1]
    partner = f"{draft.name(whose)} " if len(draft.evidence.ties) > 1 else ""
    return (
        partner
        + draft.voice.say(
            "events.item",
            date=draft.voice.date(exchange.date, False),
            quote=_quote(draft, exchange),
            what=_what(draft, exchange),
        )
        + people
    )


def _what(draft: Draft, exchange: Exchange) -> str:
    """Who visited whom, or what kind of exchange it was, and how many came.

    For readers of another language than the quote's: to the others the quote says it itself.
    """
    if _source(draft, exchange).language == draft.voice.language:
        return ""
    if exchange.direction and "visit" in exchange.kinds:
        home, guest = exchange.direction[1], exchange.direction[0]
        text = draft.voice.say("events.visited", guest=draft.name(guest), home=draft.name(home))
    else:
        kinds = [draft.voice.kind(kind) for kind in exchange.kinds]
        text = draft.voice.say("events.of_kind", kinds=draft.voice.join(kinds)) if kinds else ""
    if exchange.people and draft.question.wants != "people":
        text += draft.voice.say("events.head_count", count=_people(exchange))
    return text


def _source(draft: Draft, exchange: Exchange) -> Source:
    """The words of the page: in the reader's language where the page has it."""
    own = [s for s in exchange.sources if s.language == draft.voice.language]
    sources = own or list(exchange.sources)
    if search("wants", "person", draft.question.bare):
        # Of several places that tell of one event the one that says who came.
        names = [leader.name for leader in exchange.leaders if leader.name]
        telling = [s for s in sources if any(name in s.quote for name in names)]
        sources = telling or sources
    return sources[0]


def _quote(draft: Draft, exchange: Exchange) -> str:
    """The exchange in the page's words."""
    source = _source(draft, exchange)
    sentence = draft.evidence.sentence
    if len(source.quote) > QUOTE_LENGTH and sentence and sentence.span.within(source.span):
        return _telling(draft, source, sentence)
    return source.quote


def _telling(draft: Draft, source: Source, best: Sentence) -> str:
    """The best sentence of a long quote, with the next one that has the same of the question."""
    text, end = draft.catalogue.index.pages[source.page].text, source.span.end
    asked = concepts_of(draft.question.bare) & concepts_of(fold_text(best.text))
    index = draft.catalogue.index
    for sentence in (index.sentences[row] for row in index.sentences_of(source.page)):
        if best.span.end <= sentence.span.start and sentence.span.end <= end:
            also = bool(asked) and asked <= concepts_of(fold_text(sentence.text))
            return text[best.span.start : sentence.span.end] if also else best.text
    return best.text


def period_note(draft: Draft) -> str:
    """The period that was asked about, in brackets; nothing where there is none."""
    period = draft.question.period
    if period is None or period.edtf is None:
        return ""
    return draft.voice.say("events.period", period=draft.voice.date(period.edtf, False))


def _people(exchange: Exchange) -> str:
    """The head count, in the parts that the page gives."""
    return " + ".join(str(count) for count in exchange.people)


def _capital(text: str) -> str:
    """A first letter in upper case: English sentences may begin with "on" or "in"."""
    return text[:1].upper() + text[1:]
