"""People in English text, by their office and name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from corpus.gazetteer import Mention
from corpus.model import Person, Span
from corpus.people.english_forms import CAPITAL, HONOUR, HONOURS, NAME, PLACE
from corpus.wordlists import load_toml

_LETTER = re.compile("[A-Za-z]")
# Where the name stands by how the office was found.
_NAME_BESIDE = {
    "title": "behind",
    "office": "before",
    "first": "later",
    "then": "held",
    "chair": "sits",
    "headed": "named",
    "its": "whose",
    "small": "who",
}
# An office with the kind of place in front that belongs to the name before it.
_OF_PLACE = re.compile(r"(?P<place>City) (?:Vice |Deputy )?Mayor\b")
# What a body is for, before its own word, and how far before.
_DOMAIN = re.compile(rf"(?<![A-Z]\w )\b(?:{CAPITAL} ){{1,4}}$")
_REACH = 60
# The given name behind the family name: "President Chang, Chiwang and 11 guests".
_GIVEN_BEHIND = re.compile(
    r", (?P<given>[A-Z][a-z]+(?:-[a-z]+)?)"
    r"(?= (?:and|with|to|of|visited|came|attended|led|met|signed)\b| ?\(|,? and \d)"
)
# What an office is of, where it is no place: "President of the District Parliament".
_BODY = re.compile(
    rf" of (?:the )?(?P<body>{CAPITAL}(?: (?:of |the |of the |and |for )?{CAPITAL}){{0,7}})"
)


def english_people(text: str, places: Sequence[Mention]) -> Iterator[tuple[Span, Person]]:
    """People that ``text`` names before or behind their office; none is one of ``places``."""
    if not _LETTER.search(text):
        return
    position = 0
    while match := _pattern().search(text, position):
        key = next(k for k in _NAME_BESIDE if match[k])
        office = Span(*match.span(key))
        name = _name(match, key)
        position = office.end
        if name is None or any(_is_place(text, name, mention, key) for mention in places):
            continue
        given = _GIVEN_BEHIND.match(text, name.end) if key == "title" else None
        titled = given and given["given"] in _words("offices") | _words("ranks")
        if given and not titled and " " not in text[name.start : name.end]:
            name = Span(name.start, given.end("given"))
        position = max(position, name.end)
        office = Span(_opening(text, office, places), office.end)
        body = _body(text, office, places)
        office = Span(office.start, body or office.end)
        owner = None if body else _owner(text, office, places)
        office = _without_place(text, office, places)
        span = Span(min(name.start, office.start), max(name.end, office.end))
        yield span, Person(text[name.start : name.end], text[office.start : office.end], owner)


def _is_place(text: str, name: Span, mention: Mention, key: str) -> bool:
    """Whether a name is one of a place; behind a title a part may be ("Mayor Huang Qiang")."""
    if not mention.span.overlaps(name):
        return False
    rest = text[name.start : name.end].replace(text[slice(*mention.span)], "").strip()
    return key != "title" or not mention.span.within(name) or not rest


def _name(match: re.Match[str], key: str) -> Span | None:
    """The name of a match, without the words with a capital that are no part of it."""
    group = _NAME_BESIDE[key]
    start, end = match.span(group)
    words = match.string[start:end].split(" ")
    while words and words[0] in _words("not_names"):
        start += len(words.pop(0)) + 1
    end -= len(words[-1]) - len(words[-1].removesuffix("'s").removesuffix("’s")) if words else 0
    taken = _words("not_names") | _words("ranks") | _words("offices") | _words("in_no_name")
    others = any(word in taken for word in words)
    alone = len(words) < 2 and group != "behind"
    return None if not words or others or alone else Span(start, end)


def _without_place(text: str, office: Span, places: Sequence[Mention]) -> Span:
    """``office`` without a first word that is the place's: "Hualien City Mayor"."""
    word = _OF_PLACE.match(text, office.start)
    if word is None:
        return office
    named = (office.start - 1, word.end("place"))
    behind_name = any(mention.span.end in named for mention in places)
    return Span(word.end("place") + 1, office.end) if behind_name else office


