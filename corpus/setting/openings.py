"""Lines that a partner's part of a page opens with, and lines that each tell of one partner."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.gazetteer import Mention
from corpus.labels import is_label, labelled_values
from corpus.model import Block, Page
from corpus.page_reading import PageReading
from corpus.reading.lines import is_sentence
from corpus.setting.line_heads import LONGEST, Head, head_behind, head_of, without_relations
from corpus.setting.name_shapes import beside_country, has_ending
from corpus.setting.naming import OUTER, Names
from corpus.wordlists import load_toml

# Marks a partner that nothing knows, so that its values are nobody's.
UNKNOWN = "?"
# Marks what stands behind the parts of partners, and so is not about a page's only one.
BEHIND = "-"
_LATIN_COMMA = re.compile(r"(?P<first>[A-Z\u00c0-\u00de][^,，一-鿿가-힣]*),")
# The same name in Latin letters behind a Korean or Chinese one ("吉大港市 Chittagong, Bangladesh").
_TWIN = re.compile(
    r"(?<=[一-鿿가-힣])\s*[(（]?(?P<twin>[A-Z\u00c0-\u00de][^\d()（）一-鿿가-힣]*)[)）]?$"
)
_BRACKETS = re.compile(r"[(（\[][^()（）\[\]\d]{1,60}[)）\]]")
_DIGIT = re.compile(r"\d")
# Behind brackets a Korean sentence goes on: its first words are no name by themselves.
_GOES_ON = re.compile(r"[(（\[][^()（）\[\]]{1,60}[)）\]][가-힣]")
_SIGNS = " \t()（）[],，.·:：/|-–—'’&"


@dataclass(frozen=True, slots=True)
class Opening:
    """The place that a line starts with, or ``UNKNOWN``; ``bare`` where it says no more."""

    place: str
    bare: bool


def find_openings(page: PageReading, names: Names, home: str | None) -> list[Opening | None]:
    """For each block outside tables, the place that it opens with and nothing but names."""
    found = [_opening(page, names, index, home) for index in range(len(page.blocks))]
    bare = {opening.place for opening in found if opening and opening.bare}
    for index, opening in enumerate(found):
        place = _told_of(page, names, index, home) if opening is None else None
        if place and (place in bare or not bare):
            found[index] = Opening(place, bare=True)
    if home is not None:
        return found
    # A list names each partner once: who opens line after line may be the page's own place.
    lines = Counter(o.place for o in found if o and not o.bare and o.place != UNKNOWN)
    several = len(lines) > 1
    return [o if o and (o.bare or (several and lines[o.place] == 1)) else None for o in found]


def _told_of(page: Page, names: Names, index: int, home: str | None) -> str | None:
    """The place that a line in place of a heading speaks of ("랴오위안시와 함께한 시간")."""
    block = page.blocks[index]
    text = page.quote(block.span)
    if not block.inferred or len(text) > LONGEST or _DIGIT.search(text):
        return None
    place = names.chosen(text, names.blocks[index], home)
    return None if home is not None and place == home else place


def _opening(page: PageReading, names: Names, index: int, home: str | None) -> Opening | None:
    block = page.blocks[index]
    if block.kind == "row" or block.about_page or not names.blocks[index]:
        return None
    text = page.quote(block.span)
    head = head_of(text)
    if head is None or len(head.text) > LONGEST or _is_labelled(page, block, head):
        return None
    if _GOES_ON.match(head.tail) or (home is None and not head.numbered and _is_prose(text)):
        return None
    mentions = names.inside(index, head.start, head.end)
    places = [mention.place for mention in mentions]
    if places and all(map(names.is_outer, places)) and not any(map(names.is_specific, places)):
        head = head_behind(text, head) or head
        mentions = names.inside(index, head.start, head.end)
    if not mentions:
        return None
    if not _is_only_names(names, head, mentions):
        return _unknown(names, head, mentions)
    place = names.chosen(text[: head.end], mentions, home)
    if place is None:
        several = [m for m in mentions if names.is_specific(m.place) and m.place != home]
        return Opening(UNKNOWN, _is_bare(head)) if len(several) > 1 else None
    if home is not None and names.gazetteer.related(place, home):
        return None
    return Opening(place, _is_bare(head))


def _is_prose(text: str) -> bool:
    """Whether ``text`` ends as a sentence, and not as a date does ("2016. 8. 19.")."""
    return is_sentence(text) and not text.rstrip(". ")[-1:].isdigit()


def _is_labelled(page: PageReading, block: Block, head: Head) -> bool:
    """Whether a label stands in the place of the name ("Seoul office: …" is none)."""
    if is_label(head.text):
        return True
    starts = (item.quote.start for item in labelled_values(page, block))
    return any(start == block.span.start + head.start for start in starts)


def _is_only_names(names: Names, head: Head, mentions: Sequence[Mention]) -> bool:
    """Whether beside the names there is only what they lie in or what kind of partner they are.

    Of English names with commas that is asked of the first alone.
    """
    text = head.text
    comma = _LATIN_COMMA.match(text)
    if comma is not None and names.is_outer(mentions[-1].place):
        text = comma["first"]
        mentions = [m for m in mentions if m.span.end <= head.start + len(text)]
    twin = _TWIN.search(text)
    if twin is not None and any(m.span.end == head.start + twin.start() for m in mentions):
        text = text[: twin.start()]
        mentions = [m for m in mentions if m.span.end <= head.start + len(text)]
    rest = names.without(text, mentions, head.start)
    words = [word.strip(_SIGNS) for word in without_relations(rest).split()]
    named = any(names.is_specific(m.place) for m in mentions) or comma is None
    badges = load_toml("headings.toml")["badges"]
    # "Huangdao District in China"
    lies = {"in"} if len(mentions) > 1 and names.is_outer(mentions[-1].place) else set[str]()
    return named and all(not w or w.endswith(OUTER) or w in badges or w in lies for w in words)


def _unknown(names: Names, head: Head, mentions: Sequence[Mention]) -> Opening | None:
    """A partner that nothing knows, where a name stands in its place beside a country."""
    outer = all(names.is_outer(mention.place) for mention in mentions)
    named = outer and (has_ending(head.text) or beside_country(head.text))
    return Opening(UNKNOWN, _is_bare(head)) if named else None


def _is_bare(head: Head) -> bool:
    if head.tagged:
        return not head.tail
    rest = without_relations(_BRACKETS.sub(" ", head.tail))
    return not any(character.isalnum() for character in rest)
