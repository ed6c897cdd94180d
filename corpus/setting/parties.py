"""Whom a stretch of running text is about: the page's own place and which partner."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, field

from corpus.gazetteer import Gazetteer, Mention
from corpus.model import Page, Span
from corpus.setting.naming import country_of
from corpus.setting.own_side import names_own_side
from corpus.setting.setting import Setting
from corpus.spans import lying_in
from corpus.text import fold_text

# Right before or behind a name: it is where something happened and no party to it.
_LOCATED_BEFORE = re.compile(
    r"(?:\b(?:in|at|near|outside|(?:north|south|east|west)[a-z]* of)(?: the)?|[在于]) ?$"
)
_LOCATED_BEHIND = re.compile(
    r"(?![와과은는이가을를])[가-힣]{0,6} ?"
    r"(?:(?:시|구|군|도)?청|[가-힣]{0,6}(?:실|홀|관|센터|호텔|청사|공원))?에서"
)
_AROUND = 16
# Beside a name: that place is only set apart from those that are told of.
_EXCEPTED_BEFORE = re.compile(
    r"(?:\b(?:besides|apart from|in addition to|other than) (?:the )?|除了?)$"
)
_EXCEPTED_BEHIND = re.compile(r"\s?(?:이?외에도?|말고도|뿐만? 아니라|(?:之|以)?外[,，])")


@dataclass(frozen=True, slots=True)
class Parties:
    """The places that the blocks of a page are about, and what stands beside them in a clause."""

    page: Page
    setting: Setting
    gazetteer: Gazetteer
    _partners: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_partners", frozenset(self.setting.all_partners()))

    def named(self, index: int, span: Span) -> list[Mention]:
        """The cities, counties and districts that ``span`` of block ``index`` names.

        Provinces too where the page's own place is one.
        """
        return [
            mention
            for mention in lying_in(self.setting.mentions[index], span)
            if self._is_kind(mention.place)
        ]

    def _is_kind(self, place: str) -> bool:
        kind, home = self.gazetteer.places[place].kind, self.setting.home
        if place in self.setting.regions:
            return True
        if kind == "province":
            return home is not None and self.gazetteer.places[home].kind == "province"
        return kind in self.setting.kinds

    def others(self, index: int, span: Span) -> list[Mention]:
        """Those of ``named`` that are not the own side, that nothing only happened in, and that
        are not left aside ("besides X").
        """
        text = self.page.quote(self.page.blocks[index].span)
        home = self.setting.home
        return [
            mention
            for mention in self.named(index, span)
            if not (home and any(self.gazetteer.related(place, home) for place in mention.places))
            and not _is_location(text, mention.span)
            and not _is_excepted(text, mention.span)
        ]

    def partner(self, index: int, span: Span, before: str | None = None) -> str | None:
        """The partner that ``span`` of block ``index`` is about.

        ``before`` is the partner of what stands before it in a block that no heading gives one.
        None where other places are named than the two sides.
        """
        own = self.setting.partners[index]
        if own == self.setting.home:
            own = None
        others = self.others(index, span)
        if not others:
            return own or before
        strangers = [m for m in others if not (own and self._means(index, m, own, others))]
        if own and strangers and not self.names_home(index, span):
            return None
        if own and len(strangers) < len(others):
            return own
        return self._sole(others)

    def _means(self, index: int, mention: Mention, own: str, others: list[Mention]) -> bool:
        """Whether a name is that of ``own``, or only says where ``own``, right behind it, lies."""
        if self.is_place(mention, own):
            return True
        text = self.page.quote(self.page.blocks[index].span)
        behind = (m for m in others if m.span.start > mention.span.end and own in m.places)
        return any(text[mention.span.end : m.span.start] == " " for m in behind)

    def sole(self, index: int, span: Span) -> str | None:
        """The one place but the own side that ``span`` of block ``index`` names, if just one."""
        return self._sole(self.others(index, span))

    def _sole(self, others: list[Mention]) -> str | None:
        inner = meant({mention.place for mention in others}, self.setting, self.gazetteer)
        return next(iter(inner)) if len(inner) == 1 else None

    def is_side(self, mention: Mention) -> bool:
        """Whether a name is that of a partner of the page."""
        return not self._partners.isdisjoint(mention.places)

    def is_place(self, mention: Mention, place: str) -> bool:
        """Whether a name may mean ``place``, or what it lies in or holds."""
        return any(self.gazetteer.related(named, place) for named in mention.places)

    def is_abroad(self, place: str) -> bool:
        """Whether ``place`` lies in another country than the page's own."""
        home = self.setting.home
        return home is not None and country_of(self.gazetteer, place) != country_of(
            self.gazetteer, home
        )

    def names_home(self, index: int, span: Span) -> bool:
        """Whether ``span`` of block ``index`` names the page's own place or speaks of it."""
        home = self.setting.home
        if home and any(home in mention.places for mention in self.named(index, span)):
            return True
        block = self.page.blocks[index].span
        text = self.page.text[block.start + span.start : block.start + span.end]
        return names_own_side(text)


def meant(places: Set[str], setting: Setting, gazetteer: Gazetteer) -> set[str]:
    """Of places named together those that are partners: the innermost, not what they lie in.

    Where provinces have partners, a city in a province named beside it is where something was.
    """
    today = {gazetteer.places[place].successor or place for place in places}
    inner = today - {parent for place in today for parent in gazetteer.ancestors(place)}
    if "province" not in setting.kinds:
        return inner
    named = {*today, *setting.all_partners()}
    provinces = {p for p in named if gazetteer.places[p].kind == "province"}
    return {next((p for p in gazetteer.ancestors(i) if p in provinces), i) for i in inner}


def _is_location(text: str, span: Span) -> bool:
    before = fold_text(text[max(0, span.start - _AROUND) : span.start])
    behind = text[span.end : span.end + _AROUND]
    return bool(_LOCATED_BEFORE.search(before) or _LOCATED_BEHIND.match(behind))


def _is_excepted(text: str, span: Span) -> bool:
    before = fold_text(text[max(0, span.start - _AROUND) : span.start])
    behind = fold_text(text[span.end : span.end + _AROUND])
    return bool(_EXCEPTED_BEHIND.match(behind) or _EXCEPTED_BEFORE.search(before))
