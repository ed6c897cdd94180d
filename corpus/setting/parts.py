"""The parts of a page that are about one partner each, where no mark-up parts them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.labels import described_values, labelled_values, list_of, property_of
from corpus.language import block_language
from corpus.model import Block
from corpus.page_reading import PageReading
from corpus.setting.line_heads import LONGEST, names_relation, without_relations
from corpus.setting.naming import Names
from corpus.setting.openings import BEHIND, UNKNOWN, Opening, find_openings

_DIGIT = re.compile(r"\d")
# A line that a date opens, and how many lines below a heading are looked at.
_DATED = re.compile(r"\W{0,3}\d{1,4}\s?[年月日./년월일-]")
_NOBODY = frozenset({UNKNOWN, BEHIND})
# Where one is called by the name of another.
_CHINAS = frozenset({"china", "taiwan", "hong-kong", "macau"})
_DAY_BEHIND = re.compile(
    r"[(（]\s?(?:[A-Z][a-z]{2,8}\.? ?\d{1,2}, ?)?(?:19|20)\d\d"
    r"(?:[년年./-] ?\d{1,2}[월月./-]? ?\d{0,2}[일日.]?)?\s?[)）]$"
)
_ENTRIES = 60
# Of so many names in a row the last one opens a part only where labelled values follow.
_LIST = 3
# A row of a label and its value.
_PAIR = 2
# Properties that a place has one of: a second one is another place's.
_ONCE = frozenset({"area", "population", "homepage"})


@dataclass(slots=True)
class _Parts:
    """Goes through a page with the partner that is spoken of at each block."""

    page: PageReading
    names: Names
    home: str | None
    openings: Sequence[Opening | None]
    current: str | None = None
    start: int = 0
    depth: int = 0
    level: int = 0
    entry: int = 0
    told: dict[str, str] = field(default_factory=dict)
    repeated: dict[str, int] = field(default_factory=dict)
    found: list[str | None] = field(default_factory=list)

    def read(self, index: int) -> None:
        """Take block ``index``."""
        block, opening = self.page.blocks[index], self.openings[index]
        if block.kind == "heading" and not block.inferred:
            self._close_below(block)
        if block.about_page:
            self.found.append(None)
        elif opening is not None:
            self._open(index, opening)
        else:
            self._within(index, block)

    def _close_below(self, block: Block) -> None:
        """A heading with a level of its own ends what was opened on its level or below."""
        if not self.depth or block.depth <= self.depth:
            self._close()

    def _close(self, place: str | None = None) -> None:
        self.current = place
        self.told = {}
        self.repeated = {}
        self.entry = 0
        self.start = len(self.found)

    def _open(self, index: int, opening: Opening) -> None:
        block = self.page.blocks[index]
        if self._opens(index, opening):
            if opening.place != self.current:
                self._close(opening.place)
                self.entry = block.depth if block.kind == "item" else 0
                self.told = self._values(block)
            self.depth = block.depth if block.kind == "heading" and not block.inferred else 0
            self.level = block.depth if block.kind == "heading" else 0
        elif opening.place != self.current:
            self._close()
            self.told = self._values(block)
        self.found.append(opening.place)

    def _opens(self, index: int, opening: Opening) -> bool:
        below = self._below(index)
        if below is None:
            return False
        described = bool(labelled_values(self.page, below)) or below.kind == "row"
        if self.openings[index + 1] is not None:
            same = self.openings[index + 1]
            return same is not None and same.place == opening.place
        if described:
            return True
        return opening.bare and self._names_above(index) < _LIST

    def _names_above(self, index: int) -> int:
        """How many names stand in a row up to block ``index``."""
        count = 0
        while index >= 0 and (opening := self.openings[index]) is not None and opening.bare:
            count, index = count + 1, index - 1
        return count

    def _below(self, index: int) -> Block | None:
        blocks = self.page.blocks
        return blocks[index + 1] if index + 1 < len(blocks) else None

    def _within(self, index: int, block: Block) -> None:
        """A block that opens nothing: it may end the part, or belong to a new, unnamed one."""
        if self.entry and block.depth == self.entry and self._differs(block):
            self._close(UNKNOWN)
        elif self._ends(index, block):
            self._close(BEHIND if self.current else None)
        if block.kind != "row":
            self._label(block)
        elif not block.headers and len(set(block.cells)) == _PAIR:
            self._named_row(block)
        rival = self.current is None and self._differs(block)
        self.found.append(UNKNOWN if rival else self.current)

    def _values(self, block: Block) -> dict[str, str]:
        """What the labels of one line tell that a place has one of."""
        return {
            f"{item.property} {block_language(text)}": text
            for item in labelled_values(self.page, block)
            if item.property in _ONCE and (text := self.page.quote(item.value))
        }

    def _differs(self, block: Block) -> bool:
        """Whether a line tells otherwise what the partner's line above it has told."""
        values = self._values(block) if self.told else {}
        return any(self.told.get(key, text) != text for key, text in values.items())

    def _ends(self, index: int, block: Block) -> bool:
        """Whether a line heads a group of partners; below a marked-up heading only that counts."""
        text = self.page.quote(block.span)
        if self.depth or block.kind == "row" or len(text) > LONGEST:
            return False
        country = self.names.lone_country(index)
        lies = country in self.names.around(self.current) if self.current else False
        group = names_relation(text) and not (property_of(text) or list_of(text))
        # A kind of tie with its day in brackets is that of the partner above.
        group = group and not _DAY_BEHIND.search(text)
        group = group and not self._tells_kind(index)
        ends = (country is not None and not lies) or group or self._is_rival(index, block)
        return ends or self._heads_all(index, text)

    def _heads_all(self, index: int, text: str) -> bool:
        """Whether a line heads dated entries that are about several partners described above."""
        if self.current is None or len(text) > LONGEST or _DIGIT.search(text):
            return False
        told = set(self.found) - {None, UNKNOWN, BEHIND, self.current, self.home}
        if not told or self.names.blocks[index] or list_of(without_relations(text)) == "general":
            return False
        named: set[str] = set()
        for behind in range(index + 1, min(index + _ENTRIES, len(self.page.blocks))):
            if self.openings[behind] is not None and self.openings[behind - 1] is None:
                break
            line = self.page.quote(self.page.blocks[behind].span)
            named.update(m.place for m in self.names.blocks[behind] if _DATED.match(line))
        return len(named & told) > 1

    def _tells_kind(self, index: int) -> bool:
        """Whether a line right below the name of a partner says of what kind that is."""
        above = self.openings[index - 1] if index else None
        below = self._below(index)
        described = below is not None and (
            bool(labelled_values(self.page, below)) or below.kind == "row"
        )
        named = above is not None and above.bare and above.place == self.current
        return named and described

    def _is_rival(self, index: int, block: Block) -> bool:
        """A heading on the level of the one that opened the part, with a country in it."""
        text = self.page.quote(block.span)
        if block.kind != "heading" or not 0 < block.depth <= self.level or _DIGIT.search(text):
            return False
        sides = [place for place in (self.current, self.home) if place]
        known = {outer for place in sides for outer in self.names.around(place)}
        return any(m.place not in known for m in self.names.blocks[index])

    def _label(self, block: Block) -> None:
        """Take note of what is told; a second country or area is that of another place."""
        for item in described_values(self.page, block):
            text = self.page.quote(item.value)
            if item.property == "country":
                self._again("country", text)
                self._lies_in(text)
            elif item.property in ("place", "place_name"):
                self._name(text)
        for item in labelled_values(self.page, block):
            if item.property in _ONCE:
                self._again(item.property, self.page.quote(item.value))

    def _lies_in(self, text: str) -> None:
        """Take the country of the part: where the place lies in another, a namesake is meant."""
        told = {m.place for m in self.names.find(text) if self._is_country(m.place)}
        own = (
            self.names.country(self.current)
            if self.current and self.current not in _NOBODY
            else None
        )
        if own is None or len(told) != 1 or own in told or {own, *told} <= _CHINAS:
            return
        start = len(self.found)
        while start and self.found[start - 1] == self.current:
            start -= 1
        self._close(UNKNOWN)
        self.found[start:] = [UNKNOWN] * (len(self.found) - start)

    def _is_country(self, place: str) -> bool:
        return self.names.gazetteer.places[place].kind == "country"

    def _named_row(self, block: Block) -> None:
        """A row of a label and a name, which stands in place of a heading of what follows."""
        for item in described_values(self.page, block):
            if item.property == "place":
                self._name(self.page.quote(item.value))

    def _again(self, name: str, text: str) -> None:
        """A second country, or two things told again otherwise, are those of another place."""
        key = f"{name} {block_language(text)}"
        if self.told.setdefault(key, text) == text or self.current in (None, BEHIND):
            return
        self.repeated.setdefault(name, len(self.found))
        if name == "country" or len(self.repeated) > 1:
            start = min(self.repeated.values())
            self._close(UNKNOWN)
            self.start = start
            self.found[start:] = [UNKNOWN] * (len(self.found) - start)
            self.told[key] = text

    def _name(self, text: str) -> None:
        """A label that names the place: from the first label of its part on it is about that."""
        place = self.names.headlined_in_two(text, self.home)
        if place is None or place == self.home or place == self.current:
            return
        if self.current == UNKNOWN:
            self.found[self.start :] = [place] * (len(self.found) - self.start)
            self.current = place
        else:
            self._close(place)


def find_parts(page: PageReading, names: Names, home: str | None) -> list[str | None]:
    """For each block, the partner whose part of the page it stands in, or ``UNKNOWN``."""
    parts = _Parts(page, names, home, find_openings(page, names, home))
    for index in range(len(page.blocks)):
        parts.read(index)
    return parts.found
