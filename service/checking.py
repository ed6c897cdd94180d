"""The editor's to-do list: all that looks wrong on the pages of a file or folder."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from corpus.gazetteer import load_gazetteer
from corpus.memory import keep_loaded
from corpus.model import Skipped
from corpus.pages import load_pages
from index.reading import places_in
from service.check_dates import dates_out_of_order, doubtful_dates
from service.check_values import differing_values, doubtful_values
from service.check_words import words_not_understood
from service.examined import Examined, examine
from service.extraction import NoSuchPage
from service.findings import Checked, Finding, Written, checks, finding
from service.settings import Settings


def check_pages(pages: Path, settings: Settings) -> Checked:
    """The findings of every page in ``pages``, by page, the most serious first.

    Raises NoSuchPage where there is no such file or folder, or nothing in it.
    """
    if not pages.exists():
        raise NoSuchPage(f"{pages}: no such file or folder")
    places = places_in(pages if pages.is_dir() else pages.parent)
    gazetteer = load_gazetteer(places, settings.places)
    keep_loaded()
    examined: list[Examined] = []
    found: dict[str, list[Finding]] = {}
    skipped = 0
    for page in load_pages(pages):
        path = pages / page.source if pages.is_dir() else pages
        if path == places:
            continue
        findings = found.setdefault(str(path), [])
        if isinstance(page, Skipped):
            skipped += 1
            findings.append(_skipped(page, path))
        else:
            examined.append(examine(page, path, gazetteer))
            findings.extend(_findings(examined[-1], settings.now()))
    if not found:
        raise NoSuchPage(f"{pages}: holds no page to check")
    for each in differing_values(examined):
        found[each.at.file].append(each)
    ordered = [each for findings in found.values() for each in sorted(findings, key=_order)]
    return Checked(len(examined), skipped, ordered)


def _findings(page: Examined, today: date) -> Iterator[Finding]:
    yield from doubtful_values(page)
    yield from doubtful_dates(page, today)
    yield from dates_out_of_order(page)
    yield from words_not_understood(page)


def _skipped(page: Skipped, path: Path) -> Finding:
    at = Written(Path(page.source).stem, str(path), None, None, page.source)
    return finding("skipped", at, reason=page.reason)


def _order(each: Finding) -> tuple[int, int, int, int]:
    kind = list(checks()).index(each.check)
    return each.severity, kind, each.at.line or 0, each.at.column or 0
