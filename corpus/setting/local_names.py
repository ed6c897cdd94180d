"""Names of places that no gazetteer has, as a heading, a cell or a list item gives them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.gazetteer import Gazetteer, Mention
from corpus.language import HAN, HANGUL, block_language, split_languages
from corpus.model import PlaceKind
from corpus.setting.line_heads import relation_around
from corpus.setting.name_shapes import (
    BRACKETS,
    EN_NAME,
    ENDINGS,
    LATIN,
    LONGEST,
    SIGNS,
    UNSURE,
    ZH_KINDS,
    has_ending,
    kind_of,
    may_be_name,
    without_assembly,
)
from corpus.setting.naming import OUTER, country_of
from corpus.spans import text_without

# The province in front of a Chinese name without a space: 埼玉县秩父市.
_ZH_OUTER = re.compile(
    rf"^[{HAN}]{{1,6}}?(?:省|州|县|縣|府|道|市|自治区|大区|大區)(?=[{HAN}]{{2,}}(?:{ZH_KINDS})$)"
)
# The same name in Latin letters behind it, without brackets ("波城市 Pau").
_LATIN_TWIN = re.compile(
    rf"(?P<name>[^A-Za-z]*[{HAN}{HANGUL}]) +(?P<twin>[A-Z\u00c0-\u00de][{LATIN}'’. -]+)"
)
_MARKS = re.compile(r"^[^\w(（\[【]+")
_NUMBER = re.compile(
    r"^(?:\(?\d{1,2}[.)、]?(?=\s|\D)|[①-⑳]|[가나다라마바사아자차카타파하][.)]"
    r"|[一二三四五六七八九十]{1,2}、|[IVX]{1,4}[.)])\s*"
)
_PARTS = re.compile(r"\s*[,，/|]\s*|\s+[-–—·]\s+")
_OUTER_KINDS = ("country", "province")
# Units of other countries that Korean may write apart.
_UNITS_APART = frozenset({"카운티", "타운", "아이막", "시티", "자치구", "버러"})


@dataclass(frozen=True, slots=True)
class LocalName:
    """A place as a page names it: names by language, kind, and the id of what it lies in."""

    names: Mapping[str, str]
    kind: PlaceKind
    parent: str | None
    written: str


def read_name(text: str, gazetteer: Gazetteer, sure: bool) -> LocalName | None:
    """As ``_read_name``; a heading may name the place twice, once in each of two languages."""
    runs = [text[run.start : run.end] for run, _ in split_languages(text)]
    if len(runs) == 2:
        one, other = (_read_name(run, gazetteer, sure) for run in runs)
        if one and other and one.parent == other.parent is not None:
            return replace(one, names={**other.names, **one.names})
    return _read_name(text, gazetteer, sure)


def _read_name(text: str, gazetteer: Gazetteer, sure: bool) -> LocalName | None:
    """The place that ``text`` (a heading, a cell) names, if ``gazetteer`` does not know it.

    ``sure`` says that a place must stand here; else a name needs an administrative ending, or its
    country beside it, or its twin in another script.
    """
    whole = _NUMBER.sub("", _MARKS.sub("", text)).strip(" \t-–—·•*,，./:：|")
    beside = [part for m in BRACKETS.finditer(whole) for part in _noted(m[1], gazetteer)]
    plain = without_assembly(_without_relation(BRACKETS.sub(" ", whole).strip(SIGNS)))
    twin = _LATIN_TWIN.fullmatch(plain)
    if twin is not None:
        plain, beside = twin["name"], [*beside, twin["twin"]]
    outer = [other for other in beside if _is_outside(other, gazetteer)]
    if len(outer) == 1 and outer[0] not in plain:
        plain = f"{plain}, {outer[0]}" if block_language(plain) == "en" else f"{outer[0]} {plain}"
    if not plain or UNSURE.search(plain) or len(plain) > 2 * LONGEST:
        return None
    name, parent = _innermost(plain, gazetteer)
    if name is None:
        return None
    inside = sure and _is_part_of_city(name, plain, gazetteer)
    if not (inside or has_ending(name)) and _names_place(plain, gazetteer):
        return None
    names: dict[str, str] = {block_language(name): name}
    for other in beside:
        if other in outer:
            continue
        same = _NUMBER.sub("", other).strip(SIGNS)
        if may_be_name(same) and block_language(same) not in names:
            names[block_language(same)] = same
    ended = name.endswith(ENDINGS) or re.search(EN_NAME, name) is not None
    if not (sure or parent or (ended and len(names) > 1)):
        return None
    return LocalName(names, kind_of(name), parent, name)


def _noted(note: str, gazetteer: Gazetteer) -> list[str]:
    """What a note in brackets says of a name: its country, or its twin and its country."""
    parts = [part for part in _PARTS.split(note) if part]
    outer = [part for part in parts if _is_outside(part, gazetteer)]
    return parts if outer and not _is_outside(note, gazetteer) else [note]


def _names_place(text: str, gazetteer: Gazetteer) -> bool:
    """Whether ``text`` names a city, county or district that is known."""
    return any(not is_outer(mention, gazetteer) for mention in gazetteer.find(text))


def _is_part_of_city(name: str, text: str, gazetteer: Gazetteer) -> bool:
    """Whether a city and its country stand behind ``name`` ("Karlín, Prague, Czechia")."""
    start, _, outer = text.partition(",")
    mentions = gazetteer.find(outer)
    if start.strip() != name or len(mentions) < 2 or gazetteer.find(start):
        return False
    city, country = mentions[0].place, mentions[-1].place
    bare = not text_without(outer, mentions).strip(SIGNS)
    return bare and country in gazetteer.ancestors(city) and is_outer(mentions[-1], gazetteer)


def names_country(text: str, gazetteer: Gazetteer) -> bool:
    """Whether ``text`` is the name of a country and nothing else."""
    kinds = {gazetteer.places[mention.place].kind for mention in gazetteer.find(text)}
    return kinds == {"country"} and _is_outside(text, gazetteer)


def _is_outside(text: str, gazetteer: Gazetteer) -> bool:
    """Whether ``text`` names countries, provinces or greater cities, and nothing else.

    A region that nothing knows may stand beside its country ("Pest County, Hungary").
    """
    mentions = gazetteer.find(text)
    words = [
        word for word in re.split(r"[\s,，·/]+", text_without(text, mentions).strip(SIGNS)) if word
    ]
    regions = not words or (len(mentions) > 0 and _is_region(" ".join(words)))
    return regions and any(is_outer(mention, gazetteer) for mention in mentions)


def _is_region(text: str) -> bool:
    """Whether what stands beside a country may be a region of it that nothing knows."""
    one = len(text.split()) == 1 or text.isascii()
    return one and len(text) <= LONGEST and text.endswith((*OUTER, "County", "Region", "Oblast"))


def _without_relation(text: str) -> str:
    """``text`` without words for the kind of partner before and behind the name."""
    match = relation_around(text)
    return text[match[0] : match[1]].strip(SIGNS)


def _innermost(text: str, gazetteer: Gazetteer) -> tuple[str | None, str | None]:
    """The name itself and the id of the country or province that stands beside it."""
    mentions = gazetteer.find(text)
    outer = [m for m in mentions if is_outer(m, gazetteer)]
    pieces = [p for p in _PARTS.split(text) if p.strip(SIGNS)]
    named = [piece for piece in pieces if not _is_nothing_but(piece, outer, text)]
    if not named:
        return None, None
    latin = block_language(named[0]) == "en"
    piece = _before_outer(named[0], gazetteer) if latin else named[-1]
    name = _behind_outer(piece, gazetteer)
    if not latin:
        name = _without_outer_behind(name, gazetteer)
    name = name if latin else _last_word(name)
    name = name.strip(SIGNS)
    if not may_be_name(name):
        return None, None
    beside = [m for m in mentions if not _overlaps(m, text.rfind(name), len(name))]
    around = [m.place for m in beside if _may_contain(m, name, text, gazetteer)]
    parent = max(around, key=lambda place: len(gazetteer.ancestors(place)), default=None)
    if _is_known(name, text, mentions, gazetteer, parent):
        return None, None
    return name, parent


def _may_contain(mention: Mention, name: str, text: str, gazetteer: Gazetteer) -> bool:
    """Whether the place of ``mention`` may be what ``name`` lies in, as a city may."""
    if is_outer(mention, gazetteer):
        return True
    start = text.rfind(name)
    before, behind = text[mention.span.end : start], text[start + len(name) : mention.span.start]
    latin = block_language(name) == "en"
    gap = behind.strip(" ,") if latin else before.strip()
    return has_ending(name) and not gap and (mention.span.start > start) == latin


def _overlaps(mention: Mention, start: int, length: int) -> bool:
    return mention.span.start < start + length and start < mention.span.end


def _is_nothing_but(piece: str, outer: Sequence[Mention], text: str) -> bool:
    """Whether ``piece`` of ``text`` is a country or province."""
    start = text.find(piece)
    rest = piece
    for mention in outer:
        if start <= mention.span.start and mention.span.end <= start + len(piece):
            rest = rest.replace(text[mention.span.start : mention.span.end], "")
    return not any(letter.isalpha() for letter in rest)


def _behind_outer(piece: str, gazetteer: Gazetteer) -> str:
    """``piece`` behind the known places it opens with."""
    end = 0
    for mention in gazetteer.find(piece):
        opens = not piece[end : mention.span.start].strip(SIGNS)
        # "야키마 카운티" is no part of the city that it has its name from.
        opens = opens and piece[mention.span.end :].strip() not in _UNITS_APART
        if opens and mention.span.end < len(piece.rstrip(SIGNS)):
            end = mention.span.end
    rest = piece[end:].strip(SIGNS)
    region, _, name = rest.partition(" ")
    if end and name and block_language(rest) == "ko" and _is_region(region):
        rest = name
    return _ZH_OUTER.sub("", rest)


def _without_outer_behind(piece: str, gazetteer: Gazetteer) -> str:
    """``piece`` without a country behind a space at its end ("长冈京市 日本")."""
    mentions = gazetteer.find(piece)
    last = mentions[-1] if mentions else None
    if last and is_outer(last, gazetteer) and last.span.end == len(piece):
        before = piece[: last.span.start]
        return before.strip() if before != before.rstrip() else piece
    return piece


def _before_outer(piece: str, gazetteer: Gazetteer) -> str:
    """English ``piece`` up to "of" or "in" and what it lies in ("Bergen County of New Jersey")."""
    for word in (" of ", " in "):
        name, _, outer = piece.partition(word)
        if outer and has_ending(name) and _is_outside(outer.removeprefix("the "), gazetteer):
            return name
    return piece


def _last_word(text: str) -> str:
    """Of several Korean words the last one that ends as a place does, else the last."""
    words = _with_units(text.split())
    ended = [word for word in words if word.endswith(ENDINGS)]
    if not words or (len(words) > 1 and words[-1] not in ended):
        return ""
    return words[-1]


def _with_units(words: list[str]) -> list[str]:
    """``words`` with a unit written apart joined to the name before it ("캅 카운티")."""
    joined: list[str] = []
    for word in words:
        if joined and word in _UNITS_APART:
            word = f"{joined.pop()} {word}"
        joined.append(word)
    return joined


def is_outer(mention: Mention, gazetteer: Gazetteer) -> bool:
    """Whether ``mention`` is of a country or province."""
    return gazetteer.places[mention.place].kind in _OUTER_KINDS


def _is_known(
    name: str, text: str, mentions: Sequence[Mention], gazetteer: Gazetteer, parent: str | None
) -> bool:
    """Whether the gazetteer has the place that ``name`` means at its end in ``text``.

    A namesake in another country than the one ``parent`` lies in is not meant.
    """
    end = text.rfind(name) + len(name)
    start = end - len(name)
    if any(start < m.span.start and m.span.end <= end for m in mentions if _is_han(name)):
        return True
    here = {
        place
        for m in mentions
        if _overlaps(m, start, len(name)) and _is_whole(m, name, start, end)
        for place in m.places
    } | set(gazetteer.named(name))
    if parent is None:
        return bool(here)
    country = country_of(gazetteer, parent)
    return any(
        parent in gazetteer.ancestors(place)
        or (country is not None and country == country_of(gazetteer, place))
        for place in here
    )


def _is_han(name: str) -> bool:
    """Whether ``name`` is Chinese: a known name inside of it shows that it is words and a name."""
    return block_language(name) == "zh"


def _is_whole(mention: Mention, name: str, start: int, end: int) -> bool:
    """Whether a known name stands for ``name``: not for the last syllables of a Korean one."""
    if block_language(name) == "ko":
        apart = name.split()[-1] in _UNITS_APART and mention.span.end < end
        return mention.span.start <= start and not apart
    return mention.span.end >= end or mention.span.start <= start
