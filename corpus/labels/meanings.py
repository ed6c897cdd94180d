"""What several finders ask of a label: whether it is known, or of a place, a date or a number."""

from __future__ import annotations

from corpus.labels.types import DATED, NUMERIC
from corpus.labels.words import property_of, structure_of

# What a label may tell of a list or table that is the name of a place.
PLACES = frozenset({"place", "place_name"})


def is_known(label: str) -> bool:
    """Whether ``label`` names a property or tells how its list or table is built."""
    return property_of(label) is not None or structure_of(label) is not None


def is_of_date(label: str) -> bool:
    """Whether what ``label`` announces is a date: of a certain thing, or any."""
    return property_of(label) in DATED or structure_of(label) == "date"


def is_of_number(label: str) -> bool:
    """Whether what ``label`` announces is a number of something."""
    return property_of(label) in NUMERIC
