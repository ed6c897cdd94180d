"""A page of one of several cities whose names are one in Latin letters, and nothing says which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from corpus.gazetteer import Gazetteer
from corpus.language import block_language
from corpus.model import Page, Place, local_id
from corpus.setting.countries import country_of

# Districts of one name are many, and their pages say in which city they lie.
_KINDS = frozenset({"city", "county"})


def homonym_home(page: Page, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """A place for the city that the page names as its own and that may be several ("Suzhou").

    It stands for none of its namesakes, which come behind it without the name: on this page the
    name is that of the page's own place, whichever it is. Empty where no such name is found.
    """
    for name, country in _named(page, gazetteer):
        places = map(gazetteer.places.__getitem__, gazetteer.named(name))
        language = block_language(name)
        own = Place(local_id(name), "city", {language: (name,)}, country)
        return (own, *(namesake(place, name) for place in places))
    return ()


def namesake(place: Place, name: str) -> Place:
    """``place`` without its names in the language of ``name``, which here is another's."""
    return replace(place, names=_without(place.names, block_language(name)))


def _named(page: Page, gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """Latin names, each with its country, that only a reading makes those of several cities.

    The publisher, the title or the first heading names them, and nothing there settles them.
    """
    first = page.blocks[0] if page.blocks else None
    heading = page.quote(first.span) if first and first.kind == "heading" else ""
    for text in (page.publisher or "", page.title, heading):
        for mention in gazetteer.find(text):
            name = text[slice(*mention.span)]
            places = [p for p in mention.places if gazetteer.places[p].kind in _KINDS]
            countries = {country_of(gazetteer, place) for place in places}
            country = next(iter(countries)) if len(countries) == 1 else None
            if block_language(name) == "en" and country and _apart(places, country, gazetteer):
                yield name, country


def _apart(places: list[str], country: str, gazetteer: Gazetteer) -> bool:
    """Whether the places are several and have names of their own in their country's writing."""
    language = "ko" if country == "korea" else "zh"
    named = [frozenset(gazetteer.places[place].names.get(language, ())) for place in places]
    return len(places) > 1 and all(named) and len(set(named)) == len(places)


def _without(names: Mapping[str, tuple[str, ...]], language: str) -> Mapping[str, tuple[str, ...]]:
    return {given: texts for given, texts in names.items() if given != language}