def _opening(text: str, office: Span, places: Sequence[Mention]) -> int:
    """Where an office begins with the words of the body that it is of ("Tax Office Director")."""
    first = text[office.start : office.end].split()[0]
    words = _DOMAIN.search(text, max(0, office.start - _REACH), office.start)
    if words is None or first not in _words("body_ends"):
        return office.start
    return max(
        (m.span.end + 1 for m in places if m.span.overlaps(Span(*words.span()))),
        default=words.start(),
    )


def _body(text: str, office: Span, places: Sequence[Mention]) -> int | None:
    """Where the name of what an office is of ends, if that is no place."""
    match = _BODY.match(text, office.end)
    if match is None:
        return None
    whole = match.group("body")
    for mention in places:
        named = text[mention.span.start : mention.span.end]
        if mention.span.start == match.start("body") and whole in (named, *_with_end(named)):
            return None
    known = any(whole.endswith(end) for end in _words("body_ends"))
    return match.end() if known else None


def _with_end(name: str) -> tuple[str, ...]:
    return tuple(f"{name} {end}" for end in ("City", "District", "County", "Government"))


def _owner(text: str, office: Span, places: Sequence[Mention]) -> str | None:
    """The place of an office: right before it, or behind "of"."""
    for mention in places:
        before, behind = (
            text[mention.span.end : office.start],
            text[office.end : mention.span.start],
        )
        if mention.span.end <= office.start and before == " ":
            return mention.place
        if mention.span.start >= office.end and behind in (" of ", " of the "):
            return mention.place
    return None


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """``the Mayor, NAME``, ``NAME, Mayor …`` or ``Mayor NAME``."""
    table = load_toml("offices.toml")["en"]
    title = rf"(?:(?:{_choice(table['ranks'])})[ -])?(?:{_choice(table['offices'])})\b"
    ranks = _choice(rank.lower() for rank in table["ranks"])
    ranks += "|" + _choice(table["ranks"])
    plain = rf"(?:(?:{ranks})[ -])?(?:{_choice(table['plain'])})\b"
    was = r"(?:who (?:[a-z]+ ){0,3}(?:was|is|served as) (?:then |the )?)"
    of = r"(?: of [^,.;()]{1,70})?"
    body = rf"(?:{CAPITAL} (?:of |the |and |for )?){{0,6}}(?:{_choice(table['body_ends'])})"
    return re.compile(
        rf"\bthe (?P<first>{title}){of}, {HONOUR}(?P<later>{NAME})(?=,|\.|;| and\b|$)"
        rf"|\b(?P<headed>{title}) of [^,.;()]{{1,70}}, {HONOUR}(?P<named>{NAME})(?=,|\.|;| and\b|$)"
        rf"|\b(?P<then>{plain}) of (?P<of>{PLACE}), {HONOUR}(?P<held>{NAME})(?=,|\.|;| and\b|$)"
        rf"|\b(?P<chair>{title} of (?:the )?{body}) (?P<sits>{NAME})"
        rf"|\b(?P<before>(?!(?:{title}) )(?!{HONOURS}){NAME})"
        rf"(?:,| \() ?(?:{was}|(?:the|then|former|acting|current) )?"
        rf"(?P<office>{title}(?! [A-Z])|{plain})"
        rf"|\b(?P<title>{title}) {HONOUR}(?P<behind>{NAME})"
        rf"|['’]s? (?P<its>{title}|{plain}),? (?P<whose>{NAME})(?=,|\.|;| [a-z]|$)"
        rf"|\b(?P<small>{plain}) (?P<who>{NAME})"
    )


def _choice(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@lru_cache(maxsize=8)
def _words(name: str) -> frozenset[str]:
    return frozenset(load_toml("offices.toml")["en"][name])
