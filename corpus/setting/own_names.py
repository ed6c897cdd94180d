"""The name of a page's own place where no gazetteer has it, or where several places have it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from corpus.gazetteer import Gazetteer
from corpus.language import HAN, block_language
from corpus.model import Place, local_id
from corpus.page_reading import PageReading
from corpus.setting.councils import with_councils
from corpus.setting.countries import country_of
from corpus.setting.home_evidence import find_evidence
from corpus.setting.homonym_homes import namesake
from corpus.setting.name_shapes import kind_of, may_be_name
from corpus.setting.signatures import signed_names, signed_offices
from corpus.text import traditionalise
from corpus.wordlists import load_toml

# A page names its own place so often, in so many lines, and in wordings of so many kinds.
_OFTEN, _LINES, _WORDINGS = 3, 2, 2
# No more names than these are tried, of those that most lines name so.
_TRIED, _COUNTED = 3, 12
# Districts of one name are many, and their pages say in which city they lie.
_KINDS = frozenset({"city", "county"})
# The wording of those that the site itself is named after.
_TITLED = 0
_LATIN_NAME = "(?P<name>[A-Z][a-z]{2,20}(?:[ -][A-Z][a-z]{2,20}){0,2})"
# Without this no line has such a name.
_CAPITAL = re.compile("[A-Z][a-z]{2}")
# The seat of a county by the office or the head that only it has ("Nantou City Mayor").
_SEAT = re.compile(r"(?P<name>\b[A-Z][a-z]{2,14}) City(?: Mayor|'s mayor| Office| Hall| Council)\b")
# Where a name may begin that stands behind no other one.
_APART = re.compile(r"[\s，。、：:；;（(]")
# A city with its mayor behind: of the two signs that mean it either may be read.
_CITY = re.compile(f"(?P<name>(?<![{HAN}][縣县])[{HAN}]{{2}})市(?=[長长])")
_MAYOR = ("市長", "市长")
_SMALLER = re.compile("[鄉乡鎮镇區区市]$")


def own_places(page: PageReading, gazetteer: Gazetteer) -> Iterator[tuple[Place, ...]]:
    """Places that may be the page's own, each with its namesakes, which lose the name.

    The likeliest first; what the whole page says of it decides whose page it is.
    """
    lines = [page.quote(block.span) for block in page.blocks]
    signed = _signed(page, gazetteer)
    yield from ((place,) for place in with_councils(lines, gazetteer))
    seats_of = _latin_seats(lines, gazetteer)
    for name, outer in (*signed, *seats_of, *_latin(lines, gazetteer), *_han(lines, gazetteer)):
        known = gazetteer.named(name)
        seats = _seats(known, gazetteer)
        if len(seats) == 1 and _is_prefecture(name, page.text):
            yield (gazetteer.places[seats[0]], *_unnamed(known, seats[0], name, gazetteer))
        if seats:
            continue
        language = block_language(name)
        names: dict[str, tuple[str, ...]] = {language: (name,)}
        if (
            outer
            and name.endswith(" City")
            and name.removesuffix(" City") in _short(outer, gazetteer)
        ):
            names[language] = (name, name.removesuffix(" City"))
            known = (*known, outer)
        elif language == "zh":
            names["zh-Hant"] = (traditionalise(name),)
        elif not known:
            full = kind_of(name) != "city" or name.endswith(" City")
            names[language] = (name,) if full else (name, f"{name} City")
        own = Place(local_id(name), kind_of(name), names, outer)
        yield (own, *_unnamed(known, own.id, name, gazetteer))


def _short(place: str, gazetteer: Gazetteer) -> frozenset[str]:
    """What a county is called in English without the word for one."""
    return frozenset(n.removesuffix(" County") for n in gazetteer.places[place].names.get("en", ()))


def _latin_seats(lines: Sequence[str], gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """Cities that in English share the name of their county, of which alone there is one known."""
    for name in dict.fromkeys(match["name"] for line in lines for match in _SEAT.finditer(line)):
        counties = gazetteer.named(f"{name} County")
        if len(counties) == 1 and not gazetteer.named(f"{name} City"):
            yield f"{name} City", counties[0]


def _signed(page: PageReading, gazetteer: Gazetteer) -> list[tuple[str, str | None]]:
    """Names by which the page is signed, if no place or several have them, with their country."""
    names = dict.fromkeys(filter(may_be_name, signed_names(page)))
    offices = dict(signed_offices(page))
    return [
        *(
            (name, country)
            for name, country in offices.items()
            if country == "taiwan" and _is_free(name, country, gazetteer)
        ),
        *((name, country) for name in names for country in _unsettled(name, gazetteer, True)),
    ]


def _unnamed(known: Iterable[str], own: str, name: str, gazetteer: Gazetteer) -> Iterator[Place]:
    return (namesake(gazetteer.places[place], name) for place in known if place != own)


def _seats(known: Sequence[str], gazetteer: Gazetteer) -> list[str]:
    """Those of several places in which another of the name lies, as its seat does."""
    return [p for p in known if any(p in gazetteer.ancestors(other) for other in known)]


def _is_prefecture(name: str, text: str) -> bool:
    """Whether ``text`` speaks of the prefecture ``name``, and never of the city in it."""
    return f"{name} Prefecture" in text and f"{name} City" not in text


def is_rather(own: str, home: str | None, page: PageReading, gazetteer: Gazetteer) -> bool:
    """Whether more speaks for the place ``own`` than for ``home``, and anything at all."""
    evidence = page.once(find_evidence, gazetteer)
    is_signed = own in map(local_id, (*signed_names(page), *dict(signed_offices(page))))
    if home is None or home in gazetteer.ancestors(own):
        return is_signed or evidence.weight(own) > 0 or own in evidence.sites
    if is_signed:
        return True
    told = [(evidence.weight(place), evidence.seen.get(place, 0)) for place in (own, home)]
    return told[0][0] > 0 and told[0] > told[1]


def _latin(lines: list[str], gazetteer: Gazetteer) -> list[tuple[str, str | None]]:
    """Latin names with the country that all who have them lie in, the most frequent ones first."""
    said: Counter[str] = Counter()
    wordings: dict[str, set[int]] = {}
    for line in filter(_CAPITAL.search, lines):
        found = set()
        for number, pattern in enumerate(_wordings()):
            for match in pattern.finditer(line):
                name = _plain(match["name"])
                if name:
                    found.add(name)
                    wordings.setdefault(name, set()).add(number)
        said.update(found)
    text = "\n".join(lines)
    often = {name: _times(name, text) for name, n in said.most_common(_COUNTED) if n >= _LINES}
    ranked = sorted(often, key=lambda name: -often[name])
    kept = (
        name
        for name in ranked
        if len(wordings[name]) >= _WORDINGS and (often[name] >= _OFTEN or _TITLED in wordings[name])
    )
    return [
        (name, country)
        for name in kept
        for country in _unsettled(name, gazetteer, _TITLED in wordings[name])
    ][:_TRIED]


def _times(name: str, text: str) -> int:
    return len(re.findall(rf"\b{re.escape(name)}\b", text))


def _plain(name: str) -> str:
    """``name`` up to a word that is none of a name; empty where that is the first one."""
    no_names = load_toml("home.toml")["own_names"]["no_names"]
    kept: list[str] = []
    for word in name.split():
        if word.casefold() in no_names:
            break
        kept.append(word)
    plain = " ".join(kept)
    return plain if may_be_name(plain) else ""


def _unsettled(name: str, gazetteer: Gazetteer, titled: bool) -> Iterator[str | None]:
    """Once the country of ``name``, or None, if no place or several have it.

    A district is one of them only where the site is ``titled`` after it.
    """
    mentions = gazetteer.find(name)
    places = gazetteer.named(name)
    if not mentions and not places and not _is_short(name, gazetteer):
        yield None
    elif len(places) > 1 and len(mentions) == 1 and len(mentions[0].places) > 1:
        kinds = {gazetteer.places[place].kind for place in places}
        countries = {country_of(gazetteer, place) for place in places}
        if kinds <= _KINDS or titled:
            yield next(iter(countries)) if len(countries) == 1 else None


def _is_short(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a place has ``name`` with its kind behind it."""
    kinds = load_toml("home.toml")["own_names"]["kinds"]
    return any(gazetteer.named(f"{name}{kind}") for kind in kinds)


