"""Where on a page its own place stands that nothing says to be it: the last thing to ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from functools import lru_cache

from corpus.gazetteer import Mention
from corpus.labels.partner_dates import names_tie
from corpus.model import Block, Page
from corpus.setting.home_choice import is_partner
from corpus.setting.home_evidence import Evidence
from corpus.setting.mastheads import bare_place
from corpus.setting.name_shapes import without_office
from corpus.setting.naming import Names
from corpus.wordlists import load_toml

# How many blocks open a piece of news, and how far its country stands before a place.
_OPENING_BLOCKS, _BETWEEN = 4, 8
_LONGEST_OFFICE = 40
# The only place that heads anything is named so many times as often as any other.
_MOST_OF, _NAMED_AGAIN = 3, 2
# How much evidence declares a place to be the page's own.
_DECLARED = 3


def settled(place: str | None, mentions: Iterable[Mention]) -> str | None:
    """``place`` where one of ``mentions`` means it and nothing else."""
    return place if any(mention.places == (place,) for mention in mentions) else None


def own_side(page: Page, names: Names) -> str | None:
    """Of the two places of a piece of news, the one whose country the title need not tell."""
    for text in (page.title, *(page.quote(block.span) for block in page.blocks[:_OPENING_BLOCKS])):
        mentions = names.find(text)
        parents = {p for m in mentions for p in names.gazetteer.ancestors(m.place)}
        specific = [m for m in mentions if names.is_specific(m.place) and m.place not in parents]
        if len({m.place for m in specific}) != 2:
            continue
        foreign = [
            mention
            for index, mention in enumerate(mentions)
            if names.is_specific(mention.place)
            and _has_country_before(text, index, mentions, names)
        ]
        own = {m.place for m in specific} - {m.place for m in foreign}
        # Of two in one country, named behind it, the second has no need of it.
        if len(own) == 1 and len({names.country(m.place) for m in specific}) > 1:
            return next(iter(own))
    return None


def _has_country_before(text: str, index: int, mentions: Sequence[Mention], names: Names) -> bool:
    """Whether the country of a place stands in front of it, with nothing but what lies between."""
    mention = mentions[index]
    country = names.country(mention.place)
    for position in range(index - 1, -1, -1):
        outer = mentions[position]
        between = text[outer.span.end : mention.span.start]
        if len(between) > _BETWEEN or not names.is_outer(outer.place):
            return False
        if outer.place == country:
            return True
        mention = outer
    return False


def sole_owner(owners: set[str], evidence: Evidence, names: Names) -> str | None:
    """The one place that heads anything, where it is told of and named far oftener than others."""
    place = next(iter(owners)) if len(owners) == 1 else None
    if place is None or is_partner(place, evidence, owners, names) or place in evidence.headed:
        return None
    seen = evidence.seen
    others = (n for p, n in seen.items() if not names.gazetteer.related(p, place))
    often = seen.get(place, 0) >= _MOST_OF * max((1, *others))
    return place if often and evidence.weight(place) > 0 else None


def opens_as_own(
    page: Page, owners: set[str], rival: int, evidence: Evidence, names: Names
) -> bool:
    """Whether a page opens with the bare name of the one place that heads it, and much for it.

    At least as much as for another, which has the weight ``rival``.
    """
    if len(owners) != 1 or not page.blocks:
        return False
    place = next(iter(owners))
    opens = bare_place(page.quote(page.blocks[0].span), 0, names) == place
    return opens and evidence.weight(place) >= max(_DECLARED, rival)


def closing(page: Page, names: Names, others: Set[str]) -> str | None:
    """The place, none of ``others``, whose office a last line names ("臺北市政府秘書處")."""
    for block in reversed(page.blocks[-_OPENING_BLOCKS:]):
        text = page.quote(block.span)
        name = without_office(text)
        if block.kind == "row" or name == text or len(text) > _LONGEST_OFFICE:
            continue
        mentions = names.find(text)
        place = settled(names.chosen(text, mentions), mentions)
        if place and place not in others:
            return place
    return None


def joined(page: Page, names: Names, owners: set[str]) -> str | None:
    """The place of which the page says that the partner joined it ("a sister city of Yeonje")."""
    patterns = _joining()
    for block in page.blocks:
        for match in patterns.finditer(page.quote(block.span)):
            places = names.gazetteer.named(match["name"])
            if len(places) == 1 and names.is_specific(places[0]) and places[0] not in owners:
                return places[0]
    return None


def named_with(page: Page, owners: set[str], evidence: Evidence, names: Names) -> str | None:
    """The only other place of a page about one partner, named with it in a sentence on a tie."""
    owner = next(iter(owners)) if len(owners) == 1 else None
    others = {m.place for found in names.blocks for m in found if names.is_specific(m.place)}
    others = {p for p in others if owner and not names.gazetteer.related(p, owner)}
    other = next(iter(others)) if len(others) == 1 else None
    if other is None or owner is None or is_partner(other, evidence, owners, names):
        return None
    for block, found in zip(page.blocks, names.blocks, strict=True):
        if {owner, other} <= {m.place for m in found} and names_tie(page.quote(block.span)):
            return other
    return None


def framing(page: Page, names: Names) -> str | None:
    """The place that the text opens with and that a line about the page itself names again."""
    opening = next((i for i, b in enumerate(page.blocks) if _is_text(b)), None)
    first = names.blocks[opening] if opening is not None else ()
    if not first or first[0].span.start > _BETWEEN:
        return None
    place = settled(first[0].place, first) if names.is_specific(first[0].place) else None
    told = [named for b, named in zip(page.blocks, names.blocks, strict=True) if b.about_page]
    return place if any(m.place == place for named in told for m in named) else None


def _is_text(block: Block) -> bool:
    return block.kind == "paragraph" and not block.about_page


@lru_cache(maxsize=1)
def _joining() -> re.Pattern[str]:
    return re.compile("|".join(load_toml("headings.toml")["home"]))
