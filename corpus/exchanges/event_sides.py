"""Between whom an event of a block was: the page's own place and which of its partners."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.gazetteer import Gazetteer, Mention
from corpus.model import Page, Span
from corpus.people import find_people
from corpus.people.finding import Found
from corpus.reading.lines import is_sentence
from corpus.setting import Setting
from corpus.setting.other_parties import is_part_of_name, names_other_party
from corpus.setting.own_side import names_own_side
from corpus.setting.parties import meant
from corpus.setting.unknown_names import unknown_names
from corpus.spans import lying_in

# A sentence is about the place that one of these particles stands behind.
_TOPIC = re.compile(r"[은는]")
# "With" a place: the page's own one, which needs no name then.
_WITH_BEHIND = re.compile(r"[와과][는의 ]")
# Between the names of an enumeration.
_ENUMERATED = re.compile(r"\s?[、和与與及·]\s?|以及|,? and (?:the )?|, |[와과] | 및 |(?<=[가-힣])·")
# The same, with the head of the first between ("A시 김철수 시장과 B현 C시").
_HEADED = re.compile(
    r"(?: [가-힣]{1,6}){1,3} ?(?:시장|군수|구청장|정장|촌장|구장|현장|지사|주석|의장)"
    r"(?:[과와]|,| 및) ?(?:[가-힣]{2,6}[현도성주] )?"
    r"|[市区區县縣郡町村]?[长長][\u4e00-\u9fff·]{2,8}[、和与與及](?:[\u4e00-\u9fff]{2,4}[县縣省州])?"
)
# Among how many first blocks a headline stands, and how long (characters) it is at most.
_HEADLINES, _LONGEST_HEADLINE = 4, 90
# Guests who come are the page's own, by whatever short name it goes ("来同访问").
_COMES = re.compile(
    r"[团團行人名]来[\u4e00-\u9fff]?(?:访问|考察|参访|进行|洽谈|参加|出席|交流|学习|研修)"
    r"|一行[^，。]{0,6}(?:来访|来訪|到访)"
)
_WITH_BEFORE = re.compile(r"(?:[与與同和跟]|\b[Ww]ith )$")


def _names(found: Found, mention: Mention, text: str) -> bool:
    """Whether what was taken for a place is part of the name of a person."""
    name = found.person.name or ""
    inside = mention.span.within(found.span)
    return inside and text[slice(*mention.span)] in name


@dataclass(slots=True)
class Sides:
    """The two sides of the events of a page, block by block.

    ``tied`` are places that the page states a tie with, whether or not it describes them.
    """

    page: Page
    setting: Setting
    gazetteer: Gazetteer
    tied: frozenset[str] = frozenset()
    _partners: frozenset[str] = field(init=False)
    _head: frozenset[str] | None = field(init=False, default=None)
    _by_path: dict[tuple[str, ...], set[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._partners = frozenset(self.setting.all_partners()) | self.tied
        for block, partner in zip(self.page.blocks, self.setting.partners, strict=True):
            if partner and partner != self.setting.home and block.path:
                self._by_path.setdefault(block.path, set()).add(partner)

    def parties(
        self, index: int, span: Span, entry: bool = False, news: bool = False
    ) -> tuple[str, str] | None:
        """(own side, partner) of what ``span`` of block ``index`` tells; None where unknown.

        A partner that the event itself names is meant before the one whose section it stands in.
        In a block of no partner it is the one named last, so far as the own side is named too; in
        an ``entry`` of a list of exchanges the own side needs no name where the other is abroad.
        Where ``news`` name no place it is the one of their headline.
        """
        home, own = self.setting.home, self.setting.partners[index]
        if home is None:
            return None
        own = None if own == home else own
        named = self._named(index, span)
        if len({m.place for m in named}) > 1:
            text = self.page.quote(self.page.blocks[index].span)
            people = find_people(text, self.setting.mentions[index])
            named = [m for m in named if not any(_names(one, m, text) for one in people)]
        inner = meant({m.place for m in named}, self.setting, self.gazetteer)
        if own and (own in inner or any(self.gazetteer.related(place, own) for place in inner)):
            return home, own
        known = inner & self._partners
        if len(known) == 1:
            return home, next(iter(known))
        if len(inner) == 1 and self._is_with(index, span) and not self._of_partner(index):
            return home, next(iter(inner))
        if own is None and self._headline() in known:
            return home, self._headline() or ""
        if not inner and self._is_of_other(index, span):
            return None
        if own:
            topic = None if inner else self._topic(index, span)
            return home, topic or own
        if not inner:
            if unknown_names(self._text(index, span), self.gazetteer):
                return None
            before = self._last(index, span) or self._of_siblings(index)
            before = before or (self._headline() if news else None)
            return (home, before) if before else None
        told = len(inner) == 1 and (
            self._tells_home(index, span) or (entry and self._is_abroad(next(iter(inner))))
        )
        return (home, next(iter(inner))) if told else None

    def _is_of_other(self, index: int, span: Span) -> bool:
        """Whether somebody is told of to whom no heading gives what is told."""
        text = self.page.quote(self.page.blocks[index].span)
        assumed = index in self.setting.assumed
        return assumed and names_other_party(text, span, self.setting.mentions[index])

    def shared(self, index: int, span: Span) -> tuple[str, str] | None:
        """(own side, the first) of several partners that ``span`` of block ``index`` lists."""
        listed = self.listed(index, span)
        home = self.setting.home
        return (home, listed[0]) if home and listed else None

    def listed(self, index: int, span: Span) -> tuple[str, ...]:
        """The partners that ``span`` names one behind the other ("向A市、B市和C市寄送")."""
        names = [m for m in self._named(index, span) if m.place in self._partners]
        text = self.page.quote(self.page.blocks[index].span)
        runs: list[list[str]] = [[]]
        for one, other in pairwise([*names, None]):
            assert one is not None
            runs[-1].append(one.place)
            gap = "" if other is None else text[one.span.end : other.span.start]
            if other is None or not (_ENUMERATED.fullmatch(gap) or _HEADED.fullmatch(gap)):
                runs.append([])
        longest = max(runs, key=len)
        return tuple(dict.fromkeys(longest)) if len(longest) == len(names) > 1 else ()

    def _headline(self) -> str | None:
        """The one partner that the first line of the page to name any names, of a piece of news."""
        if self._head is None:
            self._head = next(filter(None, map(self._of_line, range(_HEADLINES))), frozenset())
        return next(iter(self._head)) if len(self._head) == 1 else None

    def _of_line(self, index: int) -> frozenset[str]:
        """The partners that a short line without a sentence in it names."""
        if index >= len(self.page.blocks):
            return frozenset()
        block = self.page.blocks[index]
        short = block.span.end - block.span.start <= _LONGEST_HEADLINE and block.kind != "row"
        if not short or is_sentence(self.page.quote(block.span)):
            return frozenset()
        return self._partners & {m.place for m in self.setting.mentions[index]}

    def _named(self, index: int, span: Span) -> list[Mention]:
        """The places in ``span`` of the kinds that have partners, but the own side's."""
        near = lying_in(self.setting.mentions[index], span)
        # What stands right before the own side's name is what that lies in.
        above = {
            one.span
            for one, other in pairwise(near)
            if one.span.end == other.span.start and self.setting.home in other.places
        }
        found = [m for m in near if m.span not in above and self._may_be_partner(m)]
        text = self.page.quote(self.page.blocks[index].span)
        return [m for m in found if m.place in self._partners or not is_part_of_name(text, m.span)]

    def _before(self, index: int, span: Span) -> Iterator[Mention]:
        """Those before ``span``, the nearest first."""
        above = lying_in(self.setting.mentions[index], Span(0, span.start))
        return (mention for mention in reversed(above) if self._may_be_partner(mention))

    def _may_be_partner(self, mention: Mention) -> bool:
        home = self.setting.home
        if not self._may_be_side(mention.place):
            return False
        return not (home and any(self.gazetteer.related(place, home) for place in mention.places))

    def _may_be_side(self, place: str) -> bool:
        kind = self.gazetteer.places[place].kind
        return kind in self.setting.kinds or place in self.setting.regions

    def _is_abroad(self, place: str) -> bool:
        return self._country(place) != self._country(self.setting.home or "")

    def _last(self, index: int, span: Span) -> str | None:
        """The partner that the block names last before ``span``."""
        before = self._before(index, span)
        return next((m.place for m in before if m.place in self._partners), None)

    def _of_siblings(self, index: int) -> str | None:
        """The one partner of the other entries under the same heading."""
        block = self.page.blocks[index]
        found = self._by_path.get(block.path, set()) if block.kind in ("item", "row") else set()
        return next(iter(found)) if len(found) == 1 else None

    def _topic(self, index: int, span: Span) -> str | None:
        """Another place that the last sentence about a place before ``span`` is about."""
        last = next(self._before(index, span), None)
        if last is None:
            return None
        text = self.page.quote(self.page.blocks[index].span)
        abroad = self._is_abroad(last.place)
        is_topic = _TOPIC.match(text[last.span.end : last.span.end + 2])
        return last.place if is_topic and (abroad or last.place in self._partners) else None

    def _of_partner(self, index: int) -> bool:
        """Whether a block is about a partner from its first name on, as what it did with others."""
        first = next(iter(self.setting.mentions[index]), None)
        if first is None or first.place not in self._partners:
            return False
        text = self.page.quote(self.page.blocks[index].span)
        return _TOPIC.match(text[first.span.end : first.span.end + 2]) is not None

    def _country(self, place: str) -> str:
        return [place, *self.gazetteer.ancestors(place)][-1]

    def _tells_home(self, index: int, span: Span) -> bool:
        home = self.setting.home
        near = lying_in(self.setting.mentions[index], span)
        if any(home in mention.places for mention in near) or self._is_with(index, span):
            return True
        text = self._text(index, span)
        return names_own_side(text) or _COMES.search(text) is not None

    def _is_with(self, index: int, span: Span) -> bool:
        """Whether something was done "with" the other place, the own side being understood."""
        text = self._text(index, span)
        for mention in self._named(index, span):
            start, end = mention.span.start - span.start, mention.span.end - span.start
            if _WITH_BEHIND.match(text[end:]) or _WITH_BEFORE.search(
                text[max(0, start - 8) : start]
            ):
                return True
        return False

    def _text(self, index: int, span: Span) -> str:
        start = self.page.blocks[index].span.start
        return self.page.text[start + span.start : start + span.end]