def _han(lines: list[str], gazetteer: Gazetteer) -> list[tuple[str, str | None]]:
    """Names with an office behind them and what they lie in before them or in their line."""
    text = "\n".join(lines)
    offices = load_toml("home.toml")["own_names"]["offices"]
    found: dict[str, str | None] = {}
    said: Counter[str] = Counter()
    for line in lines:
        for name, county in _seats_of_counties(line, gazetteer):
            found[name] = county
            said[name] += 1
        outer = {mention.span.end: mention.place for mention in gazetteer.find(line)}
        starts = {m.end() for m in _APART.finditer(line)} | set(outer) | {0}
        for start in sorted(starts):
            match = _offices().match(line, start)
            if match is None:
                continue
            name = match["name"]
            country = next((offices[o] for o in offices if _has_office(line, match, o)), None)
            lies_in = outer.get(start) or country
            if lies_in and _is_free(name, lies_in, gazetteer):
                found[name] = outer.get(start) or found.get(name) or country
                said[name] += 1
    often = {name: text.count(name) for name, _ in said.most_common(_COUNTED)}
    ranked = sorted(often, key=lambda name: -often[name])
    kept = [name for name in ranked if often[name] >= _OFTEN][:_TRIED]
    return [(name, _lies_in(name, found[name], lines, gazetteer)) for name in kept]


