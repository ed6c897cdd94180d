"""Names that a city shares with the province around it ("Nagasaki")."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.gazetteer import Gazetteer, Mention
from corpus.model import SPECIFIC
from corpus.setting.countries import country_of


def rather_cities(found: Sequence[Mention], gazetteer: Gazetteer) -> Sequence[Mention]:
    """``found`` with those that mean a city or its province as names of the city."""
    if all(len(mention.places) == 1 for mention in found):
        return found
    return [_rather_city(mention, gazetteer) for mention in found]


def _rather_city(mention: Mention, gazetteer: Gazetteer) -> Mention:
    kinds = {place: gazetteer.places[place].kind for place in mention.places}
    cities = [place for place, kind in kinds.items() if kind in SPECIFIC]
    countries = {country_of(gazetteer, place) for place in mention.places}
    if len(mention.places) == 1 or len(cities) != 1 or len(countries) != 1:
        return mention
    others_are_provinces = set(kinds.values()) <= {*SPECIFIC, "province"}
    # Of some cities it is not known in which province they lie.
    around = {*mention.places, *countries}
    inside = gazetteer.places[cities[0]].parent in around
    return Mention(mention.span, (cities[0],)) if others_are_provinces and inside else mention
