"""Which place the evidence makes a page's own, and which it makes a partner."""

from __future__ import annotations

from pathlib import Path

from corpus.model import LOCAL, Page
from corpus.page_reading import PageReading
from corpus.setting.home_evidence import Evidence
from corpus.setting.naming import Names
from corpus.setting.own_unit import is_of, own_unit

# How much evidence declares a place to be the page's own, and how much more than any other has.
_DECLARED, _APART = 3, 2
# With so many sections of places one of them is a partner; a title is one block that names it.
_SEVERAL, _NAMED_AGAIN = 3, 2


def is_partner(place: str, evidence: Evidence, owners: set[str], names: Names) -> bool:
    """Whether a place that a page names often is one of its partners, or where such a one lies."""
    if place in evidence.peers or place in evidence.passing or evidence.weight(place) < 0:
        return True
    if is_guest(place, evidence):
        return True
    several = max(len(owners), len(evidence.peers)) >= _SEVERAL
    if several and not evidence.weight(place) and evidence.seen.get(place, 0) < _SEVERAL:
        return True
    # A place beside which nothing happens may be what lies near a partner of its country.
    near = {names.country(owner) for owner in owners if owner != place}
    abroad = not evidence.is_of_language(names.around(place))
    unsaid = evidence.weight(place) == 0 and names.country(place) in near
    alone = abroad and evidence.weight(place) <= 0 and not evidence.told_of_others(place)
    return alone or (unsaid and (len(near) > 1 or abroad))


def is_guest(place: str, evidence: Evidence) -> bool:
    """Whether the text speaks of its own place beside ``place``, for which little else speaks."""
    return place in evidence.guests and evidence.weight(place) < _DECLARED


def is_misspelt(place: str, evidence: Evidence) -> bool:
    """Whether only one line has a name that nothing else knows, and hardly says that it is own."""
    return place.startswith(LOCAL) and evidence.seen.get(place, 0) <= 1 >= evidence.weight(place)


def of_own_unit(
    found: str | None, page: PageReading, evidence: Evidence, names: Names
) -> str | None:
    """``found``, or the only place of the kind that the page calls its own, where it is not.

    Not for one that is named again: another kind may be spoken of so beside it.
    """
    unit = page.once(own_unit)
    if unit is None or (found and evidence.seen.get(found, 0) >= _NAMED_AGAIN):
        return found
    if found and is_of(found, unit, names.gazetteer):
        return found
    named = {m.place for mentions in names.blocks for m in mentions if len(m.places) == 1}
    partners = evidence.peers | evidence.headed | evidence.guests
    named = {p for p in named - partners if names.is_specific(p) and evidence.weight(p) >= 0}
    fitting = [p for p in named if is_of(p, unit, names.gazetteer)]
    return fitting[0] if len(fitting) == 1 else found


def rather_host(place: str, evidence: Evidence, names: Names) -> str:
    """``place``, or the one other that is named as often as a host is.

    Only where ``place`` stands in a list of partners, and little speaks for it.
    """
    if place not in evidence.headed or evidence.weight(place) >= _DECLARED:
        return place
    others = [
        other
        for other, times in evidence.seen.items()
        if times >= _NAMED_AGAIN
        and 0 < evidence.weight(other) >= evidence.weight(place)
        and names.is_specific(other)
        and not {other} & (evidence.headed | evidence.peers | evidence.passing | evidence.guests)
    ]
    return others[0] if len(others) == 1 else place


def declared(evidence: Evidence, owners: set[str], names: Names) -> str | None:
    """The place that a trail is named after, or that the text makes the page's own."""
    sites = [place for place in evidence.sites if names.is_specific(place)]
    lines = [p for p in evidence.lines if names.is_specific(p) and p not in owners]
    for places in (sites, lines):
        if len(places) == 1:
            return places[0]
    return evidence.best(_sides(evidence, names), _DECLARED, _APART)


def likeliest(evidence: Evidence, owners: set[str], names: Names) -> str | None:
    """The place with the most evidence, where it is no partner with a section of its own."""
    sides = _sides(evidence, names)
    if len(owners) >= _SEVERAL:
        sides = [place for place in sides if place not in owners]
    return evidence.best(sides, 1)


def sides(evidence: Evidence, names: Names) -> frozenset[str]:
    """The places that may be the page's own: none that is named only for where something lies."""
    named = (place for place, times in evidence.seen.items() if times >= _NAMED_AGAIN)
    kept = (p for p in named if names.is_specific(p) and p not in evidence.passing)
    return frozenset(p for p in kept if evidence.weight(p) >= 0)


def in_title(page: Page, addressed: str, names: Names) -> str | None:
    """The one city of a province that the title names on the province's site: it is its news."""
    if names.gazetteer.places[addressed].kind != "province":
        return None
    titled = {m.place for m in names.find(page.title) if len(m.places) == 1}
    inside = [p for p in titled if addressed in names.gazetteer.ancestors(p)]
    return inside[0] if len(inside) == 1 else None


def rather(counted: str | None, likely: str | None, evidence: Evidence, names: Names) -> str | None:
    """The likelier of a place that is named often and one that more speaks for."""
    if counted is None or likely is None:
        return likely or counted
    if names.gazetteer.related(counted, likely):
        return likely
    more = evidence.weight(likely) - evidence.weight(counted)
    of_language = [evidence.is_of_language(names.around(p)) for p in (counted, likely)]
    if of_language == [True, False]:
        return counted
    as_often = evidence.seen.get(likely, 0) >= evidence.seen.get(counted, 0)
    least = _APART if of_language[0] and not as_often else 1
    known = not likely.startswith(LOCAL) or of_language == [False, True]
    return likely if more >= least and known else counted


def only_stranger(evidence: Evidence, owners: set[str], names: Names) -> str | None:
    """The one place that a page names again and that is none of its partners."""
    others = [
        place
        for place, times in evidence.seen.items()
        if times >= _NAMED_AGAIN
        and names.is_specific(place)
        and place not in owners
        and not is_partner(place, evidence, owners, names)
    ]
    return others[0] if len(others) == 1 and evidence.peers else None


def _sides(evidence: Evidence, names: Names) -> list[str]:
    """The places that may have partners, without those that hold others."""
    sides = [place for place in evidence.told if names.is_specific(place)]
    if evidence.provinces:
        return [p for p in sides if not evidence.provinces & set(names.gazetteer.ancestors(p))]
    outer = {
        parent
        for place in sides
        for parent in names.gazetteer.ancestors(place)
        if evidence.weight(parent) < evidence.weight(place) + _DECLARED
    }
    return [place for place in sides if place not in outer]


def is_doubtful(
    page: Page, titled: str, likely: str, evidence: Evidence, owners: set[str], names: Names
) -> bool:
    """Whether the title names a place that is hardly the page's own, beside the ``likely`` one.

    It is the name of a file, or what nothing else here names, or heads the section of a partner
    for which much less speaks.
    """
    against = evidence.weight(likely)
    if page.title == Path(page.source).stem:
        return True
    if against < _APART:
        return False
    if titled in owners and against >= evidence.weight(titled) + _DECLARED:
        return True
    named = sum(any(m.place == titled for m in mentions) for mentions in names.blocks)
    return named < _NAMED_AGAIN
