"""A page that announces a partner and then describes the one place it names: the partner."""

from __future__ import annotations

from corpus.labels.partner_dates import names_tie
from corpus.page_reading import PageReading
from corpus.setting.home_evidence import Evidence
from corpus.setting.naming import Names

# The line that announces it is one of the first, and short.
_FIRST, _LONGEST = 3, 60
# How much a wording weighs that both sides of a tie may have.
_SIDE = 1


def is_described(place: str, page: PageReading, evidence: Evidence, names: Names) -> bool:
    """Whether ``page`` names only ``place`` and what lies around it, below a line about a tie.

    That line names nobody: its own place would stand in it, or somewhere beside the partner. A
    place abroad needs no such line on a page in another language.
    """
    # Beside nobody else "with X" and "visited X" are about the other side.
    if evidence.weight(place) > _SIDE:
        return False
    named = {m.place for mentions in names.blocks for m in mentions}
    others = {p for p in named if names.is_specific(p) and not names.gazetteer.related(p, place)}
    abroad = not evidence.is_of_language(names.around(place))
    return not others and (abroad or _is_announced(page, names))


def _is_announced(page: PageReading, names: Names) -> bool:
    first = [(page.title, names.find(page.title))]
    first += [
        (page.quote(block.span), mentions)
        for block, mentions in zip(page.blocks[:_FIRST], names.blocks[:_FIRST], strict=True)
    ]
    return any(len(text) <= _LONGEST and names_tie(text) and not found for text, found in first)
