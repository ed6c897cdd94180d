"""Whether an event is one between two places, and not one of a place by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.exchanges.dated_headings import starts_with_date
from corpus.exchanges.direction import way_of
from corpus.exchanges.event_columns import is_column
from corpus.exchanges.headcounts import count_people
from corpus.exchanges.kinds import event_pattern
from corpus.exchanges.marking import HOME, PARTNER
from corpus.exchanges.told_events import GOING, Told
from corpus.gazetteer import Gazetteer, Mention
from corpus.model import SPECIFIC, Block
from corpus.text import fold_text
from corpus.wordlists import load_toml

# Words that say of the two together what could be each one's own.
_BETWEEN = re.compile(r"\bbetween\b|\b[Jj]oint|합동|공동|联合|共同|间|간 ")
# The anniversary of what ties two places is one of both.
_ANNIVERSARY = re.compile(
    r"(?:结好|缔结|缔交|结为|结成|友好|友城|姐妹|姊妹|交流)[^,，。;|]{0,14}周年"
    r"|(?:결연|자매|우호|교류|협정|체결)[^,.;|]{0,16}주년"
    r"|\banniversary of (?:the |their |its |our )?(?:[a-z-]+ ){0,4}"
    r"(?:sister|friendship|twin|ties|relationship|partnership|agreement|signing)"
)
# Behind a place that is a party to a signing, and behind one that does what is told.
_PARTY = re.compile(
    r"\s?(?:[와과](?:[의는 ]|$)|[与與和同]|and\b|'s (?:link|ties|tie)|became|signed)"
)
_ACTS = re.compile(r"(?:[은는이가도]|에게?|으?로)(?![가-힣])")
_GOAL = re.compile(r"(?:[向赴]|访问|\bto )$")
_AROUND = 16
# How guests travel: behind the place that they set out from, and around one on their way.
_SETS_OUT = re.compile(r"(?:港|机场|機場|站)?(?:乘|坐|搭|出发|出發|启程|啟程|起飞|起飛)")
_THROUGH = re.compile(r"(?:途经|途經|经由|經由|取道|转道|轉道|\bvia )$")
_BY_WAY = re.compile(r"(?:[을를]? ?(?:거쳐|경유)|(?:공항|항)?에서 (?:출발|출국))")
# What two sides go on doing with each other, without "the two": "have exchanged students".
_MUTUAL = re.compile(
    r"\b(?:have|has) exchanged\b|\bexchange (?:of )?(?:students|visits)\b|\beach other\b|互访|互派"
    r"|교환(?=$|[ ,.)]|하|해)"
)


def is_between(told: Told, block: Block, listed: bool, gazetteer: Gazetteer) -> bool:
    """Whether an event is one between both places, and not one of a place by itself."""
    folded = fold_text(told.text)
    sides = [
        sign in told.marked or _is_named(side, told.mentions, gazetteer)
        for side, sign in zip(told.parties, (HOME, PARTNER), strict=True)
    ]
    if any(date.edtf.endswith("/..") for date in told.event.dates):
        both = event_pattern("both").search(folded) or _MUTUAL.search(folded)
        both_named = all(sides) and way_of(told.marked, told.parties, gazetteer) is not None
        return both_named or (both is not None and bool(told.kinds))
    entry = block.kind != "paragraph" or starts_with_date(told.text)
    if not {"signing", *GOING} & set(told.kinds) and event_pattern("proposed").search(folded):
        return False
    if not GOING & set(told.kinds) and event_pattern("only_proposed").search(folded):
        return False
    if not any(sides) and _is_of_many(folded):
        return False
    if listed and entry:
        telling = block.kind != "paragraph" and not _names_third(told, gazetteer)
        named = told.kinds or telling
        return bool(named) and (bool(told.kinds) or block.kind not in ("caption", "heading"))
    if told.kinds and any(is_column("date", header) for header in block.headers):
        return True
    if _is_of_others(told, folded, sides, gazetteer):
        return False
    return _is_of_both(told, folded, sides, block, gazetteer)


def _is_of_many(folded: str) -> bool:
    """Whether a place counts by itself the groups and tourists that came from anywhere."""
    counted = event_pattern("own_numbers").search(folded) is not None
    return counted and event_pattern("sent").search(folded) is None


def _is_of_others(told: Told, folded: str, sides: Sequence[bool], gazetteer: Gazetteer) -> bool:
    """Whether what is told is of third places, or of one side's own visitors."""
    kinds = set(told.kinds)
    if not all(sides) and not {"letter", "gift"} & kinds and _names_third(told, gazetteer):
        return True
    if "signing" in kinds and _signs_above(told, gazetteer):
        return True
    # A consul among the guests of a signing counts nobody.
    if _is_of_many(folded) and not ("signing" in kinds and all(sides)):
        return True
    return not sides[0] and _is_of_third(told, gazetteer)


