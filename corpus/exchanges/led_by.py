"""Columns that say who led a delegation: the person, and the side whose office that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpus.exchanges.event_columns import header_keys
from corpus.exchanges.marking import Way
from corpus.gazetteer import Gazetteer
from corpus.model import Block, Page, Person
from corpus.people.cells import person_of_cell
from corpus.text import fold_text
from corpus.wordlists import load_toml


def leaders_of_row(page: Page, block: Block, gazetteer: Gazetteer) -> list[Person]:
    """The people of the columns of a row for who led."""
    people = (
        person_of_cell(text, tuple(gazetteer.find(text))) for text in _leading_cells(page, block)
    )
    return [person for person in people if person]


def with_leaders(told: Sequence[Person], leading: Sequence[Person]) -> list[Person]:
    """``told``, people of the text of a row, with those of its column read as a whole."""
    names = [person.name or "" for person in leading]
    others = [p for p in told if not any(_is_part(p.name or "", name) for name in names)]
    return [*others, *leading]


def way_of_leader(people: Sequence[Person], parties: Way, gazetteer: Gazetteer) -> Way | None:
    """(from, to) by an office that only one side can have: a 군수 heads a 군 and no 시."""
    for person in people:
        having = [p for p in parties if _has_office(p, person.office or "", gazetteer)]
        if len(having) == 1 and _is_of_units(person.office or ""):
            return parties if having[0] == parties[0] else (parties[1], parties[0])
    return None


def _is_part(name: str, whole: str) -> bool:
    one, other = set(name.split()), set(whole.split())
    return bool(one) and (one <= other or other <= one)


def _leading_cells(page: Page, block: Block) -> Iterator[str]:
    words = load_toml("kinds.toml")["_leading"]["columns"]
    for cell, header in zip(block.cells, block.headers, strict=False):
        if any(key in words for key in header_keys(header)):
            yield page.quote(cell)


def _has_office(place: str, office: str, gazetteer: Gazetteer) -> bool:
    ends = tuple(_units(office))
    names = (n for names in gazetteer.places[place].names.values() for n in names)
    return bool(ends) and any(fold_text(name).endswith(ends) for name in names)


def _is_of_units(office: str) -> bool:
    return bool(_units(office))


@lru_cache(maxsize=512)
def _units(office: str) -> tuple[str, ...]:
    """How the names of places end that have such an office at their head."""
    folded = fold_text(office)
    for word, ends in load_toml("offices.toml")["units"].items():
        if folded.removeprefix("상무").removeprefix("常务").removeprefix("행정") in (
            word, "부" + word, "副" + word
        ):  # fmt: skip
            return tuple(ends)
    return ()
