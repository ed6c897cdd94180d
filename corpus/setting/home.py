"""Whose page it is: the place that publishes it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.gazetteer import Gazetteer, Mention
from corpus.labels.partner_dates import names_tie
from corpus.language import block_language
from corpus.model import SPECIFIC, Page
from corpus.page_reading import PageReading
from corpus.setting.counting import Told, beside_partners, counted_place, counts, unrelated
from corpus.setting.described import is_described
from corpus.setting.home_choice import (
    declared,
    in_title,
    is_doubtful,
    is_guest,
    is_misspelt,
    is_partner,
    likeliest,
    of_own_unit,
    only_stranger,
    rather,
    rather_host,
    sides,
)
from corpus.setting.home_evidence import Evidence, find_evidence
from corpus.setting.home_positions import (
    closing,
    framing,
    joined,
    named_with,
    opens_as_own,
    own_side,
    settled,
    sole_owner,
)
from corpus.setting.mastheads import masthead
from corpus.setting.naming import Names
from corpus.setting.signatures import signers
from corpus.setting.web_home import place_of_address
from corpus.spans import text_without
from corpus.text import fold_text
from corpus.wordlists import load_toml

# How far into a block the place stands that it opens with.
_BETWEEN = 8
# A page is about the place that more than two of three blocks with a name in them name.
_MOST_OF = 3
# A place named no oftener, in one block, is named in passing, unless so much speaks for it.
_HARDLY, _SPEAKS, _NAMED_AGAIN = 2, 2, 2
_COUNTRIES = {"ko": "korea", "zh": "china"}


def find_home(page: PageReading, names: Names, told: Sequence[Told]) -> str | None:
    """The publisher where the page says it, then the title, else what stands beside partners.

    A homonym that nothing on the page settles is nobody's home.
    """
    gazetteer = names.gazetteer
    publisher = names.find(page.publisher or "")
    if names.headlined(page.publisher or ""):
        language = block_language(page.publisher or "")
        place = settled(names.headlined(page.publisher or ""), publisher)
        raw = [m for m in gazetteer.find(page.publisher or "") if place in m.places]
        if place and len(raw) == 1 and len(raw[0].places) > 1:
            place = _not_derived(gazetteer, raw, language) or place
        owned = {block.owner for block in told if not _opens_with_owner(block)}
        sure = settled(place, gazetteer.find(page.publisher or "")) or _titled(page, names) == place
        if place in owned and not sure:
            return None
        return place or _not_derived(gazetteer, publisher, language)
    owners = {block.owner for block in told if block.owner}
    addressed = page.once(place_of_address, gazetteer)
    evidence = page.once(find_evidence, names.gazetteer)
    said = declared(evidence, owners, names)
    titled = _titled(page, names)
    likely = said or likeliest(evidence, owners, names)
    if addressed and names.is_specific(addressed):
        return in_title(page, addressed, names) or addressed
    signed = _signed(page, names, told)
    if signed:
        return signed
    if titled and not (likely and is_doubtful(page, titled, likely, evidence, owners, names)):
        return titled
    beside = beside_partners(gazetteer, told, sides(evidence, names))
    if beside:
        return rather_host(beside, evidence, names)
    if said:
        return said
    found = masthead(page, names, told)
    found = found or _by_place(page, names, told, owners, evidence, likely, titled)
    found = of_own_unit(found, page, evidence, names)
    if found is None or is_guest(found, evidence):
        return None
    return rather_host(found, evidence, names)


def _signed(page: PageReading, names: Names, told: Sequence[Told]) -> str | None:
    """The place by whose name or address the page is signed, and that is none of its partners.

    Where the line that signs it is read as an entry of a list, that entry is all it has.
    """
    owners = Counter(block.owner for block in told)
    signed = page.once(signers, names.gazetteer)
    found = {p for p in signed if names.is_specific(p) and owners[p] <= 1}
    return next(iter(found)) if len(found) == 1 else None


def _by_place(
    page: PageReading,
    names: Names,
    told: Sequence[Told],
    owners: set[str],
    evidence: Evidence,
    likely: str | None,
    titled: str | None,
) -> str | None:
    """The place that stands where a page's own one does, or is named as often."""
    gazetteer = names.gazetteer
    at_home = _of_language(page, names, owners)
    if at_home:
        return at_home
    framed = framing(page, names)
    if framed and framed not in owners:
        return framed
    told_mentions = [mention for named in names.blocks for mention in named]
    if len(owners) == 1 and not settled(next(iter(owners)), told_mentions):
        return None
    counted = settled(counted_place(gazetteer, told), told_mentions)
    if counted and (
        is_partner(counted, evidence, owners, names)
        or _in_passing(counted, page, evidence, names)
        or is_described(counted, page, evidence, names)
        or is_misspelt(counted, evidence)
    ):
        counted = None
    if likely not in owners or counted in owners or (counted is None and len(owners) > 1):
        counted = rather(counted, likely, evidence, names)
    if likely in evidence.provinces and evidence.weight(likely) >= _SPEAKS:
        return likely
    heading = None if counted else sole_owner(owners, evidence, names)
    if heading and is_described(heading, page, evidence, names):
        heading = None
    if counted and opens_as_own(page, owners, evidence.weight(counted), evidence, names):
        return next(iter(owners))
    return (
        settled(own_side(page, names), told_mentions)
        or counted
        or heading
        or closing(page, names, owners | evidence.passing)
        or only_stranger(evidence, owners, names)
        or titled
        or joined(page, names, owners)
        or named_with(page, owners, evidence, names)
    )


