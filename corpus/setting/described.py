"""A page that announces a partner and then describes the one place it names: the partner."""

from __future__ import annotations

from corpus.labels.partner_dates import names_tie
from corpus.page_reading import PageReading
from corpus.setting.home_evidence import Evidence
from corpus.setting.naming import Names

# The line that announces it is one of the first, and short.
_FIRST, _LONGEST = 3, 60


def is_described(place: str, page: PageReading, evidence: Evidence, names: Names) -> bool:
    """Whether ``page`` names only ``place`` and what lies around it, below a line about a tie.

    That line names nobody: its own place would stand in it, or somewhere beside the partner.
    """
    if evidence.weight(place) > 0:
        return False
    named = {m.place for mentions in names.blocks for m in mentions}
    others = {p for p in named if names.is_specific(p) and not names.gazetteer.related(p, place)}
    return not others and _is_announced(page, names)


def _is_announced(page: PageReading, names: Names) -> bool:
    first = [(page.title, names.find(page.title))]
    first += [
        (page.quote(block.span), mentions)
        for block, mentions in zip(page.blocks[:_FIRST], names.blocks[:_FIRST], strict=True)
    ]
    return any(len(text) <= _LONGEST and names_tie(text) and not found for text, found in first)
