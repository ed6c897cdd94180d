"""The two sides of an event as signs in its text, under every name that they go by there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus.gazetteer import Gazetteer, Mention
from corpus.language import HAN
from corpus.model import Place
from corpus.text import fold_text
from corpus.wordlists import load_toml

Way = tuple[str, str]

# Each name of a place becomes one of these signs: the own side, the partner, any third place.
HOME, PARTNER, THIRD = "\x01", "\x02", "\x03"
SIGNS = f"[{HOME}-{THIRD}]"
# A letter that is neither a sign nor the end of a clause or of a cell.
LETTER = f"[^{HOME}-{THIRD};|]"
_SWAPPED = str.maketrans(HOME + PARTNER, PARTNER + HOME)
# Names beside each other, a name with its parent or its name in another script, are one.
_REPEATED = re.compile(rf"({SIGNS})(?:[\s,·(]{{0,2}}\1\)?)+")
_PARTNERS = re.compile(
    f"[{PARTNER}{THIRD}](?:(?:\\s?[、,，和与與及·]\\s?|以及|,? and (?:the )?|[와과] | 및 )"
    f"[{PARTNER}{THIRD}])+"
)
_SHORTEST = 2
# A place abroad in Chinese without a word for what it is: it goes by its first sign as well.
_FOREIGN_HAN = re.compile(f"[{HAN}]{{4,8}}")


def mark_sides(text: str, parties: Way, gazetteer: Gazetteer, mentions: Sequence[Mention]) -> str:
    """``text`` in folded form with one sign for each name of a place."""
    pieces, position = [], 0
    for mention in mentions:
        side = side_of(mention, parties, gazetteer)
        if mention.span.start < position:
            continue
        if side is None and is_around(mention, parties, gazetteer):
            continue
        sign = THIRD if side is None else (HOME, PARTNER)[parties.index(side)]
        pieces += [text[position : mention.span.start], sign]
        position = mention.span.end
    folded = fold_text("".join(pieces) + text[position:])
    marked = _pattern("our_side").sub(HOME, folded)
    marked = _pattern("their_side").sub(PARTNER, marked)
    own, theirs = (_short_names(tuple(_all_names(gazetteer.places[p]))) for p in parties)
    marked = _with_short_names(marked, PARTNER, _apart(theirs, own))
    marked = _with_short_names(marked, HOME, _apart(own, theirs))
    for sign, called in _sides_by_country(parties, gazetteer):
        marked = called.sub(sign, marked)
    return _REPEATED.sub(r"\1", marked)


def _sides_by_country(parties: Way, gazetteer: Gazetteer) -> Iterator[tuple[str, re.Pattern[str]]]:
    """What each party is called by its country ("韩方"), where the other lies in another one."""
    countries = [[party, *gazetteer.ancestors(party)][-1] for party in parties]
    if len(set(countries)) == len(parties):
        for sign, country in zip((HOME, PARTNER), countries, strict=True):
            if country in load_toml("direction.toml")["sides_by_country"]:
                yield sign, _country_pattern(country)


@lru_cache(maxsize=16)
def _country_pattern(country: str) -> re.Pattern[str]:
    return re.compile("|".join(load_toml("direction.toml")["sides_by_country"][country]))


def quickly_compiled(pattern: str) -> str:
    """``pattern`` for folded Korean text, compiled in a tenth of the time.

    For each set of syllables, letters but for the Latin ones: in such text they are the same.
    """
    return pattern.replace("[가-힣]", r"[^\W\d_a-z]")


def swap_sides(marked: str) -> str:
    """A marked text with both sides in each other's place."""
    return marked.translate(_SWAPPED)


def join_listed(marked: str) -> str:
    """A marked text in which partners that are listed with the one meant are one with it."""
    return _PARTNERS.sub(lambda m: PARTNER if PARTNER in m.group() else m.group(), marked)


def side_of(mention: Mention, parties: Way, gazetteer: Gazetteer) -> str | None:
    """The party that a name means: itself, what it was once, or the one party that lies in it."""
    places = {gazetteer.places[place].successor or place for place in mention.places}
    for party in parties:
        if party in mention.places or party in places:
            return party
    inside = [p for p in parties if mention.place in gazetteer.ancestors(p)]
    return inside[0] if len(inside) == 1 else None


