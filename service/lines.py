"""What a line of a page speaks of: its own words, the cells and headings that it stands under.

A row of a table leaves out what it shares with the row above it, and a list what its heading says:
"Changwon | 2009" under "Yamaguchi | Gongju | 1993" is of Yamaguchi. Only the lines of one page are
looked at, in reading order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from corpus.dates import find_dates
from corpus.exchanges.kinds import kinds_of
from corpus.text import fold_text
from index.model import Sentence
from service.catalogue import Catalogue
from service.lexicon import has
from service.senses import senses_of
from service.told import senses_told, whole

_CELL = re.compile(r"\s*\|\s*")
# What stands in brackets explains a name ("창원시(진해시)").
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
# How a sentence of ties is told by one word.
_TIE_SENSES = frozenset({"sign", "pact"})
# What happened, and is no tie.
_DOINGS = frozenset(
    {"visit", "see", "perform", "send", "invite", "attend", "exhibit", "postponed", "delegation"}
)
_EVENTS = frozenset({"visit", "letter", "gift", "staff", "festival"})
# An entry of a list has so many letters beside its names and dates ("자매도시", "[8]").
_ENTRY = 12
# And so many with them.
_LONGEST = 90
# So many sentences before one say what it goes on about.
_BEFORE = 4
# So many rows are looked at above one for its cells, and lines for a heading that names a place.
_ABOVE = 60


@dataclass(frozen=True)
class Line:
    """One sentence or row, by its number, with what it takes over; ``near`` are places asked of."""

    catalogue: Catalogue
    row: int
    near: tuple[str, ...]

    @property
    def sentence(self) -> Sentence:
        """The sentence itself."""
        return self.catalogue.index.sentences[self.row]

    @cached_property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return " | " in self.sentence.text

    @cached_property
    def folded(self) -> str:
        """Its text, folded."""
        return fold_text(self.sentence.text)

    @cached_property
    def full(self) -> str:
        """Its text, with the cells that a row shares with those above it."""
        return " | ".join((*self._shared, self.sentence.text))

    @cached_property
    def senses(self) -> frozenset[str]:
        """The senses that it and its heading tell."""
        return senses_told(whole(self.sentence))

    @cached_property
    def named(self) -> frozenset[str]:
        """The places that its own words name, outside brackets."""
        return self.places(_ASIDE.sub(" ", self.sentence.text))

    @cached_property
    def taken(self) -> frozenset[str]:
        """The places in the cells that a row shares with those above it."""
        return self.places(" | ".join(self._shared))

    @cached_property
    def carried(self) -> frozenset[str]:
        """The places of the heading above it, or whose page it is."""
        home = self.catalogue.index.homes.get(self.sentence.page)
        above = self._heading
        return above | {home} if home and not above else above

    @cached_property
    def spoken_of(self) -> frozenset[str]:
        """The places of the sentences right before it."""
        return frozenset[str]().union(*(self.places(one.text) for one in self._above[:_BEFORE]))

    @cached_property
    def dates(self) -> tuple[str, ...]:
        """Its dates in EDTF, each once."""
        found = (mention.edtf for mention in find_dates(self.sentence.text))
        return tuple(dict.fromkeys(found))

    @cached_property
    def is_entry(self) -> bool:
        """Whether it is a row, or so short beside its names and dates that it is one of a list."""
        if self.is_row or len(self.sentence.text) > _LONGEST:
            return self.is_row
        text = _ASIDE.sub(" ", self.sentence.text)
        spans = [m.span for m in (*self.catalogue.gazetteer.find(text, self.near),)]
        spans += [m.span for m in find_dates(text)]
        kept = "".join(
            c for i, c in enumerate(text) if not any(s.start <= i < s.end for s in spans)
        )
        return len(re.findall(r"\w", kept)) <= _ENTRY

    @cached_property
    def is_of_tie(self) -> bool:
        """Whether it tells of a tie and of nothing that happened: by its own words, or, of an
        entry, by those of its column and its heading.
        """
        tells = tells_tie(self.folded)
        if _happens(self.folded) or tells or not self.is_entry:
            return tells and not _happens(self.folded)
        header = fold_text(self.header)
        return not _happens(header) and (
            tells_tie(header) or tells_tie(fold_text(self.sentence.context))
        )

    @cached_property
    def header(self) -> str:
        """The first row of the table that a row stands in; empty where it has none."""
        if not self.is_row:
            return ""
        first = self.sentence.text
        for above in self._above:
            if " | " not in above.text:
                break
            first = above.text
        return "" if find_dates(first) else first

    @cached_property
    def _shared(self) -> tuple[str, ...]:
        """The leading cells that a row has from those above it, whose dates stand further right."""
        width = _date_column(self.sentence.text)
        cells: list[str] = []
        for above in self._above if width is not None else ():
            column = _date_column(above.text)
            if column is None or width is None:
                break
            if column > width:
                cells = [*_cells(above.text)[: column - width], *cells]
                width = column
        return tuple(cells)

    @cached_property
    def _heading(self) -> frozenset[str]:
        """The places of its heading, or of the last one above it that names any."""
        contexts = [self.sentence.context, *(one.context for one in self._above)]
        found = (self.places(context) for context in dict.fromkeys(contexts))
        return next((named for named in found if named), frozenset())

    @cached_property
    def _above(self) -> list[Sentence]:
        """The lines before it on its page, nearest first."""
        sentences = self.catalogue.index.sentences
        first = max(self.catalogue.index.sentences_of(self.sentence.page).start, self.row - _ABOVE)
        return [sentences[row] for row in range(self.row - 1, first - 1, -1)]

    def places(self, text: str) -> frozenset[str]:
        """The places that a text names."""
        found = self.catalogue.gazetteer.find(text, self.near) if text else ()
        # What a page's reader took for a place may be a word of ties ("市政府締結").
        words = ((mention.place, text[mention.span.start : mention.span.end]) for mention in found)
        return frozenset(
            place for place, word in words if not senses_of(fold_text(word)) & _TIE_SENSES
        )


def tells_tie(folded: str) -> bool:
    """Whether a folded text has a word of ties."""
    return has("partners", folded) or bool(senses_of(folded) & _TIE_SENSES)


def _happens(folded: str) -> bool:
    """Whether a text tells of a visit or the like, and of no signing."""
    senses = senses_of(folded)
    return "sign" not in senses and bool(senses & _DOINGS or _EVENTS.intersection(kinds_of(folded)))


def _cells(text: str) -> list[str]:
    return _CELL.split(text)


def _date_column(text: str) -> int | None:
    """The number of the first cell with a date; None where there is none, or no cells."""
    cells = _cells(text)
    dated = (number for number, cell in enumerate(cells) if find_dates(cell))
    return next(dated, None) if len(cells) > 1 else None