def _lies_in(
    name: str, outer: str | None, lines: Sequence[str], gazetteer: Gazetteer
) -> str | None:
    """What stands right before ``name`` in any line and lies in ``outer``, else that."""
    for line in lines:
        for mention in gazetteer.find(line) if name in line else ():
            inside = outer is None or outer in gazetteer.ancestors(mention.place)
            if inside and line.startswith(name, mention.span.end):
                return mention.place
    return outer


def _has_office(line: str, name: re.Match[str], office: str) -> bool:
    """Whether ``office`` stands behind ``name``, or is what its last sign begins ("鄉長")."""
    return line.startswith(office, name.end()) or line.startswith(office, name.end() - 1)


def _seats_of_counties(line: str, gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """Cities that share the name of their county, of which alone there is a name to be known."""
    for match in _CITY.finditer(line):
        counties = gazetteer.named(f"{match['name']}縣")
        mayor = line.startswith(_MAYOR, match.end() - 1)
        if len(counties) == 1 and mayor and not gazetteer.named(match.group()):
            yield match.group(), counties[0]


def _is_free(name: str, outer: str, gazetteer: Gazetteer) -> bool:
    """Whether no place of that name lies in ``outer``."""
    if not may_be_name(name) or not _SMALLER.search(name):
        return False
    return not any(outer in gazetteer.ancestors(place) for place in gazetteer.named(name))


@lru_cache(maxsize=1)
def _wordings() -> tuple[re.Pattern[str], ...]:
    patterns = load_toml("home.toml")["own_names"]["latin"]
    return tuple(re.compile(pattern.replace("@", _LATIN_NAME)) for pattern in patterns)


@lru_cache(maxsize=1)
def _offices() -> re.Pattern[str]:
    return re.compile(f"(?P<name>[{HAN}]{{2,3}}?{load_toml('home.toml')['own_names']['han']})")
