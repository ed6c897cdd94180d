"""How often the blocks of a page name each place: the own one stands beside every partner."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from corpus.gazetteer import Gazetteer, Mention
from corpus.model import LOCAL, SPECIFIC

# The sections of so many partners name a page's own place, and of so many times as any other.
_SEVERAL, _CLEARLY = 2, 2


@dataclass(frozen=True, slots=True)
class Told:
    """A block that is no heading: the place its headings name, and the names in it."""

    owner: str | None
    mentions: tuple[Mention, ...]


def counted_place(gazetteer: Gazetteer, told: Sequence[Told]) -> str | None:
    """The place that stands beside the partners of a page most often."""
    owners = {block.owner for block in told if block.owner}
    if len(owners) < 2:
        return next(unrelated(gazetteer, counts(gazetteer, told), owners), None)
    guests = _named_in_sections_of_others(gazetteer, told)
    known = (place for place, _ in guests.most_common() if not place.startswith(LOCAL))
    guest = next((place for place in known if place not in owners), None)
    return guest or _only_other(gazetteer, told, owners)


def beside_partners(gazetteer: Gazetteer, told: Sequence[Told], among: Set[str]) -> str | None:
    """The one of ``among`` that the sections of the most other places name.

    It stands in those of two at least, in half of them at least, and in twice as many as any
    other does: its own deeds open blocks as well, and make it look like one more partner.
    """
    sections: dict[str, set[str]] = defaultdict(set)
    for block in told:
        for place in {m.place for m in block.mentions if len(m.places) == 1} & among:
            if block.owner is not None and not gazetteer.related(block.owner, place):
                sections[place].add(block.owner)
    ranked = sorted(sections, key=lambda p: (-len(sections[p]), -len(gazetteer.ancestors(p))))
    best = ranked[0] if ranked else None
    if best is None or len(sections[best]) < _SEVERAL:
        return None
    rivals = [len(sections[p]) for p in ranked[1:] if p not in gazetteer.ancestors(best)]
    others = {block.owner for block in told if block.owner} - {best}
    clear = len(sections[best]) >= _CLEARLY * max((*rivals, len(others) / _CLEARLY**2))
    return best if clear else None


def _only_other(gazetteer: Gazetteer, told: Sequence[Told], owners: set[str]) -> str | None:
    """The one place that blocks about no partner name, apart from partners and their parts."""
    blocks = counts(gazetteer, [block for block in told if block.owner is None])
    others = [p for p in unrelated(gazetteer, blocks, owners) if not p.startswith(LOCAL)]
    return others[0] if len(others) == 1 else None


def counts(gazetteer: Gazetteer, told: Sequence[Told]) -> Counter[str]:
    """How many blocks name each specific place."""
    return Counter(
        place
        for block in told
        for place in dict.fromkeys(mention.place for mention in block.mentions)
        if gazetteer.places[place].kind in SPECIFIC
    )


def _named_in_sections_of_others(gazetteer: Gazetteer, told: Sequence[Told]) -> Counter[str]:
    """How many blocks under a heading about another, unrelated place name each place."""
    found: Counter[str] = Counter()
    for block in told:
        for place in dict.fromkeys(mention.place for mention in block.mentions):
            guest = block.owner is not None and not gazetteer.related(block.owner, place)
            if guest and gazetteer.places[place].kind in SPECIFIC:
                found[place] += 1
    return found


def unrelated(gazetteer: Gazetteer, counts: Mapping[str, int], places: set[str]) -> Iterator[str]:
    """Places by falling count, inner before outer, unrelated to any of ``places``."""
    for place in sorted(counts, key=lambda p: (-counts[p], -len(gazetteer.ancestors(p)))):
        if not any(gazetteer.related(place, other) for other in places):
            yield place
