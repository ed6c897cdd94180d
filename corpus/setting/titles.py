"""The places that the title and the publisher of a page name."""

from __future__ import annotations

from corpus.gazetteer import Gazetteer
from corpus.model import Page


def titled_places(page: Page, gazetteer: Gazetteer) -> frozenset[str]:
    """All places that the names in the title and in the publisher of ``page`` may mean."""
    return frozenset(
        place
        for text in (page.title, page.publisher or "")
        for mention in gazetteer.find(text)
        for place in mention.places
    )
