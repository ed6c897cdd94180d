"""The place that a caller means: an id, or a name in any language."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.model import Place
from corpus.text import clean, fold_text
from service.catalogue import Catalogue
from service.problems import Refused
from service.unicode import scrub

# Places named where a name may mean several.
_CHOICES = 6


def find_place(name: str, catalogue: Catalogue, field: str) -> str:
    """The id of the place ``name``; raises Refused, naming ``field``, where it is not one place."""
    if name in catalogue.gazetteer.places:
        return name
    cleaned = clean(scrub(name))
    if not cleaned:
        raise Refused(field, "must not be empty")
    found = _likeliest(catalogue.gazetteer.named(cleaned), catalogue)
    if len(found) == 1:
        return found[0]
    if not found:
        raise Refused(field, f"no place is called “{cleaned[:60]}”; see /v1/places")
    choices = ", ".join(found[:_CHOICES])
    raise Refused(field, f"“{cleaned}” may mean several places; give one of the ids {choices}")


def matching_places(text: str, catalogue: Catalogue) -> list[Place]:
    """Places with ``text`` in one of their names: whole names first, then those with ties."""
    wanted = fold_text(clean(text))
    exact = set(catalogue.gazetteer.named(text))
    found = [
        place
        for place in catalogue.gazetteer.places.values()
        if place.id in exact or wanted in place.id or _has(place, wanted)
    ]
    return sorted(found, key=lambda p: (p.id not in exact, p.id not in catalogue.partnered))


def partnered_places(catalogue: Catalogue) -> list[Place]:
    """The places that have ties, in the order of the ties."""
    ids = dict.fromkeys(place for tie in catalogue.ties.values() for place in tie.places)
    return [catalogue.place(place) for place in ids]


def _likeliest(found: tuple[str, ...], catalogue: Catalogue) -> tuple[str, ...]:
    """Of several places those that publish pages, else those with ties, else all."""
    for known in (catalogue.homes, catalogue.partnered):
        kept = tuple(place for place in found if place in known)
        if kept:
            return kept
    return found


def _has(place: Place, wanted: str) -> bool:
    return any(wanted in fold_text(name) for name in _names(place))


def _names(place: Place) -> Iterable[str]:
    return (name for names in place.names.values() for name in names)
