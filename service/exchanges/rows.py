"""One exchange in the words of its reader, as lists and files tell it."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model import Exchange, Source
from service.exchanges.ledger import direction_of
from service.exchanges.reader import Reader
from service.wording import Voice


@dataclass(frozen=True, slots=True)
class Row:
    """One exchange, told in the reader's language; its quotes in their own.

    ``direction`` is told from the side whose page it is, and is for readers there: ``origin`` and
    ``target`` name the places, for everyone. ``actor`` is a third place whose delegation it was.
    """

    exchange: Exchange
    date: str
    home: str
    partner: str
    kinds: list[str]
    direction: str
    origin: str
    target: str
    people: str
    leaders: str
    actor: str
    quotes: tuple[Source, ...]
    page: str
    url: str | None


def make_row(reader: Reader, exchange: Exchange) -> Row:
    """An exchange as it is shown."""
    catalogue, voice = reader.catalogue, reader.voice
    home, partner = catalogue.ties[exchange.tie].places
    page = catalogue.index.pages[exchange.sources[0].page]
    direction = direction_of(exchange, (home, partner))
    return Row(
        exchange=exchange,
        date=voice.date(exchange.date, False),
        home=reader.name(home),
        partner=reader.name(partner),
        kinds=[voice.kind(kind) for kind in exchange.kinds],
        direction="" if direction == "unstated" else say_direction(voice, direction),
        origin=reader.name(exchange.direction[0]) if exchange.direction else "",
        target=reader.name(exchange.direction[1]) if exchange.direction else "",
        people=_say_people(voice, sum(exchange.people)),
        leaders=", ".join(
            " ".join(filter(None, (leader.office, leader.name))) for leader in exchange.leaders
        ),
        actor=reader.name(exchange.actor) if exchange.actor else "",
        quotes=exchange.sources,
        page=page.title,
        url=page.url,
    )


def say_direction(voice: Voice, direction: str) -> str:
    """Which way an exchange went, in words."""
    return voice.say(f"exchanges.direction.{direction}")


def _say_people(voice: Voice, number: int) -> str:
    """A head count in words; nothing where none is told."""
    form = "one" if number == 1 else "many"
    return voice.say(f"exchanges.people.{form}", n=f"{number:,}") if number else ""
