"""Sentences about exchanges: one, several, and how many people came."""

from __future__ import annotations

from corpus.model import Exchange
from service.draft import Draft

# An event's words are quoted whole up to this many characters, else by their best sentence.
QUOTE_LENGTH = 420
# Events named one by one in a sentence; the rest is counted.
NAMED = 12


def tell_events(draft: Draft) -> str:
    """The exchanges in evidence."""
    exchanges = draft.evidence.exchanges
    if len(exchanges) > 1 or draft.question.operation == "count":
        return _many(draft, exchanges)
    exchange = exchanges[0]
    people = draft.question.wants == "people" and exchange.people
    values = {"date": draft.voice.date(exchange.date, not people), "quote": _quote(draft, exchange)}
    if people:
        return draft.voice.say("events.people", count=_people(exchange), **values)
    if draft.question.operation in ("first", "last"):
        return draft.voice.say(f"events.{draft.question.operation}", **values)
    key = "events.yes" if draft.question.yes_no else "events.one"
    return _capital(draft.voice.say(key, **values))


def _many(draft: Draft, exchanges: tuple[Exchange, ...]) -> str:
    shown = exchanges[:NAMED]
    items = [_item(draft, exchange) for exchange in shown]
    text = draft.voice.join(items) if draft.voice.language == "zh" else "; ".join(items)
    if draft.evidence.total > len(shown):
        text += draft.voice.say("events.more", count=draft.evidence.total - len(shown))
    values = {"count": draft.evidence.total, "items": text, "period": period_note(draft)}
    if len(draft.evidence.ties) == 1:
        return draft.voice.say("events.many", **draft.sides(draft.evidence.ties[0]), **values)
    return draft.voice.say("events.many_places", **values)


def _item(draft: Draft, exchange: Exchange) -> str:
    people = ""
    if draft.question.wants == "people" and exchange.people:
        people = f" ({_people(exchange)})"
    partner = f"{draft.name(exchange.places[1])} " if len(draft.evidence.ties) > 1 else ""
    return (
        partner
        + draft.voice.say(
            "events.item",
            date=draft.voice.date(exchange.date, False),
            quote=_quote(draft, exchange),
        )
        + people
    )


def _quote(draft: Draft, exchange: Exchange) -> str:
    """The exchange in the page's words: in the reader's language where the page has it."""
    own = [s for s in exchange.sources if s.language == draft.voice.language]
    source = (own or list(exchange.sources))[0]
    sentence = draft.evidence.sentence
    if len(source.quote) > QUOTE_LENGTH and sentence and sentence.span.within(source.span):
        return sentence.text
    return source.quote


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
