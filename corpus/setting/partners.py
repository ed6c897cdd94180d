"""Which partner each block of a page is about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.gazetteer import Mention
from corpus.labels import is_section, labelled_values
from corpus.model import Block, Page, Span
from corpus.page_reading import PageReading
from corpus.setting.naming import Names
from corpus.setting.unknown_names import opens_with_unknown, unknown_names
from corpus.ties.statements import find_statements

# Kinds of block that are each a whole by themselves, so that a place named in one may be its own.
# A province that nothing knows, in front of a name.
_OUTER_WORD = re.compile(r"[가-힣]{2,8}(?:현|주|성|도)(?= )")
_ENTRIES = frozenset({"item", "row", "caption"})


@dataclass(slots=True)
class Rest:
    """The partner of blocks that no heading or row gives one: their own, or the page's only one."""

    page: PageReading
    names: Names
    home: str | None
    default: str | None
    owners: frozenset[str]
    _headed: dict[tuple[str, ...], bool] = field(default_factory=dict)

    def partner(self, index: int, behind: bool = False) -> str | None:
        """The default, unless the block or a heading above it names another place.

        Of what stands ``behind`` the parts of the partners only the place that it names itself.
        """
        block, mentions = self.page.blocks[index], self.names.blocks[index]
        if block.about_page:
            return None
        topic = self._topic(block, mentions)
        if topic is not None:
            return topic
        if self._names_default(mentions):
            return self.default
        default = None if behind else self.default
        others = self._others(mentions) if self.home is not None else set()
        if others:
            own = self._is_own(block, mentions, others) and not self._is_told(block, mentions)
            return next(iter(others)) if own and not self._names_stranger(block) else None
        if self.home is not None and block.kind in _ENTRIES and self._names_stranger(block):
            return None
        if self.home is not None and self._is_abroad(mentions):
            return None
        return None if self.home is not None and self._headed_otherwise(block.path) else default

    def _topic(self, block: Block, mentions: tuple[Mention, ...]) -> str | None:
        """The place that a paragraph starts with: it is about that one, whatever else it names."""
        if self.home is None or block.kind != "paragraph":
            return None
        text = self.page.quote(block.span)
        end = 0
        found: str | None = None
        for mention in mentions:
            if _OUTER_WORD.sub("", text[end : mention.span.start]).strip(" \t,，·(（"):
                break
            inner = found is None or found in self.names.gazetteer.ancestors(mention.place)
            if self.names.is_specific(mention.place) and inner:
                found = mention.place
            elif found is not None:
                break
            end = mention.span.end
        if found is None:
            return None
        return None if self.names.gazetteer.related(found, self.home) else found

    def _is_abroad(self, mentions: tuple[Mention, ...]) -> bool:
        """Whether a block names a country that neither side lies in, and not the default."""
        if self.default is None:
            return False
        sides = {*self.names.around(self.home or ""), *self.names.around(self.default)}
        places = self.names.gazetteer.places
        named = (m.place for m in mentions if places[m.place].kind == "country")
        return any(country not in sides for country in named)

    def _is_told(self, block: Block, mentions: tuple[Mention, ...]) -> bool:
        """Whether all names of a block stand in labelled values ("위치: 하노이 남쪽")."""
        start = block.span.start
        values = [item.value for item in labelled_values(self.page, block)]
        return bool(values) and all(
            any(Span(start + m.span.start, start + m.span.end).within(v) for v in values)
            for m in mentions
        )

    def _is_own(self, block: Block, mentions: tuple[Mention, ...], others: set[str]) -> bool:
        """Whether the one other place of a block is its partner."""
        if len(others) != 1:
            return False
        if block.kind in _ENTRIES or others <= self.owners:
            return True
        # On a page of several partners a paragraph that names the own side and one place abroad.
        abroad = self.home and self.names.country(self.home) != self.names.country(*others)
        named = any(self.home in mention.places for mention in mentions)
        if self.default is not None or not abroad:
            return False
        return named or any(find_statements(self.page.quote(block.span)))

    def _names_default(self, mentions: tuple[Mention, ...]) -> bool:
        return self.default is not None and any(self.default in m.places for m in mentions)

    def _others(self, mentions: tuple[Mention, ...]) -> set[str]:
        """The specific places that are neither side, nor contain or lie in one."""
        gazetteer = self.names.gazetteer
        sides = [side for side in (self.home, self.default) if side]
        found = {
            mention.place
            for mention in mentions
            if self.names.is_specific(mention.place)
            and not any(gazetteer.related(place, s) for place in mention.places for s in sides)
        }
        if self.home and self.names.is_outer(self.home):
            # The partners of a province are provinces: a city in one is where something happened.
            return {p for p in found if found.isdisjoint(gazetteer.ancestors(p))}
        return {p for p in found if not any(p in gazetteer.ancestors(other) for other in found)}

    def _names_stranger(self, block: Block) -> bool:
        return opens_with_unknown(self.page.quote(block.span), self.names.gazetteer)

    def _headed_otherwise(self, path: tuple[str, ...]) -> bool:
        """Whether the innermost heading above that names places names another one."""
        if path not in self._headed:
            self._headed[path] = self._otherwise(path)
        return self._headed[path]

    def _otherwise(self, path: tuple[str, ...]) -> bool:
        for heading in reversed(path):
            mentions = self.names.find(heading)
            if self._others(mentions) or unknown_names(heading, self.names.gazetteer):
                return True
            if self._names_default(mentions):
                return False
        return False


def own_side(
    page: Page, names: Names, home: str | None
) -> Mapping[int, tuple[tuple[Span, str], ...]]:
    """The blocks about the page's own place: in a section of its own, or about the page itself."""
    if home is None:
        return {}
    paths: dict[tuple[str, ...], bool] = {}
    found = {}
    for index, block in enumerate(page.blocks):
        if block.path not in paths:
            paths[block.path] = _is_own_section(page, block.path, names, home)
        if block.kind != "heading" and (block.about_page or paths[block.path]):
            found[index] = ((block.span, home),)
    return found


def _is_own_section(page: Page, path: Sequence[str], names: Names, home: str) -> bool:
    """Whether the innermost heading with a place is just the page's own one, below the title."""
    for heading in reversed(path[1:]):
        mentions = names.find(heading)
        if names.headlined(heading):
            rest = names.without(heading, mentions)
            alone = names.headlined(heading) == home and (not rest or is_section(rest))
            return alone and heading != page.title
    return False
