"""Which two places each block of a page is about: the page's own side and the partner."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.gazetteer import Gazetteer, Mention
from corpus.labels import property_of
from corpus.local_places import opens_with_unknown, unknown_names
from corpus.model import Block, Page, Span
from corpus.text import fold_text
from corpus.wordlists import load_toml

SPECIFIC = frozenset({"city", "county", "district"})
# Kinds of block that are each a whole by themselves, so that a place named in one may be its own.
_ENTRIES = frozenset({"item", "row", "caption"})
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?", re.I)


@dataclass(frozen=True, slots=True)
class Setting:
    """The page's own place, and the partner and the linked names of every block, by position.

    ``columns`` are the places that column headers name for the cells of a row, by block position.
    """

    home: str | None
    partners: tuple[str | None, ...]
    mentions: tuple[tuple[Mention, ...], ...]
    columns: Mapping[int, tuple[tuple[Span, str], ...]] = field(default_factory=dict)

    def parties(self, index: int) -> tuple[str, str] | None:
        """(own side, partner) for block ``index``; None where either is unknown."""
        partner = self.partners[index]
        if self.home is None or partner is None or partner == self.home:
            return None
        return self.home, partner

    def all_partners(self) -> tuple[str, ...]:
        """Every partner of a block or a column once, in page order."""
        found = [
            place
            for index, partner in enumerate(self.partners)
            for place in (partner, *(place for _, place in self.columns.get(index, ())))
        ]
        return tuple(dict.fromkeys(place for place in found if place and place != self.home))

    def owner(self, index: int, span: Span) -> str | None:
        """Whom ``span`` of block ``index`` is about: the place above its column, else the partner.

        In a column about the page's own place nothing is about a partner.
        """
        above = [place for cell, place in self.columns.get(index, ()) if span.within(cell)]
        return above[0] if above else self.partners[index]


@dataclass(frozen=True, slots=True)
class _Told:
    """A block that is no heading: the place its headings name, and the names in it."""

    owner: str | None
    mentions: tuple[Mention, ...]


def find_setting(page: Page, gazetteer: Gazetteer) -> Setting:
    """Settle homonyms by what the whole page names, then find the home and the partners."""
    near = _whole_page(page, gazetteer)
    mentions = tuple(_linked(page.quote(block.span), gazetteer, near) for block in page.blocks)
    columns = _columns(page, gazetteer, near)
    headed = _partners_by_heading(page, gazetteer, mentions, near)
    told = [
        _Told(owner, named)
        for block, owner, named in zip(page.blocks, headed, mentions, strict=True)
        if block.kind != "heading"
    ]
    home = _home(page, gazetteer, told, near)
    for index, cells in columns.items():
        others = [place for _, place in cells if place != home]
        headed[index] = others[0] if others else headed[index]
    rest = _Rest(
        page, gazetteer, near, home, _other(gazetteer, home, told), frozenset(filter(None, headed))
    )
    sure = {place for named in mentions for m in named for place in m.places if len(m.places) == 1}
    partners = tuple(
        owner if owner and owner != home else rest.partner(block, named)
        for block, owner, named in zip(page.blocks, headed, mentions, strict=True)
    )
    if home is None:
        partners = tuple(partner if partner in sure else None for partner in partners)
    return Setting(home, partners, mentions, columns)


@dataclass(frozen=True, slots=True)
class _Rest:
    """The partner of blocks that no heading or row gives one: their own, or the page's only one."""

    page: Page
    gazetteer: Gazetteer
    near: set[str]
    home: str | None
    default: str | None
    owners: frozenset[str]

    def partner(self, block: Block, mentions: tuple[Mention, ...]) -> str | None:
        """The default, unless the block or a heading above it names another place."""
        if self.home is None or self._names_default(mentions):
            return self.default
        others = self._others(mentions)
        if others:
            own = len(others) == 1 and (block.kind in _ENTRIES or others <= self.owners)
            return next(iter(others)) if own else None
        if block.kind in _ENTRIES and self._names_stranger(block):
            return None
        return None if self._headed_otherwise(block) else self.default

    def _names_default(self, mentions: tuple[Mention, ...]) -> bool:
        return self.default is not None and any(self.default in m.places for m in mentions)

    def _others(self, mentions: tuple[Mention, ...]) -> set[str]:
        """The specific places that are neither side, nor contain or lie in one."""
        sides = [side for side in (self.home, self.default) if side]
        return {
            mention.place
            for mention in mentions
            if self.gazetteer.places[mention.place].kind in SPECIFIC
            and not any(self.gazetteer.related(place, s) for place in mention.places for s in sides)
        }

    def _names_stranger(self, block: Block) -> bool:
        return opens_with_unknown(self.page.quote(block.span), self.gazetteer)

    def _headed_otherwise(self, block: Block) -> bool:
        """Whether the innermost heading above that names places names another one."""
        for heading in reversed(block.path):
            mentions = _linked(heading, self.gazetteer, self.near)
            if self._others(mentions) or unknown_names(heading, self.gazetteer):
                return True
            if self._names_default(mentions):
                return False
        return False


def _linked(text: str, gazetteer: Gazetteer, near: set[str]) -> tuple[Mention, ...]:
    """The names in ``text``; an address of the web or of mail names none."""
    found = gazetteer.find(text, near)
    addresses = [Span(*match.span()) for match in _ADDRESS.finditer(text)] if found else []
    return tuple(m for m in found if not any(m.span.within(address) for address in addresses))


