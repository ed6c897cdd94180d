"""Which two places each block of a page is about: the page's own side and the partner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.gazetteer import Gazetteer, Mention
from corpus.model import SPECIFIC, Page, Span
from corpus.page_reading import PageReading
from corpus.setting.columns import NOBODY, find_columns
from corpus.setting.counting import Told
from corpus.setting.headings import owners_by_heading
from corpus.setting.home import find_counterpart, find_home, find_subject
from corpus.setting.naming import Names, most_specific
from corpus.setting.openings import BEHIND, UNKNOWN
from corpus.setting.partners import Rest, own_side

__all__ = ["Setting", "find_setting", "most_specific"]


@dataclass(frozen=True, slots=True)
class Setting:
    """The page's own place, and the partner and the linked names of every block, by position.

    ``columns`` are the places that cells of a row are about by their column, or a whole block
    that is about the page's own place, by block position. ``kinds`` are the kinds of place that
    have partners here, ``regions`` provinces that have one although the page is a city's.
    ``assumed`` are the blocks whose partner no heading, row or label gives: the page's only one.
    """

    home: str | None
    partners: tuple[str | None, ...]
    mentions: tuple[tuple[Mention, ...], ...]
    columns: Mapping[int, tuple[tuple[Span, str], ...]] = field(default_factory=dict)
    kinds: frozenset[str] = SPECIFIC
    regions: frozenset[str] = frozenset()
    assumed: frozenset[int] = frozenset()
    _all: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found = [
            place
            for index, partner in enumerate(self.partners)
            for place in (partner, *(place for _, place in self.columns.get(index, ())))
        ]
        every = tuple(dict.fromkeys(place for place in found if place and place != self.home))
        object.__setattr__(self, "_all", every)

    def parties(self, index: int) -> tuple[str, str] | None:
        """(own side, partner) for block ``index``; None where either is unknown."""
        partner = self.partners[index]
        if self.home is None or partner is None or partner == self.home:
            return None
        return self.home, partner

    def all_partners(self) -> tuple[str, ...]:
        """Every partner of a block or a column once, in page order."""
        return self._all

    def owner(self, index: int, span: Span) -> str | None:
        """Whom ``span`` of block ``index`` is about: the place above its column, else the partner.

        It is the page's own place in a column or section about it, and nothing there is about a
        partner.
        """
        return next(iter(self.owners(index, span)), None)

    def owners(self, index: int, span: Span) -> tuple[str, ...]:
        """All that ``span`` of block ``index`` is about: a cell may span several columns."""
        above = [place for cell, place in self.columns.get(index, ()) if span.within(cell)]
        partner = self.partners[index]
        if above:
            return tuple(place for place in above if place != NOBODY)
        return (partner,) if partner else ()


def find_setting(page: Page, gazetteer: Gazetteer, home: str | None = None) -> Setting:
    """Settle homonyms by what the whole page names, then find the home and the partners.

    With ``home`` it is known whose page it is.
    """
    page = PageReading.of(page)
    names = Names(page, gazetteer)
    columns = find_columns(page, names)
    headed = owners_by_heading(page, names)
    home = home or find_home(page, names, _told(page, names, headed))
    if home is not None:
        headed = owners_by_heading(page, names, home)
    for index, cells in columns.items():
        others = [place for _, place in cells if place not in (home, NOBODY)]
        headed[index] = others[0] if others else headed[index]
    told = _told(page, names, headed)
    default = find_counterpart(gazetteer, home, told) if home else find_subject(gazetteer, told)
    rest = Rest(page, names, home, default, frozenset(filter(None, headed)) - {UNKNOWN, BEHIND})
    partners = tuple(_partner(owner, index, home, rest) for index, owner in enumerate(headed))
    if home is None:
        sure = {m.place for named in names.blocks for m in named if len(m.places) == 1}
        partners = tuple(partner if partner in sure else None for partner in partners)
    partner_of = {i: p for i, p in enumerate(headed) if p not in (None, home, UNKNOWN, BEHIND)}
    own = {i: v for i, v in own_side(page, names, home).items() if i not in partner_of}
    assumed = frozenset(
        index
        for index, owner in enumerate(headed)
        if owner in (None, home, BEHIND) or _is_of_both(page, index, home, names)
    )
    above = {**own, **columns}
    return Setting(home, partners, names.blocks, above, names.kinds, names.regions, assumed)


def _is_of_both(page: Page, index: int, home: str | None, names: Names) -> bool:
    """Whether the one heading above a block names the page's own place beside the partner."""
    path = page.blocks[index].path
    return len(path) == 1 and any(home in m.places for m in names.find(path[0]))


def _partner(owner: str | None, index: int, home: str | None, rest: Rest) -> str | None:
    """The owner of a block, else the partner that the block itself or the whole page names."""
    if owner == UNKNOWN:
        return None
    if owner and owner not in (home, BEHIND):
        return owner
    return rest.partner(index, behind=owner == BEHIND)


def _told(page: Page, names: Names, headed: list[str | None]) -> list[Told]:
    return [
        # What the row of an unknown partner names lies there, and does not tell whose page it is.
        Told(
            owner if owner not in (UNKNOWN, BEHIND) else None,
            () if owner == UNKNOWN and block.headers else named,
        )
        for block, owner, named in zip(page.blocks, headed, names.blocks, strict=True)
        if block.kind != "heading"
    ]
