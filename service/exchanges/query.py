"""What the address of the public list may say, checked, and which exchanges that means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from pydantic import Field, model_validator

from corpus.dates import bounds
from corpus.text import clean
from service.api import ApiModel
from service.asking import LanguageTag
from service.catalogue import Catalogue
from service.exchanges.filters import DIRECTIONS, LONGEST, MOST_PAGE, MOST_VALUES, Filter, is_date
from service.exchanges.ledger import KINDS
from service.exchanges.sides import Sides
from service.places import find_place
from service.problems import Refused
from service.unicode import scrub

# An exchange of our pages has 0.4 kB of JSON (median; 1.4 kB at most): a full page is some 40 kB.
PER_PAGE, MOST_PER_PAGE = 20, 100
# So many generated exchanges take 0.8 s as CSV, 3 s as XLSX and 7 s as ICS, and 4 MB at most.
MOST_IN_FILE = 10_000
# Fields that may be given several times.
_SEVERAL = ("kind", "direction")
_DATE = "a year, a month or a day: 2016, 2016-10 or 2016-10-13"


def _one_of(values: Sequence[str]) -> dict[str, Any]:
    return {"items": {"type": "string", "enum": list(values)}}


class ExchangeQuery(ApiModel):
    """A search for exchanges; what is left empty counts as not given, as a form sends it."""

    place: str | None = Field(
        default=None, max_length=LONGEST, description="one of the two sides (id or name)"
    )
    partner: str | None = Field(
        default=None, max_length=LONGEST, description="the other side (id or name)"
    )
    since: str | None = Field(
        default=None, alias="from", description=f"from then on, inclusive; {_DATE}"
    )
    until: str | None = Field(
        default=None, alias="to", description=f"until then, inclusive; {_DATE}"
    )
    kind: list[str] = Field(
        default_factory=list,
        max_length=MOST_VALUES,
        description="of this kind; of one of these, where it is given several times",
        json_schema_extra=_one_of(KINDS),
    )
    direction: list[str] = Field(
        default_factory=list,
        max_length=MOST_VALUES,
        description=(
            "out of the place or in to it; without a place seen from the side whose page it is"
        ),
        json_schema_extra=_one_of(DIRECTIONS),
    )
    q: str = Field(
        default="",
        max_length=LONGEST,
        description="words of the page, names of places and of kinds: all of them must fit",
    )
    page: int = Field(default=1, ge=1, le=MOST_PAGE, description="page of the list, from 1")
    per_page: int = Field(
        default=PER_PAGE, ge=1, le=MOST_PER_PAGE, description="exchanges on a page"
    )
    format: Literal["json", "csv", "xlsx", "ics"] = Field(
        default="json", description="json page by page; the others hold all that is found"
    )
    language: LanguageTag = Field(default="en", description="language of the names and dates")

    @model_validator(mode="before")
    @classmethod
    def _as_given(cls, given: dict[str, Any]) -> dict[str, Any]:
        said = {name: _without_blanks(value) for name, value in given.items()}
        return {name: value for name, value in said.items() if value not in ("", [])}


def filter_of(query: ExchangeQuery) -> Filter:
    """What of the search concerns no side; raises Refused where it cannot be used."""
    for name, date in (("from", query.since), ("to", query.until)):
        if date and not is_date(date):
            raise Refused(name, f"“{date[:LONGEST]}” is no date; give {_DATE}")
    if query.since and query.until and bounds(query.since)[0] > bounds(query.until)[1]:
        raise Refused("from", f"{query.since} is after {query.until}; give the earlier date first")
    words = clean(scrub(query.q))
    if query.q and not words:
        raise Refused("q", "must not be empty")
    return Filter(
        words=words,
        since=query.since or "",
        until=query.until or "",
        chosen={"kind": _known("kind", query.kind, KINDS)} if query.kind else {},
    )


def sides_of(query: ExchangeQuery, catalogue: Catalogue) -> Sides:
    """Who is meant, and which way; raises Refused where a name or a direction is not known."""
    return Sides(
        place=find_place(query.place, catalogue, "place") if query.place else None,
        partner=find_place(query.partner, catalogue, "partner") if query.partner else None,
        directions=_known("direction", query.direction, DIRECTIONS),
    )


def check_repeats(given: Iterable[tuple[str, str]]) -> None:
    """Raise Refused where a field that takes one value has several: none is dropped unsaid."""
    names = [name for name, _ in given]
    for name in names:
        if names.count(name) > 1 and name not in _SEVERAL:
            raise Refused(name, "may be given once only")


def check_export(query: ExchangeQuery) -> None:
    """Raise Refused where a page of an export is asked for: it holds everything."""
    for name, differs in (("page", query.page > 1), ("per_page", query.per_page != PER_PAGE)):
        if differs:
            reason = f"{query.format} holds all that is found; leave it out, or ask for json"
            raise Refused(name, reason)


def check_size(found: int) -> None:
    """Raise Refused where more is found than one file holds."""
    if found > MOST_IN_FILE:
        reason = f"{found:,} exchanges are found, and a file holds {MOST_IN_FILE:,} at most"
        raise Refused("format", f"{reason}; narrow the period (from, to), or ask for json")


def _known(name: str, given: Iterable[str], known: Sequence[str]) -> tuple[str, ...]:
    for value in given:
        if value not in known:
            raise Refused(name, f"“{value[:LONGEST]}” is not known; give one of {', '.join(known)}")
    return tuple(dict.fromkeys(given))


def _without_blanks(value: Any) -> Any:
    """A value as it was given, or nothing where it has only blanks."""
    if isinstance(value, list):
        return [item for item in value if _without_blanks(item)]
    return value if not isinstance(value, str) or value.strip() else ""
