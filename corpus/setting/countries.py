"""Countries that head a group of partners: a line or heading that names one and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.gazetteer import Gazetteer
from corpus.model import Block, Page
from corpus.setting.line_heads import head_of, names_relation, without_relations
from corpus.spans import text_without

_LONGEST = 30


@dataclass(frozen=True, slots=True)
class Above:
    """The country above a block, as the page names it; ``is_line`` in the line itself."""

    place: str
    name: str
    is_line: bool = False


def headed_by_country(page: Page, gazetteer: Gazetteer) -> dict[int, Above]:
    """For each block in a group of partners of one country, that country, by position."""
    found: dict[int, Above] = {}
    above: Above | None = None
    depth = 0
    for index, block in enumerate(page.blocks):
        real = block.kind == "heading" and not block.inferred
        if block.about_page or (real and block.depth <= depth):
            above, depth = None, 0
        line = None if block.kind == "row" or block.about_page else _line(page, block, gazetteer)
        if line is not None:
            above, depth = line, block.depth if real else 0
            found[index] = line
        elif above is not None and _is_group(page, block):
            above = None
        elif above is not None:
            found[index] = Above(above.place, above.name)
    return found


def _line(page: Page, block: Block, gazetteer: Gazetteer) -> Above | None:
    """The country that a line names, with nothing but a number or the kind of partner beside."""
    text = page.quote(block.span)
    if len(text) > _LONGEST:
        return None
    head = head_of(text)
    if head is None or head.tail:
        return None
    mentions = gazetteer.find(head.text)
    places = {mention.place for mention in mentions}
    if len(places) != 1 or gazetteer.places[mentions[0].place].kind != "country":
        return None
    rest = text_without(head.text, mentions, " ")
    if any(letter.isalpha() for letter in without_relations(rest)):
        return None
    span = mentions[0].span
    return Above(mentions[0].place, head.text[span.start : span.end], is_line=True)


def _is_group(page: Page, block: Block) -> bool:
    text = page.quote(block.span)
    return block.kind != "row" and len(text) <= _LONGEST and names_relation(text)


def country_of(gazetteer: Gazetteer, place: str) -> str | None:
    """The country that ``place`` is or lies in; None where the data do not say."""
    chain = (place, *gazetteer.ancestors(place))
    return next((p for p in chain if gazetteer.places[p].kind == "country"), None)