def _columns(
    page: Page, gazetteer: Gazetteer, near: set[str]
) -> dict[int, tuple[tuple[Span, str], ...]]:
    """For rows of a table whose column headers name places: the place above each cell."""
    found = {}
    for index, block in enumerate(page.blocks):
        if not block.cells or property_of(page.quote(block.cells[0])) is None:
            continue
        above = [
            (cell, most_specific(gazetteer, _linked(header, gazetteer, near)))
            for cell, header in zip(block.cells, block.headers, strict=False)
        ]
        named = tuple((cell, place) for cell, place in above if place)
        if named:
            found[index] = named
    return found


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
    found: list[str | None] = []
    for index, block in enumerate(page.blocks):
        own = _named_by(gazetteer, block, mentions[index])
        captioned = _captioned(page, index, mentions, gazetteer)
        found.append(own or captioned or _partner_of_path(block, gazetteer, linked, near))
    return found


def _captioned(
    page: Page,
    index: int,
    mentions: tuple[tuple[Mention, ...], ...],
    gazetteer: Gazetteer,
) -> str | None:
    """For a row, the place that the caption right above its table names."""
    above = index - 1
    while above >= 0 and page.blocks[above].kind == "row" and page.blocks[index].kind == "row":
        above -= 1
    if page.blocks[index].kind != "row" or above < 0 or page.blocks[above].kind != "caption":
        return None
    return most_specific(gazetteer, mentions[above])


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
            linked[heading] = most_specific(gazetteer, _linked(heading, gazetteer, near))
        if linked[heading]:
            return linked[heading]
    return None


def _counts(gazetteer: Gazetteer, told: Sequence[_Told]) -> Counter[str]:
    """How many blocks name each specific place."""
    return Counter(
        place
        for block in told
        for place in dict.fromkeys(mention.place for mention in block.mentions)
        if gazetteer.places[place].kind in SPECIFIC
    )


def _home(page: Page, gazetteer: Gazetteer, told: Sequence[_Told], near: set[str]) -> str | None:
    """The publisher where the page says it, then the title, else what stands beside partners.

    A homonym that nothing on the page settles is nobody's home.
    """
    publisher = _linked(page.publisher or "", gazetteer, near)
    if most_specific(gazetteer, publisher):
        return _settled(most_specific(gazetteer, publisher), publisher)
    titled = _titled(page, gazetteer, near)
    if titled:
        return titled
    told_mentions = [mention for block in told for mention in block.mentions]
    owners = {block.owner for block in told if block.owner}
    if len(owners) == 1 and not _settled(next(iter(owners)), told_mentions):
        return None
    return _settled(_counted_home(gazetteer, told), told_mentions)


def _settled(place: str | None, mentions: Iterable[Mention]) -> str | None:
    """``place`` where one of ``mentions`` means it and nothing else."""
    return place if any(mention.places == (place,) for mention in mentions) else None


def _titled(page: Page, gazetteer: Gazetteer, near: set[str]) -> str | None:
    """The place whose page the title, or the heading the page opens with, says it is."""
    opening = page.blocks[0] if page.blocks else None
    first = page.quote(opening.span) if opening and opening.kind == "heading" else ""
    for title in (page.title, first):
        mentions = _linked(title, gazetteer, near)
        place = _settled(most_specific(gazetteer, mentions), mentions)
        if place and not _of_partner(title, place, mentions, gazetteer):
            return place
    return None


def _of_partner(
    title: str, place: str, mentions: tuple[Mention, ...], gazetteer: Gazetteer
) -> bool:
    """Whether a title names its place as a partner: bare, beside a country or another's parent."""
    parents = {*gazetteer.ancestors(place), place}
    if any(m.place not in parents for m in mentions):
        return True
    if any(gazetteer.places[m.place].kind == "country" for m in mentions):
        return True
    rest = title
    for mention in reversed(mentions):
        rest = rest[: mention.span.start] + "\0" + rest[mention.span.end :]
    words = "|".join(load_toml("kinds.toml")["_title"]["partner"])
    bare = not any(letter.isalpha() for letter in rest)
    marked = " ".join(fold_text(rest).replace("\0", " @ ").split())
    return bare or re.search(words, marked) is not None


def _counted_home(gazetteer: Gazetteer, told: Sequence[_Told]) -> str | None:
    owners = {block.owner for block in told if block.owner}
    if len(owners) < 2:
        return next(_unrelated(gazetteer, _counts(gazetteer, told), owners), None)
    guests = _named_in_sections_of_others(gazetteer, told)
    return next((place for place, _ in guests.most_common()), None)


def _named_in_sections_of_others(gazetteer: Gazetteer, told: Sequence[_Told]) -> Counter[str]:
    """How many blocks under a heading about another, unrelated place name each place."""
    found: Counter[str] = Counter()
    for block in told:
        for place in dict.fromkeys(mention.place for mention in block.mentions):
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
    """Places by falling count, inner before outer, unrelated to any of ``places``."""
    for place in sorted(counts, key=lambda p: (-counts[p], -len(gazetteer.ancestors(p)))):
        if not any(gazetteer.related(place, other) for other in places):
            yield place
