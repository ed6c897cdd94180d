"""An event with what its words name: the places, the two sides and the kinds of exchange."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.exchanges.direction import way_of
from corpus.exchanges.events import Event
from corpus.exchanges.kinds import event_pattern, kinds_of
from corpus.exchanges.marking import HOME, PARTNER, THIRD, mark_sides, namesake
from corpus.gazetteer import Gazetteer, Mention
from corpus.model import Block, Page, Span
from corpus.people import find_people
from corpus.people.finding import Found
from corpus.spans import blanked, placed_in

# One side behind a Chinese verb of motion that is too short to be told by itself ("来牟集训").
_GOES_THERE = re.compile(
    f"(?:(?<![原本未将后从近年以往带历向送传寄发月日])来|赴|抵|莅|前往|走进|踏上)[{HOME}{PARTNER}]"
)
# So many people who were at a place of the other side.
_AT = re.compile(
    f"\\d ?여?명[^{HOME}-{THIRD}|]{{0,12}}[{HOME}{PARTNER}](?:시|군|구|현)?에서(?![^|]{{0,20}}보내)"
)
# The head of one side, alone, signed where the other is: they went there.
_SIGNS_THERE = re.compile(
    "(?:^|[,，。\\s时由副派年月日\\d])(?:[市区县省州厅镇议]长|书记)(?!们|和|与|、)"
    f"[^{HOME}{PARTNER},，。;|在与和]{{0,8}}(?:率[^{HOME}{PARTNER},，。;|在]{{0,10}})?在[{HOME}{PARTNER}]"
    "[^,，。;|]{0,10}(?:与|和|同|签|缔|续)"
    "|(?:^|, |\\. |\\d |\\d\\. |\\| )(?:(?:vice|deputy|county|district|city|town|acting) ){0,2}"
    "(?:mayor|governor|magistrate|chairman|chairwoman|party secretary)(?! of | and )"
    "(?:(?! and | met )"
    f"[^{HOME}{PARTNER};|]){{1,40}} signed [^;|.]{{0,60}} (?:in|at) (?:the )?[{HOME}{PARTNER}]"
)
_LEADS_THERE = re.compile(
    r"\b(?:led|leads|headed|heads|brought|brings|took|takes|accompanied|escorted)\b"
    f"(?=[^;|.{HOME}{PARTNER}]{{0,60}}\\b(?:groups?|party|parties|team|students|pupils|teachers|citizens"
    "|residents|officials|members|people|[a-z]+(?:ians|ers)|councill?ors|guests)\\b)"
    f"[^;|.]{{0,80}}? to (?:the )?[{HOME}{PARTNER}]"
)
# One side gave the other what comes behind; a thing by its name is a gift.
_GIVES = re.compile(
    f"\\b(?:gave|gives|handed|presented|awarded) [{HOME}{PARTNER}](?:'s [a-z]+){{0,2}}"
    r" (?:with )?(?:an?|the|its|some|several|two|three|four|five|ten|\d[\d,]*) "
    r"(?!(?:[a-z-]+ ){0,2}(?:concert|performance|speech|lecture|talk|tour|reception|briefing"
    r"|demonstration|welcome|chance|opportunity|presentation|permission|show|recital|interview)\b)"
    r"(?P<given>[a-z-]+(?: [a-z-]+){0,5})"
)
# Behind these words stands no more what is given, but whose it is or what it is for.
_OF_GIVEN = re.compile(r" (?:of|for|from|to|in|at|by|and|with|that|which|as|on|when|during)\b")
_ATTENDED = re.compile(
    r"[이가]? ?참석(?:한 (?:가운데|자리에서?)|하에)"
    r"|\b(?:people|persons|guests|participants|officials)(?: were)? attended(?= |,|\.|$)"
    r"|\battended by\b"
)
# What an event came of, before it: a visit of somebody's, by itself no part of what is told.
_CAME_OF = re.compile(
    f"[^,，。;|{HOME}{PARTNER}]{{0,40}}[{HOME}{PARTNER}]?[을를에]? ?"
    "(?:방문|견학|연수|유학)(?:한|했던|하게 된|을 온|온)? ?(?:인연으로|것이 인연이 [돼되]어?|"
    "(?:것을|을|를) (?:계기로|인연으로))"
)
# Kinds of what goes from one side to the other.
GOING = frozenset({"visit", "letter", "gift"})


@dataclass(frozen=True, slots=True)
class Told:
    """An event with its text, the names of places in it, and between whom it was."""

    event: Event
    text: str
    mentions: tuple[Mention, ...]
    parties: tuple[str, str]
    kinds: tuple[str, ...]
    marked: str = ""


def read_event(
    page: Page,
    block: Block,
    event: Event,
    mentions: tuple[Mention, ...],
    parties: tuple[str, str],
    gazetteer: Gazetteer,
) -> Told:
    """An event of ``block`` with the names among ``mentions`` (of the block) that it holds."""
    text, inside = page.quote(event.span), event.within(block)
    near = placed_in(mentions, inside)
    named = _without_people(text, _settled(text, near, parties, gazetteer), parties)
    marked = mark_sides(text, parties, gazetteer, named)
    bare = blanked(text, [*named, *_latin_names(text, named)])
    kinds = kinds_of(bare)
    if "signing" in kinds and _CAME_OF.search(marked):
        marked = _CAME_OF.sub(" ", marked)
        kinds = kinds_of(marked)
    if "signing" in kinds:
        # Who was there when it was signed did not go anywhere.
        kinds = kinds_of(_ATTENDED.sub(" ", bare))
        marked = _ATTENDED.sub(" 함께 ", marked)
    going = (_GOES_THERE, _SIGNS_THERE, _LEADS_THERE)
    if "visit" not in kinds and any(pattern.search(marked) for pattern in going):
        kinds = ("visit", *kinds)
    there = "visit" not in kinds and _AT.search(marked) is not None
    if there and way_of(marked, parties, gazetteer):
        kinds = ("visit", *kinds)
    if "gift" not in kinds and _gives_thing(marked):
        kinds = (*kinds, "gift")
    if not kinds and block.kind != "paragraph" and way_of(marked, parties, gazetteer):
        kinds = ("visit",)
    return Told(event, text, named, parties, kinds, marked)


def _latin_names(text: str, mentions: tuple[Mention, ...]) -> Iterator[Found]:
    """Where names of people stand in Latin letters, which may be words ("Sim Sang Gil")."""
    for found in find_people(text, mentions):
        name = found.person.name or ""
        if name and name.isascii():
            start = text.find(name, *found.span)
            yield found._replace(span=Span(start, start + len(name)))


def _gives_thing(marked: str) -> bool:
    """Whether one side gave the other a thing that is known to be one."""
    given = (_OF_GIVEN.split(gives["given"], 1)[0] for gives in _GIVES.finditer(marked))
    return any(map(event_pattern("given").search, given))


def _settled(
    text: str, mentions: Sequence[Mention], parties: tuple[str, str], gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """``mentions`` with those of a party that were taken for another place of its name."""
    found = []
    for mention in mentions:
        party = None
        if not set(parties) & set(mention.places):
            party = namesake(text[slice(*mention.span)], parties, gazetteer)
        found.append(Mention(mention.span, (party,)) if party else mention)
    return tuple(found)


def _without_people(
    text: str, mentions: tuple[Mention, ...], parties: tuple[str, str]
) -> tuple[Mention, ...]:
    """``mentions`` without the names of people that are those of some third place as well."""
    names = [found.person.name or "" for found in find_people(text, mentions)]
    return tuple(
        mention
        for mention in mentions
        if set(parties) & set(mention.places)
        or not any(text[slice(*mention.span)] in name for name in names)
    )
