"""Councils that are named after a city with a word for another kind: "New Plymouth District"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.gazetteer import Gazetteer
from corpus.model import SPECIFIC, Place

_COUNCIL = re.compile(
    r"\b(?P<name>[A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20}){0,2}) "
    r"(?P<kind>District|Borough|Regional|Shire|Municipal|Metropolitan) (?:City )?Council\b"
)


def with_councils(lines: Sequence[str], gazetteer: Gazetteer) -> Iterator[Place]:
    """Known cities, each with the name that its council has in ``lines`` and nothing else has.

    Without it the council would be that of a district that nothing knows.
    """
    matches = [match for line in lines for match in _COUNCIL.finditer(line)]
    for name, kind in dict.fromkeys((match["name"], match["kind"]) for match in matches):
        places = gazetteer.named(name)
        full = f"{name} {kind}"
        if len(places) != 1 or gazetteer.named(full) or gazetteer.find(f"{full} Council"):
            continue
        place = gazetteer.places[places[0]]
        if place.kind in SPECIFIC:
            names = (*place.names.get("en", ()), full)
            yield replace(place, names={**place.names, "en": names})
