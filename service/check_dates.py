"""Dates that cannot be right: in the future, out of order, very early, or no day at all."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from corpus.dates.bounds import bounds
from corpus.model import Span, Tie
from service.examined import Examined
from service.findings import Finding, Written, checks, finding

# A whole date in digits, of a year that a page may tell of.
_WHOLE = re.compile(
    r"(?<![\d.,/-])(1[89]\d\d|20\d\d|21\d\d)\s?(?:[./-]|년|年)\s?(\d{1,2})\s?(?:[./-]|월|月)\s?(\d{1,2})"
    r"(?![\d,/-]|\.\d)"
)
_FORMAL = ("friendship", "sister")
_MONTHS = 12


class _Dated(NamedTuple):
    """Something with its date (EDTF) and where it is told."""

    what: str
    edtf: str
    at: Written


def doubtful_dates(page: Examined, today: date) -> Iterator[Finding]:
    """Dates that lie in the future, before anything of the kind, or behind the page's own date."""
    dated = list(_dated(page))
    earliest = checks()["_dates"]["earliest"]
    for each in dated:
        first, last = bounds(each.edtf)
        if first > today.isoformat():
            yield finding("future", each.at, what=each.what, today=today)
        elif last < earliest:
            yield finding("early", each.at, what=each.what, year=earliest)
    yield from _stale(page, dated, today)
    yield from _missing_days(page)


def dates_out_of_order(page: Examined) -> Iterator[Finding]:
    """Steps of a tie that the page dates behind the agreement that they led to."""
    for tie in page.extraction.knowledge.ties:
        formal = _first_agreement(page, tie)
        if formal is None:
            continue
        for step in _steps(page, tie):
            if bounds(step.edtf)[0] > bounds(formal.edtf)[1]:
                words = {"subject": page.name(tie.id), "what": step.what, "date": step.edtf}
                words |= {"other": formal.what, "other_date": formal.edtf}
                yield finding("order", step.at, formal.at, **words)


def _dated(page: Examined) -> Iterator[_Dated]:
    """All that the page dates, once each."""
    knowledge = page.extraction.knowledge
    for fact in knowledge.facts:
        if fact.value.edtf and fact.property != "updated":
            what = f"the date of “{fact.stage or fact.property}”"
            yield _Dated(what, fact.value.edtf, page.source(fact.source))
        if fact.as_of:
            what = f"the date that {fact.property} is counted at"
            yield _Dated(what, fact.as_of, page.source(fact.source))
    for exchange in knowledge.exchanges:
        yield _Dated("this exchange", exchange.date, page.source(exchange.sources[0]))
    if page.page.updated:
        yield _Dated("the page's own date", page.page.updated, page.whole())


def _stale(page: Examined, dated: list[_Dated], today: date) -> Iterator[Finding]:
    """The page's own date where something on the page is later, and is no date of the future."""
    updated = page.page.updated
    told = [d for d in dated if d.edtf != updated and bounds(d.edtf)[0] <= today.isoformat()]
    latest = max(told, key=lambda each: bounds(each.edtf)[0], default=None)
    if updated and latest and bounds(latest.edtf)[0] > bounds(updated)[1]:
        yield finding("stale", latest.at, updated=updated, date=latest.edtf)


def _missing_days(page: Examined) -> Iterator[Finding]:
    for block in page.page.blocks:
        for match in _WHOLE.finditer(page.page.text, block.span.start, block.span.end):
            year, month, day = map(int, match.groups())
            if not _exists(year, month, day):
                yield finding("no_such_day", page.written(Span(*match.span())))


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= _MONTHS and 1 <= day <= calendar.monthrange(year, month)[1]


def _first_agreement(page: Examined, tie: Tie) -> _Dated | None:
    """The first friendship or sister-city agreement that has a date."""
    dated = [
        _Dated(f"the {stage.kind} agreement", stage.date, page.source(stage.source))
        for stage in tie.stages
        if stage.kind in _FORMAL and stage.date
    ]
    return min(dated, key=lambda each: bounds(each.edtf), default=None)


def _steps(page: Examined, tie: Tie) -> Iterator[_Dated]:
    """What comes before an agreement: the letter of intent, the proposal."""
    for stage in tie.stages:
        if stage.kind == "intent" and stage.date:
            yield _Dated("the letter of intent", stage.date, page.source(stage.source))
    for fact in page.extraction.knowledge.facts:
        if fact.subject == tie.id and fact.property == "proposed" and fact.value.edtf:
            yield _Dated("the proposal", fact.value.edtf, page.source(fact.source))
