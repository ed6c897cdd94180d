"""Lines that name a partner, by what stands right below them: its labelled values."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.labels import is_label, labelled_values, list_of
from corpus.page_reading import PageReading

# Labels under a heading that show that it names a partner.
TELLING = frozenset({"signed", "agreement", "signing_place", "area", "population", "method"})


def is_told(page: PageReading, index: int) -> bool:
    """Whether what a partner is described by stands right below block ``index``."""
    below = page.blocks[index + 1] if index + 1 < len(page.blocks) else None
    if below is None or labelled_values(page, page.blocks[index]):
        return False
    return any(item.property in TELLING for item in labelled_values(page, below))


def telling_headings(page: PageReading) -> set[str]:
    """Headings with labelled values of a partner right under them."""
    headings = {page.quote(b.span) for b in page.blocks if b.kind == "heading"}
    found: set[str] = set()
    for block in page.blocks:
        if any(item.property in TELLING for item in labelled_values(page, block)):
            steps = [step for step in reversed(block.path) if step in headings or block.path]
            found.update(step for step in steps[:1] if not is_label(step))
            found.update(_outer(steps))
    return found


def _outer(steps: list[str]) -> Iterable[str]:
    """The heading around one that only says what it lists ("일반현황")."""
    for step in steps:
        if not (is_label(step) or list_of(step)):
            return (step,)
    return ()
