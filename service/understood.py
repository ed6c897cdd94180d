"""A question as it was understood, for those who ask how: every part that says something."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, fields

from pydantic import JsonValue

from service.catalogue import Catalogue
from service.model import Condition, Period, Question, Region
from service.wording import Voice

# The parts of a question that are ids of places, and those that pair a name with such an id.
PLACES = frozenset(
    {
        "places",
        "within",
        "ambiguous",
        "district",
        "about",
        "signed_in",
        "order",
        "without",
        "subjects",
        "picked",
    }
)
READINGS = frozenset({"read_as", "missed"})


def understood(question: Question, catalogue: Catalogue, voice: Voice) -> dict[str, JsonValue]:
    """Every part of ``question`` that says something, places with their names.

    A part that is left open is left out, so that parts which come later show by themselves.
    """
    parts = {part.name: getattr(question, part.name) for part in fields(question)}
    return {
        name: _part(name, value, catalogue, voice)
        for name, value in parts.items()
        if value is not None and value is not False and value not in ((), frozenset(), "")
    }


def _part(name: str, value: object, catalogue: Catalogue, voice: Voice) -> JsonValue:
    def place(of: object) -> JsonValue:
        return {"id": str(of), "name": catalogue.name(str(of), voice)}

    if name in PLACES:
        return place(value) if isinstance(value, str) else [place(of) for of in _members(value)]
    if name in READINGS:
        return [{"written": str(pair[0]), "place": place(pair[1])} for pair in _pairs(value)]
    if isinstance(value, Region):
        return value.written
    if isinstance(value, Period | Condition):
        return _fields(value)
    if isinstance(value, str | bool | int | float):
        return value
    return _members(value)


def _members(value: object) -> list[JsonValue]:
    """The members of a tuple, or of a set in order; periods by their ends."""
    assert isinstance(value, Iterable)
    members = sorted(value) if isinstance(value, frozenset) else list(value)
    return [_fields(one) if isinstance(one, Period) else one for one in members]


def _fields(value: Period | Condition) -> dict[str, JsonValue]:
    """The fields of a period or a condition; times side by side as EDTF intervals."""
    fields = asdict(value)
    if isinstance(value, Period):
        fields["parts"] = [f"{first}/{last}" for first, last in value.parts]
    return fields


def _pairs(value: object) -> Iterable[tuple[str, str]]:
    assert isinstance(value, tuple)
    return value
