"""What is extracted from one page, read anew from its file or taken from the index."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from corpus.gazetteer import Gazetteer, load_gazetteer
from corpus.knowledge import extract
from corpus.model import Knowledge, Page, Skipped
from corpus.pages import load_pages
from index.search import Index, open_index
from service.settings import Settings

# Pages named to someone who asks for one that is not there.
_NAMED = 5


class NoSuchPage(Exception):
    """Neither a file that can be read as a page nor the id of one; says what there is."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """A page, what it says, and the places to name things by."""

    page: Page
    knowledge: Knowledge
    gazetteer: Gazetteer


def extract_from(name: str, settings: Settings) -> Extraction:
    """The extraction of a source file, or of the page of the index with the id ``name``."""
    path = Path(name)
    if path.is_file():
        return _from_file(path, settings)
    if path.exists():
        raise NoSuchPage(f"{name}: is a folder; name one file, or the id of a page")
    return _from_index(name, open_index(settings.index, settings.threads), settings.index)


def _from_file(path: Path, settings: Settings) -> Extraction:
    page = next(iter(load_pages(path)))
    if isinstance(page, Skipped):
        raise NoSuchPage(f"{path}: {page.reason}")
    gazetteer = load_gazetteer(settings.places)
    knowledge = extract(page, gazetteer)
    return Extraction(page, knowledge, gazetteer.with_places(knowledge.places))


def _from_index(name: str, index: Index, folder: Path) -> Extraction:
    page = index.pages.get(name)
    if page is None:
        known = ", ".join(islice(index.pages, _NAMED))
        raise NoSuchPage(f"{name}: no such file, and no page of {folder}, which has {known} …")
    knowledge = Knowledge(
        ties=tuple(tie for tie in index.ties if name in tie.pages),
        facts=tuple(fact for fact in index.facts if fact.source.page == name),
        exchanges=tuple(e for e in index.exchanges if any(s.page == name for s in e.sources)),
        home=index.homes.get(name),
    )
    return Extraction(page, knowledge, Gazetteer(index.places.values()))