def _in_passing(place: str, page: Page, evidence: Evidence, names: Names) -> bool:
    """Whether a place is hardly named, in one block that tells no tie, and others are again."""
    blocks = [sum(m.place == place for m in named) for named in names.blocks]
    others = Counter(p for named in names.blocks for p in {m.place for m in named})
    again = max((n for p, n in others.items() if names.is_specific(p)), default=0)
    if others[place] != 1 or again < _NAMED_AGAIN or sum(blocks) > _HARDLY:
        return False
    told = page.quote(page.blocks[blocks.index(sum(blocks))].span)
    return evidence.weight(place) < _SPEAKS and not names_tie(told)


def find_counterpart(gazetteer: Gazetteer, home: str | None, told: Sequence[Told]) -> str | None:
    """The one partner of a page about two places; None where it has several."""
    if home is None:
        return None
    owners = {block.owner for block in told if block.owner and block.owner != home}
    if len(owners) == 1:
        return next(iter(owners))
    blocks = counts(gazetteer, told)
    first, second = (*unrelated(gazetteer, blocks, {home}), None, None)[:2]
    if owners or first is None:
        return None
    # Two that are named about as often are two partners, and none is the only one.
    rival = second is not None and not gazetteer.related(first, second)
    close = second is not None and blocks[first] < 2 * blocks[second]
    return None if rival and close else first


def find_subject(gazetteer: Gazetteer, told: Sequence[Told]) -> str | None:
    """The one place that a page without a home is about: most blocks that name any name it."""
    if any(block.owner for block in told):
        return None
    found = counts(gazetteer, told).most_common(1)
    named = sum(any(gazetteer.places[m.place].kind in SPECIFIC for m in b.mentions) for b in told)
    return found[0][0] if found and found[0][1] * _MOST_OF > named * (_MOST_OF - 1) else None


def _opens_with_owner(block: Told) -> bool:
    """Whether a block is about the place that it opens with: it may be the page's own one."""
    first = block.mentions[0] if block.mentions else None
    return first is not None and first.places == (block.owner,) and first.span.start <= _BETWEEN


def _not_derived(gazetteer: Gazetteer, mentions: Sequence[Mention], language: str) -> str | None:
    """Of the places that a name may mean, the one whose own name it is in its language."""
    own = {
        place
        for mention in mentions
        for place in mention.places
        if gazetteer.places[place].kind in SPECIFIC
        and language not in gazetteer.places[place].derived
    }
    return next(iter(own)) if len(own) == 1 else None


def _titled(page: Page, names: Names) -> str | None:
    """The place whose page the title, or the heading the page opens with, says it is."""
    opening = page.blocks[0] if page.blocks else None
    first = page.quote(opening.span) if opening and opening.kind == "heading" else ""
    for title in (page.title, first):
        mentions = names.find(title)
        place = settled(names.chosen(title, mentions), mentions)
        place = place or _not_derived(names.gazetteer, mentions, block_language(title))
        if place and not _of_partner(title, place, mentions, names.gazetteer):
            return place
    return None


def _of_language(page: Page, names: Names, owners: set[str]) -> str | None:
    """Of the homonyms that the title may mean, the one in the country whose language it is in.

    Not where partners lie there too: the page may be a translation for them.
    """
    country = _COUNTRIES.get(block_language(page.title))
    if country is None or any(names.country(owner) == country for owner in owners):
        return None
    mentions = [m for m in names.find(page.title) if names.is_specific(m.place)]
    if len(mentions) != 1 or _of_partner(page.title, mentions[0].place, mentions, names.gazetteer):
        return None
    inside = [place for place in mentions[0].places if names.country(place) == country]
    return inside[0] if len(inside) == 1 else None


def _of_partner(title: str, place: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> bool:
    """Whether a title names its place as a partner: bare, beside a country or another's parent."""
    parents = {*gazetteer.ancestors(place), place}
    if any(m.place not in parents for m in mentions):
        return True
    if any(gazetteer.places[m.place].kind == "country" for m in mentions):
        return True
    rest = text_without(title, mentions, "\0")
    words = "|".join(load_toml("kinds.toml")["_title"]["partner"])
    bare = not any(letter.isalpha() for letter in rest)
    marked = " ".join(fold_text(rest).replace("\0", " @ ").split())
    return bare or re.search(words, marked) is not None
