"""The words of the corpus as frozen types. No input or output happens here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Language = Literal["ko", "zh", "en"]
LANGUAGES: tuple[Language, ...] = ("ko", "zh", "en")

BlockKind = Literal["heading", "paragraph", "item", "row", "caption"]
PlaceKind = Literal["country", "province", "city", "county", "district"]
# Those that districts have ties with, and that a name means before it means something larger.
SPECIFIC: frozenset[PlaceKind] = frozenset({"city", "county", "district"})
StageKind = Literal["renewal", "intent", "memorandum", "agreement", "friendship", "sister"]
# How the ids of places start that only the page itself names.
LOCAL = "local-"
_GAPS = re.compile(r"[\s-]+")
# How the ids of places start that stand for a publisher whom nothing names.
UNNAMED = "unnamed-"
ValueType = Literal["date", "number", "text", "url"]


class Span(NamedTuple):
    """A half-open range of character offsets into ``Page.text``."""

    start: int
    end: int

    def within(self, outer: Span) -> bool:
        """Whether this span lies inside ``outer``."""
        return outer.start <= self.start and self.end <= outer.end

    def overlaps(self, other: Span) -> bool:
        """Whether this span and ``other`` share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a page's structure.

    ``path`` is the chain of headings (and of list items that introduce a nested list) above the
    block, outermost first. ``depth`` is the heading level (1 to 6) of a heading and the list
    nesting depth (0 outside lists) of anything else. ``cells`` are the spans of the cells of a
    row and ``headers`` the column headers beside them, both empty for other kinds. ``about_page``
    marks what the page says about itself (its department, its date) and not about its subject;
    ``inferred`` a heading that no mark-up makes one, only that it is a short line.
    """

    kind: BlockKind
    span: Span
    path: tuple[str, ...] = ()
    depth: int = 0
    cells: tuple[Span, ...] = ()
    headers: tuple[str, ...] = ()
    about_page: bool = False
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask about a page, as the page itself says it."""

    department: str | None = None
    phone: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One source document: readable text, its structure and what it says about itself.

    ``updated`` is EDTF; ``digest`` is the SHA-256 (hex) of everything the page was read from;
    ``publisher`` is the publisher's name as written.
    """

    id: str
    title: str
    text: str
    blocks: tuple[Block, ...]
    digest: str
    source: str
    languages: tuple[Language, ...] = ()
    url: str | None = None
    publisher: str | None = None
    updated: str | None = None
    contact: Contact = field(default_factory=Contact)

    def quote(self, span: Span) -> str:
        """The text that ``span`` covers."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A source that did not become a page, and the reason."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Place:
    """A country, province, city, county or district with its names.

    ``names`` holds the names by language key (``ko``, ``zh`` simplified, ``zh-Hant``, ``en``); the
    first name of a language is the one answers use. ``derived`` are the language keys whose names
    no source gives: they are readings of another name. ``former`` marks a unit that was merged,
    divided or renamed, and ``successor`` is what its area belongs to now, where that is one place.
    """

    id: str
    kind: PlaceKind
    names: Mapping[str, tuple[str, ...]]
    parent: str | None = None
    derived: tuple[str, ...] = ()
    former: bool = False
    successor: str | None = None

    def name(self, language: str) -> str:
        """The name to show in ``language``; any other name, then the id, where there is none."""
        for key in (language, language.split("-")[0], "en", *self.names):
            if self.names.get(key):
                return self.names[key][0]
        return self.id


@dataclass(frozen=True, slots=True)
class Source:
    """The place on a page that says something: ``page.text[span] == quote``."""

    page: str
    span: Span
    quote: str
    language: Language


class Count(NamedTuple):
    """How many of what a text counts: (8, "가도"), (5, "부구장")."""

    number: int
    of: str


