"""How many names lead to their place: from each script to each, given names and derived ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from corpus.gazetteer import Gazetteer
from corpus.gazetteer.aliases import Script, strip_suffix
from corpus.model import Place

SCRIPTS = ("ko", "zh", "zh-Hant", "en")
_SUFFIXES = {
    "ko": {"city": "시", "province": "성"},
    "zh": {"city": "市", "province": "省"},
    "zh-Hant": {"city": "市", "province": "省"},
    "en": {"city": " City", "province": " Province", "county": " County"},
}


@dataclass(frozen=True, slots=True)
class Share:
    """How many of ``total`` names were linked to their place."""

    right: int
    total: int

    @property
    def rate(self) -> float:
        """The share from 0 to 1; 1 of nothing."""
        return self.right / self.total if self.total else 1.0


def linking_accuracy(
    gazetteer: Gazetteer, places: Sequence[Place] | None = None
) -> dict[tuple[str, str, bool], Share]:
    """By script of the name, script of the answer and whether the name was derived.

    A name is linked where it yields its place among the candidates and, behind or in front of
    what the place lies in or with its suffix, that place alone; the answer needs a name in its
    own script.
    """
    counted: dict[tuple[str, str, bool], list[bool]] = defaultdict(list)
    for place in places or tuple(gazetteer.places.values()):
        for script in SCRIPTS:
            for name in place.names.get(script, ())[:1]:
                right = is_linked(name, script, place, gazetteer)
                for other in SCRIPTS:
                    if place.names.get(other):
                        counted[script, other, script in place.derived].append(right)
    return {key: Share(sum(found), len(found)) for key, found in counted.items()}


def is_linked(name: str, script: str, place: Place, gazetteer: Gazetteer) -> bool:
    """Whether ``name`` means ``place``, and only it once what it lies in is named."""
    candidates = gazetteer.named(name)
    if place.id not in candidates:
        return False
    parent = gazetteer.places.get(place.parent or "")
    full = _in_full(name, script, place)
    if len(candidates) == 1 or _alone(name, place.id, gazetteer):
        return True
    outer = [text for form in (name, full) for text in _with_parent(form, script, parent)]
    return any(_alone(text, place.id, gazetteer) for text in (full, *outer))


def _in_full(name: str, script: str, place: Place) -> str:
    """A name with the suffix of its kind, if it has none."""
    if place.kind == "country" or strip_suffix(name, cast(Script, script.split("-")[0])) != name:
        return name
    return name + _SUFFIXES[script].get(place.kind, "")


def _with_parent(name: str, script: str, parent: Place | None) -> Iterator[str]:
    for outer in parent.names.get(script, ())[:1] if parent else ():
        yield f"{name}, {outer}" if script == "en" else f"{outer} {name}"


def _alone(text: str, place: str, gazetteer: Gazetteer) -> bool:
    return any(mention.places == (place,) for mention in gazetteer.find(text))


def table(shares: dict[tuple[str, str, bool], Share]) -> str:
    """The shares as lines of text, given names first."""
    lines = [f"{'from':8}{'to':8}{'names':9}{'linked':>8}{'of':>7}{'rate':>8}"]
    for (source, target, derived), share in sorted(shares.items(), key=lambda item: item[0][2]):
        kind = "derived" if derived else "given"
        lines.append(f"{source:8}{target:8}{kind:9}{share.right:8}{share.total:7}{share.rate:8.3f}")
    return "\n".join(lines)
