"""Names of people that are those of places as well: "Mayor Shibata", "(시장 나가노 야스히로)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.gazetteer import Gazetteer, Mention
from corpus.model import Span
from corpus.people.korean_words import is_japanese_name
from corpus.setting.countries import country_of
from corpus.spans import lying_in
from corpus.wordlists import load_toml

# How far (characters) around a name what makes it a person's is looked for.
_AHEAD, _BEHIND = 44, 24
_OFFICE = "시장|군수|구청장|도지사|지사|현지사|정장|촌장|구장|부시장"
# A form of address right before a name or a first name, and an English office there.
_ADDRESSED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof)\.? (?:[A-Z][a-z’'-]+ )?$")
_TITLED = re.compile(
    r"\b(?:Mayor|Governor|Reeve|Councill?or)s?\.? (?:(?P<first>[A-Z][a-z’'-]+) )?$"
)
_KIND = re.compile(r"[ -](?i:city|town|county|prefecture|district|province|village|shire|metro)\b")
# Behind the name of somebody in office the place of the office.
_OF = re.compile(r" of (?:the )?(?:[A-Z][a-z]+ of )?(?=[A-Z])")
# In brackets behind the name of a place its head, whose name may be of several words.
_HEAD = re.compile(rf"[(（](?:{_OFFICE})\s?[가-힣 ·]{{0,10}}$")
_CLOSED = re.compile(r"[가-힣 ·]{0,16}[)）]")
# A first name behind it, and then the place of an office: "나가노 야스히로 벳푸시장".
_FIRST_NAME = re.compile(rf" (?P<first>[가-힣]{{2,5}}) [가-힣]{{1,8}}(?:{_OFFICE})")
_SUFFIXED = re.compile(r"[가-힣](?:시|군|구|현|도|정|촌|성|주)$")


def without_people(text: str, mentions: Iterable[Mention], gazetteer: Gazetteer) -> list[Mention]:
    """``mentions``, names in ``text``, without those of people."""
    found = list(mentions)
    return [mention for mention in found if not _is_person(text, mention, found, gazetteer)]


def _is_person(
    text: str, mention: Mention, mentions: Sequence[Mention], gazetteer: Gazetteer
) -> bool:
    written = text[slice(*mention.span)]
    if written.isascii():
        single = " " not in written and "-" not in written
        return single and _is_titled(text, mention, mentions, gazetteer)
    if _SUFFIXED.search(written):
        return False
    before = text[max(0, mention.span.start - _AHEAD) : mention.span.start]
    behind = text[mention.span.end : mention.span.end + _BEHIND]
    headed = _HEAD.search(before) is not None and _CLOSED.match(behind) is not None
    return headed or _has_first_name(text, mention, mentions)


def _is_titled(
    text: str, mention: Mention, mentions: Sequence[Mention], gazetteer: Gazetteer
) -> bool:
    """Whether an English name is that of who is addressed, or in office elsewhere.

    "Deputy Mayor Auckland" leaves out an "of": an office alone makes a person only of a name of
    such countries as have families named like their cities.
    """
    before = text[max(0, mention.span.start - _AHEAD) : mention.span.start]
    if _KIND.match(text, mention.span.end):
        return False
    if _ADDRESSED.search(before):
        return True
    titled = _TITLED.search(before)
    words = load_toml("offices.toml")["en"]
    if titled is None or titled["first"] in words["no_first_names"]:
        return False
    if country_of(gazetteer, mention.place) in words["family_countries"]:
        return True
    of = _OF.match(text, mention.span.end)
    seat = next((m for m in mentions if of and m.span.start == of.end()), None)
    return seat is not None and not _is_inside(mention, seat, gazetteer)


def _is_inside(mention: Mention, outer: Mention, gazetteer: Gazetteer) -> bool:
    around = {p for place in mention.places for p in gazetteer.ancestors(place)}
    return not around.isdisjoint(outer.places)


def _has_first_name(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a Korean spelling is a family name with the given name and an office behind it.

    Who is with somebody ("대표단") is no given name, and neither is another place.
    """
    match = _FIRST_NAME.match(text, mention.span.end)
    if match is None:
        return False
    first = match["first"]
    grouped = first.endswith(tuple(load_toml("offices.toml")["ko"]["group_ends"]))
    named = lying_in(mentions, Span(*match.span("first")))
    return not grouped and not named and is_japanese_name(text[slice(*mention.span)], first)