def _is_of_both(
    told: Told, folded: str, sides: Sequence[bool], block: Block, gazetteer: Gazetteer
) -> bool:
    """Whether the words of an event say that it was one of the two sides together."""
    both = event_pattern("both").search(folded) is not None
    own = set(told.kinds) & set(load_toml("kinds.toml")["_events"]["between"])
    if all(sides) or both:
        return bool(own) or (bool(told.kinds) and _is_linked(told, both, gazetteer))
    if "signing" in own or (own and any(sides)):
        return True
    way = way_of(told.marked, told.parties, gazetteer) is not None
    if own:
        return way or event_pattern("tied").search(folded) is not None
    counted = block.kind != "paragraph" or bool(count_people(told.text))
    return bool(told.kinds) and any(sides) and counted and way


def _names_third(told: Told, gazetteer: Gazetteer) -> bool:
    """Whether an event names a place that has nothing to do with either side."""
    return any(
        gazetteer.places[mention.place].kind != "country"
        and not any(gazetteer.related(p, side) for p in mention.places for side in told.parties)
        and not _is_on_the_way(told.text, mention)
        for mention in told.mentions
    )


def _is_on_the_way(text: str, mention: Mention) -> bool:
    """Whether guests only set out from a place or came through it."""
    behind = text[mention.span.end : mention.span.end + _AROUND]
    from_there = text[: mention.span.start].endswith(("从", "從", "自", "由"))
    through = _THROUGH.search(text[max(0, mention.span.start - _AROUND) : mention.span.start])
    return bool((from_there and _SETS_OUT.match(behind)) or through or _BY_WAY.match(behind))


def _is_of_third(told: Told, gazetteer: Gazetteer) -> bool:
    """Whether a third city did what is told, or it was done to one: "부산시도 마스크를 보냈다"."""
    for mention in told.mentions:
        if gazetteer.places[mention.place].kind not in SPECIFIC or any(
            gazetteer.related(p, side) for p in mention.places for side in told.parties
        ):
            continue
        before = told.text[max(0, mention.span.start - _AROUND) : mention.span.start]
        behind = told.text[mention.span.end : mention.span.end + _AROUND]
        if _ACTS.match(behind) or _GOAL.search(before):
            return True
    return False


def _signs_above(told: Told, gazetteer: Gazetteer) -> bool:
    """Whether it is what a side lies in that signed: "Yantai and Gunsan became sister cities"."""
    for side in told.parties:
        above = [m for m in told.mentions if set(m.places) & set(gazetteer.ancestors(side))]
        own = any(side in m.places for m in told.mentions)
        for mention in () if own else above:
            behind = told.text[mention.span.end : mention.span.end + _AROUND]
            if gazetteer.places[mention.place].kind != "country" and _PARTY.match(behind):
                return True
    return False


def _is_linked(told: Told, both: bool, gazetteer: Gazetteer) -> bool:
    """Whether what could be each side's own is said of the two together, or of who went where."""
    if both or _BETWEEN.search(told.text) or _ANNIVERSARY.search(fold_text(told.text)):
        return True
    return way_of(told.marked, told.parties, gazetteer) is not None


def _is_named(side: str, mentions: tuple[Mention, ...], gazetteer: Gazetteer) -> bool:
    """Whether one of the names is that of ``side`` or of what it lies in."""
    return any(
        place == side or place in gazetteer.ancestors(side) for m in mentions for place in m.places
    )
