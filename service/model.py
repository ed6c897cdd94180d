"""The words of the service: what was asked, what bears on it, and the answer that is sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from corpus.model import Exchange, Fact, Language, Stage, StageKind, Tie
from index.model import Hit, Sentence

Status = Literal[
    "answered",
    "partial",
    "not_stated",
    "no_such_tie",
    "not_found",
    "out_of_scope",
    "clarify",
    "small_talk",
]
CLAIMING: frozenset[Status] = frozenset({"answered", "partial"})
Operation = Literal[
    "lookup", "list", "count", "first", "last", "largest", "smallest", "compare", "yes_no"
]


class ApiModel(BaseModel):
    """A frozen part of the public API; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Context(ApiModel):
    """What a follow-up inherits: sent with an answer, sent back by the client, kept nowhere."""

    places: list[str] = Field(default_factory=list, max_length=8)
    property: str | None = Field(default=None, max_length=64)
    operation: str | None = Field(default=None, max_length=32)
    period: str | None = Field(default=None, max_length=64)
    stage: str | None = Field(default=None, max_length=32)
    exchange: str | None = Field(default=None, max_length=256)
    language: str | None = Field(default=None, max_length=16)


class SubjectView(ApiModel):
    """The place or tie that a fact is about."""

    id: str
    name: str


class CountView(ApiModel):
    """How many of what a text counts: 8 of “가도”."""

    number: int
    of: str


class PersonView(ApiModel):
    """Someone as the page names them; ``place`` is the id of whose they are."""

    name: str | None = None
    office: str | None = None
    place: str | None = None


class FactView(ApiModel):
    """A structured fact: ``value`` is EDTF, a number (with ``unit``), a URL or text.

    ``counts`` are the units or posts that a text counts.
    """

    subject: SubjectView
    property: str
    label: str
    value: str | float | int
    unit: str | None = None
    display: str
    as_of: str | None = None
    approximate: bool = False
    uncertain: bool = False
    stage: StageKind | None = None
    counts: list[CountView] = Field(default_factory=list)
    page: str
    url: str | None = None
    quote: str
    language: str
    span: tuple[int, int]


class QuoteView(ApiModel):
    """Words of a page, in the page's own language."""

    page: str
    text: str
    language: str
    span: tuple[int, int]


class ExchangeView(ApiModel):
    """A dated event; ``date`` is EDTF, ``direction`` the ids (from, to).

    ``people`` are head counts as the page parts them, ``leaders`` those it names; ``actor`` is the
    id of a third place whose delegation it was.
    """

    id: str
    tie: str
    places: list[SubjectView]
    date: str
    display_date: str
    kinds: list[str]
    direction: tuple[str, str] | None = None
    people: list[int] = Field(default_factory=list)
    leaders: list[PersonView] = Field(default_factory=list)
    actor: str | None = None
    quotes: list[QuoteView]


class ReadAs(ApiModel):
    """A name of the question that was spelt otherwise, and the place it was read as."""

    written: str
    place: SubjectView


class PageView(ApiModel):
    """The page a passage comes from."""

    id: str
    title: str
    publisher: str | None = None
    url: str | None = None
    language: str


class PassageView(ApiModel):
    """A passage; ``highlights`` are [start, end) character offsets into ``text``."""

    id: str
    page: PageView
    heading: list[str]
    text: str
    highlights: list[tuple[int, int]] = Field(default_factory=list)
    score: float


class OfficeView(ApiModel):
    """The office that a page names for questions about it."""

    page: PageView
    department: str | None = None
    phone: str | None = None


class Answer(ApiModel):
    """The reply to a question. Only ``answered`` and ``partial`` claim an answer.

    ``id`` is there where the question is kept, and is what feedback names. ``lead`` is the answer
    without the exchanges that it lists, for clients that show ``exchanges`` themselves.
    """

    answer_id: str
    id: str | None = None
    status: Status
    language: str
    answer: str
    lead: str | None = None
    facts: list[FactView] = Field(default_factory=list)
    exchanges: list[ExchangeView] = Field(default_factory=list)
    passages: list[PassageView] = Field(default_factory=list)
    choices: list[str] = Field(default_factory=list)
    read_as: list[ReadAs] = Field(default_factory=list)
    contact: OfficeView | None = None
    context: Context = Field(default_factory=Context)
    suggestions: list[str] = Field(default_factory=list)
    took_ms: float = 0.0


Topic = Literal[
    "fact",
    "tie",
    "stage",
    "events",
    "partners",
    "extreme",
    "compare",
    "order",
    "contact",
    "profile",
    "tally",
    "sentence",
    "none",
]


@dataclass(frozen=True, slots=True)
class Period:
    """The time a question asks about: inclusive ISO dates, and EDTF where it was one date."""

    first: str
    last: str
    edtf: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, understood.

    ``text`` is the clean question; ``bare`` is it folded, with the names of places blanked out.
    ``places`` are ids in the order of mention; ``within`` are countries and provinces that only
    narrow the choice; ``ambiguous`` lists the choices of a homonym that nothing settles;
    ``exchange`` is the id of the event that the turn before was about; ``about`` is the place
    whose property is asked for; ``numbers`` are figures of the question that are no dates;
    ``order`` has the place of each blank of ``bare``;
    ``ordinal`` is the rank of one of several ("the second city") and ``claimed`` how many partners
    the question supposes.
    ``unknown`` are names that look like places and are in no gazetteer. ``wants`` is the type
    that was asked for (date, people, person, where, reason, what). ``read_as`` has the names that
    were spelt otherwise, each with the id of the place it was read as; ``missed`` those of places
    without ties, each with the id of the one place with ties that is one slip away.
    """

    text: str
    bare: str
    language: Language
    traditional: bool = False
    places: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    district: str | None = None
    property: str | None = None
    rare: bool = False
    operation: Operation = "lookup"
    wants: str | None = None
    yes_no: bool = False
    stage: StageKind | None = None
    kinds: tuple[str, ...] = ()
    period: Period | None = None
    partners: bool = False
    exchanges: bool = False
    small_talk: str | None = None
    out_of_scope: bool = False
    exchange: str | None = None
    about: str | None = None
    numbers: frozenset[float] = frozenset()
    order: tuple[str, ...] = ()
    ordinal: int | None = None
    claimed: int | None = None
    signed_in: str | None = None
    read_as: tuple[tuple[str, str], ...] = ()
    missed: tuple[tuple[str, str], ...] = ()
    inherited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What bears on a question, and whether it answers.

    ``topic`` says how the parts are to be read; ``total`` counts what was found or compared;
    ``verdict`` is the yes or no of a question that can be answered so; ``tally`` has the ties or
    the years that were counted, each with its number, those asked for first.
    """

    status: Status
    topic: Topic = "none"
    places: tuple[str, ...] = ()
    ties: tuple[Tie, ...] = ()
    stage: Stage | None = None
    facts: tuple[Fact, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    total: int = 0
    sentence: Sentence | None = None
    hits: tuple[Hit, ...] = ()
    choices: tuple[str, ...] = ()
    verdict: bool | None = None
    tally: tuple[tuple[str, int], ...] = ()
