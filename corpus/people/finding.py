"""People in a text, by their office and name, in Korean, Chinese and English."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus.gazetteer import Mention
from corpus.model import Person, Span
from corpus.people.chinese import chinese_offices
from corpus.people.english import english_people
from corpus.people.english_pairs import paired_people
from corpus.people.korean import korean_offices
from corpus.people.korean_words import is_foreign_family, is_japanese_name, is_western_given
from corpus.people.latin_beside import latin_beside
from corpus.text import Folded, fold

_LISTED = re.compile(r"(?:[와과]|,| 및|·| ?-) ?")


# What joins the parts of a foreign name in Chinese.
_DOTS = "·•・‧"


class _Office(NamedTuple):
    """Where an office and its name stand in the folded text; ``unsure`` without a place."""

    office: tuple[int, int]
    name: tuple[int, int] | None
    unsure: bool = False
    # Where the office itself begins, behind the institution that it is of.
    bare: int | None = None


class Found(NamedTuple):
    """A person, and the stretch of the text that names them with their office."""

    span: Span
    person: Person


def find_people(text: str, places: Sequence[Mention] = ()) -> list[Found]:
    """People that ``text`` names with their office, in order.

    ``places`` are the places that the text names: none of them is taken for a person, and a
    person belongs to the one whose name stands beside the office ("Mayor of Hebi", "허비시장").
    An office beside the name of a place is a person without a name; any other is left out.
    """
    return list(_find(text, tuple(places)))


@lru_cache(maxsize=2048)
def _find(text: str, places: tuple[Mention, ...]) -> tuple[Found, ...]:
    folded = fold(text)
    found: list[Found] = []
    offices = [
        *(
            _Office(o, name, unsure, bare)
            if name
            else _Office(o, latin_beside(text, folded, o), unsure, bare)
            for o, name, unsure, bare in korean_offices(folded.text, _ranges(folded, places))
        ),
        *(
            _Office(o, name or latin_beside(text, folded, o), bare=bare)
            for o, name, bare in chinese_offices(folded.text)
        ),
    ]
    for office in offices:
        listed = _is_listed(text, folded, office, found)
        sure = office._replace(unsure=office.unsure and not listed)
        found.extend(_person(text, folded, sure, places))
    found.extend(Found(span, person) for span, person in english_people(text, places))
    taken = [one.span for one in found]
    found.extend(
        Found(span, person)
        for span, person in paired_people(text, places)
        if not any(span.overlaps(other) for other in taken)
    )
    return tuple(sorted(found))


def _ranges(folded: Folded, places: Iterable[Mention]) -> frozenset[tuple[int, int]]:
    """Where the names of places stand in the folded text."""
    return frozenset(
        (bisect_left(folded.starts, m.span.start), bisect_left(folded.ends, m.span.end) + 1)
        for m in places
    )


def _is_listed(text: str, folded: Folded, office: _Office, found: list[Found]) -> bool:
    """Whether a name stands in a list right behind another person ("A 구청장, B C 시장")."""
    if office.name is None or not found or not found[-1].person.name:
        return False
    start = folded.span(*office.name).start
    between = text[found[-1].span.end : start]
    return _LISTED.fullmatch(between) is not None


def _person(
    text: str, folded: Folded, office: _Office, places: tuple[Mention, ...]
) -> Iterator[Found]:
    """The person of an office, with a name that is no place's, or with a place."""
    title = folded.span(*office.office)
    if office.bare is not None and office.bare > office.office[0]:
        title = _without_place(text, title, folded.span(office.bare, office.office[1]), places)
    title = _without_rank(text, title, places)
    who = folded.span(*office.name) if office.name else None
    owner = next((m.place for m in places if _is_beside(text, m.span, title)), None)
    who = _behind_place(text, who, places, owner) if who else None
    who = _before_place(text, who, title, places) if who else None
    if who and any(_is_named(text, mention.span, who) for mention in places):
        who = None
    owner = next((m.place for m in places if _is_beside(text, m.span, title)), None)
    if owner is None and who and office.unsure:
        owner = next((m.place for m in places if _is_beside(text, m.span, who)), None)
    named = text[title.start : title.end]
    if who and (owner or not office.unsure):
        span = Span(min(title.start, who.start), max(title.end, who.end))
        yield Found(span, Person(text[who.start : who.end], named, owner))
    elif owner:
        yield Found(title, Person(None, named, owner))


def _without_rank(text: str, title: Span, places: tuple[Mention, ...]) -> Span:
    """An office without the sign of a province that the place's name ends in ("济州道|知事")."""
    province = text[title.start : title.start + 3] == "道知事"
    inside = province and any(m.span.start < title.start < m.span.end for m in places)
    return Span(title.start + 1, title.end) if inside else title


def _without_place(text: str, title: Span, bare: Span, places: tuple[Mention, ...]) -> Span:
    """An office without the name of the place that its institution begins with.

    The last sign of the place stays with a council, which is called by it ("시의회 의장").
    """
    inside = [
        m.span.end - text.startswith("의회", m.span.end)
        for m in places
        if title.start < m.span.end <= bare.start
    ]
    return Span(max(inside, default=title.start), title.end)


def _behind_place(text: str, name: Span, places: tuple[Mention, ...], owner: str | None) -> Span:
    """A name of several words without the name of a place that opens it.

    One that is a family name as well ("나가사키 고타로") leaves no place to be taken off; nor is
    it a place where the office's own one, ``owner``, is another ("오스만 사르길 이즈니크시장").
    """
    for mention in places:
        opens = mention.span.start == name.start and mention.span.end < name.end
        if not opens or not text[mention.span.end].isspace():
            continue
        opening, rest = text[slice(*mention.span)], text[mention.span.end + 1 : name.end]
        known = is_foreign_family(opening) or is_japanese_name(opening, rest)
        known = known or (owner is not None and owner not in mention.places)
        return name if known else Span(mention.span.end + 1, name.end)
    return name


def _before_place(text: str, name: Span, office: Span, places: tuple[Mention, ...]) -> Span:
    """A name of two words or more without the place whose office is right behind it."""
    for mention in places:
        last = mention.span.end == name.end and mention.span.start > name.start
        if last and name.end <= office.start and not text[name.end : office.start].strip():
            before = text[name.start : mention.span.start].rstrip()
            if " " in before:
                return Span(name.start, name.start + len(before))
    return name


def _is_named(text: str, place: Span, name: Span) -> bool:
    """Whether a place's name is what was taken for a person's, and not just a part of it."""
    if not place.overlaps(name):
        return False
    if place.within(name) and text[place.start - 1] in _DOTS and place.start > name.start:
        return False
    within = name.start < place.start and place.end < name.end
    words = text[slice(*name)].split()
    family = is_foreign_family(words[0]) or is_japanese_name(words[0], " ".join(words[1:]))
    family = family or (len(words) > 1 and is_western_given(words[0]))
    inside = name.start <= place.start and place.end <= name.end and place != name
    return not within and not (family and inside)


def _is_beside(text: str, place: Span, office: Span) -> bool:
    """Whether the name of a place reaches to its office, or into it (서초구청장)."""
    if place.start >= office.start:
        return False
    return place.end >= office.start or not text[place.end : office.start].strip()