@dataclass(frozen=True, slots=True)
class Person:
    """Someone as the page names them: name, office, or both; ``place`` is whose they are, by id."""

    name: str | None = None
    office: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """A typed value: EDTF for a date, a number with its unit, plain text, or a URL.

    ``text`` is the value as the page writes it. ``number`` is None for every type but ``number``.
    ``counts`` are the counts of administrative units or posts that a text consists of.
    """

    type: ValueType
    text: str
    edtf: str | None = None
    number: float | None = None
    unit: str | None = None
    counts: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One property of a Place or a Tie, with the span that says so.

    ``as_of`` is EDTF. ``approximate`` repeats the page's own "about"; ``uncertain`` marks a value
    that is malformed or implausible and is shown only as written. ``stage`` is set for facts about
    one stage of a tie.
    """

    id: str
    subject: str
    property: str
    value: Value
    source: Source
    as_of: str | None = None
    approximate: bool = False
    uncertain: bool = False
    stage: StageKind | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of a tie, from its letter of intent to its sister-city agreement (date in EDTF).

    The kind is ``agreement`` where the page dates an agreement without saying which it is, and
    ``renewal`` where an earlier agreement was confirmed or prolonged. ``document``, ``place`` and
    ``method`` are as written; ``signatories`` are those the page names as signing.
    """

    kind: StageKind
    date: str | None
    formal: bool
    source: Source
    document: str | None = None
    place: str | None = None
    method: str | None = None
    signatories: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """The relationship between two places; ``places`` is (the page's own side, the partner)."""

    id: str
    places: tuple[str, str]
    stages: tuple[Stage, ...]
    pages: tuple[str, ...]


def local_id(name: str) -> str:
    """The id of a place that only a page names."""
    return LOCAL + _GAPS.sub("-", name).strip("-")


def is_unnamed(place: str | None) -> bool:
    """Whether a place only stands for the publisher of a page that does not say whose it is."""
    return place is not None and place.startswith(UNNAMED)


# Between the places of a tie in its id; no id of a place has it.
_SIDES = "--"


def tie_id(one: str, other: str) -> str:
    """The id of the tie between two places, whichever comes first."""
    return _SIDES.join(sorted((one, other)))


def sides_of(subject: str) -> tuple[str, ...]:
    """The two places of a tie by its id; of a place that place alone."""
    return tuple(subject.split(_SIDES))


@dataclass(frozen=True, slots=True)
class Exchange:
    """A dated event between two places.

    ``date`` is EDTF at the page's own precision, ``first`` and ``last`` its bounds as ISO dates.
    ``direction`` is (from, to) by place id where the page says who went where. ``people`` lists
    the head counts as the page parts them, ``leaders`` those it names. ``actor`` is a third place
    whose delegation it was, and the direction is None then. ``sources`` has the quote, and its
    twin in the other language of a bilingual page.
    """

    id: str
    tie: str
    places: tuple[str, str]
    date: str
    first: str
    last: str
    kinds: tuple[str, ...]
    sources: tuple[Source, ...]
    direction: tuple[str, str] | None = None
    people: tuple[int, ...] = ()
    leaders: tuple[Person, ...] = ()
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """What is retrieved: pieces of one page under one heading path, in one language.

    ``spans`` are the pieces in page order; ``text`` joins their quotes by newlines.
    ``heading`` is the page title and heading path that the embedded text starts with.
    """

    id: str
    page: str
    language: Language
    heading: tuple[str, ...]
    spans: tuple[Span, ...]
    text: str

    @property
    def embedded(self) -> str:
        """The text that is embedded: heading path first, then the passage."""
        return "\n".join((" > ".join(self.heading), self.text)) if self.heading else self.text

    def offset(self, span: Span) -> Span | None:
        """Where ``span`` of the page lies in ``text``; None where it is not in this passage."""
        position = 0
        for piece in self.spans:
            if span.within(piece):
                start = position + span.start - piece.start
                return Span(start, start + span.end - span.start)
            position += piece.end - piece.start + 1
        return None


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that was extracted from a page; ``places`` are those that only the page itself names."""

    ties: tuple[Tie, ...] = ()
    facts: tuple[Fact, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    places: tuple[Place, ...] = ()
    home: str | None = None
