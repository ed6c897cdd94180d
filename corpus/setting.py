"""Which two places each block of a page is about: the page's own side and the partner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.gazetteer import Gazetteer, Mention
from corpus.model import Block, Page, Span

SPECIFIC = frozenset({"city", "county", "district"})


@dataclass(frozen=True, slots=True)
class Setting:
    """The page's own place, and the partner and the linked names of every block, by position."""

    home: str | None
    partners: tuple[str | None, ...]
    mentions: tuple[tuple[Mention, ...], ...]

    def parties(self, index: int) -> tuple[str, str] | None:
        """(own side, partner) for block ``index``; None where either is unknown."""
        partner = self.partners[index]
        if self.home is None or partner is None or partner == self.home:
            return None
        return self.home, partner


@dataclass(frozen=True, slots=True)
class _Told:
    """A block that is no heading: the place its headings name, and the names in it."""

    owner: str | None
    mentions: tuple[Mention, ...]


def find_setting(page: Page, gazetteer: Gazetteer) -> Setting:
    """Settle homonyms by what the whole page names, then find the home and the partners."""
    near = _whole_page(page, gazetteer)
    mentions = tuple(tuple(gazetteer.find(page.quote(block.span), near)) for block in page.blocks)
    headed = _partners_by_heading(page, gazetteer, mentions, near)
    told = [
        _Told(owner, named)
        for block, owner, named in zip(page.blocks, headed, mentions, strict=True)
        if block.kind != "heading"
    ]
    home = _home(page, gazetteer, told, near)
    default = _other(gazetteer, home, told)
    partners = tuple(_or_default(partner, home, default) for partner in headed)
    return Setting(home, partners, mentions)


def most_specific(gazetteer: Gazetteer, mentions: tuple[Mention, ...]) -> str | None:
    """The one place that ``mentions`` name together with its parents; None for two or none."""
    named = {mention.place for mention in mentions}
    inner = {p for p in named if not any(p in gazetteer.ancestors(other) for other in named)}
    places = [p for p in inner if gazetteer.places[p].kind in SPECIFIC]
    return places[0] if len(places) == 1 else None


def _whole_page(page: Page, gazetteer: Gazetteer) -> set[str]:
    """Ids that the page names beyond doubt, with everything that contains them."""
    text = "\n".join((page.title, page.publisher or "", page.text))
    sure = {m.place for m in gazetteer.find(text) if len(m.places) == 1}
    return sure | {parent for place in sure for parent in gazetteer.ancestors(place)}


def _partners_by_heading(
    page: Page,
    gazetteer: Gazetteer,
    mentions: tuple[tuple[Mention, ...], ...],
    near: set[str],
) -> list[str | None]:
    """For each block, the place that the innermost heading above it names (or it itself)."""
    linked: dict[str, str | None] = {}
    found = []
    for index, block in enumerate(page.blocks):
        own = _named_by(gazetteer, block, mentions[index])
        found.append(own or _partner_of_path(block, gazetteer, linked, near))
    return found


def _named_by(gazetteer: Gazetteer, block: Block, mentions: tuple[Mention, ...]) -> str | None:
    """The one place that a heading names, or the first cell of a row that names one."""
    if block.kind == "heading":
        return most_specific(gazetteer, mentions)
    for cell in block.cells:
        inside = Span(cell.start - block.span.start, cell.end - block.span.start)
        place = most_specific(gazetteer, tuple(m for m in mentions if m.span.within(inside)))
        if place:
            return place
    return None


def _partner_of_path(
    block: Block, gazetteer: Gazetteer, linked: dict[str, str | None], near: set[str]
) -> str | None:
    for heading in reversed(block.path):
        if heading not in linked:
            linked[heading] = most_specific(gazetteer, tuple(gazetteer.find(heading, near)))
        if linked[heading]:
            return linked[heading]
    return None


def _counts(gazetteer: Gazetteer, told: Sequence[_Told]) -> Counter[str]:
    """How many blocks name each specific place."""
    return Counter(
        place
        for block in told
        for place in {mention.place for mention in block.mentions}
        if gazetteer.places[place].kind in SPECIFIC
    )


def _home(page: Page, gazetteer: Gazetteer, told: Sequence[_Told], near: set[str]) -> str | None:
    """The publisher where the page says it, else the place that is named beside the partners."""
    stated = most_specific(gazetteer, tuple(gazetteer.find(page.publisher or "", near)))
    if stated:
        return stated
    owners = {block.owner for block in told if block.owner}
    if len(owners) < 2:
        return next(_unrelated(gazetteer, _counts(gazetteer, told), owners), None)
    guests = _named_in_sections_of_others(gazetteer, told)
    return next((place for place, _ in guests.most_common()), None)


def _named_in_sections_of_others(gazetteer: Gazetteer, told: Sequence[_Told]) -> Counter[str]:
    """How many blocks under a heading about another, unrelated place name each place."""
    found: Counter[str] = Counter()
    for block in told:
        for place in {mention.place for mention in block.mentions}:
            guest = block.owner is not None and not gazetteer.related(block.owner, place)
            if guest and gazetteer.places[place].kind in SPECIFIC:
                found[place] += 1
    return found


def _other(gazetteer: Gazetteer, home: str | None, told: Sequence[_Told]) -> str | None:
    """The one partner of a page about two places; None where it has several."""
    if home is None:
        return None
    owners = {block.owner for block in told if block.owner and block.owner != home}
    if len(owners) == 1:
        return next(iter(owners))
    counts = _counts(gazetteer, told)
    return None if owners else next(_unrelated(gazetteer, counts, {home}), None)


def _unrelated(gazetteer: Gazetteer, counts: Mapping[str, int], places: set[str]) -> Iterator[str]:
    """Places by falling count that neither contain nor lie in one of ``places``."""
    for place, _ in Counter(counts).most_common():
        if not any(gazetteer.related(place, other) for other in places):
            yield place


def _or_default(partner: str | None, home: str | None, default: str | None) -> str | None:
    return partner if partner and partner != home else default
