"""The answer that is sent, and what it is made of: the words of the public API."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from corpus.model import StageKind
from service.model import Status


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
    told: str | None = Field(default=None, max_length=64)
    kinds: list[str] = Field(default_factory=list, max_length=16)
    choices: list[str] = Field(default_factory=list, max_length=64)
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
