"""The pages of a folder, ready to index, and why the others are not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corpus.model import Page, Skipped
from corpus.pages import Unread, load_changed, load_pages
from index.kept import Kept
from index.model import UnusableIndex

# A file of the operator's own places beside the pages.
PLACES_FILE = "places.csv"
# Reasons shown in the error for a folder without one readable page.
_REASONS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """The pages of ``root`` that could be read, in order of id, and the sources that could not.

    Pages that a build before has read are unread. ``places`` is the file of places among them, if
    there is one.
    """

    root: Path
    pages: tuple[Page | Unread, ...]
    skipped: tuple[Skipped, ...]
    places: Path | None = None


def read_pages(root: Path, kept: Kept | None = None) -> Reading:
    """Everything under ``root``; what ``kept`` knows is not read again.

    Raises UnusableIndex where no page can be read there.
    """
    if not root.exists():
        raise UnusableIndex(f"{root}: no such folder; name the folder that holds the pages")
    found = _load(root, kept) if kept else list(load_pages(root))
    pages = sorted(
        (item for item in found if not isinstance(item, Skipped)), key=lambda page: page.id
    )
    places = places_in(root)
    skipped = tuple(
        item
        for item in found
        if isinstance(item, Skipped) and not (places and item.source == PLACES_FILE)
    )
    if not pages:
        raise nothing_to_index(root, skipped)
    return Reading(root, tuple(pages), skipped, places)


def _load(root: Path, kept: Kept) -> list[Page | Skipped | Unread]:
    """What lies under ``root``; a page that another id has come to is no longer the same."""
    return [
        kept.page(item) if isinstance(item, Unread) and not kept.goes_by(item) else item
        for item in load_changed(root, kept.knows)
    ]


def places_in(folder: Path) -> Path | None:
    """The file of the operator's own places in ``folder``, if there is one."""
    path = folder / PLACES_FILE
    return path if path.is_file() else None


def nothing_to_index(root: Path, skipped: tuple[Skipped, ...]) -> UnusableIndex:
    """The error for a folder of which nothing is left to index, with some of the reasons."""
    reasons = "; ".join(f"{item.source}: {item.reason}" for item in skipped[:_REASONS_SHOWN])
    more = len(skipped) - _REASONS_SHOWN
    reasons += f"; and {more} more" if more > 0 else ""
    return UnusableIndex(f"{root}: no page to index ({reasons or 'the folder is empty'})")
