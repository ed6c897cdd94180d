"""Provinces that are themselves partners on a page, as the cities, counties and districts are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.gazetteer import Gazetteer, Mention
from corpus.labels import labelled_values
from corpus.labels.rows import column_of
from corpus.labels.slices import slices_of
from corpus.model import Block, Place, PlaceKind
from corpus.page_reading import PageReading
from corpus.sentences import sentence_spans
from corpus.setting.line_heads import head_of, without_relations
from corpus.setting.naming import OUTER
from corpus.setting.telling import TELLING
from corpus.setting.titles import titled_places
from corpus.spans import text_without

# What a place counts as here that is spoken of as a partner.
_KIND: PlaceKind = "county"
_SIGNED = re.compile(
    r"(?:[와과](?:는|의)? [^.。]{0,40}(?:의향서|협정|협약|결연|양해각서|관계)[^.。]{0,12}"
    r"(?:체결|교환|서명|조인|맺))"
)
# Behind who signs; "와는" and "과는" mark whom it is with.
_SUBJECT = re.compile(r"(?:은|는|이|가|의|에서는?) ")
_PROVINCE = "province"
# What the names of provinces of other countries take where they are written in full.
_ENDS = {"ko": ("주", "성"), "zh": ("省", "州"), "zh-Hant": ("省", "州")}


def partner_provinces(page: PageReading, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The provinces that ``page`` describes as partners, of the kind that has partners.

    None where a place in the province is named as well: then it only says where that lies.
    """
    named = {place for block in page.blocks for place in _places(page, block, gazetteer)}
    around = {outer for place in named for outer in gazetteer.ancestors(place)}
    found = dict.fromkeys(
        place
        for index in range(len(page.blocks))
        for place in _described(page, index, gazetteer)
        if place not in around
    )
    return tuple(_as_partner(gazetteer.places[place]) for place in found)


def _as_partner(place: Place) -> Place:
    """``place`` as one of the kind that has partners, with the forms of its names as a province."""
    names = dict(place.names)
    for language, ends in _ENDS.items():
        bare = [name for name in names.get(language, ()) if not name.endswith(OUTER)]
        if bare:
            names[language] = (*names[language], *(name + end for name in bare for end in ends))
    return replace(place, kind=_KIND, names=names)


def _places(page: PageReading, block: Block, gazetteer: Gazetteer) -> Iterator[str]:
    for mention in gazetteer.find(page.quote(block.span)):
        yield from mention.places


def _described(page: PageReading, index: int, gazetteer: Gazetteer) -> Iterator[str]:
    block = page.blocks[index]
    text = page.quote(block.span)
    if block.about_page:
        return
    if block.kind == "row":
        yield from _in_row(page, block, gazetteer)
        return
    place = _headed(text, gazetteer)
    if place and (_is_told(page, index) or slices_of(text)):
        yield place
    if block.kind != "heading" and _SIGNED.search(text):
        for sentence in sentence_spans(text):
            yield from _signed(text[slice(*sentence)], page.once(_own, gazetteer), gazetteer)


def _signed(text: str, own: frozenset[str], gazetteer: Gazetteer) -> Iterator[str]:
    """The provinces with which ``text`` says that the page's own place signed, and nobody else."""
    mentions = gazetteer.find(text)
    if any(_SUBJECT.match(text, m.span.end) and own and own.isdisjoint(m.places) for m in mentions):
        return
    for mention in mentions:
        if _is_province(mention, gazetteer) and _SIGNED.match(text, mention.span.end):
            yield mention.place


def _own(page: PageReading, gazetteer: Gazetteer) -> frozenset[str]:
    """The innermost places that the title and the publisher name."""
    named = titled_places(page, gazetteer)
    return frozenset(named.difference(*map(gazetteer.ancestors, named)))


def _in_row(page: PageReading, block: Block, gazetteer: Gazetteer) -> Iterator[str]:
    """The province that stands in the column for the partner, where the row describes it."""
    if not any(item.property in TELLING for item in labelled_values(page, block)):
        return
    for index, cell in enumerate(block.cells):
        if column_of(page, block, index) == "place":
            place = _only(page.quote(cell), gazetteer.find(page.quote(cell)), gazetteer)
            yield from [place] if place else []


def _headed(text: str, gazetteer: Gazetteer) -> str | None:
    """The province that a line opens with, and nothing but it and its country."""
    head = head_of(text)
    return _only(head.text, gazetteer.find(head.text), gazetteer) if head else None


def _only(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> str | None:
    if not mentions or not _is_province(mentions[-1], gazetteer):
        return None
    outer = gazetteer.ancestors(mentions[-1].place)
    if any(mention.place not in outer for mention in mentions[:-1]):
        return None
    rest = text_without(text, mentions, " ")
    rest = re.sub(r"[(（][^()（）]*[)）]", " ", rest)
    bare = not any(letter.isalpha() for letter in without_relations(rest))
    return mentions[-1].place if bare else None


def _is_province(mention: Mention, gazetteer: Gazetteer) -> bool:
    return len(mention.places) == 1 and gazetteer.places[mention.place].kind == _PROVINCE


def _is_told(page: PageReading, index: int) -> bool:
    """Whether what a partner is described by stands right below block ``index``, or one further."""
    below = page.blocks[index + 1 : index + 3]
    return any(item.property in TELLING for b in below for item in labelled_values(page, b))
