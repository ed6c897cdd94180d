"""What is extracted from one page, read anew from its file or taken from the index."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from corpus.gazetteer import Gazetteer, load_gazetteer
from corpus.knowledge import extract
from corpus.memory import keep_loaded
from corpus.model import Knowledge, Page, Place, Skipped, sides_of
from corpus.pages import load_pages
from index.reading import places_in
from index.search import Index, open_index
from service.settings import Settings

# Pages named to someone who asks for one that is not there.
_NAMED = 5


class NoSuchPage(Exception):
    """Neither a file that can be read as a page nor the id of one; says what there is."""


@dataclass(frozen=True, slots=True)
class LinkedName:
    """A name as a page writes it, how often, and the places that it may mean."""

    written: str
    places: tuple[str, ...]
    times: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """A page, what it says, and the places to name things by."""

    page: Page
    knowledge: Knowledge
    gazetteer: Gazetteer

    def sides(self, subject: str) -> tuple[str, ...]:
        """The two places of a tie, or the place itself."""
        ties = {tie.id: tie.places for tie in self.knowledge.ties}
        return ties.get(subject) or sides_of(subject)

    def name(self, place: str) -> str:
        """The name of a place to show on the command line."""
        known = self.gazetteer.places.get(place)
        return known.name("en") if known else place

    def partners(self) -> tuple[str, ...]:
        """The partners that the page tells of, in the order of its ties and exchanges."""
        pairs = [tie.places for tie in self.knowledge.ties]
        pairs += [exchange.places for exchange in self.knowledge.exchanges]
        sides = dict.fromkeys(place for pair in pairs for place in pair)
        return tuple(place for place in sides if place != self.knowledge.home)

    def places(self) -> tuple[Place, ...]:
        """Every place that a tie, a fact or an exchange is about, in that order."""
        subjects = [tie.id for tie in self.knowledge.ties]
        subjects += [fact.subject for fact in self.knowledge.facts]
        subjects += [exchange.tie for exchange in self.knowledge.exchanges]
        home = [self.knowledge.home] if self.knowledge.home else []
        ids = dict.fromkeys([*home, *(side for s in subjects for side in self.sides(s))])
        return tuple(self.gazetteer.places[i] for i in ids if i in self.gazetteer.places)

    def names(self) -> list[LinkedName]:
        """Every name on the page with what it was linked to, in the order of first mention."""
        near = tuple(place for place in (self.knowledge.home, *self.partners()) if place)
        found: Counter[tuple[str, tuple[str, ...]]] = Counter()
        for block in self.page.blocks:
            text = self.page.quote(block.span)
            for mention in self.gazetteer.find(text, near):
                found[text[mention.span.start : mention.span.end], mention.places] += 1
        return [LinkedName(written, places, times) for (written, places), times in found.items()]


def extract_from(name: str, settings: Settings) -> Extraction:
    """The extraction of a source file, or of the page of the index with the id ``name``."""
    path = Path(name)
    if path.is_file():
        return _from_file(path, settings)
    if path.exists():
        raise NoSuchPage(f"{name}: is a folder; name one file, or the id of a page")
    return _from_index(name, open_index(settings.index, settings.threads), settings.index)


def extract_page(page: Page, gazetteer: Gazetteer) -> Extraction:
    """The extraction of a page that has been read."""
    knowledge = extract(page, gazetteer)
    if knowledge.places:
        gazetteer = gazetteer.with_places(knowledge.places)
    return Extraction(page, knowledge, gazetteer)


def _from_file(path: Path, settings: Settings) -> Extraction:
    page = next(iter(load_pages(path)))
    if isinstance(page, Skipped):
        raise NoSuchPage(f"{path}: {page.reason}")
    gazetteer = load_gazetteer(places_in(path.parent), settings.places)
    keep_loaded()
    return extract_page(page, gazetteer)


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