def namesake(named: str, parties: Way, gazetteer: Gazetteer) -> str | None:
    """The one party that has the name, where the name was taken for another place's."""
    folded = fold_text(named)
    found = [p for p in parties if folded in _folded(tuple(_all_names(gazetteer.places[p])))]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=512)
def _folded(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold_text, names))


def is_around(mention: Mention, parties: Way, gazetteer: Gazetteer) -> bool:
    """Whether a name means what both parties lie in, or a part of one of them."""
    return any(gazetteer.related(place, party) for place in mention.places for party in parties)


def _all_names(place: Place) -> Iterator[str]:
    for names in place.names.values():
        yield from names


def _with_short_names(marked: str, sign: str, short: _Short) -> str:
    """``marked`` with what else the words of an event call a party: its stem, or one sign of it.

    The stem of a Korean name needs a particle or the name of an event behind it; one Chinese sign
    a verb of motion in front of it and what one does there behind it.
    """
    for stem in short.stems:
        if stem in marked:
            marked = _replaced(marked, stem, sign)
    if short.signs and any(letter in marked for letter in short.signs):
        for name in ("near_verb_zh", "one_sign_zh"):
            marked = _name_pattern(name).sub(
                lambda m: sign if m[m.lastindex or 0] in short.signs else m.group(), marked
            )
    if short.lasts and any(letter in marked for letter in short.lasts):
        marked = _name_pattern("last_sign_zh").sub(
            lambda m: sign if m["sign"] in short.lasts else m.group(), marked
        )
    return marked


def _replaced(marked: str, stem: str, sign: str) -> str:
    """``marked`` with ``sign`` wherever ``stem`` stands as a name."""
    at = marked.find(stem)
    while at >= 0:
        end = at + len(stem)
        if _stands(marked, at, end):
            marked, end = marked[:at] + sign + marked[end:], at + 1
        at = marked.find(stem, end)
    return marked


def _stands(marked: str, start: int, end: int) -> bool:
    before = marked[start - 1 : start]
    if marked[start] < "\u3000":
        behind = marked[end : end + 1]
        return not any(letter.isalnum() or letter == "-" for letter in before + behind)
    if marked[start] < "\uac00":
        return True
    glued = "\uac00" <= before <= "\ud7a3"
    return not glued and _name_pattern("behind_ko").match(marked, end) is not None


class _Short(NamedTuple):
    """The stems of a party's names, longest first, and the one sign of each Chinese stem.

    ``lasts`` are the last signs of Chinese stems of two, which a place goes by now and then.
    """

    stems: tuple[str, ...]
    signs: frozenset[str]
    lasts: frozenset[str]


def _apart(one: _Short, other: _Short) -> _Short:
    """What is only the one's: a sign that both go by is neither's."""
    return one._replace(
        signs=one.signs - other.signs - other.lasts, lasts=one.lasts - other.lasts - other.signs
    )


@lru_cache(maxsize=1024)
def _short_names(names: tuple[str, ...]) -> _Short:
    folded = [fold_text(name) for name in names]
    found = {key: _stems(key, folded) for key in ("stem_ko", "stem_zh", "stem_en")}
    stems = {stem for each in found.values() for stem in each if len(stem) >= _SHORTEST}
    table = load_toml("direction.toml")
    provinces, others = table["provinces"], table["city_signs"]
    stem_zh = _name_pattern("stem_zh")
    bare = {n for n in folded if _FOREIGN_HAN.fullmatch(n) and not stem_zh.fullmatch(n)}
    signs = frozenset(provinces.get(stem, stem[0]) for stem in found["stem_zh"] | bare)
    signs |= {others[stem] for stem in found["stem_zh"] if stem in others}
    capitals = table["capital_signs"]
    signs |= {sign for stem in found["stem_zh"] for sign in capitals.get(stem, "")}
    lasts = frozenset(stem[-1] for stem in found["stem_zh"] if len(stem) == _SHORTEST)
    return _Short(tuple(sorted(stems, key=lambda stem: (-len(stem), stem))), signs, lasts)


def _stems(key: str, folded: Sequence[str]) -> set[str]:
    return {m[1] for name in folded if (m := _name_pattern(key).fullmatch(name))}


@lru_cache(maxsize=8)
def _name_pattern(name: str) -> re.Pattern[str]:
    return re.compile(quickly_compiled(load_toml("direction.toml")["names"][name]))


@lru_cache(maxsize=4)
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(quickly_compiled("|".join(load_toml("direction.toml")["words"][name])))
