"""Lists of partners in short lines: names alone, or several in a line with their dates."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from corpus.gazetteer import Gazetteer
from corpus.labels import labelled_values
from corpus.labels.partner_dates import names_tie
from corpus.language import block_language
from corpus.model import Block, Page, Source, Stage, StageKind
from corpus.page_reading import PageReading
from corpus.setting.line_heads import names_relation
from corpus.setting.parties import Parties
from corpus.spans import text_without
from corpus.ties.dated_partners import kind_of_list
from corpus.ties.entry_parts import Part, Reader, parts_of
from corpus.ties.section_kinds import AROUND
from corpus.ties.stages import stages_of_heading

# A line of several partners is no longer than this, and one of a single one without a date.
_LONGEST, _LONGEST_NAME = 600, 60
# So many partners stand in a list at least: one name alone may stand there for another reason.
_LIST = 2
# What was signed before there was a tie or after it; without its date it tells nothing of one.
_NO_TIE = frozenset({"intent", "memorandum", "renewal"})
_KINDS = frozenset({"item", "paragraph", "caption", "heading"})
# The kind of partners in front of a line that lists them, maybe with their number: "[자매도시] …",
# "Sister cities (3): …".
_LABEL = re.compile(
    r"^[^\w(（\[【<]*[\[【(（<]?(?P<label>[^:：\[\]【】()（）<>]{2,40})"
    r"(?:(?:[(（]\D{0,4}\d[^()（）:：]{0,24}[)）] ?)?[:：]|[\]】)）>])\s*"
)
_NUMBER = re.compile(r"^\W*\(?\d{1,2}[.)、]?\s*(?=[^\d\s.년年])")
_SIGNS = " \t-–—·•*,，.:：|'’"
# What else the line above a list may say: whose partners they are, and that they follow.
_WHOSE = re.compile(
    r"\b(?:our|the|of|has|have|following|with|is|are|city's|current|list)\b|우리|저희|의 ?|[本我]"
)


def listed_partners(page: PageReading, parties: Parties) -> Iterator[tuple[tuple[str, str], Stage]]:
    """The stages that such lines tell, each with its two places; many of them without a date."""
    home = parties.setting.home
    if home is None:
        return
    undated: dict[object, list[tuple[int, Part, StageKind]]] = defaultdict(list)
    for index, block in enumerate(page.blocks):
        if block.kind not in _KINDS or block.about_page:
            continue
        label = _label(page, block)
        listed = _labelled_kind(label) if label else _kind(page, parties, index)
        parts = _parts(page, parties, index, label) if listed else []
        if listed is None or not parts or not _is_own(page, parties, index, parts):
            continue
        kind, announced = listed
        for part in parts:
            if part.date:
                yield (home, part.place), _stage(page, block, part.kind or kind, part.date)
            elif part.kind in _NO_TIE:
                continue
            elif label or _lists_partners(page, parties, index, announced):
                group = index if label else (announced, kind)
                undated[group].append((index, part, part.kind or kind))
    yield from _without_dates(page, home, undated)


def _without_dates(
    page: PageReading, home: str, found: dict[object, list[tuple[int, Part, StageKind]]]
) -> Iterator[tuple[tuple[str, str], Stage]]:
    for group, entries in found.items():
        if isinstance(group, int) or len({part.place for _, part, _ in entries}) >= _LIST:
            for index, part, kind in entries:
                yield (home, part.place), _stage(page, page.blocks[index], kind, None)


def _parts(
    page: PageReading, parties: Parties, index: int, label: re.Match[str] | None
) -> list[Part]:
    block = page.blocks[index]
    text = page.quote(block.span)
    mentions = parties.setting.mentions[index]
    others = {item.property for item in labelled_values(page, block)} - {"signed"}
    if not mentions or len(text) > _LONGEST or others:
        return []
    number = None if label else _NUMBER.match(text)
    start = label.end() if label else number.end() if number else 0
    return parts_of(text, start, mentions, Reader(parties.gazetteer, parties.setting, bool(label)))


def _is_own(page: Page, parties: Parties, index: int, parts: list[Part]) -> bool:
    """Whether a line is about the page's own partners, and not in the section of one of them."""
    home, above = parties.setting.home, parties.setting.partners[index]
    places = {part.place for part in parts}
    if any(parties.gazetteer.related(place, home) for place in places if home):
        return False
    if above in (None, home) or above in places:
        return True
    named = (m for heading in page.blocks[index].path for m in parties.gazetteer.find(heading))
    return not any(above in mention.places for mention in named)


def _label(page: Page, block: Block) -> re.Match[str] | None:
    """What a line says in front of its names, if that is the kind of partners they are."""
    match = _LABEL.match(page.quote(block.span))
    if match is None or not names_relation(AROUND.sub("", match["label"]).strip()):
        return None
    return match if names_tie(match["label"]) else None


def _labelled_kind(label: re.Match[str]) -> tuple[StageKind, str]:
    kinds = stages_of_heading(label["label"])
    return (kinds[0] if len(kinds) == 1 else "agreement"), label["label"]


def _kind(page: PageReading, parties: Parties, index: int) -> tuple[StageKind, str] | None:
    """The kind of the list that a line stands in, and the line above that says so."""
    line = page.once(_announcing, parties.gazetteer)[index]
    if line is None:
        return kind_of_list(page, index)
    kinds = stages_of_heading(line)
    return (kinds[0], line) if len(kinds) == 1 else kind_of_list(page, index)


def _announcing(page: Page, gazetteer: Gazetteer) -> list[str | None]:
    """For each block the line of partners above it, with nothing but short names between."""
    found: list[str | None] = []
    last: str | None = None
    for block in page.blocks:
        found.append(last)
        text = page.quote(block.span)
        if block.kind != "row" and names_tie(text) and len(text) <= _LONGEST_NAME:
            last = text
        elif block.kind == "row" or len(text) > _LONGEST_NAME or not gazetteer.find(text):
            last = None
    return found


def _lists_partners(page: Page, parties: Parties, index: int, announced: str) -> bool:
    """Whether the line above a list says no more than that its partners stand there."""
    if len(page.quote(page.blocks[index].span)) > _LONGEST_NAME:
        return False
    home = parties.setting.home
    named = parties.gazetteer.find(announced)
    if home and not all(any(parties.gazetteer.related(p, home) for p in m.places) for m in named):
        return False
    rest = _WHOSE.sub(" ", AROUND.sub(" ", text_without(announced, named, " ")).lower())
    return names_relation(" ".join(rest.split()).strip(_SIGNS))


def _stage(page: Page, block: Block, kind: StageKind, date: str | None) -> Stage:
    quote = page.quote(block.span)
    return Stage(kind, date, True, Source(page.id, block.span, quote, block_language(quote)))
