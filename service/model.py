"""What was asked, and what bears on it: the words in which the service thinks."""

from __future__ import annotations

import builtins
from dataclasses import dataclass
from typing import Literal

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
    "crowd",
    "each",
    "matching",
    "several",
    "picked",
    "units",
    "sentence",
    "none",
]


@dataclass(frozen=True, slots=True)
class Period:
    """The time a question asks about: inclusive ISO dates, and EDTF where it was one date.

    ``parts`` are the first and last days of times that are named side by side ("2010 and 2016"),
    of which what lies between them is none.
    """

    first: str
    last: str
    edtf: str | None = None
    parts: tuple[tuple[str, str], ...] = ()

    def touches(self, first: str, last: str) -> bool:
        """Whether something from ``first`` to ``last`` (ISO dates) was in this time."""
        spans = self.parts or ((self.first, self.last),)
        return any(first <= end and begin <= last for begin, end in spans)


@dataclass(frozen=True, slots=True)
class Condition:
    """What partners or visits must have: a number of ``property`` from ``least`` to ``most``.

    The bounds themselves are not meant where it is ``strict`` ("more than").
    """

    property: str
    least: float | None = None
    most: float | None = None
    strict: bool = False

    def holds(self, number: float) -> bool:
        """Whether ``number`` (km² or heads) is within the bounds."""
        if self.strict and number in (self.least, self.most):
            return False
        above = self.least is None or number >= self.least
        return above and (self.most is None or number <= self.most)


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the world as a question calls it, with the ids of its countries."""

    written: str
    countries: frozenset[str]


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
    without ties, each with the id of the one place with ties that is one slip away. ``also`` are
    properties asked for in the same breath, ``without`` and ``except_for`` the places and the
    times that are left out ("besides 2012"), ``apart`` phrases for sorts of exchanges that are,
    ``condition`` what partners must have, ``region`` the part of the world in which they lie.
    ``subjects`` are places side by side, of each of which the property is asked, ``picked`` places
    of which all is asked one by one ("both"). ``several`` says that the turn before told of several
    visits, of which a detail is asked.
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
    also: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    except_for: tuple[Period, ...] = ()
    apart: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    condition: Condition | None = None
    picked: tuple[str, ...] = ()
    region: Region | None = None
    several: bool = False

    @builtins.property  # ``property`` is a part of a question here.
    def beside_signing(self) -> frozenset[str]:
        """The kinds of exchanges that are asked about, but for signings."""
        return frozenset(self.kinds) - {"signing"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What bears on a question, and whether it answers.

    ``topic`` says how the parts are to be read; ``total`` counts what was found or compared;
    ``verdict`` is the yes or no of a question that can be answered so; ``tally`` has the ties or
    the years that were counted, each with its number, those asked for first; ``parts`` are what is
    known of each property, where a question asks for several; ``more`` are sentences that list what
    ``sentence`` begins; ``lacking`` are places whose figure no page states,
    ``holder`` is what the place lies in that ``sentence`` names it beside.
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
    more: tuple[Sentence, ...] = ()
    hits: tuple[Hit, ...] = ()
    choices: tuple[str, ...] = ()
    verdict: bool | None = None
    tally: tuple[tuple[str, int], ...] = ()
    parts: tuple[tuple[Question, Evidence], ...] = ()
    lacking: tuple[str, ...] = ()
    holder: str | None = None
